//! What a rule says: where, how bad, in which words, on what evidence, and what could be done.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::text::Span;

/// How bad a finding is.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Style, or worth a look; never fails CI by default.
    Info,
    /// Very likely wrong.
    Warning,
    /// Wrong by calendar, arithmetic, map or standard.
    Error,
}

impl Severity {
    /// The word the machine formats use.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Info => "info",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

/// The language of messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// 简体中文.
    #[default]
    Chinese,
    /// English.
    English,
}

/// One message in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// As a careful editor would put it.
    pub zh: String,
    /// The same for a reader of English.
    pub en: String,
}

impl Words {
    /// The same message twice over.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The message in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Chinese => &self.zh,
            Language::English => &self.en,
        }
    }
}

/// Another place that belongs to a finding: an operand of the sum, the opening quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub words: Words,
}

/// Whether a fix can be applied unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// Changes form only; applied by fix-all.
    Safe,
    /// Changes words; offered one at a time.
    Unsafe,
    /// One of several texts that would agree with the rest, between which only a person who knows the facts can choose:
    /// a figure, a date. Never the preferred fix and in no fix-all. The machine formats call it `unsafe`.
    #[serde(rename(serialize = "unsafe", deserialize = "candidate"))]
    Candidate,
}

/// One replacement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What is replaced.
    pub span: Span,
    /// By what.
    pub text: String,
}

/// A way to mend what was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// What it does.
    pub title: Words,
    /// Whether it can be applied unseen.
    pub applicability: Applicability,
    /// The replacements, in order, without overlap.
    pub edits: Vec<Edit>,
}

/// Something a rule found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// `group/name`.
    pub rule: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, with the evidence.
    pub message: Words,
    /// The place to put the caret.
    pub span: Span,
    /// Other places that belong to it.
    pub related: Vec<Related>,
    /// Ways to mend it, the best first.
    pub fixes: Vec<Fix>,
}

impl Finding {
    /// The same finding, `base` bytes further on: from an article to its bulletin.
    #[must_use]
    pub fn shift(mut self, base: usize) -> Self {
        self.span = self.span.shift(base);
        for related in &mut self.related {
            related.span = related.span.shift(base);
        }
        for edit in self.fixes.iter_mut().flat_map(|fix| &mut fix.edits) {
            edit.span = edit.span.shift(base);
        }
        self
    }
}
