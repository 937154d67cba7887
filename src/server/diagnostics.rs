//! Findings as diagnostics.

use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, session::Open};
use crate::rules::{self, Finding, Fix};

/// All findings of a document.
pub fn of(open: &Open, abilities: Abilities) -> Vec<lsp::Diagnostic> {
    open.analysis.findings.iter().map(|finding| one(open, finding, abilities)).collect()
}

/// One finding.
pub fn one(open: &Open, finding: &Finding, abilities: Abilities) -> lsp::Diagnostic {
    let language = abilities.language;
    let range = |span| convert::range(&open.document, span, abilities.encoding);
    let related = finding.related.iter().map(|related| lsp::DiagnosticRelatedInformation {
        location: lsp::Location { uri: open.uri.clone(), range: range(related.span) },
        message: related.words.get(language).to_owned(),
    });
    let fix = |fix: &Fix| {
        json!({
            "title": fix.title.get(language),
            "applicability": fix.applicability,
            "edits": convert::edits(&open.document, &fix.edits, abilities.encoding),
        })
    };
    lsp::Diagnostic {
        range: range(finding.span),
        severity: Some(convert::severity(finding.severity)),
        code: Some(lsp::Code::String(finding.rule.to_owned())),
        code_description: rules::find(finding.rule)
            .map(|rule| lsp::CodeDescription { href: rule.url().into() }),
        source: Some("kanwu".to_owned()),
        message: finding.message.get(language).to_owned().into(),
        related_information: abilities.related_information.then(|| related.collect()),
        data: Some(json!({
            "rule": finding.rule,
            "fixes": finding.fixes.iter().map(fix).collect::<Vec<_>>(),
        })),
        ..lsp::Diagnostic::default()
    }
}
