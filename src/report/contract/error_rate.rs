//! The error rate of a document.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    check::error_rate::{self, Weights},
    rules::{ErrorClass, Language, settings::PublicationKind},
};

/// The error rate of a document, for reference.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct ErrorRate {
    /// What it is published as.
    pub kind: PublicationKind,
    /// How many characters it has, or its page has room for.
    pub characters: usize,
    /// Whether these were counted, as those that can be seen; a page has room for more.
    pub characters_counted: bool,
    /// All errors, weighed.
    pub weight: f64,
    /// Weighted errors per 10,000 characters.
    pub per_10000: f64,
    /// The highest rate that passes; `null` for what is not inspected.
    pub threshold: Option<f64>,
    /// Whether it passes; `null` for what is not inspected.
    pub passes: Option<bool>,
    /// The errors by their kind.
    pub classes: Vec<CountedErrors>,
}

/// The errors of one kind.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct CountedErrors {
    /// Which kind.
    pub class: ErrorClass,
    /// What it is called.
    pub name: String,
    /// How many errors were found.
    pub count: usize,
    /// What they weigh, none counted more often than may be.
    pub weight: f64,
    /// Where the weight comes from.
    pub source: String,
    /// Whether the weight, and what limits it here, was read there.
    pub verified: bool,
}

impl ErrorRate {
    /// A rate, with names in one language.
    pub fn new(rate: &error_rate::ErrorRate, language: Language) -> Self {
        let classes = rate.classes.iter().map(|sum| {
            let weight = Weights::get().class(sum.class);
            CountedErrors {
                class: sum.class,
                name: match (language, sum.class.names()) {
                    (Language::Chinese, (zh, _)) => zh.to_owned(),
                    (Language::English, (_, en)) => en.to_owned(),
                },
                count: sum.count,
                weight: hundredths(sum.weight),
                source: weight.source.clone(),
                verified: weight.is_verified(sum.capped),
            }
        });
        let threshold = rate.threshold().map(|threshold| threshold.per_10000);
        Self {
            kind: rate.kind,
            characters: rate.characters,
            characters_counted: rate.characters_counted,
            weight: hundredths(rate.weight()),
            per_10000: hundredths(rate.per_10000()),
            threshold,
            passes: threshold.map(|most| rate.per_10000() <= most),
            classes: classes.collect(),
        }
    }
}

/// Tenths as they are read, without the dust of binary fractions.
fn hundredths(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
