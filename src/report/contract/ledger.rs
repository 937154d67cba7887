//! A document's figures and dates, and what they have to do with one another.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Range, Role, Scope, Source, Text, annotations::number, words::words};
use crate::{
    annotate::{
        self, Place,
        relations::{self, Doubt, OperandRole, RelationKind},
    },
    check::{Analysis, PlacedArticle},
    report::Positions,
};

/// A document's figures and dates, and what they have to do with one another.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DocumentLedger {
    /// Which document.
    #[serde(flatten)]
    pub source: Source,
    /// The articles in order.
    pub articles: Vec<LedgerArticle>,
    /// Quantities, in the order of the text.
    pub figures: Vec<Figure>,
    /// Dates, in the order of the text.
    pub dates: Vec<Date>,
    /// Every relation that the wording states, by article in the order of the claims.
    pub relations: Vec<Relation>,
}

/// An article that figures stand in.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct LedgerArticle {
    /// The whole of it.
    pub range: Range,
    /// The headline; `null` if there is none.
    pub headline: Option<Text>,
}

/// A quantity.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Figure {
    /// How it reads.
    pub text: String,
    /// Where it stands.
    pub range: Range,
    /// The number as printed, in the unit.
    #[serde(serialize_with = "number")]
    #[schemars(with = "Option<f64>")]
    pub value: f64,
    /// The least value the words allow; `null` if there is none.
    #[serde(serialize_with = "number")]
    #[schemars(with = "Option<f64>")]
    pub low: f64,
    /// The greatest value the words allow; `null` if there is none.
    #[serde(serialize_with = "number")]
    #[schemars(with = "Option<f64>")]
    pub high: f64,
    /// The measure word or unit, without 万 and 亿.
    pub unit: String,
    /// The noun that is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counts: Option<String>,
    /// The words between the last mark or figure and this one.
    pub label: String,
    /// What it is in its sentence.
    pub role: Role,
    /// Of whom and of when it is.
    #[serde(flatten)]
    pub scope: Scope,
    /// Which of the articles it stands in, from 1.
    pub article: usize,
}

/// A date.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Date {
    /// How it reads.
    pub text: String,
    /// Where it stands.
    pub range: Range,
    /// ISO 8601, with `-` for what is not printed.
    pub iso: String,
    /// Which of the articles it stands in, from 1.
    pub article: usize,
}

/// Something that figures, dates or list items have to do with one another.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Relation {
    /// What kind of relation.
    pub kind: RelationType,
    /// Whether it holds.
    pub verdict: Verdict,
    /// Whether it may hold after all, if a list that reads as complete is not; only with `fails`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub doubtful: bool,
    /// Why it was not judged; only with `unchecked`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
    /// The arithmetic, without the claim.
    pub formula: String,
    /// What is claimed.
    pub claim: Operand,
    /// What it is held against, in the order of the text.
    pub operands: Vec<Operand>,
    /// Texts of which each would make it hold, all else left as it is; only a person can choose.
    pub corrections: Vec<Correction>,
    /// Which of the articles it stands in, from 1.
    pub article: usize,
}

/// Whether a relation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// On some reading.
    Holds,
    /// On no reading, or with `doubtful` on no likely one.
    Fails,
    /// It was seen and not judged.
    Unchecked,
}

/// A figure, date or list item that takes part in a relation.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Operand {
    /// How it reads.
    pub text: String,
    /// Where it stands.
    pub range: Range,
    /// What it is in the relation.
    pub role: OperandPart,
}

/// Another text that would make a relation hold.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Correction {
    /// What would be replaced.
    pub range: Range,
    /// By what.
    pub text: String,
}

words! {
    /// What kind of relation.
    RelationType = RelationKind {
        Sum, Count, Repeat, Share, Whole, Change, Product, Subset, Conversion, Range, Weekday, Lunar, Order,
        Duration, Elapsed,
    }
}
words! {
    /// Why a relation was not judged.
    Reason = Doubt { OpenList, Overlap, AdjustedGrowth, Scope, Estimate, UnknownYear }
}
words! {
    /// What an operand is in its relation.
    OperandPart = OperandRole {
        Total, Part, Item, Before, After, Difference, Rate, PerUnit, Units, Same, Date, Weekday, Length,
    }
}

impl DocumentLedger {
    /// The ledger of `analysis`, which was made of `text`.
    pub fn new(source: &Source, text: &str, analysis: &Analysis) -> Self {
        let positions = Positions::new(text);
        let mut ledger = Self {
            source: source.clone(),
            articles: Vec::new(),
            figures: Vec::new(),
            dates: Vec::new(),
            relations: Vec::new(),
        };
        for placed in &analysis.articles {
            ledger.add(placed, &positions);
        }
        ledger
    }

    fn add(&mut self, placed: &PlacedArticle, positions: &Positions<'_>) {
        let range = |span: crate::text::Span| positions.range(span.shift(placed.span.start));
        let at = |place: &Place| range(place.span);
        let headline = placed.analysis.article.headline.as_ref();
        self.articles.push(LedgerArticle {
            range: positions.range(placed.span),
            headline: headline.map(|part| Text { text: part.text.clone(), range: range(part.span) }),
        });
        let article = self.articles.len();
        let annotate::Annotations { figures, dates, relations, .. } = &placed.analysis.annotations;
        self.figures.extend(figures.iter().map(|figure| Figure {
            text: figure.text.clone(),
            range: at(&figure.place),
            value: figure.value,
            low: figure.low,
            high: figure.high,
            unit: figure.unit.clone(),
            counts: figure.counts.clone(),
            label: figure.label.clone(),
            role: figure.role.into(),
            scope: Scope::new(&figure.scope, range),
            article,
        }));
        self.dates.extend(dates.iter().filter(|date| date.has_iso()).map(|date| Date {
            text: date.text.clone(),
            range: at(&date.place),
            iso: date.iso(),
            article,
        }));
        let operand = |operand: &relations::Operand| Operand {
            text: operand.text.clone(),
            range: at(&operand.place),
            role: operand.role.into(),
        };
        self.relations.extend(relations.iter().map(|relation| {
            let (verdict, reason) = match relation.verdict {
                relations::Verdict::Holds => (Verdict::Holds, None),
                relations::Verdict::Fails | relations::Verdict::Unlikely => (Verdict::Fails, None),
                relations::Verdict::Unchecked(why) => (Verdict::Unchecked, Some(why.into())),
            };
            let correction = |correction: &relations::Correction| Correction {
                range: at(&correction.place),
                text: correction.text.clone(),
            };
            Relation {
                kind: relation.kind.into(),
                verdict,
                doubtful: relation.verdict == relations::Verdict::Unlikely,
                reason,
                formula: relation.formula.clone(),
                claim: operand(&relation.claim),
                operands: relation.operands.iter().map(operand).collect(),
                corrections: relation.corrections.iter().map(correction).collect(),
                article,
            }
        }));
    }
}
