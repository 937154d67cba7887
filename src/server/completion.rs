//! `textDocument/completion` and `completionItem/resolve`: the names of the draft, and behind a place the places in it.

use std::collections::HashMap;

use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;

use super::{
    abilities::Abilities,
    convert,
    name::{self, Kind},
    session::Open,
};
use crate::{
    lexicon::gazetteer::{self, Division},
    rules::Words,
    text::{Span, chars::is_han},
};

/// How many names are offered at once.
const MOST: usize = 100;

/// How many characters before the cursor may belong to what is being typed.
const LONGEST: usize = 12;

/// The names that fit what stands before a position.
pub fn of(open: &Open, position: lsp::Position, abilities: Abilities) -> lsp::CompletionList {
    let offset = open.document.offset(convert::position(position), abilities.encoding);
    let typed = typed(open, offset);
    let mut items = children(open, offset, &typed, abilities);
    items.extend(known(open, offset, &typed, abilities));
    let is_incomplete = items.len() > MOST;
    items.truncate(MOST);
    for (at, item) in items.iter_mut().enumerate() {
        item.sort_text = Some(format!("{at:04}"));
    }
    lsp::CompletionList { is_incomplete, items, ..lsp::CompletionList::default() }
}

/// The characters before the cursor, up to a mark or the start of the line.
fn typed(open: &Open, offset: usize) -> String {
    let line = open.document.position(offset, crate::text::Encoding::Utf8).line;
    let start =
        open.document.offset(crate::text::Position { line, character: 0 }, crate::text::Encoding::Utf8);
    let before = open.document.slice(Span::new(start.min(offset), offset));
    let mut run: Vec<char> = before.chars().rev().take_while(|c| is_han(*c)).take(LONGEST).collect();
    run.reverse();
    run.into_iter().collect()
}

/// The divisions in the place that `typed` names, by what is typed behind it: 常熟市支 offers 支塘镇.
fn children(open: &Open, offset: usize, typed: &str, abilities: Abilities) -> Vec<lsp::CompletionItem> {
    let Some((parent, prefix)) = parent(typed) else { return Vec::new() };
    gazetteer::children(parent)
        .filter(|child| child.is_current())
        .filter_map(|child| Some((child, child.name()?)))
        .filter(|(_, name)| name.starts_with(prefix))
        .map(|(child, name)| {
            let replaced = Span::new(offset - prefix.len(), offset);
            lsp::CompletionItem {
                detail: Some(child.full_name(name)),
                ..item(open, name, replaced, Kind::Locality, abilities)
            }
        })
        .collect()
}

/// The place that `typed` holds last, if but one bears its name, and what is typed behind it.
fn parent(typed: &str) -> Option<(Division, &str)> {
    typed.char_indices().map(|(at, c)| at + c.len_utf8()).rev().find_map(|end| {
        let mut whole = None;
        for (_, bearers) in gazetteer::names_ending(&typed[..end]) {
            let mut current = bearers.iter().filter(|one| one.name().is_some() && one.is_current());
            if let (Some(one), None) = (current.next(), current.next()) {
                whole = Some(one);
            }
        }
        whole.map(|one| (one, &typed[end..]))
    })
}

/// The names that the draft mentions elsewhere and that go on what is typed, the most frequent first.
fn known(open: &Open, offset: usize, typed: &str, abilities: Abilities) -> Vec<lsp::CompletionItem> {
    let mut counts: HashMap<(Kind, String), usize> = HashMap::new();
    for one in name::all(open) {
        if !(one.span.start <= offset && offset <= one.span.end) {
            *counts.entry((one.kind, one.text)).or_default() += 1;
        }
    }
    let mut fitting: Vec<(usize, &str, &str, Kind)> = counts
        .iter()
        .filter_map(|((kind, name), count)| Some((*count, prefix_of(name, typed)?, name.as_str(), *kind)))
        .collect();
    fitting.sort_by(|one, other| other.0.cmp(&one.0).then(one.2.cmp(other.2)));
    fitting
        .into_iter()
        .map(|(_, prefix, name, kind)| {
            item(open, name, Span::new(offset - prefix.len(), offset), kind, abilities)
        })
        .collect()
}

/// The longest end of what is typed that a name begins with; nothing typed fits every name.
fn prefix_of<'a>(name: &str, typed: &'a str) -> Option<&'a str> {
    if typed.is_empty() {
        return Some("");
    }
    typed.char_indices().map(|(at, _)| &typed[at..]).find(|end| name.starts_with(end) && name != *end)
}

/// The document an item was offered in.
pub fn uri(item: &lsp::CompletionItem) -> Option<lsp::Uri> {
    serde_json::from_value(item.data.as_ref()?.get("uri")?.clone()).ok()
}

/// What the draft says of a name that is offered: its full form, how often it stands, and where first.
pub fn documentation(open: &Open, item: &lsp::CompletionItem, abilities: Abilities) -> Option<String> {
    let mentions: Vec<_> = name::all(open).into_iter().filter(|one| one.text == item.label).collect();
    let first = mentions.first()?;
    let line = open.document.position(first.span.start, crate::text::Encoding::Utf8).line + 1;
    let count = mentions.len();
    let words = Words::new(
        format!("本稿出现 {count} 次，首见于第 {line} 行"),
        format!("{count} times in this draft, first on line {line}"),
    );
    let full = first.full.as_deref().filter(|full| *full != item.label);
    let full = full.map(|full| format!("{full}\n\n")).unwrap_or_default();
    Some(format!("{full}{}", words.get(abilities.language)))
}

fn item(open: &Open, name: &str, replaced: Span, kind: Kind, abilities: Abilities) -> lsp::CompletionItem {
    lsp::CompletionItem {
        label: name.to_owned(),
        kind: Some(match kind {
            Kind::Locality => lsp::CompletionItemKind::Field,
            Kind::Organization => lsp::CompletionItemKind::Interface,
            Kind::Person => lsp::CompletionItemKind::Variable,
        }),
        text_edit: Some(
            lsp::TextEdit {
                range: convert::range(&open.document, replaced, abilities.encoding),
                new_text: name.to_owned(),
            }
            .into(),
        ),
        filter_text: Some(name.to_owned()),
        data: Some(json!({ "uri": open.uri })),
        ..lsp::CompletionItem::default()
    }
}
