//! `textDocument/prepareRename` and `rename`: one name of a body or a person through the whole draft.

use tower_lsp::{gen_lsp_types as lsp, jsonrpc::Error};

use super::{
    abilities::Abilities,
    code_action, convert,
    name::{self, Kind, Mention},
    session::Open,
};
use crate::rules::Words;

/// What would be renamed at a position; nothing where no body and no person is named.
pub fn prepare(
    open: &Open,
    position: lsp::Position,
    abilities: Abilities,
) -> Option<lsp::PrepareRenameResult> {
    let one = nameable(open, position, abilities)?;
    Some(lsp::PrepareRenameResult::PrepareRenamePlaceholder(lsp::PrepareRenamePlaceholder {
        range: convert::range(&open.document, one.span, abilities.encoding),
        placeholder: one.text,
    }))
}

/// The edit that puts a new name wherever the draft has the old one as written; a longer or shorter form of the name is
/// another name to a reader, and stays. So does the same short name of another body: 市委统战部 in the next city.
pub fn of(
    open: &Open,
    position: lsp::Position,
    new_name: &str,
    abilities: Abilities,
) -> Result<lsp::WorkspaceEdit, Error> {
    let refuse = |words: Words| Error::invalid_params(words.get(abilities.language).to_owned());
    let Some(one) = nameable(open, position, abilities) else {
        return Err(refuse(Words::new(
            "光标处没有机构名或人名，无法改名",
            "no organization and no person is named here",
        )));
    };
    let name = new_name.trim();
    if name.is_empty() || name.contains(['\n', '\r']) {
        return Err(refuse(Words::new(
            "新名称不能为空，也不能换行",
            "the new name must be one line, and not empty",
        )));
    }
    let edits = name::all(open)
        .into_iter()
        .filter(|other| other.text == one.text && other.is_same(&one))
        .map(|other| lsp::TextEdit {
            range: convert::range(&open.document, other.span, abilities.encoding),
            new_text: name.to_owned(),
        })
        .collect();
    Ok(code_action::workspace_edit(open, edits, abilities))
}

/// The body or person named at a position; a place inside the name of a body stands for the body.
fn nameable(open: &Open, position: lsp::Position, abilities: Abilities) -> Option<Mention> {
    let offset = open.document.offset(convert::position(position), abilities.encoding);
    name::all(open)
        .into_iter()
        .filter(|one| one.kind != Kind::Locality && one.span.start <= offset && offset <= one.span.end)
        .min_by_key(|one| one.span.len())
}
