//! The card of a date: how it was read, and the relations it takes part in.

use super::{Card, relation};
use crate::{
    annotate::{Annotations, Date},
    ledger,
    rules::Words,
};

/// The card of a date; `said` is what its article says.
pub fn card(said: &Annotations, one: &Date) -> Card {
    let reading = ledger::date(one);
    let mut facts = vec![Words::new(format!("读作：{}", reading.zh), format!("Read as: {}", reading.en))];
    facts.extend(relation::facts(said, one.place.span));
    Card { span: one.place.span, name: one.text.clone(), kind: Some(Words::new("日期", "date")), facts }
}
