//! Of whom and of when a figure is.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Range, Text};
use crate::{annotate, text::Span};

/// Whose figure it is.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Actor {
    /// How it reads.
    pub text: String,
    /// Where it stands.
    pub range: Range,
    /// Its full name, if it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub normalized: Option<String>,
}

/// A date or period that governs a figure.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Period {
    /// How it reads.
    pub text: String,
    /// Where it stands.
    pub range: Range,
    /// ISO 8601, with `-` for a year that is not known and `..` for an end that is open; left out where the words have
    /// no dates of their own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub iso: Option<String>,
}

/// Of whom and of when a figure is; what the sentence does not say plainly is left out.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Scope {
    /// The organization, place or person whose figure it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// The date or period that governs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Period>,
    /// What a change is counted from: 同比, 比去年.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub base: Option<Text>,
}

impl Scope {
    /// The scope of a figure, its places put into ranges.
    pub(super) fn new(scope: &annotate::Scope, range: impl Fn(Span) -> Range) -> Self {
        Self {
            actor: scope.actor.as_ref().map(|actor| Actor {
                text: actor.text.clone(),
                range: range(actor.place.span),
                normalized: actor.normalized.clone(),
            }),
            time: scope.time.as_ref().map(|time| Period {
                text: time.text.clone(),
                range: range(time.place.span),
                iso: time.iso.clone(),
            }),
            base: scope
                .base
                .as_ref()
                .map(|base| Text { text: base.text.clone(), range: range(base.place.span) }),
        }
    }
}
