//! Reports relations that do not hold, with their operands and what could be mended: what the rules for figures and
//! dates share.

use super::{Applicability, ArticleView, Edit, Finding, Findings, Fix, Related, Severity, Words};
use crate::annotate::relations::{Operand, Relation, RelationKind, Verdict};

/// Reports each relation of a kind that fails, in the words that `message` finds for it.
pub fn report_failures(
    view: &ArticleView<'_>,
    kind: RelationKind,
    findings: &mut Findings<'_>,
    message: impl Fn(&Relation) -> Words,
) {
    for relation in &view.annotations.relations {
        if relation.kind == kind && relation.is_wrong() {
            report(relation, findings, message(relation));
        }
    }
}

/// Reports one relation: its claim is what is marked, its operands are the related places. What is only unlikely is a
/// warning at most.
pub fn report<'f>(relation: &Relation, findings: &'f mut Findings<'_>, message: Words) -> &'f mut Finding {
    let finding = findings.report(relation.claim.place.span, message);
    if relation.verdict == Verdict::Unlikely {
        finding.severity = finding.severity.min(Severity::Warning);
    }
    finding.related.extend(
        relation
            .operands
            .iter()
            .map(|operand| Related { span: operand.place.span, words: part_played(operand) }),
    );
    finding.fixes.extend(relation.corrections.iter().map(|correction| Fix {
        title: Words::new(format!("改为“{}”", correction.text), format!("Change to “{}”", correction.text)),
        applicability: Applicability::Candidate,
        edits: vec![Edit { span: correction.place.span, text: correction.text.clone() }],
    }));
    finding
}

/// What an operand is in its relation, in words.
fn part_played(operand: &Operand) -> Words {
    let (zh, en) = operand.role.words();
    Words::new(format!("{zh}“{}”", operand.text), format!("{en} “{}”", operand.text))
}
