//! Ranges: two dates or times with 至, 到 or a dash between them.

use std::sync::LazyLock;

use regex::Regex;

use super::Date;
use crate::outline::Article;

const JOINTS: [char; 8] = ['至', '到', '—', '–', '－', '-', '～', '~'];

/// A text without the 至, 到 or dash it ends with; `None` if it ends with none.
pub fn strip_joint(text: &str) -> Option<&str> {
    let text = text.trim_end_matches(' ');
    let bare = text.strip_suffix("——").or_else(|| text.strip_suffix(JOINTS))?;
    Some(bare.trim_end_matches(' '))
}

/// Whether what stands between two dates or times makes a range of them: 至, —, （星期三）至, 起至.
pub fn joins(gap: &str) -> bool {
    static GAP: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(?:[（(][^（）()。；]{1,24}[）)])? ?(?:起|开始|零时|起始)?，? ?(?:一直|直|持续|延续)?(?:——|[至到—–－~～-]) ?(?:第二天|当天)?$")
            .expect("the pattern is well formed")
    });
    // Most gaps are long; a range keeps its ends close.
    gap.len() <= 96 && GAP.is_match(gap)
}

/// Two dates that make a range.
#[derive(Clone, Copy, Debug)]
pub struct Range<'a> {
    /// Its start.
    pub start: &'a Date,
    /// Its end.
    pub end: &'a Date,
}

/// The ranges of an article, in the order of its text.
pub fn ranges<'a>(article: &'a Article, dates: &'a [Date]) -> impl Iterator<Item = Range<'a>> {
    dates.windows(2).filter_map(|pair| {
        let [start, end] = pair else { return None };
        gap(article, start, end).is_some_and(joins).then_some(Range { start, end })
    })
}

/// The text between two dates of one block, the first before the second.
pub fn gap<'a>(article: &'a Article, first: &Date, second: &Date) -> Option<&'a str> {
    let same = first.place.block == second.place.block;
    let text = article.blocks.get(first.place.block).filter(|_| same)?.text.as_str();
    text.get(first.place.at.end..second.place.at.start)
}

#[cfg(test)]
mod tests {
    use super::joins;

    #[test]
    fn a_joint_may_follow_a_bracket() {
        assert!(["至", "——", "（星期三）至", "起至", " - "].into_iter().all(joins));
        assert!(!["、", "，", "召开，至今", ""].into_iter().any(joins));
    }
}
