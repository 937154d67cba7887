//! The figures and dates of a draft, and what they have to do with one another, put into words: what a proofreader
//! reads in the ledger and on the cards of the editor.

mod date;
mod reading;
mod relation;
mod scope;
mod tally;

pub use date::{date, weekday};
pub use reading::{figure, role, subject};
pub use relation::{doubt, kind, mark, parts, statement, verdict};
pub use scope::{scope, scope_facts};
pub use tally::Tally;

use crate::{
    annotate::{Annotations, relations::Relation},
    text::Span,
};

/// The relations that what stands in a span of the article takes part in, in the order of their claims.
pub fn relations_of(said: &Annotations, span: Span) -> impl Iterator<Item = &Relation> {
    said.relations
        .iter()
        .filter(move |relation| relation.everything().any(|operand| operand.place.span.overlaps(span)))
}
