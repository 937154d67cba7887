//! Shares of one whole that make 100 % together: 东部占48%，中部占45%，西部占7%; 我国占3%，其余97%…; 三次产业结构为7:40:53.
//!
//! Only where the wording says that the parts exclude one another: two groups of people mostly overlap, and so do the
//! answers to a question. Below 100 % only where it says as well that there are no others.

mod division;

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Operand, OperandRole, Relation, RelationKind, Verdict,
    clause::{STOPS, Sentence, mentions, sentences},
    plain,
    printed::{corrected, number},
};
use crate::{
    annotate::{Annotations, Figure, Interval},
    outline::Article,
};
use division::{DIVISIONS, denies, is_cut};

/// How many parts a rest may have in front of it.
const MOST_PARTS: usize = 12;

/// 东部农业组织数量占全国的, 第一产业增加值比重为: the words that lead to one of the parts.
static PART: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:^|[，,；：、（(])(?:其中|而|其)*(?P<label>[^，,；：、（(占]{1,16}?)(?:所|仅|只|约|则|也|已|各)*\
         (?:占比?(?:全[^，；：、]{1,8}的?|总[^，；：、]{1,5}的?|国内生产总值|地区生产总值)?(?:比重|比例|份额)?|比重|比例|份额)\
         (?:为|到|达到|达|约|近|超过|超|大约|接近|将近|的)*$",
    )
    .expect("the pattern is well formed")
});

/// 男、女职工分别占: the words that lead to the shares of several parts, one behind the other.
static PARTS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:^|[，,；：（(])(?:其中|而)*(?P<labels>[^，,；：（(]{3,40}?)分别占\
         (?:全[^，；：、]{1,8}的?|总[^，；：、]{1,5}的?)?(?:比重|比例|份额)?(?:为|到|达到|达|约|近)*$",
    )
    .expect("the pattern is well formed")
});

/// 占总人口的: of all people, whatever the parts are.
static OF_PEOPLE: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("占(?:全|总)[^，；：、]{0,6}人口").expect("the pattern is well formed"));

/// 女性, 农村: a label that names nothing but its part.
const LONGEST_BARE: usize = 2;

/// What stands between shares that are given one behind the other.
static NEXT: LazyLock<Regex> =
    LazyLock::new(|| Regex::new("^(?:[、，]|和|与|及|以及)$").expect("the pattern is well formed"));

/// 其余97%, 其余乙、丙分别占20%: all that is left.
static REST: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "[，；](?:而)?(?:其余|剩余|剩下)的?(?:[^，；：、]{0,8}占|[^，；：]{0,20}分别占?)?(?:为|约|近)*$",
    )
    .expect("the pattern is well formed")
});

/// The words behind a percentage that is a part though no 占 stands before it: 60%用于修路.
static SPENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^的?[^，；：、]{0,8}?(?:用于|用作|来自|投向|归|留作|上缴)")
        .expect("the pattern is well formed")
});

/// 三次产业结构由12:43:45调整为8.1:39.6:52.3.
static RATIO: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?P<a>[0-9]{1,2}(?:\\.[0-9]+)?)[:：∶](?P<b>[0-9]{1,2}(?:\\.[0-9]+)?)[:：∶](?P<c>[0-9]{1,2}(?:\\.[0-9]+)?)")
        .expect("the pattern is well formed")
});

/// The wholes that an article cuts into shares.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations = Vec::new();
    for sentence in sentences(article, said, &STOPS) {
        industries(&sentence, &mut relations);
        let labels: Vec<Option<&str>> =
            (0..sentence.figures.len()).map(|part| label(&sentence, part)).collect();
        let mut part = 0;
        while part < labels.len() {
            let run = labels[part..].iter().take_while(|label| label.is_some()).count();
            let parts: Vec<&str> = labels[part..part + run].iter().flatten().copied().collect();
            relations.extend(judge_division(&sentence, part, &parts));
            part += run.max(1);
        }
        relations.extend((0..labels.len()).filter_map(|first| judge_together(&sentence, first)));
        relations.extend((0..labels.len()).filter_map(|rest| judge_rest(&sentence, &labels, rest)));
    }
    relations
}

fn is_percentage(figure: &Figure) -> bool {
    figure.unit == "%"
}

/// What a percentage is the share of, where it is one.
fn label<'a>(sentence: &Sentence<'a>, part: usize) -> Option<&'a str> {
    let found = PART.captures(sentence.before(part)).filter(|_| is_percentage(&sentence.figures[part]))?;
    found.name("label").map(|label| label.as_str())
}

/// Parts of a division that the wording names, from `first` on.
fn judge_division(sentence: &Sentence<'_>, first: usize, labels: &[&str]) -> Option<Relation> {
    let parts: Vec<usize> = (first..first + labels.len()).collect();
    if let [one, other] = labels
        && (denies(one, other) || denies(other, one))
    {
        // Between 满意 and 不满意 stands 基本满意.
        return judge(sentence, &parts, [one, other].iter().any(|label| label.contains('非')));
    }
    let division = DIVISIONS
        .iter()
        .filter(|division| (2..=division.parts.len()).contains(&labels.len()))
        .find(|division| is_cut(division, labels))?;
    // Old men and old women are not all of the population.
    let is_of_more = parts.iter().any(|&part| OF_PEOPLE.is_match(sentence.before(part)))
        && labels.iter().any(|label| !label.contains("人口") && label.chars().count() > LONGEST_BARE);
    let is_complete = division.is_complete && division.parts.len() == labels.len() && !is_of_more;
    judge(sentence, &parts, is_complete)
}

/// Parts that are named together and whose shares follow together: 东部、中部、西部分别占48%、45%和7%.
fn judge_together(sentence: &Sentence<'_>, first: usize) -> Option<Relation> {
    let before = sentence.before(first);
    if !is_percentage(&sentence.figures[first]) || REST.is_match(before) {
        return None;
    }
    let found = PARTS.captures(before)?;
    let labels: Vec<&str> = found.name("labels")?.as_str().split(['、', '和', '与', '及']).collect();
    let count = 1 + follow_on(sentence, first);
    if count == labels.len() && count >= 2 { judge_division(sentence, first, &labels) } else { None }
}

/// How many percentages stand right behind this one, with no words between.
fn follow_on(sentence: &Sentence<'_>, first: usize) -> usize {
    (first + 1..sentence.figures.len())
        .take_while(|&next| is_percentage(&sentence.figures[next]) && NEXT.is_match(sentence.before(next)))
        .count()
}

/// 其余97%, and the parts in front of it.
fn judge_rest(sentence: &Sentence<'_>, labels: &[Option<&str>], rest: usize) -> Option<Relation> {
    if !is_percentage(&sentence.figures[rest]) || !REST.is_match(sentence.before(rest)) {
        return None;
    }
    let is_part = |part: &usize| {
        is_percentage(&sentence.figures[*part])
            && (labels[*part].is_some() || SPENT.is_match(sentence.after(*part)))
            && !mentions(sentence.before(*part), &["增", "降", "减", "提高"])
    };
    let count = (0..rest).rev().take(MOST_PARTS).take_while(is_part).count();
    // A percentage further in front might be one of the parts in other words.
    let is_all = (0..rest - count).rev().all(|earlier| !is_percentage(&sentence.figures[earlier]));
    let is_split = sentence.before(rest).contains("分别");
    let last = if is_split { rest + follow_on(sentence, rest) } else { rest };
    let parts: Vec<usize> = (rest - count..=last).collect();
    if count == 0 || !is_all { None } else { judge(sentence, &parts, true) }
}

fn judge(sentence: &Sentence<'_>, parts: &[usize], is_complete: bool) -> Option<Relation> {
    let figures: Vec<&Figure> = parts.iter().map(|&part| &sentence.figures[part]).collect();
    // Two shares that are rounded make 100 all the same, three or four may be off by one of the last digit.
    let step = figures.iter().map(|figure| figure.step).fold(0.0, f64::max);
    let room = step * ((figures.len() - 1) / 2) as f64;
    let sum = figures.iter().map(|figure| figure.interval()).sum::<Interval>().widened(room);
    let total: f64 = figures.iter().map(|figure| figure.value).sum();
    let allowed = Interval::new(if is_complete { 100.0 } else { 0.0 }, 100.0);
    let verdict = if sum.meets(allowed) { Verdict::Holds } else { Verdict::Fails };
    let (&last, others) = parts.split_last()?;
    let terms: Vec<String> = figures.iter().map(|figure| format!("{}%", number(figure))).collect();
    Some(Relation {
        kind: RelationKind::Whole,
        claim: sentence.operand(last, OperandRole::Part),
        operands: others.iter().map(|&part| sentence.operand(part, OperandRole::Part)).collect(),
        formula: format!("{} = {}%", terms.join(" + "), plain(total)),
        verdict,
        corrections: match verdict {
            Verdict::Fails if is_complete => figures
                .iter()
                .rev()
                .filter_map(|figure| corrected(figure, 100.0 - (total - figure.value)))
                .collect(),
            _ => Vec::new(),
        },
    })
}

/// The ratio of the three industries.
fn industries(sentence: &Sentence<'_>, relations: &mut Vec<Relation>) {
    let text = sentence.text();
    if !mentions(text, &["三次产业", "产业结构", "三产结构", "一二三产"]) {
        return;
    }
    for found in RATIO.captures_iter(text) {
        let parts = ["a", "b", "c"].map(|part| found.name(part).map_or("", |part| part.as_str()));
        let sum: f64 = parts.iter().filter_map(|part| part.parse::<f64>().ok()).sum();
        let decimals = parts.iter().filter_map(|part| Some(part.split_once('.')?.1.len())).min().unwrap_or(0);
        let room = 1.5 * 10_f64.powi(-i32::try_from(decimals).unwrap_or(0));
        // Ratios that are none of hundred: 1:2:3.
        if !(80.0..=120.0).contains(&sum) {
            continue;
        }
        let operand = |part: &'static str| -> Operand {
            sentence.operand_of(found.name(part).map_or("", |part| part.as_str()), OperandRole::Part)
        };
        relations.push(Relation {
            kind: RelationKind::Whole,
            claim: sentence.operand_of(found.get(0).map_or("", |ratio| ratio.as_str()), OperandRole::Total),
            operands: vec![operand("a"), operand("b"), operand("c")],
            formula: format!("{} = {}", parts.join(" + "), plain(sum)),
            verdict: if Interval::exactly(100.0).widened(room).holds(sum) {
                Verdict::Holds
            } else {
                Verdict::Fails
            },
            corrections: Vec::new(),
        });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::annotate::relations::{
        RelationKind::Whole,
        Verdict::{Fails, Holds},
        testing::verdicts,
    };

    #[test]
    fn parts_that_exclude_one_another_make_a_hundred() {
        for (body, verdict) in [
            ("东部合作社数量占全省的48%，中部占45%，西部占7%。", Holds),
            ("东部合作社数量占全省的53%，中部占45%，西部占7%。", Fails),
            (
                "其中，第一产业增加值占地区生产总值比重为7.3%，第二产业增加值比重为39.9%，第三产业增加值比重为52.8%。",
                Holds,
            ),
            (
                "其中，第一产业增加值占地区生产总值比重为9.3%，第二产业增加值比重为39.9%，第三产业增加值比重为52.8%。",
                Fails,
            ),
            ("男职工占60%，女职工占30%。", Fails),
            ("风电占90%，光伏发电占20%。", Fails),
            ("我县仅占3%的份额，而且多为初级产品，其余97%的份额归外地企业。", Holds),
            ("我县仅占3%的份额，而且多为初级产品，其余87%的份额归外地企业。", Fails),
            ("收益的60%用于修路，其余30%分给村民。", Fails),
            ("三次产业结构由12:43:45调整为8.1:39.6:52.3。", Holds),
            ("东部、中部、西部分别占全省的48%、45%和7%。", Holds),
            ("东部、中部、西部分别占全省的48%、45%和17%。", Fails),
            ("男、女职工分别占60%和30%。", Fails),
            ("参训人员中，党员占60%，非党员占40%。", Holds),
            ("参训人员中，党员占60%，非党员占30%。", Fails),
            ("抽检样品合格占90%，不合格占20%。", Fails),
            ("小麦占50%，其余玉米、大豆分别占30%和20%。", Holds),
            ("小麦占50%，其余玉米、大豆分别占30%和30%。", Fails),
        ] {
            assert!(verdicts(Whole, body).contains(&verdict), "{body}: {:?}", verdicts(Whole, body));
            assert_eq!(verdicts(Whole, body).contains(&Fails), verdict == Fails, "{body}");
        }
        assert_eq!(verdicts(Whole, "三次产业结构由12:43:45调整为8.1:39.6:55.3。"), [Holds, Fails]);
    }

    #[test]
    fn groups_that_overlap_and_lists_with_gaps_are_passed_over() {
        for body in [
            "社员中党员占72%，妇女占45%。",
            "选择外出务工的占72%，选择就近务工的占45%。",
            "战平占48%，主队胜占40%。",
            "其中风电占72%，光伏发电占10%。",
            "女干部占60%，男青年占70%。",
            "男职工占60%，其中党员占50%。",
            "占地减少超36%，工期缩短近70%。",
            "党员、团员分别占60%和30%。",
            "农户、企业分别占股60%和30%，其余归村集体。",
            "东部、中部分别占48%和45%。",
            "满意的占85%，不满意的占3%。",
            "城镇、农村老年人分别占总人口的12%和14%。",
            "男性老年人占总人口的12%，女性老年人占总人口的14%。",
            "城镇、农村居民收入分别增长5.1%和6.2%。",
        ] {
            assert!(!verdicts(Whole, body).contains(&Fails), "{body}: {:?}", verdicts(Whole, body));
        }
    }

    proptest! {
        #[test]
        fn shares_of_all_hold_and_one_put_beside_fails(
            first in 1_u32..980, second in 1_u32..980, off in prop_oneof![-90_i32..-2, 3_i32..90],
        ) {
            prop_assume!(first + second < 1000 && first.cast_signed() + off > 0);
            let tenths = |value: u32| format!("{:.1}", f64::from(value) / 10.0);
            let body = |first: u32| format!(
                "第一产业占比{}%，第二产业占比{}%，第三产业占比{}%。",
                tenths(first), tenths(second), tenths(1000 - u32::min(first, 999) - second),
            );
            prop_assert_eq!(verdicts(Whole, &body(first)), [Holds]);
            let wrong = body(first).replacen(
                &format!("第一产业占比{}%", tenths(first)),
                &format!("第一产业占比{}%", tenths((first.cast_signed() + off).cast_unsigned())),
                1,
            );
            prop_assert_eq!(verdicts(Whole, &wrong), [Fails]);
        }
    }
}
