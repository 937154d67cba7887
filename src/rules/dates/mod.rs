//! Dates and times that the calendar, the clock or the draft itself contradicts.

mod date_order;
mod duration_mismatch;
mod elapsed_mismatch;
mod impossible_date;
mod later_than_issue;
mod weekday_mismatch;

pub use date_order::DateOrder;
pub use duration_mismatch::DurationMismatch;
pub use elapsed_mismatch::ElapsedMismatch;
pub use impossible_date::ImpossibleDate;
pub use later_than_issue::LaterThanIssue;
pub use weekday_mismatch::WeekdayMismatch;
