//! The phrases by which each cue is told. Knows no posting.

use super::cue::{Cue, Degree, Part};

/// Every cue with the phrases for it, in lower case, with spaces for hyphens; `*` for any ending.
#[rustfmt::skip]
pub(super) const CUES: &[(Cue, &[&str])] = &[
    (
        Cue::Part(Part::Duties),
        &[
            "responsibilities", "responsibility", "duties", "what you'll do", "what you will do",
            "what you'll be doing", "what you will be doing", "what you'd be doing", "what you'll own", "the role",
            "about the role", "the job", "job intro", "about the job", "about this role", "about the position",
            "about this position", "about the opportunity", "position summary", "job summary", "role summary",
            "role overview", "job overview", "position overview", "job description", "role description",
            "the opportunity", "your role", "day to day", "accountabilities", "essential functions", "job purpose",
            "scope of work", "what will you do", "in this role", "how you will", "how you'll", "your impact",
            "the impact you", "what you will achieve", "key deliverables", "position description", "description",
            "a day in the life", "the position", "job function*", "objectives", "general summary", "summary",
            "your mission", "what you'll be responsible for", "what you will own", "your day", "your tasks",
            "main tasks", "you will", "you'll", "purpose of the", "role purpose", "primary function*",
            "role and responsibilities", "key activities", "position purpose", "what we'll ask you to do",
            "what you do", "your work", "key areas", "performance objectives", "the work", "aufgaben",
            "vos missions", "missions", "funciones", "responsabilidades",
        ],
    ),
    (
        Cue::Part(Part::Requirements),
        &[
            "requirements", "tools we use", "tech stack", "our stack", "our tech", "technologies", "tools",
            "requirement", "required", "qualifications", "qualification", "what you'll need", "what you need",
            "what we're looking for", "what we are looking for", "who you are", "who are you", "what you bring",
            "what you'll bring", "what you will bring", "must have", "must haves", "skills", "experience",
            "knowledge", "education", "minimum", "your background", "about you", "you are", "you have",
            "what it takes", "competencies", "competences", "we're looking for", "candidate profile",
            "ideal candidate", "abilities", "eligibility", "you should have", "to be successful", "your profile",
            "your experience", "you'll need", "you will need", "what we need", "skill set", "skillset",
            "credentials", "certifications", "what you should have", "we'd love", "we are looking for",
            "looking for someone", "is this you", "to succeed", "you might be", "you bring", "what we look for",
            "what we expect", "what we require", "who we are looking for", "who we're looking for", "what you have",
            "the skills you", "you'll have", "you will have", "what makes you", "to qualify", "person specification",
            "selection criteria", "anforderungen", "profil", "votre profil", "requisitos", "ihr profil",
            "capabilities", "attributes", "you must", "prerequisites", "essential criteria", "essential skills",
            "essential requirements", "essential experience", "essential qualifications",
        ],
    ),
    (
        Cue::Part(Part::Wishes),
        &[
            "preferred", "nice to have", "nice to haves", "bonus points", "bonus experience", "bonus skills",
            "bonus if", "bonus", "desired", "desirable", "desirables", "pluses", "plusses", "good to have",
            "extra plus", "extra credit", "extra points", "ideally", "brownie points", "stand out", "set you apart",
            "sets you apart", "assets", "optional", "even better", "would be great", "it's a plus", "a plus",
            "plus points", "added advantage", "advantageous", "would be nice", "we'd be thrilled", "helpful",
            "not required", "additional experiences", "bonuses", "preferences", "preference", "great if you",
            "you might also have", "desirable criteria", "would be great if you had", "would be great if you have",
        ],
    ),
    (
        Cue::Part(Part::Benefits),
        &[
            "benefits", "perks", "what we offer", "we offer", "what's in it for you", "compensation", "pay range",
            "salary", "total rewards", "our offer", "what you'll get", "what you get", "what you will get",
            "rewards", "in return", "pay transparency", "remuneration", "base pay", "what we can offer",
            "we provide", "our benefits", "paid time off", "why you'll love", "why you will love", "pay scale",
            "wir bieten", "nous offrons", "ofrecemos", "working for us", "what we provide", "the perks",
        ],
    ),
    (
        Cue::Part(Part::Company),
        &[
            "about us", "who we are", "about the company", "our company", "company description", "company overview",
            "our mission", "our values", "our story", "why join", "why us", "why work", "why choose", "culture",
            "our culture", "life at", "overview", "at a glance", "about our company", "what we do", "who are we",
            "company profile", "our vision", "about the team", "our team", "the team", "meet the team",
            "the company", "our client", "why", "about",
        ],
    ),
    (
        Cue::Part(Part::Terms),
        &[
            "equal opportunity", "equal employment", "eeo", "eoe", "disclaimer", "privacy", "accommodation",
            "accommodations", "how to apply", "to apply", "application process", "physical demands",
            "physical requirements", "working conditions", "work environment", "diversity", "our commitment",
            "interview process", "hiring process", "the process", "affirmative action", "additional information",
            "apply now", "next steps", "background check", "reasonable accommodation*", "notice to", "fraud",
            "recruitment agencies", "job type", "work location", "diversity and inclusion", "equality", "copyright",
            "location", "schedule",
        ],
    ),
    (
        Cue::Wished,
        &[
            "preferred", "preferable", "preferably", "preference", "a plus", "is plus", "are plus", "big plus",
            "huge plus", "definite plus", "strong plus", "pluses", "nice to have", "desired", "desirable", "bonus",
            "ideally", "favored", "favoured", "favorable", "appreciated", "advantage", "advantageous", "an asset",
            "beneficial", "helpful", "optional", "good to have", "would be great", "would be nice", "would be ideal",
            "welcome", "highly valued", "valued", "encouraged", "considered a", "could be", "we'd love", "recommended", "is an added",
            "added advantage", "stand out", "a strong asset", "or willingness to obtain", "should ideally", "von vorteil",
            "wünschenswert", "idealerweise", "un plus", "souhaité*",
        ],
    ),
    (
        Cue::Unneeded,
        &[
            "not required", "not necessary", "not mandatory", "not essential", "not strictly required",
            "not strictly necessary", "not absolutely required", "not absolutely necessary", "not necessarily required",
            "aren't required", "aren't necessary", "isn't required", "isn't necessary", "not needed", "not be required",
            "not a must", "not a prerequisite", "not a requirement", "isn't a must", "isn't a requirement", "isn't mandatory",
            "isn't essential",
        ],
    ),
    (
        Cue::Needed,
        &[
            "required", "must have", "must", "mandatory", "essential", "minimum", "is needed", "requirement",
            "requires", "necessary", "at least", "prerequisite", "must possess",
        ],
    ),
    (
        Cue::Refused,
        &[
            "not expected", "unnecessary", "no requirement", "not applicable",
        ],
    ),
    (
        Cue::Besides,
        &["not only", "not just", "not limited to", "no less than", "not merely", "no later than"],
    ),
    (
        Cue::Denied,
        &[
            "no", "not", "without", "don't need", "do not need", "doesn't require", "does not require", "isn't",
            "never", "won't", "will not", "rather than", "instead of", "not a", "not expected to", "not expect you to",
            "don't expect you to", "don't have to", "do not have to", "not have to", "don't use", "do not use",
            "pay for your", "pay for you to",
        ],
    ),
    (Cue::Year, &["year", "years", "year's", "years'", "yr", "yrs", "yoe", "jahre", "ans", "años"]),
    (Cue::Month, &["month", "months", "months'"]),
    (
        Cue::Experience,
        &[
            "experience", "experienced", "exp", "experiences", "experiance", "expérience", "erfahrung",
            "experiencia", "berufserfahrung",
        ],
    ),
    (
        Cue::Work,
        &[
            "background", "hands on", "track record", "working", "work", "managing", "leading", "relevant",
            "related", "professional", "industry", "management", "in a", "as a", "as an", "of proven", "delivering",
            "project", "program", "software", "career", "exposure", "practice", "post",
        ],
    ),
    (Cue::Age, &["old", "older", "young", "of age", "age"]),
    (
        Cue::OtherYears,
        &[
            "for over", "for more than", "in business", "founded", "since",
            "anniversary", "fiscal", "per year", "a year", "each year", "every year", "this year", "next year",
            "last year", "year end", "year round", "vest*", "contract", "duration", "tenure", "within", "one of",
            "history", "we have been", "has been", "have been serving", "ago", "award*", "4 year degree",
            "four year degree", "year degree", "year college", "year university", "year accredited", "of innovation",
            "years in a row", "consecutive", "over the", "over the next", "in the next", "for the last",
            "for nearly", "first year", "fiscal year", "year warranty", "year strategy", "year plan",
            "years of service", "after", "year colleges", "past", "the last", "probation*", "extension",
            "assignment", "leave", "old company", "cliff",
        ],
    ),
    (
        Cue::Substitute,
        &[
            "in lieu", "substitut*", "years of additional", "year of additional", "in place of", "can replace",
            "may replace",
        ],
    ),
    (
        Cue::Instead,
        &[
            "high school", "without a degree", "no degree", "additional years", "associate's", "associates degree",
            "associate degree", "additional experience", "years additional", "or equivalent combination", "phd",
            "doctorate", "master's", "masters",
        ],
    ),
    (
        Cue::Degree(Degree::Bachelor),
        &[
            "bachelor", "bachelors", "bachelor's", "bachelors'", "baccalaureate", "BA/BS", "BS/BA", "B.S.", "B.A.",
            "B.Sc", "BSc", "BS in", "BA in", "BA or BS", "BS or BA", "BS degree", "BA degree", "BS/MS", "BSE", "BS",
            "B.Tech", "BTech", "B.E.", "BE/B", "undergraduate degree", "college degree", "university degree",
            "4 year degree", "four year degree", "degree in", "degree or equivalent", "degree from",
            "college graduate", "four year college", "4 year college", "technical degree", "engineering degree",
            "relevant degree", "related degree", "degree required", "degree preferred", "degree level",
            "degree qualified", "degree with", "degree, or", "degree or", "degree is", "degree and", "degree;",
            "degree (", "university education", "university graduate", "diplôme", "studium", "hochschulabschluss",
            "licenciatura", "bac+5", "bac+4", "bac +5", "ecole d'ingénieur*", "graduate of", "cs degree",
            "stem degree", "tertiary qualification*", "post secondary degree", "4 year university",
            "computer science degree", "business degree", "degree holder", "four year", "undergraduate",
        ],
    ),
    (
        Cue::Degree(Degree::Higher),
        &[
            "master's", "masters degree", "master's degree", "master degree", "masters in", "master of", "MBA",
            "MS degree", "MS in", "M.S.", "MSc", "M.Sc", "advanced degree", "graduate degree", "postgraduate",
            "post graduate", "PhD", "Ph.D", "doctorate", "doctoral",
        ],
    ),
    (
        Cue::Degree(Degree::Lower),
        &[
            "high school diploma", "high school", "GED", "associate's degree", "associates degree",
            "associate degree", "associate's", "college diploma", "trade school", "vocational",
        ],
    ),
    (
        Cue::Pay,
        &[
            "salary", "salaries", "pay", "paid", "compensation", "base", "pay range", "salary range", "range",
            "wage", "wages", "hourly", "rate", "annual", "annually", "OTE", "earn", "earning", "per hour", "an hour",
            "per annum", "remuneration", "package", "p.a.", "pa", "DOE", "ctc", "lpa", "lakh", "lakhs",
            "stipend per", "/hr", "/hour", "/year", "/yr", "hr", "gehalt", "salaire",
        ],
    ),
    (
        Cue::OtherMoney,
        &[
            "bonus", "bonuses", "stipend", "401k", "401(k)", "match", "hsa", "fsa", "funding", "raised", "series",
            "revenue", "revenues", "budget", "budgets", "portfolio", "million", "billion", "fund", "valuation",
            "valued at", "sign on", "signing", "referral", "reimburse*", "equity", "credit", "allowance",
            "insurance", "worth", "contract value", "projects valued", "assets", "up to $", "per month", "monthly",
            "sales", "arr", "savings", "save", "program value", "donat*", "tuition", "deductible", "premium*",
            "investment", "investors", "under management", "trillion", "on target", "ote", "commission*", "tips",
            "contributions", "wellness", "learning", "home office", "grant*", "lunch", "gym", "market", "purchase*",
            "projects of", "per mile", "cents", "detention",
        ],
    ),
    (
        Cue::Yearly,
        &[
            "per year", "a year", "/year", "/yr", "annually", "annual", "annum", "yearly", "p.a.", "per yr",
            "salary", "lpa", "lakh", "lakhs", "base pay", "base salary",
        ],
    ),
    (
        Cue::Hourly,
        &[
            "per hour", "an hour", "/hour", "/hr", "/ hour", "/ hr", "hourly", "hr", "per hr", "an hr", "/h", "p/h",
            "ph",
        ],
    ),
    (
        Cue::OtherPeriod,
        &[
            "per day", "a day", "/day", "daily rate", "day rate", "per diem", "per week", "a week", "/week",
            "weekly", "per month", "a month", "/month", "monthly", "daily", "/ day", "inside ir35", "outside ir35",
        ],
    ),
    (
        Cue::OfWork,
        &[
            "you", "you'll", "your", "role", "position", "candidate", "candidates", "seeking", "looking for",
            "responsible", "will", "manager will", "incumbent", "successful", "reports to", "report to",
            "reporting to", "experience", "must", "ability", "duties", "hiring", "opening for", "opportunity for",
            "in need of", "join", "we want", "we need", "we require", "we ask for", "proficien*", "knowledge of", "familiar*", "skills",
        ],
    ),
    (
        Cue::OfCompany,
        &[
            "founded", "headquartered", "our customers", "our clients", "our products", "our platform",
            "our mission", "we are a", "we're a", "is a leading", "is the leading", "leading provider",
            "our company", "we believe", "is a global", "our technology", "world's", "we help", "we provide",
            "fortune 500", "fortune 100", "award winning", "investors", "our solutions", "our vision", "is an equal",
            "we build", "we're on a mission", "backed by", "we deliver", "our services", "global leader",
            "is a technology", "our employees", "our culture", "our values", "is dedicated to",
        ],
    ),
];
