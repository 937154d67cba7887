//! The card of a figure: how it was read, what it counts, and the relations it takes part in.

use super::{Card, relation};
use crate::{
    annotate::{Annotations, Figure},
    ledger,
    rules::Words,
};

/// The card of a figure; `said` is what its article says.
pub fn card(said: &Annotations, one: &Figure) -> Card {
    let reading = ledger::figure(one);
    let mut facts = vec![Words::new(format!("读作：{}", reading.zh), format!("Read as: {}", reading.en))];
    if let Some(counts) = &one.counts {
        facts.push(Words::new(format!("所计：{counts}"), format!("Counts: {counts}")));
    }
    facts.extend(relation::facts(said, one.place.span));
    Card { span: one.place.span, name: one.text.clone(), kind: Some(ledger::role(one.role)), facts }
}
