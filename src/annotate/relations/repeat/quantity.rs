//! Holds any other quantity of a head against the body: the same unit, the same noun or the same words around it.

use super::{Count, Statement, fails, holds};
use crate::{
    annotate::{
        Annotations, Figure, FigureRole, Place,
        relations::{
            Relation,
            likeness::{clause, follow, lead, sentence, shared_end, shared_start},
        },
    },
    lexicon::{segmenter::words, unit},
    outline::{Article, BlockKind},
    text::Span,
};

/// How many characters must be the same in front of both figures, or behind both.
const SHARED_IN_FRONT: usize = 3;
const SHARED_BEHIND: usize = 4;

/// How many must be the same on either side, and how many on both together: 救助|12名|贫困生.
const SHARED_ON_EITHER_SIDE: usize = 2;
const SHARED_ON_BOTH: usize = 5;

/// Two figures for one thing seldom differ by more, unless a decimal point or a 万 was lost.
const GREATEST_RATIO: f64 = 3.0;

/// Units of rank and of time, which say when and which rather than how much.
const OF_RANK_AND_TIME: &[&str] =
    &["届", "级", "期", "轮", "批", "层", "步", "岁", "个月", "天", "周", "小时", "分钟", "年"];

/// Units that count people, of whom the same verb and noun make the same quantity.
const OF_PEOPLE_AND_HOMES: &[&str] = &["人", "名", "位", "户", "人次"];

/// What a rate is named by, without which it tells of a change.
const NAMES_OF_RATES: &[&str] = &["率", "比重", "占比", "比例", "指数", "度"];

/// Words before a quantity that say nothing of what it is: 青禾镇|共|收集建议.
const OF_NO_SCOPE: &[&str] = &[
    "共",
    "已",
    "目前",
    "现在",
    "全镇",
    "全县",
    "全市",
    "全区",
    "全省",
    "全村",
    "全乡",
    "全校",
    "全社区",
    "该镇",
    "该县",
    "该市",
    "该村",
    "该区",
    "我县",
    "我市",
    "我区",
    "我省",
    "我镇",
    "一共",
    "总共",
    "并",
    "的",
    "现",
    "先后",
    "已经",
    "活动",
    "期间",
    "本届",
    "本次",
    "此次",
    "这次",
    "该",
    "镇里",
    "县里",
    "市里",
    "村里",
    "我们",
    "大家",
    "今年",
];

/// Words that put all a sentence says behind them at another time, unless the head has them too.
const OF_ANOTHER_TIME: &[&str] = &[
    "去年",
    "前年",
    "上年",
    "上月",
    "上周",
    "同期",
    "曾",
    "此前",
    "以往",
    "近年",
    "每年",
    "年均",
    "首日",
    "单日",
    "上半年",
    "下半年",
    "季度",
    "年前",
    "年底前",
    "预计",
    "计划",
];

/// Words of a clause that make another quantity of a figure, unless the head has them too.
const OF_ANOTHER_SCOPE: &[&str] = &[
    "平均",
    "人均",
    "每",
    "目标",
    "力争",
    "拟",
    "将",
    "当日",
    "当天",
    "当月",
    "首批",
    "首期",
    "首年",
    "累计",
    "新增",
    "其中",
    "分别",
    "第一批",
    "第二批",
    "另",
    "包括",
    "原",
    "最高",
    "最低",
    "最多",
    "再",
    "又",
    "还",
    "各",
    "剩余",
    "以来",
    "今天",
    "昨天",
    "不足",
    "仅",
    "比",
    "较",
    "增至",
    "增加到",
    "从",
    "由",
];

/// The relation of every figure in the head to those of the body that tell of the same.
pub fn find(article: &Article, said: &Annotations, heads: &[usize], read: &[Place]) -> Vec<Relation> {
    let body: Vec<&Figure> = said
        .figures
        .iter()
        .filter(|figure| article.blocks[figure.place.block].kind == BlockKind::Paragraph)
        .collect();
    said.figures
        .iter()
        .filter(|head| heads.contains(&head.place.block))
        .filter(|head| {
            !read.iter().any(|place| place.block == head.place.block && place.at.overlaps(head.place.at))
        })
        .filter_map(|head| judge(article, said, head, &body))
        .collect()
}

fn judge(article: &Article, said: &Annotations, head: &Figure, body: &[&Figure]) -> Option<Relation> {
    if OF_RANK_AND_TIME.contains(&head.unit.as_str()) || is_of_a_change(article, head) {
        return None;
    }
    let same_unit: Vec<&Figure> =
        body.iter().filter(|figure| is_in_same_unit(figure, head)).copied().collect();
    let same: Vec<&Figure> =
        same_unit.iter().filter(|figure| is_same(article, said, head, figure)).copied().collect();
    let claim = statement(head);
    let agrees = |figure: &&&Figure| claim.count.may_be(count(figure));
    if let Some(figure) = same.iter().find(agrees) {
        return Some(holds(article, claim, &[statement(figure)]));
    }
    let rival = same
        .iter()
        .find(|figure| is_same_scope(article, head, figure) && is_like_in_size(head.value, figure.value))?;
    if same_unit.iter().any(|figure| agrees(&figure)) || is_sum(article, claim.count, &same_unit) {
        return None;
    }
    Some(fails(article, claim, statement(rival)))
}

/// Whether both are in one unit, or in words for one: 人 and 名.
fn is_in_same_unit(a: &Figure, b: &Figure) -> bool {
    a.is_comparable(b) && (unit::factor(&a.unit) - unit::factor(&b.unit)).abs() < f64::EPSILON
}

/// Whether the words around both figures tell of the same thing.
fn is_same(article: &Article, said: &Annotations, head: &Figure, body: &Figure) -> bool {
    let before = |figure: &Figure| lead(text(article, figure), chain_start(said, figure));
    let behind = |figure: &Figure| follow(text(article, figure), figure.place.at.end);
    let (lead_a, lead_b) = (before(head), before(body));
    let (in_front, behind) = (shared_end(lead_a, lead_b), shared_start(behind(head), behind(body)));
    let rest = |lead: &str| -> String {
        let length = lead.chars().count() - in_front;
        lead.chars().take(length).collect()
    };
    let (rest_a, rest_b) = (rest(lead_a), rest(lead_b));
    let heads: String = article
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Kicker | BlockKind::Headline | BlockKind::Deck))
        .map(|block| block.text.as_str())
        .collect();
    if [head, body].iter().any(|figure| is_relative(figure)) {
        return head.role == body.role
            && in_front >= SHARED_IN_FRONT
            && NAMES_OF_RATES.iter().any(|name| lead_a.ends_with(name))
            && !lead_a.starts_with('占')
            && (narrowing(&rest_b).is_empty() || rest_a == rest_b);
    }
    let is_same_verb = || {
        let verbs = verbs(&rest_a);
        OF_PEOPLE_AND_HOMES.contains(&head.unit.as_str())
            && !verbs.is_empty()
            && verbs.iter().any(|verb| rest_b.contains(verb))
    };
    in_front >= SHARED_IN_FRONT && is_same_subject(&heads, &rest_b)
        || behind >= SHARED_BEHIND
        || in_front >= SHARED_ON_EITHER_SIDE
            && (behind >= SHARED_ON_EITHER_SIDE && in_front + behind >= SHARED_ON_BOTH || is_same_verb())
}

/// The verbs of two characters and more.
fn verbs(text: &str) -> Vec<&str> {
    words(text)
        .into_iter()
        .filter(|word| word.tag.starts_with('v') && word.at.len() > '动'.len_utf8())
        .map(|word| word.at.of(text))
        .collect()
}

/// Whether a figure is a share, a change or a quantity per unit.
fn is_relative(figure: &Figure) -> bool {
    matches!(figure.unit.as_str(), "%" | "‰" | "个百分点" | "百分点" | "倍")
        || matches!(figure.role, FigureRole::Change | FigureRole::Rate | FigureRole::PerUnit)
}

/// Whether the body says no more of what is counted than the head: the words right before those that both have must
/// stand in the head as well. 网络|销售额 is not all of 销售额, and 青河县|粮食产量 not that of 青禾县.
fn is_same_subject(heads: &str, rest: &str) -> bool {
    let rest = narrowing(rest);
    rest.is_empty() || rest.char_indices().rev().nth(1).is_some_and(|(at, _)| heads.contains(&rest[at..]))
}

/// The words in front of a quantity without those that say nothing of what it is.
fn narrowing(rest: &str) -> &str {
    let mut rest = rest;
    while let Some(shorter) = OF_NO_SCOPE.iter().find_map(|word| rest.strip_suffix(word)) {
        rest = shorter;
    }
    rest
}

/// Whether no word around the figure of the body gives it another scope than the head's.
fn is_same_scope(article: &Article, head: &Figure, body: &Figure) -> bool {
    let (of_head, of_body) = (text(article, head), text(article, body));
    let is_other = |words: &[&str], around: &str| {
        words.iter().any(|word| around.contains(word) && !of_head.contains(word))
    };
    let is_same_role = head.role == body.role
        || [head.role, body.role].iter().all(|role| matches!(role, FigureRole::Plain | FigureRole::Total));
    is_same_role
        && !is_other(OF_ANOTHER_SCOPE, clause(of_body, body.place.at))
        && !is_other(OF_ANOTHER_TIME, sentence(of_body, body.place.at))
}

/// Whether a figure is where a change begins or ends: 从450元提高到610元.
fn is_of_a_change(article: &Article, figure: &Figure) -> bool {
    let around = clause(text(article, figure), figure.place.at);
    around.contains(['从', '由']) && around.contains(['到', '至'])
}

/// Whether two values may be two readings of one quantity: near each other, or the same digits.
fn is_like_in_size(a: f64, b: f64) -> bool {
    let ratio = a.max(b) / a.min(b);
    let power = ratio.log10();
    ratio <= GREATEST_RATIO || (power - power.round()).abs() < 1e-9
}

/// Whether figures that follow one another in a sentence make up the number.
fn is_sum(article: &Article, claim: Count, figures: &[&Figure]) -> bool {
    (0..figures.len()).any(|start| {
        let first = figures[start];
        let mut sum = count(first);
        figures[start + 1..]
            .iter()
            .zip(&figures[start..])
            .take_while(|(next, last)| {
                next.place.block == last.place.block
                    && !Span::new(last.place.at.end, next.place.at.start)
                        .of(text(article, first))
                        .contains('。')
            })
            .any(|(next, _)| {
                sum = sum.plus(count(next));
                claim.may_be(sum)
            })
    })
}

/// Where the run of figures begins that ends in this one: 2919户|9496人.
fn chain_start(said: &Annotations, figure: &Figure) -> usize {
    let at = figure.place.at.start;
    said.figures
        .iter()
        .find(|other| other.place.block == figure.place.block && other.place.at.end == at)
        .map_or(at, |other| other.place.at.start)
}

fn text<'a>(article: &'a Article, figure: &Figure) -> &'a str {
    article.blocks[figure.place.block].text.as_str()
}

fn statement(figure: &Figure) -> Statement {
    Statement { place: figure.place, number: figure.number, count: count(figure) }
}

/// The figure with its words of estimate.
fn count(figure: &Figure) -> Count {
    Count::of(figure.value, figure.step, figure.bound)
}

#[cfg(test)]
mod tests {
    use crate::annotate::relations::{Verdict, repeat::testing::verdicts};

    fn is_contradicted(head: &str, body: &str) -> bool {
        verdicts(head, body).contains(&Verdict::Fails)
    }

    #[test]
    fn the_same_verb_and_noun_make_the_same_quantity() {
        for (head, body) in [
            ("青禾镇收集建议172件", "连日来，青禾镇干部走村入户，共收集建议127件。"),
            ("青禾县紧急转移受灾群众9596人", "昨日，青禾县已紧急转移安置受灾群众2919户9496人。"),
            ("青禾展销会销售额突破5亿元", "据统计，本届展销会销售额达3.2亿元。"),
            ("青禾镇260户用上自来水", "昨日，青禾镇280户居民用上自来水。"),
            ("青禾县森林覆盖率达43%", "目前，森林覆盖率达45%。"),
        ] {
            assert!(
                is_contradicted(head, body),
                "{head}: {:?}",
                crate::annotate::relations::repeat::testing::relations(head, body)
            );
        }
    }

    #[test]
    fn rounding_estimates_and_sums_bear_a_head_out() {
        for (head, body) in [
            ("青禾展销会销售额突破3亿元", "据统计，本届展销会销售额达3.2亿元。"),
            ("青禾县紧急转移受灾群众9496人", "昨日，青禾县已紧急转移安置受灾群众2919户9496人。"),
            ("青禾镇收集建议38件", "走访中，收集建议32件，网上又收集建议6件。"),
            ("青禾镇收集建议超百件", "走访中，共收集建议127件。"),
        ] {
            assert!(!is_contradicted(head, body), "{head}");
        }
    }

    #[test]
    fn another_scope_is_another_quantity() {
        for (head, body) in [
            ("青禾展销会销售额突破5亿元", "本届展销会网络销售额达3.2亿元。"),
            ("青禾镇收集建议172件", "去年，青禾镇收集建议127件。"),
            ("青禾镇收集建议172件", "首批收集建议127件。"),
            ("青禾县本科招生2800人", "青禾县高职招生1500人。"),
            ("青禾县粮食产量从32万吨提高到45万吨", "青禾县粮食产量38万吨。"),
            ("青禾镇办起第3届运动会", "这是青禾镇办起的第2届运动会。"),
            ("青禾镇发放补贴50万元", "其中发放补贴30万元。"),
        ] {
            assert!(!is_contradicted(head, body), "{head}");
        }
    }
}
