//! The values inside cells, named once for those who put them into words. Adds nothing to them.

pub use crate::catalog::{Citation, Date, Month, Usd, YearSpan, is_printable};
pub use crate::query::{
    Basis, Elapsed, Pay, PayBound, PayPeriod, Point, PostedPay, Standing, Status,
};
