//! What a ledger comes to.

use std::ops::AddAssign;

use crate::{
    annotate::{Annotations, relations::Verdict},
    rules::Words,
};

/// How many figures, dates and relations there are, and how the relations were judged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Quantities.
    pub figures: usize,
    /// Dates.
    pub dates: usize,
    /// Relations that hold.
    pub hold: usize,
    /// Relations that fail, or most likely do.
    pub fail: usize,
    /// Relations that were seen and not judged.
    pub unchecked: usize,
}

impl Tally {
    /// Counts what an article mentions.
    pub fn of(said: &Annotations) -> Self {
        let mut tally = Self { figures: said.figures.len(), dates: said.dates.len(), ..Self::default() };
        for relation in &said.relations {
            match relation.verdict {
                Verdict::Holds => tally.hold += 1,
                Verdict::Fails | Verdict::Unlikely => tally.fail += 1,
                Verdict::Unchecked(_) => tally.unchecked += 1,
            }
        }
        tally
    }

    /// How many relations there are.
    pub const fn relations(&self) -> usize {
        self.hold + self.fail + self.unchecked
    }

    /// The counts in a sentence.
    pub fn words(&self) -> Words {
        let Self { figures, dates, hold, fail, unchecked } = self;
        let relations = self.relations();
        Words::new(
            format!(
                "数字 {figures} 处，日期 {dates} 处，关系 {relations} 条：相符 {hold} 条，不符 {fail} 条，未核 {unchecked} 条"
            ),
            format!(
                "{}, {}, {}: {hold} hold, {fail} fail, {unchecked} not checked",
                counted(*figures, "figure"),
                counted(*dates, "date"),
                counted(relations, "relation")
            ),
        )
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.figures += other.figures;
        self.dates += other.dates;
        self.hold += other.hold;
        self.fail += other.fail;
        self.unchecked += other.unchecked;
    }
}

fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}
