//! The number of kinds that a total is spread over, against the parts that make it up: 在5个项目中取得30个冠军，其中田径1个、跳水15个….

use std::sync::LazyLock;

use regex::Regex;

use super::{Listed, Operand, OperandRole, Relation, RelationKind, Verdict};
use crate::annotate::{Annotations, Figure};

/// What stands between the number of kinds and the total: the noun of the kinds, then what was done in them.
static SPREAD: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^(?:比赛|竞赛|重点|主要|不同)?(?:项目|大项|小项|分项|类别|大类|门类|类|领域|行业|产业|方面|品种|奖项|专业|工种|学科|板块|系列)\
         (?:的?比赛|竞赛)?(?:中|上|里|内|共|，?共|，?一共|，?总共|的)?[^，。；、：0-9]{0,8}$",
    )
    .expect("the pattern is well formed")
});

/// A list of so many is one of kinds, and no two parts that are not of those kinds (党员、群众).
const FEWEST: usize = 4;

/// The greatest number of kinds.
const MOST: f64 = 40.0;

/// The numbers of kinds in front of totals whose parts add up: those parts are all there are.
pub fn find(said: &Annotations, relations: &[Relation]) -> Vec<Relation> {
    let sums = relations.iter().filter(|relation| {
        relation.kind == RelationKind::Sum
            && relation.verdict == Verdict::Holds
            && relation.operands.len() >= FEWEST
    });
    sums.filter_map(|sum| judge(said, sum)).collect()
}

fn judge(said: &Annotations, sum: &Relation) -> Option<Relation> {
    let place = sum.claim.place;
    let at = said.figures.partition_point(|figure| {
        (figure.place.block, figure.place.at.start) < (place.block, place.at.start)
    });
    let total = said.figures.get(at).filter(|figure| figure.place == place)?;
    let kinds: &Figure = said.figures[..at].last().filter(|kinds| kinds.place.block == place.block)?;
    let is_number = matches!(kinds.unit.as_str(), "个" | "大" | "类" | "种" | "项")
        && (2.0..=MOST).contains(&kinds.value)
        && kinds.low.total_cmp(&kinds.high).is_eq();
    // The list is behind the total, and every part has a name of its own.
    let last = sum.operands.last()?.place;
    let parts: Vec<&Figure> = said.figures[at + 1..]
        .iter()
        .take_while(|figure| figure.place.block == place.block && figure.place.at.start <= last.at.start)
        .filter(|figure| sum.operands.iter().any(|operand| operand.place == figure.place))
        .collect();
    let mut names: Vec<&str> = parts.iter().map(|part| part.label.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    let are_named = names.len() == sum.operands.len() && names.iter().all(|name| !name.is_empty());
    // One that is far off is a number of something else.
    let listed = parts.len() as f64;
    let is_near = (listed - kinds.value).abs() <= (kinds.value / 4.0).max(1.0);
    let between = total.label.as_str();
    if !is_number
        || !are_named
        || !is_near
        || !SPREAD.is_match(between)
        || total.place.at.start < kinds.place.at.end
    {
        return None;
    }
    let items = sum.operands.iter().map(|part| Operand { role: OperandRole::Item, ..part.clone() }).collect();
    let mut relation = Listed { said: None, items, is_open: false, doubt: None }.relation(kinds);
    if relation.verdict == Verdict::Fails {
        relation.verdict = Verdict::Unlikely;
    }
    Some(relation)
}

#[cfg(test)]
mod tests {
    use crate::annotate::relations::{
        RelationKind::Count,
        Verdict::{self, Holds, Unlikely},
        testing::verdicts,
    };

    #[test]
    fn parts_that_make_the_total_are_all_the_kinds_there_are() {
        let list = "其中田径2个、跳水5个、举重3个、射击4个、体操1个";
        for (kinds, expected) in
            [("5个项目中", vec![Holds]), ("6个项目上", vec![Unlikely]), ("4个大项中", vec![Unlikely])]
        {
            let body = format!("运动员在{kinds}取得15个冠军，{list}。");
            assert_eq!(verdicts(Count, &body), expected, "{body}");
        }
    }

    #[test]
    fn other_numbers_and_lists_with_gaps_are_passed_over() {
        for body in [
            "干部在20个村收集建议126件，其中教育类84件、交通类42件。",
            "运动员在6个项目中取得16个冠军，其中田径2个、跳水5个、举重3个、射击4个、体操1个。",
            "运动员在30个项目中取得15个冠军，其中田径2个、跳水5个、举重3个、射击4个、体操1个。",
            "运动员在6个赛区取得15个冠军，其中田径2个、跳水5个、举重3个、射击4个、体操1个。",
        ] {
            assert_eq!(verdicts(Count, body), Vec::<Verdict>::new(), "{body}");
        }
    }
}
