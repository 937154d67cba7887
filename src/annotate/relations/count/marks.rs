//! 采取三项举措：一是…；二是…；三是…: a count of measures against the numbered items that follow.

use super::{super::Doubt, Annotations, Listed, item};
use crate::{
    annotate::Figure,
    outline::{Article, List, MarkKind},
    text::Span,
};

/// Nouns for what numbered items set out.
const SET_OUT: &[&str] = &[
    "方面", "举措", "措施", "要求", "建议", "意见", "任务", "原则", "环节", "步骤", "问题", "特点", "优势",
    "做法", "机制", "重点", "工作", "抓手", "关键", "行动", "目标", "希望", "倡议", "层面", "维度", "倾斜",
    "结合", "转变", "一是",
];

/// How many bytes may stand between the count and the first mark: a short clause.
const NEAR: usize = 60;

/// How many bytes of words the counted noun may end behind the count in: 三项新的重大举措.
const NOUN_WITHIN: usize = 24;

/// The numbered items right behind a count.
pub(super) fn find(article: &Article, said: &Annotations, figure: &Figure) -> Option<Listed> {
    if !matches!(figure.unit.as_str(), "个" | "项" | "点" | "条" | "大" | "种" | "步") {
        return None;
    }
    let text = article.blocks[figure.place.block].text.as_str();
    let behind = &text[figure.place.at.end..];
    let behind = &behind[..behind.floor_char_boundary(NOUN_WITHIN)];
    let noun_end = SET_OUT.iter().filter_map(|noun| behind.find(noun).map(|at| at + noun.len())).min()?;
    if behind[..noun_end].contains(['，', '。', '、', '；', '”']) {
        return None;
    }
    let (list, first) = following(article, figure)?;
    // The nearest count is the one that is meant.
    let between = Span::new(figure.place.at.end, first.end);
    if said
        .figures_in(figure.place.block, between)
        .iter()
        .any(|other| other.place.at.end <= first.start && other.unit == figure.unit)
    {
        return None;
    }
    let runs_on = list.items.iter().zip(1..).all(|(item, number)| item.number == number);
    let items = list
        .items
        .iter()
        .filter_map(|mark| {
            let at = article.blocks[mark.block].text.from_source(mark.span)?;
            Some(item(article, mark.block, at))
        })
        .collect();
    Some(Listed { said: None, items, is_open: false, doubt: (!runs_on).then_some(Doubt::Scope) })
}

/// The list of marks within running text that begins right behind a figure, and where its first mark stands.
fn following<'a>(article: &'a Article, figure: &Figure) -> Option<(&'a List, Span)> {
    let block = figure.place.block;
    let text = &article.blocks[block].text;
    // Lists stand in the order of their first marks, so that only the next few need a look.
    let next = article.lists.partition_point(|list| list.items[0].span.start < figure.place.span.end);
    let near = |list: &&List| list.items[0].span.start <= figure.place.span.end + 2 * NEAR;
    article.lists[next..].iter().take_while(near).find_map(|list| {
        let first = &list.items[0];
        if !matches!(list.kind, MarkKind::Shi | MarkKind::Di) || first.block != block || first.number != 1 {
            return None;
        }
        let at = text.from_source(first.span)?;
        let gap = figure.place.at.end..at.start;
        if gap.start > gap.end || gap.len() > NEAR {
            return None;
        }
        // Nothing but the clause of the count stands in between, and a mark closes it.
        let words = Span::from(gap).of(text.as_str()).trim_end();
        let is_near = words.ends_with(['：', '。', '，', '—'])
            && words.matches(['：', '。', '；']).count() <= 1
            && list.items.iter().all(|item| item.block == block);
        is_near.then_some((list, at))
    })
}
