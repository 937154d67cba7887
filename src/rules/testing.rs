//! What the unit tests of the rules share.

use super::{Finding, find};
use crate::check::Analysis;

/// What the rule finds in a bulletin.
pub fn found(rule: &str, text: &str) -> Vec<Finding> {
    assert!(find(rule).is_some(), "{rule} is not in the registry");
    Analysis::of(text).findings.into_iter().filter(|found| found.rule == rule).collect()
}

/// The words it marks.
pub fn hits(rule: &str, text: &str) -> Vec<String> {
    found(rule, text).iter().map(|found| found.span.of(text).to_owned()).collect()
}

/// The text after the first fix of each finding.
pub fn fixed(rule: &str, text: &str) -> String {
    let mut edits: Vec<_> = found(rule, text)
        .into_iter()
        .filter_map(|found| found.fixes.into_iter().next())
        .flat_map(|fix| fix.edits)
        .collect();
    edits.sort_by_key(|edit| edit.span);
    let mut fixed = text.to_owned();
    for edit in edits.iter().rev() {
        fixed.replace_range(edit.span.start..edit.span.end, &edit.text);
    }
    fixed
}

/// A small article with `sentence` at its end.
pub fn article(sentence: &str) -> String {
    format!("青禾镇修渠引水\n\n入春以来，全镇动员，干部带头，群众参与。{sentence}\n")
}

/// What the rule marks in a small article with `sentence` at its end.
pub fn hits_in(rule: &str, sentence: &str) -> Vec<String> {
    hits(rule, &article(sentence))
}

/// The sentence after the first fix of each finding. What is mended raises nothing of its group any more.
pub fn mended(rule: &str, sentence: &str) -> String {
    let fixed = fixed(rule, &article(sentence));
    let group = rule.split('/').next().unwrap_or(rule);
    let left: Vec<_> =
        Analysis::of(&fixed).findings.into_iter().filter(|found| found.rule.starts_with(group)).collect();
    assert!(left.is_empty(), "{fixed}: {left:#?}");
    let start = article("").trim_end().len();
    fixed[start..].trim_end().to_owned()
}
