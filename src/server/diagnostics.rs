//! Findings as diagnostics.

use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, session::Open};
use crate::{
    rules::{self, Finding, Fix},
    text::Span,
};

/// All findings of a document, but for what is still being typed.
pub fn of(open: &Open, abilities: Abilities) -> Vec<lsp::Diagnostic> {
    let is_told =
        |finding: &&Finding| open.unfinished.is_none_or(|unfinished| !rests_on(finding, unfinished));
    open.analysis.findings.iter().filter(is_told).map(|finding| one(open, finding, abilities)).collect()
}

/// Whether a finding is of something in a stretch of the text, or was compared with something there.
fn rests_on(finding: &Finding, stretch: Span) -> bool {
    let touches = |span: Span| span.start <= stretch.end && stretch.start < span.end.max(span.start + 1);
    touches(finding.span) || finding.related.iter().any(|related| touches(related.span))
}

/// What a client may do with the words of a finding: fade what can go, strike through what is no more.
fn tags(finding: &Finding, abilities: Abilities) -> Option<Vec<lsp::DiagnosticTag>> {
    let tag = match finding.rule {
        "structure/duplicate-byline"
        | "structure/duplicate-paragraph"
        | "wording/duplicated-word"
        | "wording/redundancy"
            if abilities.unnecessary_tag =>
        {
            lsp::DiagnosticTag::Unnecessary
        }
        "names/former-locality" if abilities.deprecated_tag => lsp::DiagnosticTag::Deprecated,
        _ => return None,
    };
    Some(vec![tag])
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
        tags: tags(finding, abilities),
        data: Some(json!({
            "rule": finding.rule,
            "fixes": finding.fixes.iter().map(fix).collect::<Vec<_>>(),
        })),
    }
}
