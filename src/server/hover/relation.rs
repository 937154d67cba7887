//! The lines of a card that say which relations its figure or date takes part in.

use crate::{annotate::Annotations, ledger, rules::Words, text::Span};

/// A line for each relation of what stands in a span of the article: whether it holds, and the arithmetic.
pub fn facts(said: &Annotations, span: Span) -> impl Iterator<Item = Words> {
    ledger::relations_of(said, span).map(|relation| {
        let (kind, statement) = (ledger::kind(relation.kind), ledger::statement(relation));
        let mark = ledger::mark(relation.verdict);
        Words::new(
            format!("{mark} {}：{}", kind.zh, statement.zh),
            format!("{mark} {}: {}", kind.en, statement.en),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::annotate::{
        Place,
        relations::{Doubt, Operand, OperandRole, Relation, RelationKind, Verdict},
    };

    fn operand(text: &str, at: usize, role: OperandRole) -> Operand {
        let span = Span::new(at, at + text.len());
        Operand { place: Place { span, block: 0, at: span }, text: text.to_owned(), role }
    }

    #[test]
    fn a_figure_shows_every_relation_it_takes_part_in_and_no_other() {
        let sum = Relation {
            kind: RelationKind::Sum,
            claim: operand("共30人", 100, OperandRole::Total),
            operands: vec![operand("12人", 50, OperandRole::Part), operand("20人", 60, OperandRole::Part)],
            formula: "12 + 20 = 32".to_owned(),
            verdict: Verdict::Fails,
            corrections: Vec::new(),
        };
        let share = Relation {
            kind: RelationKind::Share,
            claim: operand("四成", 70, OperandRole::Rate),
            operands: vec![operand("12人", 50, OperandRole::Part)],
            verdict: Verdict::Unchecked(Doubt::Scope),
            formula: String::new(),
            corrections: Vec::new(),
        };
        let said = Annotations { relations: vec![sum, share], ..Annotations::default() };
        let shown =
            |at, length| facts(&said, Span::new(at, at + length)).map(|words| words.zh).collect::<Vec<_>>();
        let fails = "✗ 合计：12 + 20 = 32，与“共30人”不符";
        let open = "– 占比：“四成”未核：几处数字的范围或口径可能不同";
        assert_eq!(shown(50, 5), [fails, open]);
        // The figure within the claim: the claim may have words in front of it.
        assert_eq!(shown(103, 5), [fails]);
        assert_eq!(shown(70, 6), [open]);
        assert!(shown(80, 5).is_empty());
    }
}
