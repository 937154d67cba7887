//! What a finding is known by from one run to the next, wherever it moves in its draft.

use std::collections::HashMap;

use sha2::{Digest, Sha256};

use super::Source;
use crate::rules::Finding;

/// How many characters beside a finding tell it from its like.
const CONTEXT: usize = 16;

/// The fingerprints of one document's findings; no two are the same.
#[derive(Debug)]
pub struct Fingerprints<'a> {
    path: String,
    text: &'a str,
    /// How often the same was found.
    seen: HashMap<String, usize>,
}

impl<'a> Fingerprints<'a> {
    /// Of the findings in a document.
    pub fn new(source: &Source, text: &'a str) -> Self {
        Self { path: source.path(), text, seen: HashMap::new() }
    }

    /// The fingerprint of the next finding: of its rule, its words and those beside them. Lines put in above it, and
    /// changes elsewhere on its line, leave it as it is.
    pub fn next(&mut self, finding: &Finding) -> String {
        let text = self.text;
        let is_inside = |c: &char| !matches!(c, '\n' | '\r');
        let before = text[..finding.span.start].chars().rev().take(CONTEXT).take_while(is_inside);
        let before: String = before.collect();
        let after: String = text[finding.span.end..].chars().take(CONTEXT).take_while(is_inside).collect();
        let parts = [self.path.as_str(), finding.rule, &before, finding.span.of(text), &after];
        let known_by = parts.join("\0");
        let count = self.seen.entry(known_by.clone()).or_default();
        *count += 1;
        hash(&format!("{known_by}\0{count}"))
    }

    /// The fingerprint of what is wrong with the document as a whole.
    pub fn whole(&self, what: &str) -> String {
        hash(&format!("{}\0{what}", self.path))
    }
}

/// 128 bits are enough to tell findings apart.
fn hash(text: &str) -> String {
    let digest = Sha256::digest(text);
    let half = digest.first_chunk().map_or(0, |half| u128::from_be_bytes(*half));
    format!("{half:032x}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        report::samples::{TEXT, findings},
        rules::Finding,
    };

    fn all(path: &str, text: &str, findings: &[Finding]) -> Vec<String> {
        let mut fingerprints = Fingerprints::new(&Source::Path(path.to_owned()), text);
        findings.iter().map(|finding| fingerprints.next(finding)).collect()
    }

    #[test]
    fn a_finding_is_known_again_below_new_lines_and_told_from_its_like() {
        let known = all("a.txt", TEXT, &findings());
        let above = "青禾镇修渠\n";
        let moved: Vec<_> = findings().into_iter().map(|found| found.shift(above.len())).collect();
        assert_eq!(all("a.txt", &format!("{above}{TEXT}"), &moved), known);
        assert_eq!(all("./a.txt", TEXT, &findings()), known);

        let mut others = all("b.txt", TEXT, &findings());
        let twice = [findings(), findings()].concat();
        others.extend(all("a.txt", TEXT, &twice));
        assert_eq!(others[2..4], known);
        others.sort_unstable();
        others.dedup();
        assert_eq!(others.len(), 6);
    }

    #[test]
    fn a_finding_at_either_end_of_a_text_has_a_fingerprint() {
        let whole = Finding { span: crate::text::Span::new(0, TEXT.len()), ..findings().remove(0) };
        assert_eq!(all("a.txt", TEXT, &[whole])[0].len(), 32);
    }
}
