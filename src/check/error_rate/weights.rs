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
    /// What so many wrong characters weigh, by steps.
    pub length: Vec<Length>,
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
pub struct Length {
    /// Up to how many; `None` for any number.
    pub up_to: Option<usize>,
    /// What they weigh.
    pub weight: f64,
    /// Where that is said.
    pub source: String,
    /// Whether it was read there.
    pub verified: bool,
}

/// What a kind of error weighs.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
#[expect(clippy::struct_excessive_bools, reason = "each is a provision of its own")]
pub struct ClassWeight {
    /// Which kind.
    pub class: ErrorClass,
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
    pub same: Option<Same>,
    /// What all of this kind in one issue weigh at most.
    pub cap: Option<Cap>,
    /// Where the weight is said.
    pub source: String,
    /// Whether it was read there.
    pub verified: bool,
}

/// How often one and the same error counts.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Same {
    /// So often.
    pub at_most: usize,
    /// Where that is said.
    pub source: String,
    /// Whether it was read there.
    pub verified: bool,
}

/// What all errors of a kind in one issue weigh at most.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Cap {
    /// So much.
    pub weight: f64,
    /// Where that is said.
    pub source: String,
    /// Whether it was read there.
    pub verified: bool,
}

impl ClassWeight {
    /// Whether the weight was read in its source; where a limit set in, that too.
    pub fn is_verified(&self, limited: bool) -> bool {
        let limits =
            [self.same.as_ref().map(|same| same.verified), self.cap.as_ref().map(|cap| cap.verified)];
        self.verified && (!limited || limits.into_iter().flatten().all(|verified| verified))
    }
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

    /// The sources that the head of the data file names.
    fn named() -> Vec<&'static str> {
        let head = include_str!("weights.toml").lines().take_while(|line| line.starts_with('#'));
        head.filter_map(|line| line.strip_prefix("#   ")?.split_once("  ")).map(|(tag, _)| tag).collect()
    }

    #[test]
    fn every_kind_of_error_has_one_weight() {
        let weights = Weights::get();
        for class in ErrorClass::ALL {
            assert_eq!(weights.class.iter().filter(|weight| weight.class == *class).count(), 1, "{class:?}");
        }
        assert_eq!(weights.class.len(), ErrorClass::ALL.len());
    }

    #[test]
    fn every_number_names_a_source_and_only_what_was_read_is_verified() {
        let weights = Weights::get();
        let mut sources: Vec<(&str, bool)> = Vec::new();
        sources.extend(weights.threshold.iter().map(|one| (one.source.as_str(), one.verified)));
        sources
            .extend([&weights.headline, &weights.important].map(|one| (one.source.as_str(), one.verified)));
        sources.extend(weights.length.iter().map(|one| (one.source.as_str(), one.verified)));
        for class in &weights.class {
            sources.push((&class.source, class.verified));
            sources.extend(class.same.iter().map(|one| (one.source.as_str(), one.verified)));
            sources.extend(class.cap.iter().map(|one| (one.source.as_str(), one.verified)));
        }
        let named = named();
        assert!(named.contains(&"S7"), "{named:?}");
        for (source, verified) in sources {
            assert!(named.contains(&source), "{source} is not named at the head");
            // What is known from memory or from the rules for books has been read in no rule for newspapers.
            assert!(!verified || matches!(source, "S6" | "S7" | "house"), "{source} cannot be verified");
        }
    }

    #[test]
    fn a_limit_that_was_not_read_makes_the_sum_unsure() {
        let number = Weights::get().class(ErrorClass::Number);
        assert!(number.is_verified(false) && !number.is_verified(true));
        assert!(Weights::get().class(ErrorClass::Text).is_verified(true));
        assert!(!Weights::get().class(ErrorClass::Punctuation).is_verified(false));
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
