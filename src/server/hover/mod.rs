//! `textDocument/hover`: cards for places, organizations, people, figures and dates, one file a kind of card.

mod date;
mod figure;
mod locality;
mod mentions;
mod organization;
mod person;
mod relation;

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, session::Open};
use crate::{
    annotate::Place,
    rules::{Language, Words},
    text::Span,
};

/// What is known of a stretch of the draft.
struct Card {
    /// Where it stands in its article.
    span: Span,
    /// How it reads.
    name: String,
    /// What kind of thing it is.
    kind: Option<Words>,
    facts: Vec<Words>,
}

/// The cards of what stands at a position, the narrowest first; its range is the range of the hover.
pub fn of(open: &Open, position: lsp::Position, abilities: Abilities) -> Option<lsp::Hover> {
    let offset = open.document.offset(convert::position(position), abilities.encoding);
    let article = open.analysis.articles.iter().find(|article| article.span.holds(offset))?;
    let said = &article.analysis.annotations;
    let here = |place: &Place| place.span.holds(offset - article.span.start);
    let places = said.localities.iter().filter(|one| here(&one.place)).map(locality::card);
    let bodies = said
        .organizations
        .iter()
        .filter(|one| here(&one.place))
        .map(|one| organization::card(open, said, one));
    let people = said.persons.iter().filter(|one| here(&one.place)).map(|one| person::card(open, one));
    let figures = said.figures.iter().filter(|one| here(&one.place)).map(|one| figure::card(said, one));
    let dates = said.dates.iter().filter(|one| here(&one.place)).map(|one| date::card(said, one));
    let mut cards: Vec<Card> = places.chain(bodies).chain(people).chain(figures).chain(dates).collect();
    cards.sort_by_key(|card| card.span.end - card.span.start);
    let range = cards.first()?.span.shift(article.span.start);
    Some(lsp::Hover {
        contents: content(&cards, abilities).into(),
        range: Some(convert::range(&open.document, range, abilities.encoding)),
    })
}

fn content(cards: &[Card], abilities: Abilities) -> lsp::MarkupContent {
    let shown = |card: &Card| {
        let kind = card.kind.as_ref().map(|kind| match abilities.language {
            Language::Chinese => format!("（{}）", kind.zh),
            Language::English => format!(" ({})", kind.en),
        });
        let kind = kind.unwrap_or_default();
        let facts = card.facts.iter().map(|fact| fact.get(abilities.language));
        if abilities.markdown {
            let title = format!("**{}**{kind}", escaped(&card.name));
            std::iter::once(title).chain(facts.map(escaped)).collect::<Vec<_>>().join("\n\n")
        } else {
            let title = format!("{}{kind}", card.name);
            std::iter::once(title.as_str()).chain(facts).collect::<Vec<_>>().join("\n")
        }
    };
    let shown: Vec<String> = cards.iter().map(shown).collect();
    if abilities.markdown {
        lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value: shown.join("\n\n---\n\n") }
    } else {
        lsp::MarkupContent { kind: lsp::MarkupKind::PlainText, value: shown.join("\n\n") }
    }
}

/// Text in which Markdown sees nothing but text.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
