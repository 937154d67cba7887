//! Which rules are run, and how bad their findings are taken to be.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt,
    str::FromStr,
};

use crate::{
    rules::{self, Finding, Severity, Words},
    text::nearest,
};

/// Some of the rules: `*`, a group such as `punctuation/*` or `punctuation`, or one rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum RulePattern {
    /// Every rule.
    All,
    /// The rules of a group.
    Group(&'static str),
    /// One rule.
    One(&'static str),
}

impl RulePattern {
    /// Whether a rule is among them.
    pub fn matches(self, rule: &str) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => rule.split('/').next() == Some(group),
            Self::One(name) => name == rule,
        }
    }

    /// How specific it is: the more specific of two patterns decides.
    pub const fn rank(self) -> u8 {
        match self {
            Self::All => 0,
            Self::Group(_) => 1,
            Self::One(_) => 2,
        }
    }

    /// Every pattern there is, as it is written.
    pub fn names() -> impl Iterator<Item = String> {
        let groups: BTreeSet<_> = rules::ALL.iter().map(rules::RuleInfo::group).collect();
        let groups = groups.into_iter().map(|group| Self::Group(group).to_string());
        let rules = rules::ALL.iter().map(|rule| rule.name.to_owned());
        std::iter::once(Self::All.to_string()).chain(groups).chain(rules)
    }
}

impl FromStr for RulePattern {
    type Err = Words;

    fn from_str(name: &str) -> Result<Self, Words> {
        if name == "*" {
            return Ok(Self::All);
        }
        if let Some(rule) = rules::find(name) {
            return Ok(Self::One(rule.name));
        }
        let group = name.strip_suffix("/*").unwrap_or(name);
        if let Some(rule) = rules::ALL.iter().find(|rule| rule.group() == group) {
            return Ok(Self::Group(rule.group()));
        }
        let known: Vec<String> = Self::names().collect();
        Err(match nearest(name, known.iter().map(String::as_str)) {
            Some(nearest) => Words::new(
                format!("没有规则“{name}”；是不是“{nearest}”？"),
                format!("no rule “{name}”; did you mean “{nearest}”?"),
            ),
            None => Words::new(
                format!("没有规则“{name}”；kanwu rule 列出全部规则"),
                format!("no rule “{name}”; kanwu rule lists them all"),
            ),
        })
    }
}

impl fmt::Display for RulePattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::All => f.write_str("*"),
            Self::Group(group) => write!(f, "{group}/*"),
            Self::One(name) => f.write_str(name),
        }
    }
}

/// Which rules are run, and how bad their findings are taken to be. The default runs all, as bad as they say.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    off: BTreeSet<&'static str>,
    severity: BTreeMap<RulePattern, Severity>,
}

impl Selection {
    /// Starts over: runs these rules and no others.
    pub fn select(&mut self, patterns: &[RulePattern]) {
        let selected = |rule: &&str| patterns.iter().any(|pattern| pattern.matches(rule));
        self.off = rules::ALL.iter().map(|rule| rule.name).filter(|rule| !selected(rule)).collect();
    }

    /// Does not run these rules.
    pub fn ignore(&mut self, patterns: &[RulePattern]) {
        let ignored = |rule: &&str| patterns.iter().any(|pattern| pattern.matches(rule));
        self.off.extend(rules::ALL.iter().map(|rule| rule.name).filter(ignored));
    }

    /// Takes the findings of these rules to be this bad; of two patterns the more specific one decides.
    pub fn set_severity(&mut self, pattern: RulePattern, severity: Severity) {
        self.severity.insert(pattern, severity);
    }

    /// Whether a rule is run.
    pub fn is_on(&self, rule: &str) -> bool {
        !self.off.contains(rule)
    }

    /// Gives a finding the severity that was asked for.
    pub fn grade(&self, finding: &mut Finding) {
        let asked = self.severity.iter().filter(|(pattern, _)| pattern.matches(finding.rule));
        if let Some((_, &severity)) = asked.max_by_key(|(pattern, _)| pattern.rank()) {
            finding.severity = severity;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(name: &str) -> RulePattern {
        name.parse().unwrap_or_else(|words: Words| panic!("{}", words.en))
    }

    #[test]
    fn a_pattern_is_a_rule_a_group_or_everything() {
        assert_eq!(pattern("*"), RulePattern::All);
        assert_eq!(pattern("punctuation"), pattern("punctuation/*"));
        assert!(pattern("punctuation/*").matches("punctuation/unpaired-mark"));
        assert!(!pattern("punctuation/*").matches("structure/missing-byline"));
        for name in RulePattern::names() {
            assert_eq!(pattern(&name).to_string(), name);
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_put_right() {
        let wrong = |name: &str| name.parse::<RulePattern>().unwrap_err().zh;
        assert_eq!(
            wrong("figures/sum-mismach"),
            "没有规则“figures/sum-mismach”；是不是“figures/sum-mismatch”？"
        );
        assert_eq!(wrong("punctuatoin/*"), "没有规则“punctuatoin/*”；是不是“punctuation/*”？");
        assert_eq!(wrong("错别字"), "没有规则“错别字”；kanwu rule 列出全部规则");
    }

    #[test]
    fn a_selection_starts_over_and_what_is_ignored_is_taken_away() {
        let mut selection = Selection::default();
        selection.ignore(&[pattern("figures/*")]);
        assert!(!selection.is_on("figures/sum-mismatch") && selection.is_on("wording/foreign-word"));
        selection.select(&[pattern("figures/*")]);
        assert!(selection.is_on("figures/sum-mismatch") && !selection.is_on("wording/foreign-word"));
    }
}
