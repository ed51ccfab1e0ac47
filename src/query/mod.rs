//! How it is worked out: pure functions of a catalog. Knows no format, no file, no clock.

mod asks;
mod career;
mod compare;
mod eligibility;
mod error;
mod evidence;
mod experience;
mod gap;
mod import;
mod lookup;
mod outlook;
mod percentile;
mod person;
mod place;
mod placing;
mod posting;
mod profile;
mod progression;
mod ranking;
mod role;
mod route;
mod search;
mod skill;
mod subject;
mod wages;

pub use asks::{
    Asked, Basis as AskedBasis, asked_certifications, asked_skills, newly_asked_certifications,
    newly_asked_skills,
};
pub use career::Career;
pub use compare::{Change, Difference, Feature, differences};
pub use eligibility::{Eligibility, MaySit, Need, Needed, State, eligibility};
pub use error::QueryError;
pub use evidence::{Proof, evidence_for};
pub use experience::{Idle, Stint, experience};
pub use gap::{Aim, Demanded, Gap, Goal, Missing, Shown, gap};
pub use import::{Imported, ImportedJob, Kept, Placed, imported};
pub use lookup::{lookup, siblings};
pub use outlook::{by_industry, projected, projection};
pub use percentile::{
    Basis, Pay, Point, Standing, Surroundings, pay_at, points, standing_of, surroundings,
    why_missing,
};
pub use person::{Had, Held, Named, Person, named_in_postings};
pub use place::{FoundPlace, place, place_in};
pub use placing::{Names, PlacedTitle};
pub use posting::{
    AskedDegree, AskedYears, HOURS_A_YEAR, Having, LevelTold, PayBound, PayPeriod, PostedDegree,
    PostedLevel, PostedPay, PostedTerm, PostedTitle, Posting, PostingReader, Strength, Words,
    having, score, standings,
};
pub use profile::{Misfit, Why, Worked, person};
pub use progression::{
    PlannedStep, Standpoint, Status, Stretch, planned_steps, standpoint, status,
};
pub use ranking::{RankedPlace, Ranking, RankingFilter, ranking};
pub use role::{
    FoundRole, PaidAs, RolePay, filed_under, occupations_of, own_occupations, role, role_named,
    role_pay, roles_of, same_role,
};
pub use route::{
    Elapsed, Heading, Reached, Route, found_alike, moves_among, moves_at, moves_of, reachable,
    reachable_instead, routes,
};
pub use search::search;
pub use skill::{
    Demand, certifications_for, demand, is_told, tasks_for, technology_for, tools_for,
};
pub use subject::{Subject, ladder_named, rung, rung_name, rungs_named, subjects};
pub use wages::{
    Cut, OccupationChoice, Setting, SettingChoice, VintageChoice, basis, beside, chosen, holds,
    newest, occupations, settings, usual,
};
