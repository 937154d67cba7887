//! What each kind of error weighs, from `weights.toml`, where every number names its source.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::rules::{ErrorClass, settings::PublicationKind};

/// The data file.
static WEIGHTS: LazyLock<Weights> = LazyLock::new(|| {
    toml::from_str(include_str!("weights.toml")).expect("the file that is built in can be read")
});

/// All there is to know for a rate.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    threshold: Vec<Threshold>,
    /// What errors in headlines are multiplied by.
    pub headline: Factor,
    /// What errors in important names are multiplied by.
    pub important: Factor,
    length: Vec<Length>,
    class: Vec<ClassWeight>,
}

/// From what rate on a kind of publication fails.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Threshold {
    kind: PublicationKind,
    /// Weighted errors per 10,000 characters that still pass.
    #[serde(rename = "per-10000")]
    pub per_10000: f64,
    /// Where that is said.
    pub source: String,
    /// Whether it was read there.
    pub verified: bool,
}

/// What a weight is multiplied by.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// By how much.
    pub times: f64,
    /// Where that is said.
    pub source: String,
    /// Whether it was read there.
    pub verified: bool,
}

/// What so many characters weigh.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Length {
    /// `None` for any number.
    up_to: Option<usize>,
    weight: f64,
}

/// What a kind of error weighs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(clippy::struct_excessive_bools, reason = "each is a provision of its own")]
pub struct ClassWeight {
    /// Which kind.
    pub class: ErrorClass,
    /// What it is called.
    pub zh: String,
    /// The same in English.
    pub en: String,
    /// The weight of one error.
    pub weight: f64,
    /// Whether it depends on the number of characters.
    #[serde(default)]
    pub by_length: bool,
    /// Whether it is one of form, which counts no more in a headline.
    #[serde(default)]
    pub form: bool,
    /// Whether it is in an important name.
    #[serde(default)]
    pub important: bool,
    /// How often one and the same error counts.
    pub same_at_most: Option<usize>,
    /// What all of this kind in one issue weigh at most.
    pub cap: Option<f64>,
    /// Where that is said.
    pub source: String,
    /// Whether it was read there.
    pub verified: bool,
}

impl Weights {
    /// The weights that are built in.
    pub fn get() -> &'static Self {
        &WEIGHTS
    }

    /// What a kind of error weighs.
    pub fn class(&self, class: ErrorClass) -> &ClassWeight {
        let found = self.class.iter().find(|weight| weight.class == class);
        found.expect("a test sees to it that every kind has its weight")
    }

    /// What an error in so many characters weighs.
    pub fn length(&self, characters: usize) -> f64 {
        let step = self.length.iter().find(|step| step.up_to.is_none_or(|most| characters <= most));
        step.map_or(0.0, |step| step.weight)
    }

    /// From what rate on a kind of publication fails; internal matter is not inspected.
    pub fn threshold(&self, kind: PublicationKind) -> Option<&Threshold> {
        self.threshold.iter().find(|threshold| threshold.kind == kind)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ErrorClass::{
        Fact, ForeignWord, Grammar, Layout, Name, Number, NumeralForm, Punctuation, Text, Uncounted, Unit,
    };

    #[test]
    fn every_kind_of_error_has_its_weight_and_every_weight_its_source() {
        let weights = Weights::get();
        for rule in crate::rules::ALL {
            assert!(!weights.class(rule.class()).source.is_empty(), "{}", rule.name);
        }
        for class in [
            Fact,
            Grammar,
            Text,
            Name,
            Number,
            NumeralForm,
            Punctuation,
            Unit,
            ForeignWord,
            Layout,
            Uncounted,
        ] {
            assert!(!weights.class(class).zh.is_empty());
        }
    }

    #[test]
    fn characters_weigh_by_steps() {
        let tenths = [1, 2, 5, 6, 40].map(|count| (Weights::get().length(count) * 10.0).round() as i32);
        assert_eq!(tenths, [10, 20, 20, 40, 40]);
    }

    #[test]
    fn newspapers_and_periodicals_have_a_threshold_and_internal_matter_none() {
        let limit = |kind| Weights::get().threshold(kind).map(|threshold| threshold.per_10000);
        assert_eq!(limit(PublicationKind::Newspaper), Some(3.0));
        assert_eq!(limit(PublicationKind::Periodical), Some(2.0));
        assert_eq!(limit(PublicationKind::Internal), None);
    }
}
