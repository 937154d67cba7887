//! The card of a figure: how it was read, what it is of, whose and of when, and the relations it takes part in.

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
    let subject = ledger::subject(one);
    if !subject.is_empty() {
        facts.push(Words::new(format!("所指：{subject}"), format!("Of what: {subject}")));
    }
    facts.extend(ledger::scope_facts(one));
    facts.extend(relation::facts(said, one.place.span));
    Card { span: one.place.span, name: one.text.clone(), kind: Some(ledger::role(one.role)), facts }
}
