//! `textDocument/documentHighlight`, `references`, `definition`: where else the draft speaks of a name.

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, name, session::Open};

/// Every mention of what is named at a position.
pub fn highlights(open: &Open, position: lsp::Position, abilities: Abilities) -> Vec<lsp::DocumentHighlight> {
    name::everywhere(open, position, abilities.encoding)
        .iter()
        .map(|one| lsp::DocumentHighlight {
            range: convert::range(&open.document, one.span, abilities.encoding),
            kind: Some(lsp::DocumentHighlightKind::Text),
        })
        .collect()
}

/// The same as places; without the first mention if the client does not want the declaration.
pub fn references(
    open: &Open,
    position: lsp::Position,
    with_declaration: bool,
    abilities: Abilities,
) -> Vec<lsp::Location> {
    name::everywhere(open, position, abilities.encoding)
        .iter()
        .skip(usize::from(!with_declaration))
        .map(|one| name::location(open, one, abilities.encoding))
        .collect()
}

/// The first mention by the longest name: where the draft introduces it.
pub fn definition(open: &Open, position: lsp::Position, abilities: Abilities) -> Option<lsp::Location> {
    let all = name::everywhere(open, position, abilities.encoding);
    let longest = all.iter().map(|one| one.text.chars().count()).max()?;
    let first = all.iter().find(|one| one.text.chars().count() == longest)?;
    Some(name::location(open, first, abilities.encoding))
}
