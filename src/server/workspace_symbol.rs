//! `workspace/symbol`: places, bodies and people of all drafts, by part of their names.

use std::collections::HashSet;

use tower_lsp::{gen_lsp_types as lsp, jsonrpc::Result};

use super::{
    abilities::Abilities,
    convert, file_uri,
    name::{self, Kind},
    router::Router,
    session::Open,
};

/// How many symbols are given at once.
const MOST: usize = 500;

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

impl Router {
    /// The symbols of all drafts, open ones first.
    pub async fn find_symbols(
        &self,
        params: lsp::WorkspaceSymbolParams,
    ) -> Result<lsp::WorkspaceSymbolResponse> {
        let open = self.all_newest();
        let query = params.query;
        let mut found = Vec::new();
        let mut open: Vec<_> = open.into_iter().collect();
        open.sort_by(|(one, _), (other, _)| one.0.cmp(&other.0));
        for (uri, snapshot) in &open {
            let names = self.ask_of(snapshot, names).await?;
            found.extend(fitting(uri, &names, &query));
        }
        let paths = open.iter().filter_map(|(uri, _)| file_uri::path(uri)).collect();
        let token = params.work_done_progress_params.work_done_token;
        let found = self.each_draft(token, paths, found, move |found, uri, draft| {
            found.extend(fitting(&uri, &draft.names, &query));
            found.len() < MOST
        });
        let mut found = found.await?;
        found.truncate(MOST);
        Ok(lsp::WorkspaceSymbolResponse::SymbolInformationList(found))
    }
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
