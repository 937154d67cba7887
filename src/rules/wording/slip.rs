//! Reports slips of wording with what ought to stand there: what the rules of this group share.

use crate::{
    annotate::slips::{Slip, SlipKind},
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Severity, Words},
};

/// Reports each slip of a kind, in the words that `message` finds for the form and what ought to stand there. A slip that
/// is only better left out is no more than a hint.
pub(super) fn report(
    view: &ArticleView<'_>,
    kind: SlipKind,
    findings: &mut Findings<'_>,
    message: impl Fn(&str, &Slip) -> Words,
) {
    for slip in view.annotations.slips.iter().filter(|slip| slip.kind == kind) {
        let written = slip.place.at.of(view.article.blocks[slip.place.block].text.as_str());
        let finding = findings.report(slip.place.span, with_ground(message(written, slip), slip.ground));
        if !slip.is_certain {
            finding.severity = Severity::Info;
        }
        // A break of the line inside the form is another rule's business, and must not be lost in a fix.
        if slip.place.span.len() == slip.place.at.len() {
            finding.fixes.push(Fix {
                title: Words::new(format!("改为“{}”", slip.right), format!("Change to “{}”", slip.right)),
                applicability: Applicability::Unsafe,
                edits: vec![Edit { span: slip.place.span, text: slip.right.clone() }],
            });
        }
    }
}

/// The message with the standard or the reason behind it.
fn with_ground(words: Words, (zh, en): (&str, &str)) -> Words {
    if zh.is_empty() {
        return words;
    }
    Words::new(format!("{}（{zh}）", words.zh), format!("{} ({en})", words.en))
}
