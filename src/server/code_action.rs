//! `textDocument/codeAction`: the fixes of the findings in a range, and that there is nothing to fix.

use std::collections::HashMap;

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, configuration, convert, diagnostics, session::Open};
use crate::{
    rules::{Applicability, Finding, Fix},
    text::Span,
};

/// Quick fixes for every finding that touches the range, and last of each that it is right as it stands.
pub fn of(
    open: &Open,
    range: lsp::Range,
    context: &lsp::CodeActionContext,
    abilities: Abilities,
) -> Vec<lsp::CodeActionResponse> {
    let wanted = |kind: &lsp::CodeActionKind| {
        matches!(kind, lsp::CodeActionKind::Empty | lsp::CodeActionKind::QuickFix)
    };
    if context.only.as_deref().is_some_and(|only| !only.iter().any(wanted)) {
        return Vec::new();
    }
    let asked = convert::span(&open.document, range, abilities.encoding);
    let touches = |span: Span| span.start <= asked.end && asked.start <= span.end;
    let mut actions = Vec::new();
    for finding in open.analysis.findings.iter().filter(|finding| touches(finding.span)) {
        let diagnostic = diagnostic(open, finding, context, abilities);
        for (at, fix) in finding.fixes.iter().enumerate() {
            actions.push(lsp::CodeActionResponse::CodeAction(lsp::CodeAction {
                title: fix.title.get(abilities.language).to_owned(),
                kind: Some(lsp::CodeActionKind::QuickFix),
                diagnostics: Some(vec![diagnostic.clone()]),
                is_preferred: Some(at == 0 && fix.applicability == Applicability::Safe),
                edit: Some(edit(open, fix, abilities)),
                ..lsp::CodeAction::default()
            }));
        }
        actions.extend(configuration::accept(open, finding, abilities).map(|command| {
            lsp::CodeActionResponse::CodeAction(lsp::CodeAction {
                title: command.title.clone(),
                kind: Some(lsp::CodeActionKind::QuickFix),
                diagnostics: Some(vec![diagnostic]),
                command: Some(command),
                ..lsp::CodeAction::default()
            })
        }));
    }
    actions
}

/// The diagnostic a fix belongs to: the client's own, so that it knows it again, or else as we would send it.
fn diagnostic(
    open: &Open,
    finding: &Finding,
    context: &lsp::CodeActionContext,
    abilities: Abilities,
) -> lsp::Diagnostic {
    let ours = diagnostics::one(open, finding, abilities);
    let same = |given: &&lsp::Diagnostic| given.code == ours.code && given.range == ours.range;
    context.diagnostics.iter().find(same).cloned().unwrap_or(ours)
}

/// The edit of a fix, for this version of the text alone if the client knows of versions.
fn edit(open: &Open, fix: &Fix, abilities: Abilities) -> lsp::WorkspaceEdit {
    workspace_edit(open, convert::edits(&open.document, fix, abilities.encoding), abilities)
}

/// Edits of the document, for this version of the text alone if the client knows of versions.
pub fn workspace_edit(open: &Open, edits: Vec<lsp::TextEdit>, abilities: Abilities) -> lsp::WorkspaceEdit {
    if !abilities.versioned_edits {
        let changes = Some(HashMap::from([(open.uri.clone(), edits)]));
        return lsp::WorkspaceEdit { changes, ..lsp::WorkspaceEdit::default() };
    }
    let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
        version: Some(open.version),
        text_document_identifier: lsp::TextDocumentIdentifier { uri: open.uri.clone() },
    };
    let edits = edits.into_iter().map(lsp::Edit::TextEdit).collect();
    let change = lsp::TextDocumentEdit { text_document, edits };
    lsp::WorkspaceEdit { document_changes: Some(vec![change.into()]), ..lsp::WorkspaceEdit::default() }
}
