//! What is said of a relation: its kind, whether it holds, and why it was not judged.

use crate::{
    annotate::relations::{Doubt, Operand, Relation, RelationKind, Verdict},
    rules::Words,
};

/// One character for whether a relation holds; it never stands without [`verdict`] where it is read aloud.
pub const fn mark(verdict: Verdict) -> char {
    match verdict {
        Verdict::Holds => '✓',
        Verdict::Fails | Verdict::Unlikely => '✗',
        Verdict::Unchecked(_) => '–',
    }
}

/// Whether a relation holds, in a word.
pub fn verdict(verdict: Verdict) -> Words {
    let (zh, en) = match verdict {
        Verdict::Holds => ("相符", "holds"),
        Verdict::Fails => ("不符", "fails"),
        Verdict::Unlikely => ("疑不符", "probably fails"),
        Verdict::Unchecked(_) => ("未核", "not checked"),
    };
    Words::new(zh, en)
}

/// What kind of relation it is.
pub fn kind(kind: RelationKind) -> Words {
    let (zh, en) = match kind {
        RelationKind::Sum => ("合计", "sum"),
        RelationKind::Count => ("计数", "count"),
        RelationKind::Repeat => ("重述", "repetition"),
        RelationKind::Share => ("占比", "share"),
        RelationKind::Whole => ("比例合计", "shares of a whole"),
        RelationKind::Change => ("增减", "change"),
        RelationKind::Product => ("乘积", "product"),
        RelationKind::Subset => ("其中", "subset"),
        RelationKind::Conversion => ("换算", "conversion"),
        RelationKind::Range => ("起止", "range"),
        RelationKind::Weekday => ("星期", "weekday"),
        RelationKind::Lunar => ("农历", "lunar date"),
        RelationKind::Order => ("先后", "order"),
        RelationKind::Duration => ("时长", "duration"),
        RelationKind::Elapsed => ("年数", "elapsed years"),
    };
    Words::new(zh, en)
}

/// Why a relation was seen and not judged.
pub fn doubt(doubt: Doubt) -> Words {
    let (zh, en) = match doubt {
        Doubt::OpenList => ("列举可能不全", "the list may not be complete"),
        Doubt::Overlap => ("分项之间可能有重叠", "the parts may overlap"),
        Doubt::AdjustedGrowth => (
            "增速按可比价格、扣除价格因素或按年均计算，不能由名义值推得",
            "the growth is at comparable prices, in real terms or a yearly average",
        ),
        Doubt::Scope => ("几处数字的范围或口径可能不同", "the figures may speak of different things"),
        Doubt::Estimate => ("概数的余地太大", "the words of estimate leave too much room"),
        Doubt::UnknownYear => ("年份不明", "the year is not known"),
    };
    Words::new(zh, en)
}

/// The arithmetic, and how the claim compares with it.
pub fn statement(relation: &Relation) -> Words {
    let (formula, claim) = (relation.formula.as_str(), relation.claim.text.as_str());
    let (zh, en) = match relation.verdict {
        Verdict::Holds => (format!("与“{claim}”相符"), format!("agrees with “{claim}”")),
        Verdict::Fails => (format!("与“{claim}”不符"), format!("does not agree with “{claim}”")),
        Verdict::Unlikely => {
            (format!("疑与“{claim}”不符"), format!("probably does not agree with “{claim}”"))
        }
        Verdict::Unchecked(why) => {
            let why = doubt(why);
            (format!("“{claim}”未核：{}", why.zh), format!("“{claim}” not checked: {}", why.en))
        }
    };
    if formula.is_empty() {
        Words::new(zh, en)
    } else {
        Words::new(format!("{formula}，{zh}"), format!("{formula}, {en}"))
    }
}

/// The operands by the part they play, in the order in which the parts first appear.
pub fn parts(relation: &Relation) -> Vec<(Words, Vec<&Operand>)> {
    let mut parts: Vec<(Words, Vec<&Operand>)> = Vec::new();
    for operand in &relation.operands {
        let (zh, en) = operand.role.words();
        match parts.iter_mut().find(|(role, _)| role.zh == zh) {
            Some((_, operands)) => operands.push(operand),
            None => parts.push((Words::new(zh, en), vec![operand])),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        annotate::{Place, relations::OperandRole},
        text::Span,
    };

    fn relation(formula: &str, verdict: Verdict) -> Relation {
        let operand = |text: &str, role| Operand {
            place: Place { span: Span::default(), block: 0, at: Span::default() },
            text: text.to_owned(),
            role,
        };
        Relation {
            kind: RelationKind::Share,
            claim: operand("占比66%", OperandRole::Rate),
            operands: vec![operand("84件", OperandRole::Part), operand("127件", OperandRole::Total)],
            formula: formula.to_owned(),
            verdict,
            corrections: Vec::new(),
        }
    }

    #[test]
    fn a_relation_is_said_with_its_arithmetic_and_its_claim() {
        let share = "84 ÷ 127 = 66.1%";
        let said = |formula, verdict| statement(&relation(formula, verdict)).zh;
        assert_eq!(said(share, Verdict::Holds), "84 ÷ 127 = 66.1%，与“占比66%”相符");
        assert_eq!(said(share, Verdict::Fails), "84 ÷ 127 = 66.1%，与“占比66%”不符");
        assert_eq!(said(share, Verdict::Unlikely), "84 ÷ 127 = 66.1%，疑与“占比66%”不符");
        assert_eq!(said("", Verdict::Unchecked(Doubt::Overlap)), "“占比66%”未核：分项之间可能有重叠");
    }

    #[test]
    fn operands_are_told_apart_by_the_part_they_play() {
        let relation = relation("", Verdict::Holds);
        let parts = parts(&relation);
        let said: Vec<_> = parts.iter().map(|(role, all)| (role.zh.as_str(), all[0].text.as_str())).collect();
        assert_eq!(said, [("分项", "84件"), ("总数", "127件")]);
    }
}
