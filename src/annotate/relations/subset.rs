//! A part is no more than its whole: 共30人，其中党员42人 cannot be.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    OperandRole, Relation, RelationKind, Verdict,
    clause::{STOPS_AND_SEMICOLON, last_clause, mentions, sentences},
    printed::number,
};
use crate::{
    annotate::{Annotations, FigureRole},
    outline::Article,
};

/// 人，其中党员: leads from a whole to its part, with nothing else between.
static OF_WHICH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[^，。；、]{0,12}[，,（(]其中，?[^，。；、]{0,12}$").expect("the pattern is well formed")
});

/// The wholes that name one part. Several parts are added up elsewhere.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations = Vec::new();
    for sentence in sentences(article, said, &STOPS_AND_SEMICOLON) {
        for whole in 1..sentence.figures.len() {
            let (whole, part) = (whole - 1, whole);
            let [total, subset] = [whole, part].map(|figure| &sentence.figures[figure]);
            let is_amount = total.ratio().is_none()
                && !matches!(total.unit.as_str(), "倍" | "番" | "个百分点" | "百分点");
            // 比上年增加20家，其中…: the part is one of all, not of those added. An average is no whole.
            let is_whole = !matches!(total.role, FigureRole::Change | FigureRole::Rate | FigureRole::PerUnit)
                && !mentions(last_clause(sentence.before(whole)), &["均", "每", "最", "单"])
                && !mentions(sentence.after(whole), &["最", "单", "增", "每", "均", "累计", "超过"]);
            // Several parts are added up.
            let is_only = sentence.figures.get(part + 1).is_none_or(|next| !next.is_comparable(total));
            let is_part = total.is_comparable(subset) && OF_WHICH.is_match(sentence.after(whole));
            if !is_amount || !is_whole || !is_only || !is_part {
                continue;
            }
            let exceeds = subset.base().low > total.base().high;
            relations.push(Relation {
                kind: RelationKind::Subset,
                claim: sentence.operand(part, OperandRole::Part),
                operands: vec![sentence.operand(whole, OperandRole::Total)],
                formula: format!("{} {} {}", number(subset), if exceeds { '>' } else { '≤' }, number(total)),
                verdict: if exceeds { Verdict::Fails } else { Verdict::Holds },
                corrections: Vec::new(),
            });
        }
    }
    relations
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::annotate::relations::{
        RelationKind::Subset,
        Verdict::{Fails, Holds},
        testing::verdicts,
    };

    #[test]
    fn a_part_is_no_more_than_its_whole() {
        assert_eq!(verdicts(Subset, "培训班共有学员30人，其中党员42人。"), [Fails]);
        assert_eq!(verdicts(Subset, "培训班共有学员42名，其中党员30人。"), [Holds]);
        assert_eq!(verdicts(Subset, "培训班有学员40余人，其中党员42人。"), [Holds]);
    }

    #[test]
    fn what_grew_is_no_whole_and_turnout_is_not_people() {
        for body in [
            "企业比上年增加20家，其中民营企业35家。",
            "接待游客30人，其中过夜游客42人次。",
            "共有30人，党员42人。",
        ] {
            assert!(verdicts(Subset, body).is_empty(), "{body}");
        }
    }

    proptest! {
        #[test]
        fn only_a_part_that_exceeds_its_whole_fails(whole in 2_u32..5000, part in 2_u32..5000) {
            let body = format!("培训班共有学员{whole}人，其中党员{part}人。");
            prop_assert_eq!(verdicts(Subset, &body), [if part > whole { Fails } else { Holds }]);
        }
    }
}
