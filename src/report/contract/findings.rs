//! A document's findings.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Serialize;

use super::{ErrorRate, Range, Source};
use crate::{
    check::Analysis,
    report::Positions,
    rules::{self, Applicability, Language, RuleInfo, Severity},
    text::Span,
};

/// A document's findings.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DocumentFindings {
    /// Which document.
    #[serde(flatten)]
    pub source: Source,
    /// What was found, in the order of the text.
    pub findings: Vec<Finding>,
    /// Its error rate, with `--error-rate`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub error_rate: Option<ErrorRate>,
}

/// Something a rule found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Finding {
    /// `group/name`.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, with the evidence.
    pub message: String,
    /// Where.
    pub range: Range,
    /// What stands there.
    pub text: String,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
    /// The documentation of the rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// Another place that belongs to a finding: an operand of the sum, the opening quote.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Related {
    /// Where.
    pub range: Range,
    /// What it is.
    pub message: String,
}

/// A way to mend what was found.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Fix {
    /// What it does.
    pub title: String,
    /// `safe` changes form only and may be applied unseen, `unsafe` changes words.
    #[schemars(schema_with = "applicability")]
    pub applicability: Applicability,
    /// The replacements, in order, without overlap.
    pub edits: Vec<Edit>,
}

/// The two words there are: a candidate is written as `unsafe`, too.
fn applicability(_: &mut SchemaGenerator) -> Schema {
    json_schema!({"enum": ["safe", "unsafe"]})
}

/// One replacement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Edit {
    /// What is replaced.
    pub range: Range,
    /// By what.
    pub text: String,
}

impl DocumentFindings {
    /// The findings of `analysis`, which was made of `text`, in one language.
    pub fn new(source: &Source, text: &str, analysis: &Analysis, language: Language) -> Self {
        let positions = Positions::new(text);
        let range = |span: Span| positions.range(span);
        let findings = analysis.findings.iter().map(|finding| Finding {
            rule: finding.rule,
            severity: finding.severity,
            message: finding.message.get(language).to_owned(),
            range: range(finding.span),
            text: finding.span.of(text).to_owned(),
            related: (finding.related.iter())
                .map(|related| Related {
                    range: range(related.span),
                    message: related.words.get(language).to_owned(),
                })
                .collect(),
            fixes: (finding.fixes.iter())
                .map(|fix| Fix {
                    title: fix.title.get(language).to_owned(),
                    applicability: fix.applicability,
                    edits: (fix.edits.iter())
                        .map(|edit| Edit { range: range(edit.span), text: edit.text.clone() })
                        .collect(),
                })
                .collect(),
            url: rules::find(finding.rule).map(RuleInfo::url),
        });
        Self { source: source.clone(), findings: findings.collect(), error_rate: None }
    }
}
