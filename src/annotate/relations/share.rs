//! Percentages of one count out of another: 应检修4800台，已检修4320台，检修率90%; 127件，其中党员建议84件，占66%.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    OperandRole, Relation, RelationKind, Verdict,
    clause::{STOPS_AND_SEMICOLON, Sentence, mentions, sentences},
    plain,
    printed::{computed_ratio, corrected_ratio, number, percent},
};
use crate::{
    annotate::{Annotations, Figure, Interval},
    lexicon::unit,
    outline::Article,
};

/// 占66%, 占比为66%, 占总数的66%: a share of the whole named before, and of no other.
static SHARE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^[^，。；：、]{0,8}[，,（(](?:约|仅|已|就)*\
         (?:占比|占|占(?:总数|总量|总额|总人数|总户数|总面积|全部)的?(?:比例|比重)?|所占比[例重]|比[例重])\
         (?:为|到|了|达到|达|约|近|超过|超|大约|接近|将近|高达)*$",
    )
    .expect("the pattern is well formed")
});

/// 完成年度任务的80%: a share of what was planned.
static OF_PLAN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^[^，。；：、]{0,8}[，,（(](?:约|已|仅)*(?:占|完成)了?(?:全年|年度|年|总|既定|计划|预算)*(?:任务|目标|计划|预算)(?:总?[数量额])?的?\
         (?:约|近|超过|超|大约|接近|将近)*$",
    )
    .expect("the pattern is well formed")
});

/// 合格率98%: the rate of what the part has undergone.
static RATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^[^，。；：、]{0,8}[，,（(](?P<deed>[^，。；：、（(]{0,8}\\p{Han}{2}|\\p{Han}{1,2})率\
         (?:为|到|了|达到|达|约|近|超过|超|大约|接近|将近|高达)*$",
    )
    .expect("the pattern is well formed")
});

/// ，其中党员: leads from a whole to one of its parts.
static OF_WHICH: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[^，。；、]{0,12}[，,（(：]?其中，?[^，。；、]{0,12}$").expect("the pattern is well formed")
});

/// 200名党员中，有120名: so does this.
static AMONG: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^(?:[^，。；、]{0,8}[^其集，])?中，?[^，。；、]{0,10}$").expect("the pattern is well formed")
});

/// ，已检修: leads from one clause to the next.
static NEXT_CLAUSE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^[^，。；、]{0,12}[，,][^，。；、]{0,12}$").expect("the pattern is well formed")
});

/// Words before a count that is a whole: what is there, what is due, what was drawn.
const WHOLE: &[&str] = &[
    "应", "需", "须", "计划", "任务", "目标", "共", "总", "全县", "全市", "全区", "全镇", "全乡", "全村",
    "全校", "全体", "抽", "检测", "检查", "发放", "发出", "下达", "登记", "申报", "受理", "报名",
];

/// Words before a count of what is done.
const DONE: &[&str] = &["已", "实到", "实际", "实有", "完成", "收回"];

/// What the rate of those that are done is called, where the words do not name it: 应到150人，实到144人，出席率.
const DOING: &[&str] = &[
    "出席", "到会", "到岗", "到课", "到校", "到位", "参会", "参与", "参加", "参训", "完成", "实现", "回收",
    "兑现", "报到", "执行",
];

/// Words of growth: the percentage is no share.
const GROWTH: &[&str] = &["增", "升", "提高", "降", "减", "同比", "环比", "年均", "平均"];

/// The shares that an article states.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations = Vec::new();
    for sentence in sentences(article, said, &STOPS_AND_SEMICOLON) {
        let mut whole = None;
        for rate in 0..sentence.figures.len() {
            if !is_percentage(&sentence.figures[rate]) {
                continue;
            }
            relations.extend(more_than_all(&sentence, rate));
            // 84件，占66%，群众建议43件，占34%: the whole stays the same.
            let found = rate.checked_sub(2).filter(|&first| opens(&sentence, first, rate));
            whole = found.or_else(|| whole.filter(|&first| goes_on(&sentence, first, rate)));
            if let Some(whole) = whole {
                relations.extend(judge(&sentence, whole, rate));
            }
        }
    }
    relations
}

fn is_percentage(figure: &Figure) -> bool {
    figure.ratio().is_some()
}

/// Whether the figures from `whole` on are a whole, its part, and the share `rate`.
fn opens(sentence: &Sentence<'_>, whole: usize, rate: usize) -> bool {
    let (before, between, behind) = (sentence.before(whole), sentence.after(whole), sentence.before(rate));
    if is_percentage(&sentence.figures[whole]) || mentions(behind, GROWTH) || mentions(between, GROWTH) {
        return false;
    }
    let is_part = OF_WHICH.is_match(between) || AMONG.is_match(between);
    let is_whole = mentions(before, WHOLE) && NEXT_CLAUSE.is_match(between);
    if SHARE.is_match(behind) {
        return is_part || is_whole && (mentions(before, &["共", "总"]) || behind.contains("占总"));
    }
    if OF_PLAN.is_match(behind) {
        return mentions(before, &["计划", "任务", "目标", "预算"]) && NEXT_CLAUSE.is_match(between);
    }
    RATE.captures(behind).is_some_and(|found| {
        let deed: String = {
            let deed = &found["deed"];
            deed.chars().skip(deed.chars().count().saturating_sub(2)).collect()
        };
        let names_deed =
            between.contains(deed.as_str()) || sentence.after(whole + 1).starts_with(deed.as_str());
        (is_part || is_whole) && (names_deed || mentions(between, DONE) && DOING.contains(&deed.as_str()))
    })
}

/// Whether the figure before `rate` is another part of a whole that was found before.
fn goes_on(sentence: &Sentence<'_>, whole: usize, rate: usize) -> bool {
    let (between, behind) = (sentence.before(rate - 1), sentence.before(rate));
    rate >= whole + 4
        && is_percentage(&sentence.figures[rate - 2])
        && NEXT_CLAUSE.is_match(between)
        && !mentions(between, GROWTH)
        && SHARE.is_match(behind)
}

/// The share of the figure before `rate` in `whole`.
fn judge(sentence: &Sentence<'_>, whole: usize, rate: usize) -> Option<Relation> {
    let [total, part, claim] = [whole, rate - 1, rate].map(|figure| &sentence.figures[figure]);
    if !total.is_comparable(part) || total.value <= 0.0 {
        return None;
    }
    let expected = part.base() / total.base();
    let is_about = sentence.before(rate).contains('约');
    let share = part.value * unit::factor(&part.unit) / (total.value * unit::factor(&total.unit));
    let verdict =
        if expected.meets(computed_ratio(claim, is_about)) { Verdict::Holds } else { Verdict::Fails };
    Some(Relation {
        kind: RelationKind::Share,
        claim: sentence.operand(rate, OperandRole::Rate),
        operands: vec![
            sentence.operand(whole, OperandRole::Total),
            sentence.operand(rate - 1, OperandRole::Part),
        ],
        formula: format!("{} ÷ {} {}", number(part), number(total), percent(share, claim)),
        verdict,
        corrections: match verdict {
            Verdict::Fails => corrected_ratio(claim, share).into_iter().collect(),
            _ => Vec::new(),
        },
    })
}

/// Rates of people and things that are or are not so, of which there cannot be more than all.
static NO_MORE_THAN_ALL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "(?:(?:合格|出席|到会|满意|知晓|就业|成活|参与|及格|优良|好评|治愈|绿化|森林覆盖|中标|录用|识字)率|满意度|占比|[^侵抢霸]占总[数量额]的)\
         (?:均|都|也|已|为|到|了|达到|达|约|近|超过|超|大约|接近|将近|高达)*$",
    )
    .expect("the pattern is well formed")
});

/// 合格率达120%: more than all of them.
fn more_than_all(sentence: &Sentence<'_>, rate: usize) -> Option<Relation> {
    let figure = &sentence.figures[rate];
    let exceeds = figure.unit == "%" && !figure.interval().meets(Interval::new(0.0, 100.0));
    (exceeds && NO_MORE_THAN_ALL.is_match(sentence.before(rate))).then(|| Relation {
        kind: RelationKind::Share,
        claim: sentence.operand(rate, OperandRole::Rate),
        operands: Vec::new(),
        formula: format!("{}% > 100%", plain(figure.value)),
        verdict: Verdict::Fails,
        corrections: Vec::new(),
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::annotate::relations::{
        RelationKind::Share,
        Verdict::{Fails, Holds},
        testing::verdicts,
    };

    #[test]
    fn a_part_out_of_its_whole_gives_the_percentage() {
        for (body, expected) in [
            ("全县应检修农机4800台，已检修4320台，检修率达90%。", [Holds].as_slice()),
            ("全县应检修农机4800台，已检修4320台，检修率达95%。", &[Fails]),
            ("共收集建议127件，其中党员建议84件，占比66%。", &[Holds]),
            ("共收集建议127件，其中党员建议84件，占76%。", &[Fails]),
            ("共收集建议127件，其中党员建议84件，占66%，群众建议43件，占44%。", &[Holds, Fails]),
            ("抽检食品200批次，合格196批次，合格率98%。", &[Holds]),
            ("抽检食品200个，合格190个，合格率98%。", &[Fails]),
            ("应到代表120名，实到114名，到会率85%。", &[Fails]),
            ("200名党员中，有120名年过六旬，占60%。", &[Holds]),
            ("200名党员中有120名年过六旬，占70%。", &[Fails]),
            ("在120名代表中，一线工人有48名，占50%。", &[Fails]),
            ("参加考试的200人中，及格的150人，及格率85%。", &[Fails]),
            ("全县120所学校，已有96所建成智慧校园，占总数的80%。", &[Holds]),
            ("产品合格率达120%。", &[Fails]),
            ("全年计划植树5000亩，目前已完成4000亩，完成年度任务的80%。", &[Holds]),
            ("全年计划植树5000亩，目前已完成4000亩，占年度任务的70%。", &[Fails]),
            ("全市应接种30万人，已接种27万人，接种率达九成。", &[Holds]),
            ("全市应接种30万人，已接种27万人，接种率达八成。", &[Fails]),
            ("参会代表120人，其中女代表40人，占三分之一。", &[Holds]),
            ("参会代表120人，其中女代表40人，占四分之一。", &[Fails]),
        ] {
            assert_eq!(verdicts(Share, body), expected, "{body}");
        }
    }

    #[test]
    fn shares_of_another_whole_and_growth_are_no_shares_of_this_one() {
        for body in [
            "共收集建议127件，其中党员建议84件，占全县党员建议的12%。",
            "新增企业120家，其中科技企业30家，同比增长40%。",
            "完成投资50亿元，新开工项目30亿元，开工率80%。",
            "全村现有党员84人，占总人口的10%。",
            "应急物资应储备3000件，已储备2800件，完好率98%。",
            "企业拨备覆盖率达188%，完成年度计划的120%。",
            "全县共有农户300户，新建水窖20口，入户率90%。",
        ] {
            assert!(verdicts(Share, body).is_empty(), "{body}");
        }
    }

    proptest! {
        #[test]
        fn a_share_that_is_worked_out_holds_and_another_fails(
            whole in 50_u32..9000, part in 1_u32..9000, off in prop_oneof![-30_i32..-1, 2_i32..30],
        ) {
            prop_assume!(part < whole);
            let share = f64::from(part) / f64::from(whole) * 100.0;
            let body = |share: f64| format!("共走访群众{whole}人，其中老人{part}人，占{share:.1}%。");
            prop_assert_eq!(verdicts(Share, &body(share)), [Holds]);
            let wrong = share + f64::from(off) / 10.0;
            prop_assume!((0.0..100.0).contains(&wrong));
            prop_assert_eq!(verdicts(Share, &body(wrong)), [Fails]);
        }
    }
}
