//! A stated number of things against the things listed: 5家成员单位甲、乙、丙…; “四个迅速” and its section heads; 三项举措 and
//! 一是, 二是, 三是.
//!
//! - `names`: lists of names beside their count
//! - `slogan`: “四个迅速” against what opens with 迅速
//! - `marks`: 三项举措 against 一是, 二是, 三是
//! - `kinds`: 在5个项目中取得30个冠军 against the projects whose champions add up

mod kinds;
mod marks;
mod names;
mod slogan;

use super::{Annotations, Correction, Doubt, Operand, OperandRole, Place, Relation, RelationKind, Verdict};
use crate::{annotate::Figure, outline::Article, text::Span};

pub(super) use kinds::find as of_parts;

/// The greatest number of things that is held against a list: longer lists are seldom given in full.
const MOST: f64 = 20.0;

/// The counts of an article.
pub(super) fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations = Vec::new();
    for figure in &said.figures {
        let is_small = (2.0..=MOST).contains(&figure.value) && figure.value.fract() == 0.0;
        let is_exact = figure.low.total_cmp(&figure.high).is_eq();
        if !is_small || !is_exact {
            continue;
        }
        let found = names::find(article, said, figure)
            .or_else(|| slogan::find(article, figure))
            .or_else(|| marks::find(article, said, figure));
        relations.extend(found.map(|listed| listed.relation(figure)));
    }
    relations
}

/// What a count was held against.
struct Listed {
    /// The count with what it counts, where more than the figure is needed to tell: 四个迅速.
    said: Option<String>,
    /// The things listed.
    items: Vec<Operand>,
    /// Whether the list says that it goes on (等): then it may hold fewer, not more.
    is_open: bool,
    /// Why a difference would prove nothing.
    doubt: Option<Doubt>,
}

impl Listed {
    /// The relation between a count and this list.
    fn relation(self, figure: &Figure) -> Relation {
        let listed = self.items.len() as f64;
        let verdict = if (listed - figure.value).abs() < 0.5 {
            Verdict::Holds
        } else if let Some(doubt) = self.doubt {
            Verdict::Unchecked(doubt)
        } else if self.is_open && listed < figure.value {
            Verdict::Unchecked(Doubt::OpenList)
        } else {
            Verdict::Fails
        };
        let corrections = (verdict == Verdict::Fails).then(|| figure.restated(listed)).flatten();
        Relation {
            kind: RelationKind::Count,
            claim: Operand {
                place: figure.place,
                text: self.said.unwrap_or_else(|| figure.text.clone()),
                role: OperandRole::Total,
            },
            formula: format!("n = {listed}"),
            verdict,
            corrections: corrections
                .map(|text| Correction { place: figure.place, text })
                .into_iter()
                .collect(),
            operands: self.items,
        }
    }
}

/// A stretch of a block's logical text as an item of a list.
fn item(article: &Article, block: usize, at: Span) -> Operand {
    let text = &article.blocks[block].text;
    Operand {
        place: Place { span: text.to_source(at), block, at },
        text: at.of(text.as_str()).to_owned(),
        role: OperandRole::Item,
    }
}
