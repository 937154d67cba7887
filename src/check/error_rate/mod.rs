//! The error rate as an inspection computes it: weighted errors per 10,000 characters.
//!
//! It is for reference: an inspection counts what people find, and by the characters that the page has room for, which
//! are more than those printed. What each kind of error weighs is in `weights.toml`.

mod weights;

use std::collections::{BTreeMap, HashMap};

pub use weights::{ClassWeight, Threshold, Weights};

use super::Analysis;
use crate::{
    rules::{self, ErrorClass, Finding, Severity, settings::PublicationKind},
    text::{Span, chars::is_space},
};

/// The errors of a draft, weighed.
#[derive(Clone, Debug, PartialEq)]
pub struct ErrorRate {
    /// What it is published as.
    pub kind: PublicationKind,
    /// How many characters it has, or its page has room for.
    pub characters: usize,
    /// Whether that was counted here rather than told by the user.
    pub characters_counted: bool,
    /// The errors by their kind; none is without errors.
    pub classes: Vec<Counted>,
}

/// The errors of one kind.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Counted {
    /// Which kind.
    pub class: ErrorClass,
    /// How many.
    pub count: usize,
    /// What they weigh together, none counted more often than may be.
    pub weight: f64,
    /// Whether a limit made that less: of one and the same error, or of all of the kind.
    pub capped: bool,
}

impl ErrorRate {
    /// The errors in `analysis`, which was made of `text`; `characters` is the page's own count, if it is known.
    /// What is no more than a hint does not count.
    pub fn of(text: &str, analysis: &Analysis, characters: Option<usize>) -> Self {
        let weights = Weights::get();
        let heads = heads(analysis);
        let mut classes: BTreeMap<ErrorClass, Counted> = BTreeMap::new();
        let mut seen: HashMap<(&str, &str), usize> = HashMap::new();
        for finding in analysis.findings.iter().filter(|finding| finding.severity > Severity::Info) {
            let Some(rule) = rules::find(finding.rule) else { continue };
            let class = weights.class(rule.class());
            if class.weight <= 0.0 {
                continue;
            }
            let count = if class.form { edits(finding).max(1) } else { 1 };
            let before = seen.entry((finding.rule, finding.span.of(text))).or_default();
            let most = class.same.as_ref().map_or(usize::MAX, |same| same.at_most);
            let counted = count.min(most.saturating_sub(*before));
            *before += counted;
            let one = if class.by_length { weights.length(extent(text, finding)) } else { class.weight };
            let factor = if !class.form && heads.iter().any(|head| head.contains(finding.span)) {
                weights.headline.times
            } else if class.important {
                weights.important.times
            } else {
                1.0
            };
            let sum = classes.entry(class.class).or_insert(Counted {
                class: class.class,
                count: 0,
                weight: 0.0,
                capped: false,
            });
            sum.count += count;
            sum.weight += one * factor * counted as f64;
            sum.capped |= counted < count;
        }
        let capped = |mut sum: Counted| {
            if let Some(cap) = weights.class(sum.class).cap.as_ref().filter(|cap| cap.weight < sum.weight) {
                sum.weight = cap.weight;
                sum.capped = true;
            }
            sum
        };
        Self {
            kind: analysis.profile.settings.publication.kind,
            characters: characters.unwrap_or_else(|| count(text)),
            characters_counted: characters.is_none(),
            classes: classes.into_values().map(capped).collect(),
        }
    }

    /// All errors, weighed.
    pub fn weight(&self) -> f64 {
        // Tenths add up to tenths.
        (self.classes.iter().map(|sum| sum.weight).sum::<f64>() * 1e6).round() / 1e6
    }

    /// Weighted errors per 10,000 characters; 0 where there are no characters.
    pub fn per_10000(&self) -> f64 {
        if self.characters == 0 { 0.0 } else { self.weight() * 10_000.0 / self.characters as f64 }
    }

    /// From what rate on it fails.
    pub fn threshold(&self) -> Option<&'static Threshold> {
        Weights::get().threshold(self.kind)
    }
}

/// The characters of a draft that can be seen, marks and figures included; those of comment lines are not printed.
pub fn count(text: &str) -> usize {
    let (_, text) = super::Comments::read(text);
    text.chars().filter(|&c| !is_space(c) && !c.is_control()).count()
}

/// The headlines with what stands over and under them.
fn heads(analysis: &Analysis) -> Vec<Span> {
    let of_one = |placed: &super::PlacedArticle| {
        let article = &placed.analysis.article;
        let parts = [&article.kicker, &article.headline, &article.deck];
        parts.map(|part| part.as_ref().map(|part| part.span.shift(placed.span.start)))
    };
    analysis.articles.iter().flat_map(of_one).flatten().collect()
}

/// How many places the best fix mends.
fn edits(finding: &Finding) -> usize {
    finding.fixes.first().map_or(0, |fix| fix.edits.len())
}

/// How many characters the best fix changes, drops or adds; 1 where there is none.
fn extent(text: &str, finding: &Finding) -> usize {
    let Some(fix) = finding.fixes.first() else { return 1 };
    let changed = fix.edits.iter().map(|edit| {
        let old: Vec<char> = edit.span.of(text).chars().collect();
        let new: Vec<char> = edit.text.chars().collect();
        let shorter = old.len().min(new.len());
        let head = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
        let tail = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
        old.len().max(new.len()) - head - tail.min(shorter - head)
    });
    changed.sum::<usize>().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(text: &str) -> ErrorRate {
        ErrorRate::of(text, &Analysis::of(text), None)
    }

    fn weight(text: &str, class: ErrorClass) -> f64 {
        let rate = rate(text);
        let found = rate.classes.iter().find(|sum| sum.class == class);
        found.map_or(0.0, |sum| sum.weight)
    }

    #[test]
    fn marks_and_figures_are_characters_and_breaks_and_indents_are_not() {
        assert_eq!(count("　　3月13日，开工。\r\n\n　　完 工\n"), 11);
        assert_eq!(count("<!-- kanwu: ignore -->\n开工"), 2);
    }

    #[test]
    fn two_errors_in_twenty_thousand_characters_are_one_in_ten_thousand() {
        let rate = ErrorRate {
            kind: PublicationKind::Newspaper,
            characters: 20_000,
            characters_counted: false,
            classes: vec![Counted { class: ErrorClass::Number, count: 2, weight: 2.0, capped: false }],
        };
        assert!((rate.per_10000() - 1.0).abs() < 1e-9);
        assert_eq!(rate.threshold().map(|threshold| threshold.per_10000), Some(3.0));
        assert!((ErrorRate { characters: 0, ..rate }.per_10000()).abs() < 1e-9);
    }

    #[test]
    fn a_wrong_number_is_one_error_however_long_and_two_in_a_headline() {
        let sum = "甲镇建厂\n\n　　公司现有员工30人，其中木工12人，客服20人。\n";
        assert!((weight(sum, ErrorClass::Number) - 1.0).abs() < 1e-9, "{:?}", rate(sum));
        let head = "青禾镇修渠and引水\n\n　　镇里清理沟渠and疏通水道，大家都说好。\n";
        assert!((weight(head, ErrorClass::ForeignWord) - 3.0).abs() < 1e-9, "{:?}", rate(head));
    }

    #[test]
    fn one_error_repeated_counts_three_times_and_marks_a_tenth_each() {
        let sentence = "　　镇里清理沟渠and疏通水道，大家都说好。\n";
        let text = format!("青禾镇修渠引水\n\n{}", sentence.repeat(5));
        assert!((weight(&text, ErrorClass::ForeignWord) - 3.0).abs() < 1e-9, "{:?}", rate(&text));
        let marks = "青禾镇修渠引水\n\n　　入春以来,全镇动员，大家都说好。\n";
        assert!((weight(marks, ErrorClass::Punctuation) - 0.1).abs() < 1e-9, "{:?}", rate(marks));
    }

    #[test]
    fn a_name_counts_double_by_the_characters_that_are_wrong_in_it() {
        let text = "姚集镇敬老\n\n　　近日，江苏省徐州市雎宁县姚集镇的志愿者为老人过生日。\n";
        assert!((weight(text, ErrorClass::Name) - 2.0).abs() < 1e-9, "{:?}", rate(text));
    }

    #[test]
    fn a_hint_is_no_error() {
        let text = "青禾镇修渠引水\n\n　　镇里清理沟渠，大家都说好。\n";
        let analysis = Analysis::of(text);
        assert!(analysis.findings.iter().any(|found| found.severity == Severity::Info), "it is unsigned");
        assert_eq!(rate(text).classes, []);
    }
}
