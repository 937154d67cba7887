//! `workspace/symbol`: places, bodies and people of all open drafts, by part of their names.

use std::collections::HashSet;

use tower_lsp::gen_lsp_types as lsp;

use super::{
    abilities::Abilities,
    name::{self, Kind},
    session::Open,
};

/// How many symbols are given at once.
const MOST: usize = 500;

/// The names in which the characters of `query` come in order, each at its first mention in its draft.
pub fn of(open: &[Open], query: &str, abilities: Abilities) -> Vec<lsp::SymbolInformation> {
    let mut found = Vec::new();
    for draft in open {
        let mut seen = HashSet::new();
        for one in name::all(draft) {
            if found.len() == MOST {
                return found;
            }
            if !fits(&one.text, query)
                || !seen.insert((one.kind, one.full.clone().unwrap_or_else(|| one.text.clone())))
            {
                continue;
            }
            found.push(lsp::SymbolInformation {
                #[allow(deprecated, reason = "the field is part of the type")]
                deprecated: None,
                location: name::location(draft, &one, abilities.encoding),
                base_symbol_information: lsp::BaseSymbolInformation {
                    name: one.text,
                    kind: match one.kind {
                        Kind::Locality => lsp::SymbolKind::Field,
                        Kind::Organization => lsp::SymbolKind::Interface,
                        Kind::Person => lsp::SymbolKind::Variable,
                    },
                    tags: None,
                    container_name: one.full,
                },
            });
        }
    }
    found
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
