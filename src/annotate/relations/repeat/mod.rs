//! The same quantity given twice: a figure in the head of an article and the same in its body.
//!
//! A head claims; the body bears it out or contradicts it. It contradicts only if it states the same quantity and
//! nothing in it, no statement and no sum of parts, can be what the head says.

mod casualties;
mod count;
mod quantity;
mod tally;
#[cfg(test)]
mod testing;

use super::{Correction, Operand, OperandRole, Relation, RelationKind, Verdict, plain};
use crate::{
    annotate::{
        Annotations, Place,
        figures::{numeral, restated_number},
    },
    outline::{Article, BlockKind},
    text::Span,
};
use count::Count;
use tally::Tally;

/// The repetitions of an article.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let heads: Vec<usize> = (0..article.blocks.len())
        .filter(|&block| {
            matches!(article.blocks[block].kind, BlockKind::Kicker | BlockKind::Headline | BlockKind::Deck)
        })
        .collect();
    if heads.iter().all(|&block| !holds_numeral(article.blocks[block].text.as_str())) {
        return Vec::new();
    }
    let claims: Vec<(usize, Tally)> = heads
        .iter()
        .flat_map(|&block| {
            tally::find(article.blocks[block].text.as_str(), true)
                .into_iter()
                .map(move |tally| (block, tally))
        })
        .collect();
    let mut relations: Vec<Relation> = casualties::find(article, &claims).into_iter().collect();
    let read: Vec<Place> = claims.iter().map(|(block, tally)| place(article, *block, tally.at)).collect();
    relations.extend(quantity::find(article, said, &heads, &read));
    relations
}

fn holds_numeral(text: &str) -> bool {
    text.contains(numeral::begins_number)
}

/// A statement of a quantity, wherever it stands.
#[derive(Clone, Copy, Debug)]
struct Statement {
    /// The words that are quoted.
    place: Place,
    /// The digits alone, in the logical text of the block.
    number: Span,
    count: Count,
}

impl Statement {
    fn operand(self, article: &Article) -> Operand {
        let text = self.place.at.of(article.blocks[self.place.block].text.as_str()).to_owned();
        Operand { place: self.place, text, role: OperandRole::Same }
    }

    /// The same words with the number of `other`, printed in their own style.
    fn with_number_of(self, other: Self, article: &Article) -> Option<Correction> {
        if !other.count.is_plain() {
            return None;
        }
        let text = article.blocks[self.place.block].text.as_str();
        let number = restated_number(self.number.of(text), other.count.value)?;
        let before = Span::new(self.place.at.start, self.number.start).of(text);
        let behind = Span::new(self.number.end, self.place.at.end).of(text);
        Some(Correction { place: self.place, text: format!("{before}{number}{behind}") })
    }
}

/// The relation of a head to what bears it out.
fn holds(article: &Article, head: Statement, body: &[Statement]) -> Relation {
    let terms: Vec<String> = body.iter().map(|statement| plain(statement.count.value)).collect();
    let total: f64 = body.iter().map(|statement| statement.count.value).sum();
    let formula =
        if terms.len() > 1 { format!("{} = {}", terms.join(" + "), plain(total)) } else { terms.concat() };
    Relation {
        kind: RelationKind::Repeat,
        claim: head.operand(article),
        operands: body.iter().map(|statement| statement.operand(article)).collect(),
        formula,
        verdict: Verdict::Holds,
        corrections: Vec::new(),
    }
}

/// The relation of a head to what contradicts it.
fn fails(article: &Article, head: Statement, body: Statement) -> Relation {
    Relation {
        kind: RelationKind::Repeat,
        claim: head.operand(article),
        operands: vec![body.operand(article)],
        formula: format!("{} ≠ {}", plain(head.count.value), plain(body.count.value)),
        verdict: Verdict::Fails,
        corrections: [head.with_number_of(body, article), body.with_number_of(head, article)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

/// The place of a span of the logical text of a block.
fn place(article: &Article, block: usize, at: Span) -> Place {
    Place { span: article.blocks[block].text.to_source(at), block, at }
}
