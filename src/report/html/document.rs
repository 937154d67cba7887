//! One document, ready to be set out as a page.

use super::{
    Counts,
    lines::{self, Line},
};
use crate::{
    check::{PlacedArticle, error_rate},
    outline::BlockKind,
    report::{
        Checked, Positions,
        contract::{DocumentFindings, ErrorRate, Finding},
        error_rate::line,
        excerpt::{quote, visible},
        ledger::Page,
    },
    rules::{Language, Severity},
};

/// One document.
#[derive(Debug)]
pub struct Document {
    /// What it is called.
    pub name: String,
    /// How much was found.
    pub counts: Counts,
    /// Its error rate, in a sentence.
    pub rate: String,
    /// The errors of the rate by their kind: name, how many, what they weigh.
    pub classes: Vec<(String, usize, f64)>,
    /// Its articles, and what stands before, between and behind them.
    pub sections: Vec<Section>,
    /// Its figures, and what they have to do with one another.
    pub ledger: Page,
}

/// An article, or lines that belong to none.
#[derive(Debug)]
pub struct Section {
    /// What the outline says of it; `None` for lines that belong to no article.
    pub outline: Option<Outline>,
    /// Its lines, empty ones left out.
    pub lines: Vec<Line>,
    /// How much was found in it.
    pub found: usize,
}

/// What an article is made of.
#[derive(Debug)]
pub struct Outline {
    /// Its headline, if it has one.
    pub headline: Option<String>,
    /// Its first and its last line, 1-based.
    pub lines: [usize; 2],
    /// Section heads in order.
    pub heads: Vec<String>,
    /// Who signed, by the part they had.
    pub bylines: Vec<(String, String)>,
    /// How many paragraphs it has.
    pub paragraphs: usize,
}

/// Something that was found, in the margin.
#[derive(Debug)]
pub struct Note {
    /// Its number in the document, 1-based.
    pub number: usize,
    /// The number of its rule on the page.
    pub rule: usize,
    /// What is said of it.
    pub finding: Finding,
    /// The places that belong to it, and how they read.
    pub related: Vec<Quoted>,
}

/// A place that belongs to a finding.
#[derive(Debug)]
pub struct Quoted {
    /// Its line and column.
    pub at: String,
    /// How it reads.
    pub text: String,
    /// What it is.
    pub message: String,
}

impl Note {
    /// Its severity as the class of an element.
    pub const fn class(&self) -> &'static str {
        self.finding.severity.name()
    }
}

impl Document {
    /// A checked document; `rules` are the numbers of the rules of its findings.
    pub fn new(checked: &Checked<'_>, rules: &[usize], language: Language) -> Self {
        let Checked { source, text, analysis, .. } = *checked;
        let positions = Positions::new(text);
        let counted;
        let rate = if let Some(rate) = checked.error_rate {
            rate
        } else {
            counted = error_rate::ErrorRate::of(text, analysis, None);
            &counted
        };
        let rate = ErrorRate::new(rate, language);
        let mut counts = Counts::default();
        for finding in &analysis.findings {
            counts.add(finding.severity);
        }
        let mut notes = notes(checked, rules, language).into_iter().peekable();
        let marks = lines::Marks::new(checked, rules, language);
        let mut sections: Vec<Section> = Vec::new();
        let mut articles = analysis.articles.iter().peekable();
        let mut current: Option<&PlacedArticle> = None;
        let mut number = 0;
        while let Some(span) = positions.line(number + 1) {
            number += 1;
            let mut line = marks.line(number, span);
            while let Some(note) = notes.next_if(|note| note.finding.range.start.line <= number) {
                line.notes.push(note);
            }
            if line.is_blank() {
                continue;
            }
            let begun = current.is_some_and(|placed| placed.span.end > span.start);
            if !begun {
                let next = articles.next_if(|placed| placed.span.start < span.end.max(span.start + 1));
                if next.is_some() || current.is_some() || sections.is_empty() {
                    sections.push(Section {
                        outline: next.map(|placed| Outline::new(placed, &positions)),
                        lines: Vec::new(),
                        found: 0,
                    });
                }
                current = next;
            }
            line.kind = current.map_or(BlockKind::Masthead, |placed| lines::kind(placed, span));
            if let Some(section) = sections.last_mut() {
                section.found += line.notes.len();
                section.lines.push(line);
            }
        }
        // What is found behind the last character belongs to the last line.
        if let Some(line) = sections.last_mut().and_then(|section| section.lines.last_mut()) {
            line.notes.extend(notes);
        }
        Self {
            name: shown(&source.to_string()),
            counts,
            rate: line(&rate, language),
            classes: rate.classes.into_iter().map(|sum| (sum.name, sum.count, sum.weight)).collect(),
            sections,
            ledger: Page::new(checked, language),
        }
    }

    /// The number of the note that comes first on the page.
    pub fn first(&self) -> Option<usize> {
        let mut lines = self.sections.iter().flat_map(|section| &section.lines);
        lines.find_map(|line| Some(line.notes.first()?.number))
    }

    /// The worst that was found, as the class of an element.
    pub const fn class(&self) -> &'static str {
        if self.counts.errors > 0 {
            Severity::Error.name()
        } else if self.counts.warnings > 0 {
            Severity::Warning.name()
        } else if self.counts.infos > 0 {
            Severity::Info.name()
        } else {
            "sound"
        }
    }
}

impl Outline {
    fn new(placed: &PlacedArticle, positions: &Positions<'_>) -> Self {
        let article = &placed.analysis.article;
        let bylines = article.bylines.iter().map(|byline| {
            let names: Vec<_> = byline.names.iter().map(|name| name.text.as_str()).collect();
            (shown(&byline.role), shown(&names.join("、")))
        });
        Self {
            headline: article.headline.as_ref().map(|headline| quote(&headline.text)),
            lines: positions.lines(placed.span),
            heads: article.sections().map(|head| quote(&head.text)).collect(),
            bylines: bylines.collect(),
            paragraphs: article.paragraphs().count(),
        }
    }
}

fn notes(checked: &Checked<'_>, rules: &[usize], language: Language) -> Vec<Note> {
    let Checked { source, text, analysis, .. } = *checked;
    let findings = DocumentFindings::new(source, text, analysis, language).findings;
    let found = findings.into_iter().zip(&analysis.findings).zip(rules).zip(1..);
    let mut notes: Vec<Note> = found
        .map(|(((mut finding, found), &rule), number)| {
            finding.message = shown(&finding.message);
            for fix in &mut finding.fixes {
                fix.title = shown(&fix.title);
            }
            let related = finding.related.iter().zip(&found.related).map(|(related, found)| {
                let text = quote(found.span.of(text));
                // Words that quote the place need no quotation in front.
                let text = if related.message.contains(&text) { String::new() } else { text };
                Quoted { at: related.range.start.to_string(), text, message: shown(&related.message) }
            });
            Note { number, rule, related: related.collect(), finding }
        })
        .collect();
    notes.sort_by_key(|note| note.finding.range.start);
    notes
}

/// Words as they can be shown: without what would turn the text around them.
pub fn shown(text: &str) -> String {
    visible(text.chars())
}
