//! Findings that somebody has looked at and found to be right, known again after the draft was edited elsewhere.
//!
//! A finding is known by its rule, the text it covers, the texts it was compared with, and a few characters of its line
//! on either side, one side of which may since have changed. White space and line breaks do not count. Where a figure
//! of a sum changes, the sum is looked at anew.

use serde::{Deserialize, Serialize};

use crate::{
    rules::Finding,
    text::{Span, chars::is_space},
};

/// How many characters on either side are kept.
const CONTEXT: usize = 8;
/// A finding with more related places than this runs through the whole draft: which they are does not matter.
const MOST_RELATED: usize = 8;

/// A finding that was accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Accepted {
    /// 稿件，相对于本文件所在目录 · The draft, from the folder of this file.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub file: String,
    /// 规则 · The rule.
    pub rule: String,
    /// 所指的原文 · The text it covers, without white space.
    pub text: String,
    /// 同一行中在它之前的几个字 · What stands before it in its line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub before: String,
    /// 同一行中在它之后的几个字 · What stands behind it in its line.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub after: String,
    /// 与之比对的原文 · The texts it was compared with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<String>,
    /// 谁认可的 · Who accepted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub who: Option<String>,
    /// 为什么 · Why it is right.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

impl Accepted {
    /// The entry that accepts `finding` of `text`.
    pub fn of(text: &str, finding: &Finding) -> Self {
        let Span { start, end } = finding.span;
        let line_start = text[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let line_end = text[end..].find(['\n', '\r']).map_or(text.len(), |at| end + at);
        let visible = |c: &char| !is_space(*c);
        let mut before: Vec<char> =
            text[line_start..start].chars().rev().filter(visible).take(CONTEXT).collect();
        before.reverse();
        let with = match finding.related.len() {
            0..=MOST_RELATED => {
                finding.related.iter().map(|related| squeezed(related.span.of(text))).collect()
            }
            _ => Vec::new(),
        };
        Self {
            rule: finding.rule.to_owned(),
            text: squeezed(finding.span.of(text)),
            before: before.into_iter().collect(),
            after: text[end..line_end].chars().filter(visible).take(CONTEXT).collect(),
            with,
            ..Self::default()
        }
    }

    /// Whether this accepts the finding that `found` was made of.
    fn accepts(&self, found: &Self) -> bool {
        let same = |mine: &str, theirs: &str| (mine == theirs, !mine.is_empty());
        let sides = [same(&self.before, &found.before), same(&self.after, &found.after)];
        let on_both_sides = sides.iter().all(|&(same, _)| same);
        let on_one_side = sides.iter().any(|&(same, tells)| same && tells);
        self.rule == found.rule
            && self.text == found.text
            && self.with == found.with
            && (on_both_sides || on_one_side)
    }
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|&c| !is_space(c)).collect()
}

/// Drops the findings that are accepted; returns for each entry whether it accepted one.
pub fn set_aside(accepted: &[Accepted], text: &str, findings: &mut Vec<Finding>) -> Vec<bool> {
    let mut used = vec![false; accepted.len()];
    if accepted.is_empty() {
        return used;
    }
    findings.retain(|finding| {
        let found = Accepted::of(text, finding);
        let mut kept = true;
        for (entry, used) in accepted.iter().zip(&mut used) {
            if entry.accepts(&found) {
                *used = true;
                kept = false;
            }
        }
        kept
    });
    used
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::{Analysis, Profile};

    const DRAFT: &str = "青禾镇修渠引水\n\n　　镇里清理沟渠and疏通水道，大家都说好。公司现有员工30人，其中木工12人，客服20人。\n";

    fn accepting(draft: &str) -> Arc<Profile> {
        let findings = Analysis::of(draft).findings;
        let accepted: Vec<_> = findings
            .iter()
            .filter(|found| !found.rule.starts_with("structure/"))
            .map(|found| Accepted::of(draft, found))
            .collect();
        assert_eq!(accepted.len(), 2, "{findings:?}");
        Arc::new(Profile { accepted: accepted.into(), ..Profile::default() })
    }

    fn left(draft: &str, profile: &Arc<Profile>) -> Vec<&'static str> {
        let analysis = Analysis::under(draft, profile);
        let found = analysis.findings.iter().map(|found| found.rule);
        found.filter(|rule| !rule.starts_with("structure/")).collect()
    }

    #[test]
    fn what_is_accepted_stays_so_when_it_moves_and_the_rest_is_edited() {
        let profile = accepting(DRAFT);
        assert_eq!(left(DRAFT, &profile), [""; 0]);
        let moved = DRAFT.replace("　　镇里", "　　入春以来，全镇动员。\n\n　　近日，镇里");
        assert_eq!(left(&moved, &profile), [""; 0]);
        assert_eq!(left(&DRAFT.replace("疏通水道", "整治水道"), &profile), [""; 0]);
        assert_eq!(left(&DRAFT.replace('\n', "\r\n"), &profile), [""; 0]);
    }

    #[test]
    fn another_fault_of_the_same_rule_is_not_accepted_with_it() {
        let profile = accepting(DRAFT);
        assert_eq!(left(&DRAFT.replace("沟渠and疏通", "河道and疏浚"), &profile), ["wording/foreign-word"]);
    }

    #[test]
    fn a_sum_whose_parts_have_changed_is_looked_at_anew() {
        let profile = accepting(DRAFT);
        assert_eq!(left(&DRAFT.replace("客服20人", "客服19人"), &profile), ["figures/sum-mismatch"]);
    }

    #[test]
    fn an_entry_that_accepts_nothing_any_more_is_known() {
        let profile = accepting(DRAFT);
        assert_eq!(Analysis::under(DRAFT, &profile).used, [true, true]);
        let mended = DRAFT.replace("and", "、");
        assert_eq!(Analysis::under(&mended, &profile).used.iter().filter(|used| **used).count(), 1);
    }
}
