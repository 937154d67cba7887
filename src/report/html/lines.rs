//! A line of the draft, cut where something found or mentioned begins or ends.

use std::collections::BTreeSet;

use super::document::{Note, shown};
use crate::{
    check::PlacedArticle,
    ledger,
    outline::BlockKind,
    report::{Checked, excerpt::visible},
    rules::Language,
    text::Span,
};

/// A line of the draft.
#[derive(Debug)]
pub struct Line {
    /// 1-based.
    pub number: usize,
    /// What it is in its article.
    pub kind: BlockKind,
    /// Its text, in pieces.
    pub pieces: Vec<Piece>,
    /// What was found in it.
    pub notes: Vec<Note>,
}

/// A stretch of text of which the same is to be said throughout.
#[derive(Debug)]
pub struct Piece {
    /// How it reads.
    pub text: String,
    /// What is mentioned there.
    pub mentions: Vec<Mention>,
    /// What was found there.
    pub found: Vec<Mark>,
    /// The findings to be referred to behind it.
    pub ends: Vec<Mark>,
}

/// Something found, as the text shows it.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// The number of the finding in the document, 1-based.
    pub number: usize,
    /// The number of its rule on the page.
    pub rule: usize,
    /// Its severity, as the class of an element.
    pub class: &'static str,
}

/// Something mentioned.
#[derive(Clone, Debug)]
pub struct Mention {
    /// Its kind, as the class of an element.
    pub class: &'static str,
    /// What it stands for; may be empty.
    pub title: String,
}

impl Line {
    /// Whether there is nothing to show of it.
    pub fn is_blank(&self) -> bool {
        self.notes.is_empty()
            && self.pieces.iter().all(|piece| piece.text.trim().is_empty() && piece.ends.is_empty())
    }

    /// The element that it is.
    pub const fn element(&self) -> &'static str {
        match self.kind {
            BlockKind::Headline => "h3",
            BlockKind::SectionHead => "h4",
            _ => "p",
        }
    }

    /// Its kind, as the class of an element.
    pub const fn class(&self) -> &'static str {
        match self.kind {
            BlockKind::Masthead => "masthead",
            BlockKind::Kicker => "kicker",
            BlockKind::Headline => "headline",
            BlockKind::Deck => "deck",
            BlockKind::SectionHead => "head",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Byline => "byline",
            BlockKind::Note => "note-line",
        }
    }
}

/// All that is marked in a document.
#[derive(Debug)]
pub struct Marks<'a> {
    text: &'a str,
    found: Sorted<Mark>,
    mentions: Sorted<Mention>,
}

/// Things at their places, in the order of their beginnings; of those that begin together the longest comes first.
#[derive(Debug)]
struct Sorted<T> {
    all: Vec<(Span, T)>,
    /// The length of the longest of them: none that begins earlier than that reaches a place.
    longest: usize,
}

impl<T> Sorted<T> {
    fn new(all: impl Iterator<Item = (Span, T)>) -> Self {
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let longest = all.iter().map(|(span, _)| span.len()).max().unwrap_or_default();
        Self { all, longest }
    }

    /// What has a part on a line, or stands between two of its characters.
    fn on(&self, line: Span) -> Vec<&(Span, T)> {
        let from = self.all.partition_point(|(span, _)| span.start + self.longest < line.start);
        let reached = self.all[from..].iter().take_while(|(span, _)| span.start <= line.end);
        reached.filter(|(span, _)| line.start <= span.end).collect()
    }
}

impl<'a> Marks<'a> {
    /// What was found and what is mentioned.
    pub fn new(checked: &Checked<'a>, rules: &[usize], language: Language) -> Self {
        let found = (1..).zip(&checked.analysis.findings).zip(rules);
        let found = found.map(|((number, finding), &rule)| {
            (finding.span, Mark { number, rule, class: finding.severity.name() })
        });
        let mentions = checked.analysis.articles.iter().flat_map(|placed| mentions(placed, language));
        Self { text: checked.text, found: Sorted::new(found), mentions: Sorted::new(mentions) }
    }

    /// A line in pieces.
    pub fn line(&self, number: usize, line: Span) -> Line {
        let (found, mentions) = (self.found.on(line), self.mentions.on(line));
        let spans = found.iter().map(|(span, _)| *span).chain(mentions.iter().map(|(span, _)| *span));
        let mut cuts: BTreeSet<usize> = spans
            .flat_map(|span| [span.start, span.end])
            .filter(|&cut| line.start < cut && cut < line.end)
            .collect();
        cuts.extend([line.start, line.end]);
        // A finding is referred to where it ends, or its first line does.
        let ends = |at: usize| {
            let here = found.iter().filter(move |(span, _)| {
                span.start >= line.start && span.start <= line.end && span.end.min(line.end) == at
            });
            here.map(|(_, mark)| *mark).collect::<Vec<_>>()
        };
        let opening = ends(line.start);
        let mut pieces = Vec::new();
        if !opening.is_empty() {
            pieces.push(Piece {
                text: String::new(),
                mentions: Vec::new(),
                found: Vec::new(),
                ends: opening,
            });
        }
        let cuts: Vec<usize> = cuts.into_iter().collect();
        for cut in cuts.windows(2) {
            let piece = Span::new(cut[0], cut[1]);
            pieces.push(Piece {
                text: visible(piece.of(self.text).chars()),
                mentions: (mentions.iter())
                    .filter(|(span, _)| span.contains(piece))
                    .map(|(_, mention)| mention.clone())
                    .collect(),
                found: found.iter().filter(|(span, _)| span.contains(piece)).map(|(_, mark)| *mark).collect(),
                ends: ends(piece.end),
            });
        }
        Line { number, kind: BlockKind::Note, pieces, notes: Vec::new() }
    }
}

/// What an article mentions, as offsets into the bulletin.
fn mentions(placed: &PlacedArticle, language: Language) -> Vec<(Span, Mention)> {
    let said = &placed.analysis.annotations;
    let mut mentions = Vec::new();
    let mut add = |span: Span, class, title: String| {
        mentions.push((span.shift(placed.span.start), Mention { class, title: shown(&title) }));
    };
    for place in &said.localities {
        add(place.place.span, "place", place.normalized.clone().unwrap_or_default());
    }
    for body in &said.organizations {
        add(body.place.span, "body", body.normalized.clone().unwrap_or_default());
    }
    for person in &said.persons {
        add(person.place.span, "person", person.posts.join("、"));
    }
    for figure in &said.figures {
        add(figure.place.span, "figure", ledger::figure(figure).get(language).to_owned());
    }
    for date in &said.dates {
        add(date.place.span, "date", ledger::date(date).get(language).to_owned());
    }
    mentions
}

/// What a line of an article is.
pub fn kind(placed: &PlacedArticle, line: Span) -> BlockKind {
    let base = placed.span.start;
    let blocks = placed.analysis.article.blocks.iter();
    let mut kinds: Vec<BlockKind> =
        blocks.filter(|block| block.span.shift(base).overlaps(line)).map(|block| block.kind).collect();
    // A line may hold a kicker and the headline behind it.
    kinds.sort_by_key(|kind| *kind != BlockKind::Headline);
    kinds.first().copied().unwrap_or(BlockKind::Masthead)
}
