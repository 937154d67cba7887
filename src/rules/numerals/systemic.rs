//! A form that runs through a whole draft is one finding with one fix, not hundreds.

use crate::{
    rules::{Applicability, Edit, Findings, Fix, Severity, Words},
    text::Span,
};

/// From more places than this on, the draft does so throughout: a habit, or the program it was exported from.
const FEW: usize = 4;

/// A place printed in the wrong form, and how it should be printed.
pub(super) struct Misprint {
    /// In the bulletin.
    pub(super) span: Span,
    /// What should stand there.
    pub(super) right: String,
}

/// Reports a few places one by one in the words of `one`, many of them once, in the words of `all` and as information
/// alone.
pub(super) fn report(
    text: &str,
    findings: &mut Findings<'_>,
    misprints: Vec<Misprint>,
    one: impl Fn(&str, &str) -> Words,
    all: impl Fn(usize) -> Words,
) {
    let edit = |misprint: &Misprint| Edit { span: misprint.span, text: misprint.right.clone() };
    if misprints.len() > FEW {
        let finding = findings.report(misprints[0].span, all(misprints.len()));
        finding.severity = Severity::Info;
        finding.fixes.push(Fix {
            title: Words::new("全部改正", "Mend them all"),
            applicability: Applicability::Safe,
            edits: misprints.iter().map(edit).collect(),
        });
        return;
    }
    for misprint in misprints {
        let right = &misprint.right;
        let finding = findings.report(misprint.span, one(misprint.span.of(text), right));
        finding.fixes.push(Fix {
            title: Words::new(format!("改为“{right}”"), format!("Change to “{right}”")),
            applicability: Applicability::Safe,
            edits: vec![edit(&misprint)],
        });
    }
}
