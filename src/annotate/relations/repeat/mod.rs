//! The same quantity given twice: in a head, a section head or a caption and in the text below; or twice in that text.
//!
//! A head claims; the body bears it out or contradicts it. It contradicts only if it states the same quantity and
//! nothing in it, no statement and no sum of parts, can be what the head says.
//!
//! - `digest`: which lines sum up which text
//! - `casualties`: the dead, hurt and rescued, and medals, as `tally` reads them
//! - `quantity`: any other quantity of a digest, by the words around it
//! - `mention`: the same quantity twice in running text, `named`: of whom or what
//! - `scope`: the words that make another quantity of one

mod casualties;
mod count;
mod digest;
mod mention;
mod named;
#[cfg(test)]
mod properties;
mod quantity;
mod scope;
mod tally;
#[cfg(test)]
mod testing;

use super::{Correction, Operand, OperandRole, Relation, RelationKind, Verdict, plain};
use crate::{
    annotate::{
        Annotations, Place,
        figures::{numeral, restated_number},
    },
    outline::Article,
    text::Span,
};
use count::Count;
use digest::{Digest, DigestKind};
use tally::Tally;

/// The repetitions of an article.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations: Vec<Relation> =
        digest::find(article).iter().flat_map(|digest| held_against_body(article, said, digest)).collect();
    relations.extend(mention::find(article, said));
    relations
}

/// The quantities of a digest against the text it sums up.
fn held_against_body(article: &Article, said: &Annotations, digest: &Digest) -> Vec<Relation> {
    if digest.lines.iter().all(|line| !holds_numeral(line.text(article))) {
        return Vec::new();
    }
    let claims: Vec<(usize, Tally)> = digest
        .lines
        .iter()
        .flat_map(|line| {
            let is_head = digest.kind != DigestKind::Caption;
            let found = tally::find(line.text(article), is_head).into_iter();
            found.map(|tally| (line.block, tally.shift(line.at.start)))
        })
        .collect();
    let mut relations = casualties::find(article, &claims, &digest.body);
    let read: Vec<Place> = claims.iter().map(|(block, tally)| place(article, *block, tally.at)).collect();
    relations.extend(quantity::find(article, said, digest, &read));
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
    /// How many base units its unit holds.
    factor: f64,
}

impl Statement {
    fn operand(self, article: &Article) -> Operand {
        let text = self.place.at.of(article.blocks[self.place.block].text.as_str()).to_owned();
        Operand { place: self.place, text, role: OperandRole::Same }
    }

    /// Its value in the unit of another.
    fn value_as(self, other: Self) -> f64 {
        self.count.value * self.factor / other.factor
    }

    /// The same words with the number of `other`, printed in their own style.
    fn with_number_of(self, other: Self, article: &Article) -> Option<Correction> {
        if !other.count.is_plain() || self.factor.total_cmp(&other.factor).is_ne() {
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
    let terms: Vec<String> = body.iter().map(|statement| plain(statement.value_as(head))).collect();
    let total: f64 = body.iter().map(|statement| statement.value_as(head)).sum();
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
        formula: format!("{} ≠ {}", plain(head.count.value), plain(body.value_as(head))),
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
