//! Findings as diagnostics.

use tower_lsp::gen_lsp_types as lsp;

use super::{convert, session::Open};
use crate::{
    rules::{self, Finding, Language},
    text::Encoding,
};

/// All findings of a document.
pub fn of(uri: &lsp::Uri, open: &Open, encoding: Encoding, language: Language) -> Vec<lsp::Diagnostic> {
    open.analysis.findings.iter().map(|finding| one(uri, open, finding, encoding, language)).collect()
}

/// One finding.
pub fn one(
    uri: &lsp::Uri,
    open: &Open,
    finding: &Finding,
    encoding: Encoding,
    language: Language,
) -> lsp::Diagnostic {
    let related = finding.related.iter().map(|related| lsp::DiagnosticRelatedInformation {
        location: lsp::Location {
            uri: uri.clone(),
            range: convert::range(&open.document, related.span, encoding),
        },
        message: related.words.get(language).to_owned(),
    });
    lsp::Diagnostic {
        range: convert::range(&open.document, finding.span, encoding),
        severity: Some(convert::severity(finding.severity)),
        code: Some(lsp::Code::String(finding.rule.to_owned())),
        code_description: rules::find(finding.rule)
            .map(|rule| lsp::CodeDescription { href: rule.url().into() }),
        source: Some("kanwu".to_owned()),
        message: finding.message.get(language).to_owned().into(),
        related_information: Some(related.collect()),
        ..lsp::Diagnostic::default()
    }
}
