//! `textDocument/codeAction`: the fixes of the findings in a range.

use std::collections::HashMap;

use tower_lsp::gen_lsp_types as lsp;

use super::{convert, diagnostics, session::Open};
use crate::{
    rules::{Applicability, Language},
    text::Encoding,
};

/// Quick fixes for every finding that touches the range.
pub fn of(
    uri: &lsp::Uri,
    open: &Open,
    range: lsp::Range,
    encoding: Encoding,
    language: Language,
) -> Vec<lsp::CodeActionResponse> {
    let asked = convert::span(&open.document, range, encoding);
    let touches = |span: crate::text::Span| span.start <= asked.end && asked.start <= span.end;
    let mut actions = Vec::new();
    for finding in open.analysis.findings.iter().filter(|finding| touches(finding.span)) {
        for (at, fix) in finding.fixes.iter().enumerate() {
            let edits = fix.edits.iter().map(|edit| lsp::TextEdit {
                range: convert::range(&open.document, edit.span, encoding),
                new_text: edit.text.clone(),
            });
            actions.push(lsp::CodeActionResponse::CodeAction(lsp::CodeAction {
                title: fix.title.get(language).to_owned(),
                kind: Some(lsp::CodeActionKind::QuickFix),
                diagnostics: Some(vec![diagnostics::one(uri, open, finding, encoding, language)]),
                is_preferred: Some(at == 0 && fix.applicability == Applicability::Safe),
                edit: Some(lsp::WorkspaceEdit {
                    changes: Some(HashMap::from([(uri.clone(), edits.collect())])),
                    ..lsp::WorkspaceEdit::default()
                }),
                ..lsp::CodeAction::default()
            }));
        }
    }
    actions
}
