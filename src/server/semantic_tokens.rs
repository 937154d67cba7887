//! `textDocument/semanticTokens/full`, `full/delta` and `range`: what kind of thing each stretch of the draft is.
//!
//! The types are the protocol's own, which every colour scheme knows: places are namespaces, bodies are interfaces, people
//! are variables, figures are numbers, dates are events, bylines are decorators, headlines are classes.

use std::sync::atomic::{AtomicU64, Ordering};

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, session::Open};
use crate::{
    check::PlacedArticle,
    outline::BlockKind,
    text::{Encoding, Position, Span},
};

/// What stretches there are, in the order of their numbers.
const TYPES: [&str; 8] =
    ["namespace", "interface", "variable", "number", "event", "decorator", "class", "property"];

const LOCALITY: u32 = 0;
const ORGANIZATION: u32 = 1;
const PERSON: u32 = 2;
const FIGURE: u32 = 3;
const DATE: u32 = 4;
const BYLINE: u32 = 5;
const HEADLINE: u32 = 6;
const SECTION_HEAD: u32 = 7;

/// What is told of the tokens.
pub fn options() -> lsp::SemanticTokensOptions {
    lsp::SemanticTokensOptions {
        legend: lsp::SemanticTokensLegend {
            token_types: TYPES.map(str::to_owned).to_vec(),
            token_modifiers: Vec::new(),
        },
        range: Some(true.into()),
        full: Some(lsp::SemanticTokensFullDelta { delta: Some(true) }.into()),
        ..lsp::SemanticTokensOptions::default()
    }
}

/// The tokens a client was given, to say what has changed since.
#[derive(Clone, Debug)]
pub struct Given {
    id: String,
    data: Vec<u32>,
}

impl Given {
    /// The tokens of a document as they are now, by a name of their own.
    pub fn of(open: &Open, abilities: Abilities) -> Self {
        static COUNT: AtomicU64 = AtomicU64::new(0);
        let id = COUNT.fetch_add(1, Ordering::Relaxed).to_string();
        Self { id, data: encoded(open, Span::new(0, open.document.len()), abilities) }
    }

    /// All of them.
    pub fn whole(&self) -> lsp::SemanticTokens {
        lsp::SemanticTokens { result_id: Some(self.id.clone()), data: tokens(&self.data) }
    }

    /// What has changed since `before`, which the client calls `previous`; all of them if it means others.
    pub fn since(&self, before: Option<&Self>, previous: &str) -> lsp::SemanticTokensDeltaResponse {
        let Some(before) = before.filter(|before| before.id == previous) else { return self.whole().into() };
        let (old, new) = (&before.data, &self.data);
        let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
        let most = old.len().min(new.len()) - head;
        let tail =
            old.iter().rev().zip(new.iter().rev()).take(most).take_while(|(old, new)| old == new).count();
        let edit = lsp::SemanticTokensEdit {
            start: head as u32,
            delete_count: (old.len() - head - tail) as u32,
            data: Some(new[head..new.len() - tail].to_vec()),
        };
        let is_same = old == new;
        lsp::SemanticTokensDelta {
            result_id: Some(self.id.clone()),
            edits: if is_same { Vec::new() } else { vec![edit] },
        }
        .into()
    }
}

/// The tokens that touch a range.
pub fn in_range(open: &Open, range: lsp::Range, abilities: Abilities) -> lsp::SemanticTokens {
    let asked = convert::span(&open.document, range, abilities.encoding);
    lsp::SemanticTokens { result_id: None, data: tokens(&encoded(open, asked, abilities)) }
}

fn tokens(data: &[u32]) -> Vec<lsp::SemanticToken> {
    let token = |five: &[u32; 5]| lsp::SemanticToken {
        delta_line: five[0],
        delta_start: five[1],
        length: five[2],
        token_type: five[3],
        token_modifiers_bitset: five[4],
    };
    data.as_chunks().0.iter().map(token).collect()
}

/// Five numbers a token, each relative to the one before.
fn encoded(open: &Open, asked: Span, abilities: Abilities) -> Vec<u32> {
    let mut data = Vec::new();
    let mut before = Position::default();
    for (span, kind) in stretches(open, asked)
        .into_iter()
        .flat_map(|(span, kind)| lines(open, span).into_iter().map(move |span| (span, kind)))
    {
        let at = |offset| open.document.position(offset, abilities.encoding);
        let (start, end) = (at(span.start), at(span.end));
        let same_line = start.line == before.line;
        let from = if same_line { before.character } else { 0 };
        data.extend([
            (start.line - before.line) as u32,
            (start.character - from) as u32,
            (end.character - start.character) as u32,
            kind,
            0,
        ]);
        before = start;
    }
    data
}

/// The stretches that touch `asked`, in order; none lies over another.
fn stretches(open: &Open, asked: Span) -> Vec<(Span, u32)> {
    let articles = open.analysis.articles.iter().filter(|placed| placed.span.overlaps(asked));
    let mut all: Vec<(Span, u32)> = articles.flat_map(in_article).collect();
    all.retain(|(span, _)| span.overlaps(asked));
    all
}

fn in_article(placed: &PlacedArticle) -> Vec<(Span, u32)> {
    let (read, said) = (&placed.analysis.article, &placed.analysis.annotations);
    let names = said.organizations.iter().map(|one| (one.place.span, ORGANIZATION));
    let names = names.chain(said.persons.iter().map(|one| (one.place.span, PERSON)));
    let names = names.chain(said.localities.iter().map(|one| (one.place.span, LOCALITY)));
    let names = names.chain(said.dates.iter().map(|one| (one.place.span, DATE)));
    let mut names: Vec<_> = names.chain(said.figures.iter().map(|one| (one.place.span, FIGURE))).collect();
    let bylines = read.bylines.iter().map(|one| (one.span, BYLINE));
    // The longest at a place counts: a body, not the place in its name.
    names.extend(bylines);
    // A name that is signed alone is a byline before it is a person.
    names.sort_by_key(|(span, kind)| (span.start, std::cmp::Reverse(span.end), *kind != BYLINE, *kind));
    let mut end = 0;
    names.retain(|(span, _)| {
        let is_free = span.start >= end && !span.is_empty();
        end = if is_free { span.end } else { end };
        is_free
    });
    let headline = read.headline.iter().map(|part| (part.span, HEADLINE));
    let heads = read.blocks.iter().filter(|block| block.kind == BlockKind::SectionHead);
    let mut all: Vec<(Span, u32)> = headline
        .chain(heads.map(|block| (block.span, SECTION_HEAD)))
        .flat_map(|(span, kind)| gaps(span, &names).into_iter().map(move |gap| (gap, kind)))
        .collect();
    all.append(&mut names);
    all.sort_unstable();
    all.into_iter().map(|(span, kind)| (span.shift(placed.span.start), kind)).collect()
}

/// What of a head is left between the names in it.
fn gaps(head: Span, names: &[(Span, u32)]) -> Vec<Span> {
    let mut gaps = Vec::new();
    let mut start = head.start;
    for (name, _) in names.iter().filter(|(name, _)| name.overlaps(head)) {
        gaps.push(Span::new(start, name.start.max(start)));
        start = name.end;
    }
    gaps.push(Span::new(start.min(head.end), head.end));
    gaps.retain(|gap| !gap.is_empty());
    gaps
}

/// The parts of a span line by line: few clients take a token that goes over lines.
fn lines(open: &Open, span: Span) -> Vec<Span> {
    let line = |offset| open.document.position(offset, Encoding::Utf8).line;
    let part = |line| {
        let line = open.document.line(line)?;
        let part = Span::new(span.start.max(line.start), span.end.min(line.end));
        (part.start < part.end).then_some(part)
    };
    (line(span.start)..=line(span.end)).filter_map(part).collect()
}
