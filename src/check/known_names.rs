//! Names that the house vouches for: no rule of names finds fault with one.

use aho_corasick::AhoCorasick;

use crate::{
    rules::{Finding, settings::KnownNames},
    text::Span,
};

/// Drops the findings of `names/*` that lie within a name that is right as it stands.
pub fn silence(names: &KnownNames, text: &str, findings: &mut Vec<Finding>) {
    let is_of_names = |finding: &Finding| finding.rule.starts_with("names/");
    if names.all.is_empty() || !findings.iter().any(is_of_names) {
        return;
    }
    let Ok(finder) = AhoCorasick::new(&names.all) else { return };
    let known: Vec<Span> = finder.find_overlapping_iter(text).map(|hit| hit.range().into()).collect();
    // In the order in which the names end; the longest is some dozen characters.
    let longest = names.all.iter().map(String::len).max().unwrap_or_default();
    let is_known = |span: Span| {
        let first = known.partition_point(|name| name.end < span.end);
        known[first..]
            .iter()
            .take_while(|name| name.end <= span.start + longest)
            .any(|name| name.contains(span))
    };
    findings.retain(|finding| !is_of_names(finding) || !is_known(finding.span));
}
