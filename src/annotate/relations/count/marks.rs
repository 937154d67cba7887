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

/// The numbered items right behind a count.
pub(super) fn find(article: &Article, said: &Annotations, figure: &Figure) -> Option<Listed> {
    if !matches!(figure.unit.as_str(), "个" | "项" | "点" | "条" | "大" | "种" | "步") {
        return None;
    }
    let text = article.blocks[figure.place.block].text.as_str();
    let behind = &text[figure.place.at.end..];
    let noun_end = SET_OUT.iter().filter_map(|noun| behind.find(noun).map(|at| at + noun.len())).min()?;
    if noun_end > 24 || behind[..noun_end].contains(['，', '。', '、', '；', '”']) {
        return None;
    }
    let list = article.lists.iter().find(|list| follows(article, list, figure))?;
    // The nearest count is the one that is meant.
    let first = &list.items[0];
    let is_nearest = !said.figures.iter().any(|other| {
        other.place.span.start > figure.place.span.start
            && other.place.span.end <= first.span.start
            && other.unit == figure.unit
    });
    if !is_nearest {
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

/// Whether a list of marks within running text begins right behind a figure, in its block.
fn follows(article: &Article, list: &List, figure: &Figure) -> bool {
    let first = &list.items[0];
    if !matches!(list.kind, MarkKind::Shi | MarkKind::Di)
        || first.block != figure.place.block
        || first.number != 1
    {
        return false;
    }
    let text = &article.blocks[first.block].text;
    let Some(at) = text.from_source(first.span) else { return false };
    let gap = figure.place.at.end..at.start;
    if gap.start > gap.end || gap.len() > NEAR {
        return false;
    }
    // Nothing but the clause of the count stands in between, and a mark closes it.
    let words = Span::from(gap).of(text.as_str()).trim_end();
    words.ends_with(['：', '。', '，', '—'])
        && words.matches(['：', '。', '；']).count() <= 1
        && list.items.iter().all(|item| item.block == first.block)
}
