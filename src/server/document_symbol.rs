//! `textDocument/documentSymbol`: articles, and in each its section heads, places and organizations.

use std::collections::HashSet;

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, session::Open};
use crate::{
    check::PlacedArticle,
    text::{Encoding, Span},
};

/// The outline of a document; a flat list for a client that knows no other.
pub fn of(open: &Open, abilities: Abilities) -> lsp::DocumentSymbolResponse {
    let articles = open.analysis.articles.iter().map(|placed| article(open, placed, abilities.encoding));
    if abilities.nested_symbols {
        articles.collect::<Vec<_>>().into()
    } else {
        articles.flat_map(|article| flat(&open.uri, article)).collect::<Vec<_>>().into()
    }
}

/// An article and what it holds, one after another; each part says which article it is of.
fn flat(uri: &lsp::Uri, mut article: lsp::DocumentSymbol) -> Vec<lsp::SymbolInformation> {
    let information = |symbol: lsp::DocumentSymbol, container_name| lsp::SymbolInformation {
        #[allow(deprecated, reason = "the field is part of the type")]
        deprecated: None,
        location: lsp::Location { uri: uri.clone(), range: symbol.range },
        base_symbol_information: lsp::BaseSymbolInformation {
            name: symbol.name,
            kind: symbol.kind,
            tags: None,
            container_name,
        },
    };
    let parts = article.children.take().unwrap_or_default();
    let name = article.name.clone();
    let mut list = vec![information(article, None)];
    list.extend(parts.into_iter().map(|part| information(part, Some(name.clone()))));
    list
}

fn article(open: &Open, placed: &PlacedArticle, encoding: Encoding) -> lsp::DocumentSymbol {
    let base = placed.span.start;
    let (read, said) = (&placed.analysis.article, &placed.analysis.annotations);
    let symbol = |name: &str, kind: lsp::SymbolKind, span: Span| {
        let range = convert::range(&open.document, span.shift(base), encoding);
        lsp::DocumentSymbol {
            name: name.to_owned(),
            detail: None,
            kind,
            tags: None,
            #[allow(deprecated, reason = "the field is part of the type")]
            deprecated: None,
            range,
            selection_range: range,
            children: None,
        }
    };
    let mut children: Vec<_> =
        read.sections().map(|part| symbol(&part.text, lsp::SymbolKind::Namespace, part.span)).collect();
    let mut seen = HashSet::new();
    for place in &said.localities {
        if seen.insert(place.text.as_str()) {
            children.push(symbol(&place.text, lsp::SymbolKind::Field, place.place.span));
        }
    }
    for body in &said.organizations {
        if seen.insert(body.text.as_str()) {
            children.push(symbol(&body.text, lsp::SymbolKind::Interface, body.place.span));
        }
    }
    // An article without a headline goes by its first words.
    let first = placed.analysis.text.char_indices().nth(12).map_or(placed.analysis.text.len(), |(at, _)| at);
    let (name, span) = read.headline.as_ref().map_or_else(
        || (placed.analysis.text[..first].replace(['\n', '\r'], " "), Span::new(0, first)),
        |headline| (headline.text.clone(), headline.span),
    );
    lsp::DocumentSymbol {
        detail: read.kicker.as_ref().map(|kicker| kicker.text.clone()),
        range: convert::range(&open.document, placed.span, encoding),
        children: Some(children),
        ..symbol(&name, lsp::SymbolKind::Class, span)
    }
}
