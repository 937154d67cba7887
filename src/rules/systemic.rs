//! A habit that runs through a whole draft is one finding.

use super::{Applicability, Finding, Fix, Related, Words};

/// The rules whose findings are matters of form, so that many of them have one cause: the keyboard, the program that
/// exported the text, the house's own style.
const FORMS: [&str; 13] = [
    "numerals/decimal-point",
    "punctuation/dash-form",
    "punctuation/document-number-brackets",
    "punctuation/ellipsis-form",
    "punctuation/ellipsis-with-stop",
    "punctuation/enumeration-before-deng",
    "punctuation/enumeration-between-quotes",
    "punctuation/headline-period",
    "punctuation/interpunct-form",
    "punctuation/list-number-mark",
    "punctuation/range-dash",
    "punctuation/space-between-han",
    "punctuation/stop-before-dash",
];
/// From more places than this on, a fault of form runs through the draft.
const FEW: usize = 4;
/// So many of the other places are named.
const NAMED: usize = 20;

/// Puts the many findings of a rule of form together into one, with one fix for all of them.
pub fn gather(findings: &mut Vec<Finding>) {
    for rule in FORMS {
        if findings.iter().filter(|found| found.rule == rule).count() <= FEW {
            continue;
        }
        let (mut same, rest): (Vec<Finding>, Vec<Finding>) =
            std::mem::take(findings).into_iter().partition(|found| found.rule == rule);
        *findings = rest;
        same.sort_by_key(|found| found.span);
        findings.extend(together(&same));
    }
}

fn together(same: &[Finding]) -> Option<Finding> {
    let first = same.first()?;
    let count = same.len();
    let fixes: Vec<&Fix> = same.iter().filter_map(|found| found.fixes.first()).collect();
    let is_safe = fixes.iter().all(|fix| fix.applicability == Applicability::Safe);
    let related = same[1..]
        .iter()
        .take(NAMED)
        .map(|found| Related { span: found.span, words: Words::new("另一处", "another place") });
    let fix = (!fixes.is_empty()).then(|| Fix {
        title: Words::new("全部改正", "Correct them all"),
        applicability: if is_safe { Applicability::Safe } else { Applicability::Unsafe },
        edits: fixes.iter().flat_map(|fix| fix.edits.iter().cloned()).collect(),
    });
    Some(Finding {
        message: Words::new(
            format!("全文共有{count}处此类问题，如：{}", first.message.zh),
            format!("{count} places like this in the draft, the first: {}", first.message.en),
        ),
        severity: same.iter().map(|found| found.severity).max()?,
        related: related.collect(),
        fixes: fix.into_iter().collect(),
        ..first.clone()
    })
}

#[cfg(test)]
mod tests {
    use crate::rules::{
        Applicability,
        testing::{fixed, found},
    };

    const RULE: &str = "punctuation/range-dash";

    fn draft(places: usize) -> String {
        let sentences = "每亩栽苗200~300株，收果2~3吨。".repeat(places / 2);
        format!("青禾镇修渠引水\n\n入春以来，全镇动员，干部带头。{sentences}\n")
    }

    #[test]
    fn a_few_places_are_named_one_by_one() {
        assert_eq!(found(RULE, &draft(4)).len(), 4);
    }

    #[test]
    fn a_habit_is_one_finding_with_one_fix() {
        let text = draft(24);
        let found = found(RULE, &text);
        assert_eq!(found.len(), 1);
        assert!(found[0].message.zh.starts_with("全文共有24处此类问题"), "{}", found[0].message.zh);
        assert_eq!(found[0].related.len(), 20);
        assert_eq!(found[0].fixes[0].edits.len(), 24);
        assert_eq!(found[0].fixes[0].applicability, Applicability::Safe);
        assert!(!fixed(RULE, &text).contains('~'));
    }
}
