//! Dates and times that the calendar, the clock or the draft itself contradicts.

mod date_order;
mod duration_mismatch;
mod elapsed_mismatch;
mod impossible_date;
mod later_than_issue;
mod lunar_mismatch;
mod weekday_mismatch;

pub use date_order::DateOrder;
pub use duration_mismatch::DurationMismatch;
pub use elapsed_mismatch::ElapsedMismatch;
pub use impossible_date::ImpossibleDate;
pub use later_than_issue::LaterThanIssue;
pub use lunar_mismatch::LunarMismatch;
pub use weekday_mismatch::WeekdayMismatch;

use super::{ArticleView, Findings, Severity, Words, relation};
use crate::annotate::relations::{Relation, RelationKind, Verdict};

/// Reports the relations of a kind that fail; where the year is not printed but inferred, as a warning.
fn report_by_year(
    view: &ArticleView<'_>,
    kind: RelationKind,
    findings: &mut Findings<'_>,
    message: fn(&Relation) -> Words,
) {
    let dates = &view.annotations.dates;
    for found in &view.annotations.relations {
        if found.kind != kind || found.verdict != Verdict::Fails {
            continue;
        }
        let is_certain = found.operands.first().is_some_and(|operand| {
            let at = |place: crate::annotate::Place| (place.block, place.at);
            dates
                .binary_search_by_key(&at(operand.place), |date| at(date.place))
                .is_ok_and(|date| dates[date].year_meant.certain().is_some())
        });
        let finding = relation::report(found, findings, message(found));
        if !is_certain {
            finding.severity = Severity::Warning;
        }
    }
}

/// 2024-05-20 as 2024年5月20日.
fn in_full(iso: &str) -> String {
    let mut numbers = iso.split('-').map(|part| part.trim_start_matches('0'));
    let mut part = || numbers.next().unwrap_or_default();
    format!("{}年{}月{}日", part(), part(), part())
}
