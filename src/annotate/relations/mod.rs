//! What figures, dates and lists have to do with one another: every sum, count, share, change, product, conversion,
//! repetition and order that the wording states, evaluated on what the printed digits allow.
//!
//! One file a relation: it finds the relation by grammar and judges it. Relations that hold are kept, for the ledger;
//! the rules in [`crate::rules`] report those that do not. A relation whose scope is unclear is
//! [`Verdict::Unchecked`] and says why.

mod change;
mod clause;
mod clock_order;
mod clock_span;
mod conversion;
mod count;
mod date_order;
mod duration;
mod edition;
mod elapsed;
mod likeness;
mod lunar;
mod part_list;
mod printed;
mod product;
mod range;
mod repeat;
mod series;
mod share;
mod subset;
mod sum;
#[cfg(test)]
mod testing;
mod weekday;
mod whole;

use super::{Annotations, Place};
use crate::outline::Article;

/// What two or more figures, dates or list items have to do with one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RelationKind {
    /// Parts add up to a total.
    Sum,
    /// A stated number of things is the number listed.
    Count,
    /// The same quantity is given twice.
    Repeat,
    /// A percentage or fraction is one count out of another.
    Share,
    /// Shares of one whole make 100 %.
    Whole,
    /// A growth rate or difference follows from the values before and after.
    Change,
    /// A quantity per unit times a number of units is a total.
    Product,
    /// A subset is no greater than its whole.
    Subset,
    /// One quantity is given in two units.
    Conversion,
    /// A range runs from less to more.
    Range,
    /// A date falls on the weekday printed with it.
    Weekday,
    /// A day is given in both calendars.
    Lunar,
    /// Dates and times come in order.
    Order,
    /// A duration is the time between two dates.
    Duration,
    /// A number of sessions, anniversaries or years of age follows from two years.
    Elapsed,
}

/// Why a relation was seen and not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The list is open: 等, 包括, or it makes less than the total.
    OpenList,
    /// The parts may overlap.
    Overlap,
    /// Growth at comparable prices, in real terms, or a yearly average.
    AdjustedGrowth,
    /// The figures may speak of different things.
    Scope,
    /// The words of estimate leave too much room.
    Estimate,
    /// The year is not known.
    UnknownYear,
}

/// Whether a relation holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// On some reading.
    Holds,
    /// On no reading.
    Fails,
    /// On no likely reading: only if a list that reads as complete is not, or a year is not the one that is meant.
    Unlikely,
    /// It was not judged.
    Unchecked(Doubt),
}

/// What an operand is in its relation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OperandRole {
    /// The sum of the parts, the whole of a share, the product.
    Total,
    /// One of the parts.
    Part,
    /// One of the things listed.
    Item,
    /// The value before a change, or the start of a range or stretch of time.
    Before,
    /// The value behind a change, or the end of a range or stretch of time.
    After,
    /// By how much it changed.
    Difference,
    /// A percentage or ratio.
    Rate,
    /// A quantity per unit.
    PerUnit,
    /// A number of units.
    Units,
    /// The same quantity elsewhere.
    Same,
    /// A date.
    Date,
    /// A weekday.
    Weekday,
    /// A length of time.
    Length,
}

impl OperandRole {
    /// Its name in Chinese and in English.
    pub const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::Total => ("总数", "the total"),
            Self::Part => ("分项", "the part"),
            Self::Item => ("列举项", "the item"),
            Self::Before => ("起始值", "the value before"),
            Self::After => ("终了值", "the value behind"),
            Self::Difference => ("增减量", "the difference"),
            Self::Rate => ("比率", "the rate"),
            Self::PerUnit => ("单位量", "the quantity per unit"),
            Self::Units => ("数量", "the number of units"),
            Self::Same => ("另一处", "elsewhere"),
            Self::Date => ("日期", "the date"),
            Self::Weekday => ("星期", "the weekday"),
            Self::Length => ("时长", "the length of time"),
        }
    }
}

/// A figure, date or list item that takes part in a relation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operand {
    /// Where it stands.
    pub place: Place,
    /// As it reads.
    pub text: String,
    /// What it is here.
    pub role: OperandRole,
}

/// Another text that would make a relation hold, all else left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What would be replaced.
    pub place: Place,
    /// By what.
    pub text: String,
}

/// A relation that the wording states.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relation {
    /// What kind of relation.
    pub kind: RelationKind,
    /// What is claimed: the total, the count, the percentage, the second mention.
    pub claim: Operand,
    /// What it is held against, in the order of the text.
    pub operands: Vec<Operand>,
    /// The arithmetic in signs alone, the same in every language, without the claim: `12 + 20 = 32`.
    pub formula: String,
    /// Whether it holds.
    pub verdict: Verdict,
    /// What could be mended where it fails, the likelier first; never a safe fix.
    pub corrections: Vec<Correction>,
}

impl Relation {
    /// Whether it is to be reported.
    pub fn is_wrong(&self) -> bool {
        matches!(self.verdict, Verdict::Fails | Verdict::Unlikely)
    }

    /// The claim and all it is held against.
    pub fn everything(&self) -> impl Iterator<Item = &Operand> {
        std::iter::once(&self.claim).chain(&self.operands)
    }
}

/// The relations of an article, in the order of their claims. `said` holds its figures, dates and names.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let finders = [
        change::find,
        clock_order::find,
        clock_span::find,
        conversion::find,
        count::find,
        date_order::find,
        duration::find,
        edition::find,
        elapsed::find,
        lunar::find,
        product::find,
        range::find,
        repeat::find,
        series::find,
        share::find,
        subset::find,
        sum::find,
        weekday::find,
        whole::find,
    ];
    let mut relations: Vec<Relation> = finders.into_iter().flat_map(|find| find(article, said)).collect();
    let counts = count::of_parts(said, &relations);
    relations.extend(counts);
    relations.sort_by_key(|relation| (relation.claim.place.block, relation.claim.place.at));
    relations
}

/// A value as an editor would write it: whole where it is whole, 万 and 亿 in place of many noughts.
pub fn plain(value: f64) -> String {
    let short = |value: f64| format!("{}", (value * 1e4).round() / 1e4);
    let is_round = |weight: f64| {
        value.abs() >= weight && ((value / weight * 1e4).round() - value / weight * 1e4).abs() < 1e-6
    };
    if is_round(1e8) {
        format!("{}亿", short(value / 1e8))
    } else if value.abs() >= 1e5 && is_round(1e4) {
        format!("{}万", short(value / 1e4))
    } else {
        short(value)
    }
}
