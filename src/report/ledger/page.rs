//! The ledger of one document in one language, ready to be set out.

use anstyle::Style;

use super::say;
use crate::{
    annotate::{
        Place,
        relations::{self, Verdict},
    },
    check::PlacedArticle,
    ledger::{self, Tally},
    report::{
        Checked, Positions,
        contract::Position,
        excerpt::{quote, visible},
        style::{FAILS, HOLDS, UNCHECKED},
    },
    rules::Language,
};

/// The ledger of one document.
#[derive(Debug)]
pub struct Page {
    /// What the document is called.
    pub name: String,
    /// Its articles in order.
    pub articles: Vec<Article>,
    /// What it comes to.
    pub tally: Tally,
}

/// The ledger of one article.
#[derive(Debug)]
pub struct Article {
    /// Its headline, if it has one.
    pub headline: Option<String>,
    /// Its first and its last line, 1-based.
    pub lines: [usize; 2],
    /// Its figures and dates in the order of the text.
    pub entries: Vec<Entry>,
    /// Its relations in the order of their claims.
    pub relations: Vec<Relation>,
}

/// A figure or a date.
#[derive(Debug)]
pub struct Entry {
    /// Where it begins.
    pub at: Position,
    /// As it reads.
    pub text: String,
    /// How it was read.
    pub reading: String,
    /// What it is a figure of; may be empty.
    pub of: String,
    /// What it is in its sentence.
    pub role: String,
    /// Whose it is and of when, as far as its sentence says; may be empty.
    pub scope: String,
}

/// A relation that was checked, or seen and not judged.
#[derive(Debug)]
pub struct Relation {
    /// Where its claim begins.
    pub at: Position,
    /// Whether it holds.
    pub outcome: Verdict,
    /// Whether it holds, in a sign.
    pub mark: char,
    /// Whether it holds, in a word.
    pub verdict: String,
    /// What kind of relation it is.
    pub kind: String,
    /// The arithmetic, how the claim compares with it, and why it was not judged.
    pub statement: String,
    /// What it was held against, by the part it plays.
    pub parts: Vec<(String, Vec<Quoted>)>,
    /// What would make it hold.
    pub corrections: Vec<Quoted>,
}

/// Words of the draft and where they stand.
#[derive(Debug)]
pub struct Quoted {
    /// Where they begin.
    pub at: Position,
    /// How they read.
    pub text: String,
}

impl Page {
    /// The ledger of a checked document.
    pub fn new(checked: &Checked<'_>, language: Language) -> Self {
        let positions = Positions::new(checked.text);
        let mut tally = Tally::default();
        for placed in &checked.analysis.articles {
            tally += Tally::of(&placed.analysis.annotations);
        }
        let articles = checked.analysis.articles.iter();
        Self {
            name: checked.source.to_string(),
            articles: articles.map(|placed| Article::new(placed, &positions, language)).collect(),
            tally,
        }
    }
}

impl Article {
    fn new(placed: &PlacedArticle, positions: &Positions<'_>, language: Language) -> Self {
        let at = |place: &Place| positions.position(place.span.shift(placed.span.start).start);
        let said = &placed.analysis.annotations;
        let figures = said.figures.iter().map(|figure| Entry {
            at: at(&figure.place),
            text: quote(&figure.text),
            reading: ledger::figure(figure).get(language).to_owned(),
            of: quote(ledger::subject(figure)),
            role: ledger::role(figure.role).get(language).to_owned(),
            scope: quote(&ledger::scope(figure)),
        });
        let dates = said.dates.iter().map(|date| Entry {
            at: at(&date.place),
            text: quote(&date.text),
            reading: ledger::date(date).get(language).to_owned(),
            of: String::new(),
            role: say(language, "日期", "date").to_owned(),
            scope: String::new(),
        });
        let mut entries: Vec<Entry> = figures.chain(dates).collect();
        entries.sort_by_key(|entry| entry.at);
        let relation = |relation: &relations::Relation| Relation::new(relation, language, at);
        Self {
            headline: placed.analysis.article.headline.as_ref().map(|headline| quote(&headline.text)),
            lines: positions.lines(placed.span),
            entries,
            relations: said.relations.iter().map(relation).collect(),
        }
    }
}

impl Relation {
    fn new(relation: &relations::Relation, language: Language, at: impl Fn(&Place) -> Position) -> Self {
        let quoted = |place: &Place, text: &str| Quoted { at: at(place), text: quote(text) };
        let parts = ledger::parts(relation).into_iter().map(|(role, operands)| {
            let operands = operands.into_iter().map(|operand| quoted(&operand.place, &operand.text));
            (role.get(language).to_owned(), operands.collect())
        });
        Self {
            at: at(&relation.claim.place),
            outcome: relation.verdict,
            mark: ledger::mark(relation.verdict),
            verdict: ledger::verdict(relation.verdict).get(language).to_owned(),
            kind: ledger::kind(relation.kind).get(language).to_owned(),
            statement: visible(ledger::statement(relation).get(language).chars()),
            parts: parts.collect(),
            corrections: (relation.corrections.iter())
                .map(|correction| quoted(&correction.place, &correction.text))
                .collect(),
        }
    }

    /// The colour of its mark.
    pub const fn style(&self) -> Style {
        match self.outcome {
            Verdict::Holds => HOLDS,
            Verdict::Fails | Verdict::Unlikely => FAILS,
            Verdict::Unchecked(_) => UNCHECKED,
        }
    }

    /// The class of its row in HTML.
    pub const fn class(&self) -> &'static str {
        match self.outcome {
            Verdict::Holds => "holds",
            Verdict::Fails | Verdict::Unlikely => "fails",
            Verdict::Unchecked(_) => "unchecked",
        }
    }
}
