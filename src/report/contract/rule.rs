//! What is known of a rule: `kanwu rule --output-format json`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::rules::{FixAvailability, Language, RuleInfo, Severity};

/// A rule.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Rule {
    /// `group/name`.
    pub name: &'static str,
    /// The part before the slash.
    pub group: &'static str,
    /// The severity of its findings unless it says otherwise.
    pub severity: Severity,
    /// The version it came with.
    pub since: &'static str,
    /// Whether it can mend what it finds: `none`, `sometimes`, `always`.
    pub fix: &'static str,
    /// The first line of its documentation.
    pub summary: String,
    /// Its documentation, in Markdown.
    pub doc: String,
    /// The same, on the web.
    pub url: String,
}

impl Rule {
    /// The first line of its documentation that is in one language.
    pub fn summary_in(&self, language: Language) -> &str {
        let is_english = |line: &&str| line.starts_with(|c: char| c.is_ascii_alphabetic());
        match language {
            Language::Chinese => None,
            Language::English => self.doc.lines().find(is_english),
        }
        .unwrap_or(&self.summary)
    }
}

impl From<&RuleInfo> for Rule {
    fn from(rule: &RuleInfo) -> Self {
        // A doc comment keeps the space behind its slashes.
        let lines: Vec<_> =
            rule.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end()).collect();
        let summary = lines.iter().find(|line| !line.is_empty()).copied().unwrap_or_default();
        Self {
            name: rule.name,
            group: rule.group(),
            severity: rule.severity,
            since: rule.since,
            fix: match rule.fix {
                FixAvailability::None => "none",
                FixAvailability::Sometimes => "sometimes",
                FixAvailability::Always => "always",
            },
            summary: summary.to_owned(),
            doc: lines.join("\n").trim_matches('\n').to_owned(),
            url: rule.url(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Check;

    #[test]
    fn the_documentation_is_read_without_the_space_of_its_comment() {
        let rule = RuleInfo {
            name: "figures/sum-mismatch",
            severity: Severity::Error,
            since: "0.1.0",
            fix: FixAvailability::Sometimes,
            class: None,
            doc: "\n 分项之和与总数不符。\n\n ```text\n     缩进\n ```\n",
            check: Check::Article(|_, _| {}),
        };
        let rule = Rule::from(&rule);
        assert_eq!(rule.summary, "分项之和与总数不符。");
        assert_eq!(rule.doc, "分项之和与总数不符。\n\n```text\n    缩进\n```");
        assert_eq!((rule.group, rule.fix), ("figures", "sometimes"));
    }
}
