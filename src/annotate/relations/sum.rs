//! Parts and totals: 共126件，其中教育类84件、交通类42件; 口罩30箱、药品25箱，共计55箱; 5金7银2铜，共14枚.

use super::{
    Annotations, Correction, Doubt, Operand, OperandRole, Relation, RelationKind, Verdict,
    clause::Sentence,
    part_list::{self, OPENERS, Part},
    plain,
};
use crate::{
    annotate::{Bound, Figure, FigureRole, Interval},
    lexicon::unit,
    outline::Article,
    text::Span,
};

/// The sums of an article.
pub(super) fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut relations = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        for at in sentences(block.text.as_str()) {
            let sentence = Sentence::new(block, index, at, said);
            if sentence.figures.len() >= 3 {
                totals_in_front(&sentence, &mut relations);
                totals_behind(&sentence, &mut relations);
            }
        }
    }
    relations
}

/// The sentences of a text, without their stops; one that begins with 其中 belongs to the one before.
fn sentences(text: &str) -> Vec<Span> {
    let mut sentences = Vec::new();
    let mut start = 0;
    for (end, stop) in text.match_indices(['。', '！', '？']).chain([(text.len(), "")]) {
        if text[end + stop.len()..].starts_with("其中") {
            continue;
        }
        if start < end {
            sentences.push(Span::new(start, end));
        }
        start = end + stop.len();
    }
    sentences
}

/// A total, then 其中 or 包括 or a bracket, then its parts.
fn totals_in_front(sentence: &Sentence<'_>, relations: &mut Vec<Relation>) {
    for (at, total) in sentence.figures.iter().enumerate() {
        let Some(listed) = list_behind(sentence, at) else { continue };
        if !can_be_total(total) {
            continue;
        }
        let parts = part_list::parts(sentence, listed, total);
        if parts.len() >= 2 {
            relations.push(judge(sentence, total, &parts, listed));
        }
    }
}

/// Where the list of the parts of a total stands, if one follows it before any other quantity of its kind.
fn list_behind(sentence: &Sentence<'_>, at: usize) -> Option<Span> {
    let total = &sentence.figures[at];
    let from = total.place.at.end;
    let rest = within_reach(sentence, Span::new(from, sentence.at.end)).of(sentence.block_text());
    // In a bracket right behind the total or its noun the whole list stands.
    if let Some(open) = rest.find(['（', '('])
        && open <= "一二三四五六七八".len()
        && !rest[..open].contains(['，', ',', '、', '；', ';'])
    {
        let start = from + open + rest[open..].chars().next().map_or(0, char::len_utf8);
        let reach = within_reach(sentence, Span::new(start, sentence.at.end));
        let end = reach.of(sentence.block_text()).find(['）', ')'])? + start;
        return Some(Span::new(start, end));
    }
    let (open, opener) =
        OPENERS.iter().filter_map(|opener| rest.find(opener).map(|at| (at, opener))).min()?;
    let gap = Span::new(from, from + open);
    // What stands between belongs to the total (比上年增加1500亿元) or is another quantity with a list of its own.
    let is_another = sentence.figures[at + 1..]
        .iter()
        .take_while(|figure| figure.place.at.start < gap.end)
        .any(|figure| figure.is_comparable(total) && figure.role != FigureRole::Change);
    let words = gap.of(sentence.block_text());
    let is_next_item = words.contains('、') && *opener != "其中";
    if is_another || is_next_item || words.contains('；') || words.matches(['，', ',']).count() > 2 {
        return None;
    }
    let start = gap.end + opener.len();
    // The list runs to a semicolon, unless semicolons part its items: 其中：甲3个；乙4个.
    let reach = within_reach(sentence, Span::new(start, sentence.at.end));
    let behind = reach.of(sentence.block_text());
    let own_semicolons = behind.starts_with(['：', ':']);
    let stops: &[char] = if own_semicolons { &['。'] } else { &['；', ';', '。'] };
    Some(Span::new(start, behind.find(stops).map_or(reach.end, |found| start + found)))
}

/// No list of parts is longer, in bytes; a text without stops is read in time that grows with its length alone.
const REACH: usize = 1500;

/// The beginning of a span, as far as a list of parts can go.
fn within_reach(sentence: &Sentence<'_>, span: Span) -> Span {
    let end = span.end.min(sentence.block_text().floor_char_boundary(span.start + REACH));
    Span::new(span.start, end.max(span.start))
}

/// Parts, then 共 or 合计 and their total.
fn totals_behind(sentence: &Sentence<'_>, relations: &mut Vec<Relation>) {
    for (at, total) in sentence.figures.iter().enumerate() {
        let reach = total.place.at.start.saturating_sub(REACH).max(sentence.at.start);
        let reach = sentence.block_text().ceil_char_boundary(reach);
        let before = Span::new(reach, total.place.at.start).of(sentence.block_text());
        let is_named = ["共", "共计", "合计", "总计", "一共", "共有", "总共"]
            .iter()
            .any(|word| before.ends_with(word) && !before.ends_with("公共"));
        if !is_named || !can_be_total(total) || at < 2 {
            continue;
        }
        let start = before.rfind(['；', ';']).map_or(reach, |found| reach + found + '；'.len_utf8());
        let start = sentence.block_text().ceil_char_boundary(start);
        // The figures side by side right in front of it.
        let side_by_side = sentence.figures[..at]
            .iter()
            .rev()
            .take_while(|figure| figure.place.at.start >= start && figure.is_comparable(total))
            .count();
        let Some(first) = sentence.figures[..at].get(at - side_by_side).filter(|_| side_by_side >= 2) else {
            continue;
        };
        let before = &sentence.block_text()[start..first.place.at.start];
        let open = before.rfind(['，', '、', '：', '；', '以']).max(last_halfwidth_comma(before));
        let open = open.map_or(start, |found| start + found);
        let listed = Span::new(open, total.place.at.start);
        let parts = part_list::parts(sentence, listed, total);
        // Every figure in between is a part, and a list is set with enumeration commas or with nothing (3金3银1铜).
        let gaps_close = sentence.figures[at - side_by_side..at].windows(2).all(|pair| {
            let between = Span::new(pair[0].place.at.end, pair[1].place.at.start).of(sentence.block_text());
            between.is_empty() || between.contains(['、', '和']) || between.chars().count() <= 8
        });
        if parts.len() == side_by_side && gaps_close {
            relations.push(judge(sentence, total, &parts, listed));
        } else if parts.is_empty() && gaps_close && total.unit == "枚" {
            let parts: Vec<Part<'_>> = sentence.figures[at - side_by_side..at]
                .iter()
                .map(|figure| Part { figure, name: "", opens_own: false })
                .collect();
            relations.push(judge(sentence, total, &parts, listed));
        }
    }
}

fn can_be_total(figure: &Figure) -> bool {
    figure.ratio().is_none()
        && figure.role != FigureRole::Change
        && figure.ends.is_none()
        && !matches!(figure.unit.as_str(), "倍" | "番" | "个百分点" | "百分点")
}

/// Words of a list that is not complete.
const OPEN: &[&str] = &["等", "主要", "还有", "另有", "另外", "其他", "其它", "最"];

/// Words for groups that may overlap.
const OVERLAP: &[&str] = &[
    "党员",
    "女",
    "少数民族",
    "学历",
    "本科",
    "硕士",
    "博士",
    "研究生",
    "职称",
    "岁",
    "以上",
    "以下",
    "新增",
    "骨干",
    "代表",
    "委员",
    "贫困",
    "留守",
    "连续",
    "一次",
    "首次",
    "已",
    "仍",
    "未",
    "正在",
    "重大",
    "优秀",
    "示范",
    "特色",
];

/// Whether a name marks a group that another may share members with; ranks (局级以上) divide.
fn overlaps(name: &str) -> bool {
    let name = name.replace("级以上", "").replace("级以下", "");
    OVERLAP.iter().any(|word| name.contains(word))
}

fn sum_of(parts: &[Part<'_>]) -> Interval {
    parts.iter().map(|part| part.figure.base()).sum()
}

/// The sums of the first part, of the first two, and so on.
fn running_sums<'a>(
    parts: &'a [Part<'_>],
) -> impl ExactSizeIterator<Item = Interval> + DoubleEndedIterator + use<'a> {
    let mut sum = Interval::exactly(0.0);
    let sums: Vec<Interval> = parts
        .iter()
        .map(|part| {
            sum = sum + part.figure.base();
            sum
        })
        .collect();
    sums.into_iter()
}

/// Leaves out the parts of parts: in 运动员439人，包括男221人、女218人 the athletes count once.
fn without_nested<'a>(parts: &[Part<'a>]) -> Vec<Part<'a>> {
    let mut kept = Vec::new();
    let mut at = 0;
    while at < parts.len() {
        kept.push(parts[at]);
        let own = parts[at].opens_own.then(|| {
            let whole = parts[at].figure.base();
            let last = running_sums(&parts[at + 1..]).skip(1).position(|sum| sum.meets(whole))?;
            Some(at + 1 + last + 2)
        });
        at = own.flatten().unwrap_or(at + 1);
    }
    kept
}

fn judge(sentence: &Sentence<'_>, total: &Figure, parts: &[Part<'_>], listed: Span) -> Relation {
    let flat = without_nested(parts);
    let whole = total.base();
    // The list may go on with something else: a beginning of it that makes the total will do.
    let holding = [parts, &flat].into_iter().find_map(|list| {
        running_sums(list)
            .rposition(|sum| sum.meets(whole))
            .filter(|&last| last >= 1)
            .map(|last| &list[..=last])
    });
    if let Some(list) = holding {
        return relation(total, list, Verdict::Holds);
    }
    let list = &flat[..distinct(&flat)];
    let sum = sum_of(list);
    let is_rough = |figure: &Figure| matches!(figure.bound, Bound::About | Bound::Range);
    let verdict = if list.len() < 2 || list.iter().any(|part| part.opens_own) {
        Verdict::Unchecked(Doubt::Scope)
    } else if is_rough(total) || list.iter().any(|part| is_rough(part.figure)) {
        Verdict::Unchecked(Doubt::Estimate)
    } else if is_complementary(list) {
        Verdict::Fails
    } else if is_open(sentence, list, total, listed) {
        Verdict::Unchecked(Doubt::OpenList)
    } else if list.iter().any(|part| overlaps(part.name)) {
        Verdict::Unchecked(Doubt::Overlap)
    } else if sum.low > whole.high || is_medals(list) {
        Verdict::Fails
    } else if list.len() <= MOST_PARTS && sum.high >= whole.low * NEAR {
        Verdict::Unlikely
    } else {
        Verdict::Unchecked(Doubt::OpenList)
    };
    relation(total, list, verdict)
}

/// How many parts there are before one is named like an earlier one: that one begins another list.
fn distinct(parts: &[Part<'_>]) -> usize {
    (1..parts.len())
        .find(|&at| {
            !parts[at].name.is_empty()
                && parts[..at].iter().any(|earlier| begins_alike(earlier.name, parts[at].name))
        })
        .unwrap_or(parts.len())
}

/// 广东赛区 and 广东赛区 alone: the shorter name is the beginning of the longer.
fn begins_alike(a: &str, b: &str) -> bool {
    !a.is_empty() && (a.starts_with(b) || b.starts_with(a))
}

/// Names that exhaust what they divide.
const COMPLEMENTS: &[[&str; 2]] = &[
    ["男", "女"],
    ["境外", "本土"],
    ["境外", "本地"],
    ["国际", "国内"],
    ["国外", "国内"],
    ["境外", "境内"],
    ["中央", "地方"],
    ["进口", "出口"],
    ["城镇", "农村"],
    ["城市", "农村"],
    ["城市", "乡村"],
    ["重伤", "轻伤"],
    ["冰上", "雪上"],
    ["公办", "民办"],
    ["国有", "民营"],
    ["公务舱", "经济舱"],
    ["线上", "线下"],
    ["室内", "室外"],
    ["夏粮", "秋粮"],
    ["正式", "预备"],
];

/// Whether two parts bear names that leave no third.
fn is_complementary(parts: &[Part<'_>]) -> bool {
    parts.len() == 2
        && COMPLEMENTS.iter().any(|[a, b]| {
            let [one, other] = [parts[0].name, parts[1].name];
            one.contains(a) && other.contains(b) || one.contains(b) && other.contains(a)
        })
}

/// A list that comes this near its total reads as if it were all of it.
const NEAR: f64 = 0.7;

/// Longer lists are seldom complete: the writer names the greatest and stops.
const MOST_PARTS: usize = 5;

/// Gold, silver and bronze: there is no other medal.
fn is_medals(parts: &[Part<'_>]) -> bool {
    parts.len() == 3 && parts.iter().all(|part| part.figure.text.ends_with(['金', '银', '铜']))
}

/// Whether the list says that it goes on, in its own words or behind them: 等, 主要, 另有3件.
fn is_open(sentence: &Sentence<'_>, parts: &[Part<'_>], total: &Figure, listed: Span) -> bool {
    let [first, .., last] = parts else { return true };
    let text = sentence.block_text();
    let before = &text[listed.start..first.figure.place.at.start.max(listed.start)];
    let start = before.rfind(['，', '、', '：']).max(last_halfwidth_comma(before));
    let start = start.map_or(listed.start, |found| listed.start + found);
    let own = Span::new(start, last.figure.place.at.end).of(text);
    let tail = Span::new(last.figure.place.at.end, listed.end.max(last.figure.place.at.end)).of(text);
    let goes_on = ["另", "还有", "其余", "其他", "此外", "剩余"].iter().any(|word| tail.contains(word))
        && sentence.figures.iter().any(|figure| {
            figure.place.at.start >= last.figure.place.at.end
                && figure.unit == total.unit
                && figure.ratio().is_none()
        });
    let ends_open = tail.split(['，', ',', '；', ';']).next().is_some_and(|clause| clause.contains('等'));
    goes_on || ends_open || OPEN.iter().any(|word| own.contains(word) && !is_grade(own, word))
}

/// The last comma of half width that groups no digits.
fn last_halfwidth_comma(text: &str) -> Option<usize> {
    let is_separator = |at: &usize| !text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    text.rmatch_indices(',').map(|(at, _)| at).find(is_separator)
}

/// 等 in 一等奖, 高等, 平等 leaves no list open.
fn is_grade(words: &str, word: &str) -> bool {
    word == "等"
        && words.match_indices('等').all(|(at, _)| {
            let before = words[..at].chars().next_back();
            let behind = words[at + '等'.len_utf8()..].chars().next();
            before.is_some_and(|c| "一二三四特甲乙丙高中初平优劣同".contains(c))
                || behind.is_some_and(|c| "奖级功次第".contains(c))
        })
}

fn relation(total: &Figure, parts: &[Part<'_>], verdict: Verdict) -> Relation {
    let operand = |figure: &Figure, role| Operand { place: figure.place, text: figure.text.clone(), role };
    // In the unit of the total, so that the reader adds what is printed.
    let scale = unit::factor(&total.unit);
    let shown = |figure: &Figure| figure.value * unit::factor(&figure.unit) / scale;
    let sum: f64 = parts.iter().map(|part| shown(part.figure)).sum();
    let terms: Vec<String> = parts.iter().map(|part| plain(shown(part.figure))).collect();
    let mut corrections = Vec::new();
    if matches!(verdict, Verdict::Fails | Verdict::Unlikely) {
        let mut offer = |figure: &Figure, value: f64| {
            if let Some(text) = figure.restated(value).filter(|text| *text != figure.text) {
                corrections.push(Correction { place: figure.place, text });
            }
        };
        offer(total, sum);
        for part in parts {
            let rest = sum - shown(part.figure);
            offer(part.figure, (total.value - rest) * scale / unit::factor(&part.figure.unit));
        }
    }
    Relation {
        kind: RelationKind::Sum,
        claim: operand(total, OperandRole::Total),
        operands: parts.iter().map(|part| operand(part.figure, OperandRole::Part)).collect(),
        formula: format!("{} = {}", terms.join(" + "), plain(sum)),
        verdict,
        corrections,
    }
}
