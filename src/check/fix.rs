//! Mends a bulletin: applies the fixes of its findings until nothing is left that they change.

use std::collections::BTreeMap;

use super::{Analysis, edit};
use crate::{
    rules::{Applicability, Edit, Finding, Fix},
    text::Span,
};

/// After so many passes mending gives up; a fix that makes room for another needs two or three.
const MOST_PASSES: usize = 12;

/// Which fixes may be applied unseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those that change form only.
    Safe,
    /// Those that change words as well. What only a person can choose between stays.
    Words,
}

impl Reach {
    /// Whether a fix is within reach.
    pub const fn has(self, fix: &Fix) -> bool {
        match fix.applicability {
            Applicability::Safe => true,
            Applicability::Unsafe => matches!(self, Self::Words),
            Applicability::Candidate => false,
        }
    }
}

/// A bulletin that was mended.
#[derive(Clone, Debug)]
pub struct Mended {
    /// Its text now.
    pub text: String,
    /// What is read and found in it now.
    pub analysis: Analysis,
    /// How many fixes were applied, by rule.
    pub fixed: BTreeMap<&'static str, usize>,
}

impl Mended {
    /// How many fixes were applied.
    pub fn applied(&self) -> usize {
        self.fixed.values().sum()
    }
}

/// Applies the first fix of every finding that is `wanted`, if it is within reach. Fixes that overlap are applied one
/// after the other, each on a fresh analysis. Mending what was mended changes nothing more.
pub fn mend(text: &str, analysis: &Analysis, reach: Reach, wanted: impl Fn(&Finding) -> bool) -> Mended {
    mend_by(text, analysis, reach, wanted, Analysis::update)
}

/// The same for a text that is not analysed as it is: `again` analyses what was changed.
pub fn mend_by(
    text: &str,
    analysis: &Analysis,
    reach: Reach,
    wanted: impl Fn(&Finding) -> bool,
    again: impl Fn(&Analysis, &str) -> Analysis,
) -> Mended {
    let mut mended = Mended { text: text.to_owned(), analysis: analysis.clone(), fixed: BTreeMap::new() };
    for _ in 0..MOST_PASSES {
        let findings = mended.analysis.findings.iter().filter(|found| wanted(found));
        let (edits, rules) = compatible(findings, reach);
        if rules.is_empty() {
            return mended;
        }
        mended.text = edit::apply(&mended.text, &edits);
        mended.analysis = again(&mended.analysis, &mended.text);
        for rule in rules {
            *mended.fixed.entry(rule).or_default() += 1;
        }
    }
    // Fixes that undo one another settle nothing: the draft is better left as it was.
    Mended { text: text.to_owned(), analysis: analysis.clone(), fixed: BTreeMap::new() }
}

/// The edits of the fixes within reach that can be applied at once, in order, and the rules of the fixes that they are. Where
/// two overlap the first has its way; a fix is applied whole or not at all.
pub fn compatible<'a>(
    findings: impl Iterator<Item = &'a Finding>,
    reach: Reach,
) -> (Vec<Edit>, Vec<&'static str>) {
    let mut taken: Vec<Edit> = Vec::new();
    let mut rules = Vec::new();
    for (rule, fix) in findings.filter_map(|found| Some((found.rule, found.fixes.first()?))) {
        if fix.edits.is_empty() || !reach.has(fix) {
            continue;
        }
        let places: Vec<usize> =
            fix.edits.iter().map(|edit| taken.partition_point(|one| one.span < edit.span)).collect();
        let is_free = fix.edits.iter().zip(&places).all(|(edit, &at)| {
            let before = at.checked_sub(1).map(|before| taken[before].span);
            let behind = taken.get(at).map(|one| one.span);
            before.is_none_or(|before| !collide(before, edit.span))
                && behind.is_none_or(|behind| !collide(edit.span, behind))
        });
        if is_free {
            for (edit, at) in fix.edits.iter().zip(places).rev() {
                taken.insert(at, edit.clone());
            }
            rules.push(rule);
        }
    }
    (taken, rules)
}

/// Whether two edits cannot be applied at once: they overlap, or put something in at the same place.
const fn collide(first: Span, second: Span) -> bool {
    second.start < first.end || (second.start == first.end && (first.is_empty() || second.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::{Severity, Words};

    fn finding(applicability: Applicability, edits: &[(usize, usize, &str)]) -> Finding {
        let words = Words::new("", "");
        let edits = edits
            .iter()
            .map(|&(start, end, text)| Edit { span: Span::new(start, end), text: text.to_owned() })
            .collect();
        Finding {
            rule: "test/test",
            severity: Severity::Warning,
            message: words.clone(),
            span: Span::new(0, 0),
            related: Vec::new(),
            fixes: vec![Fix { title: words, applicability, edits }],
        }
    }

    fn applied(findings: &[Finding], reach: Reach) -> (String, usize) {
        let (edits, rules) = compatible(findings.iter(), reach);
        (edit::apply("abcdef", &edits), rules.len())
    }

    #[test]
    fn of_fixes_that_overlap_the_first_has_its_way_and_the_other_is_left_whole() {
        use Applicability::Safe;
        let first = finding(Safe, &[(0, 1, "A"), (4, 5, "E")]);
        let other = finding(Safe, &[(1, 2, "B"), (4, 6, "")]);
        let between = finding(Safe, &[(2, 3, "C")]);
        assert_eq!(applied(&[first, other, between], Reach::Safe), ("AbCdEf".to_owned(), 2));
        let insertions = [finding(Safe, &[(3, 3, "x")]), finding(Safe, &[(3, 3, "y")])];
        assert_eq!(applied(&insertions, Reach::Safe), ("abcxdef".to_owned(), 1));
    }

    #[test]
    fn words_are_changed_when_asked_and_candidates_never() {
        let words = finding(Applicability::Unsafe, &[(0, 1, "A")]);
        let candidate = finding(Applicability::Candidate, &[(1, 2, "B")]);
        let both = [words, candidate];
        assert_eq!(applied(&both, Reach::Safe), ("abcdef".to_owned(), 0));
        assert_eq!(applied(&both, Reach::Words), ("Abcdef".to_owned(), 1));
    }

    #[test]
    fn one_fix_after_the_other_until_nothing_is_left() {
        let text = "青禾镇修渠引水\n\n入春以来,青禾镇组织干部群众清理沟渠，疏通水道。镇里还为全镇36处蓄\n\n水池加固了堤坝,方便村民灌溉。眼下，春灌工作正有序推进。\n";
        let mended = mend(text, &Analysis::of(text), Reach::Safe, |_| true);
        assert_eq!(
            mended.text,
            "青禾镇修渠引水\n\n入春以来，青禾镇组织干部群众清理沟渠，疏通水道。镇里还为全镇36处蓄水池加固了堤坝，方便村民灌溉。眼下，春灌工作正有序推进。\n"
        );
        assert_eq!(mended.applied(), 3);
        let marks =
            mend(text, &Analysis::of(text), Reach::Safe, |found| found.rule.starts_with("punctuation/"));
        assert!(marks.text.contains("36处蓄\n\n水池") && !marks.text.contains(','));
    }
}
