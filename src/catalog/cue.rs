//! The words that tell what a posting's sentence is about. Knows no career.

/// What a phrase tells of the text around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cue {
    /// A part of the posting begins.
    Part(Part),
    /// What is named is wished for.
    Wished,
    /// What is named is needed.
    Needed,
    /// What is named after it does not count.
    Denied,
    /// What is named does not count.
    Refused,
    /// What is named before it need not be: it is wished for, or does not count.
    Unneeded,
    /// A denial that denies nothing.
    Besides,
    /// A number of years.
    Year,
    /// A number of months.
    Month,
    /// Experience, by its own name.
    Experience,
    /// Work, of which years may be.
    Work,
    /// How old somebody or something is.
    Age,
    /// Years of something else: of a company, an age, a contract.
    OtherYears,
    /// What stands in place of something else.
    Instead,
    /// What is taken for a degree.
    Substitute,
    /// A degree.
    Degree(Degree),
    /// What is paid.
    Pay,
    /// Money that is no pay.
    OtherMoney,
    /// For a year.
    Yearly,
    /// For an hour.
    Hourly,
    /// For a day, a week or a month.
    OtherPeriod,
    /// It speaks of the work, or to the reader.
    OfWork,
    /// The company speaks of itself.
    OfCompany,
}

/// Kinds of cues; all that tell a part are of one kind, and all that tell a degree.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds(u32);

impl Kinds {
    /// The kinds of some cues.
    pub const fn of(cues: &[Cue]) -> Kinds {
        let mut kinds = Kinds(0);
        let mut at = 0;
        while at < cues.len() {
            kinds = kinds.and(cues[at]);
            at += 1;
        }
        kinds
    }

    /// These and the kind of a cue.
    pub const fn and(self, cue: Cue) -> Kinds {
        Kinds(self.0 | 1 << cue.kind())
    }

    /// Whether any of others is among these.
    pub const fn any(self, others: Kinds) -> bool {
        self.0 & others.0 != 0
    }
}

impl Cue {
    const fn kind(self) -> u32 {
        match self {
            Cue::Part(_) => 0,
            Cue::Wished => 1,
            Cue::Needed => 2,
            Cue::Denied => 3,
            Cue::Refused => 4,
            Cue::Besides => 5,
            Cue::Year => 6,
            Cue::Month => 7,
            Cue::Experience => 8,
            Cue::Work => 9,
            Cue::Age => 10,
            Cue::OtherYears => 11,
            Cue::Instead => 12,
            Cue::Substitute => 13,
            Cue::Degree(_) => 14,
            Cue::Pay => 15,
            Cue::OtherMoney => 16,
            Cue::Yearly => 17,
            Cue::Hourly => 18,
            Cue::OtherPeriod => 19,
            Cue::OfWork => 20,
            Cue::OfCompany => 21,
            Cue::Unneeded => 22,
        }
    }
}

/// A part of a posting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Before the first heading.
    Opening,
    /// What one does.
    Duties,
    /// What one has to have.
    Requirements,
    /// What is wished for.
    Wishes,
    /// What is given.
    Benefits,
    /// Who asks.
    Company,
    /// What the law asks for, how to apply, where one works.
    Terms,
}

/// A degree, lowest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Degree {
    /// Less than a bachelor's.
    Lower,
    /// A bachelor's.
    Bachelor,
    /// A master's or more.
    Higher,
}
