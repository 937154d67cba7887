//! `workspace/symbol`: places, bodies and people of all drafts, by part of their names.

use std::collections::HashSet;

use tower_lsp::gen_lsp_types as lsp;

use super::{
    abilities::Abilities,
    convert,
    name::{self, Kind},
    session::Open,
};

/// How many symbols are given at once.
pub const MOST: usize = 500;

/// A name at its first mention in a draft.
#[derive(Clone, Debug)]
pub struct Named {
    kind: Kind,
    text: String,
    full: Option<String>,
    range: lsp::Range,
}

/// What a draft names, each at its first mention.
pub fn names(open: &Open, abilities: Abilities) -> Vec<Named> {
    let mut seen = HashSet::new();
    name::all(open)
        .into_iter()
        .filter(|one| seen.insert((one.kind, one.full.clone().unwrap_or_else(|| one.text.clone()))))
        .map(|one| Named {
            range: convert::range(&open.document, one.span, abilities.encoding),
            kind: one.kind,
            text: one.text,
            full: one.full,
        })
        .collect()
}

/// Those of the names of a draft in which the characters of `query` come in order.
pub fn fitting<'a>(
    uri: &'a lsp::Uri,
    names: &'a [Named],
    query: &'a str,
) -> impl Iterator<Item = lsp::SymbolInformation> + 'a {
    names.iter().filter(move |one| fits(&one.text, query)).map(|one| lsp::SymbolInformation {
        #[allow(deprecated, reason = "the field is part of the type")]
        deprecated: None,
        location: lsp::Location { uri: uri.clone(), range: one.range },
        base_symbol_information: lsp::BaseSymbolInformation {
            name: one.text.clone(),
            kind: match one.kind {
                Kind::Locality => lsp::SymbolKind::Field,
                Kind::Organization => lsp::SymbolKind::Interface,
                Kind::Person => lsp::SymbolKind::Variable,
            },
            tags: None,
            container_name: one.full.clone(),
        },
    })
}

/// Whether the characters of `query` come in `name` in order.
fn fits(name: &str, query: &str) -> bool {
    let mut rest = name.chars();
    query.chars().filter(|c| !c.is_whitespace()).all(|wanted| rest.any(|c| c == wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_query_fits_in_order_and_nothing_fits_all() {
        assert!(fits("常熟市委统战部", "常统部") && fits("王玉", ""));
        assert!(!fits("常熟市委统战部", "统市"));
    }
}
