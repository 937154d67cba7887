//! 截止 before a date or 目前 where the draft counts up to that day: 截至 is meant. 报名4月30日截止 is right.

use std::sync::LazyLock;

use regex::Regex;

use super::{Found, Reading, SlipKind};
use crate::{
    lexicon::word_pair::PairKind,
    text::{Span, chars::is_stop},
};

/// At the beginning of a clause, so that nothing before it is what comes to an end.
static DEADLINE: LazyLock<Regex> = LazyLock::new(|| {
    let day = "[0-9]{1,4}(?:年|月|日|时)[0-9年月日时分初中旬底末上下午晚前]*";
    let now = "目前|今日|今天|今年|今年底|去年|去年底|昨日|昨天|当前|现在|发稿时?|当日|当天";
    Regex::new(&format!("(?:^|[，。；：、（“\\s])(?P<word>截止[到至]?)(?:{day}|{now})"))
        .expect("the pattern is sound")
});

/// Words of calls and deadlines, in which something does end on the day.
const CALLS: &[&str] = &[
    "报名",
    "申报",
    "申请",
    "征集",
    "征稿",
    "投稿",
    "来稿",
    "受理",
    "登记",
    "期限",
    "缴",
    "提交",
    "报送",
    "递交",
    "即日起",
    "有效",
    "逾期",
    "招募",
    "预约",
    "投票",
    "为期",
    "展期",
    "接受",
    "截稿",
];

/// 截止 for 截至.
pub(super) fn find(reading: Reading<'_>) -> Vec<Found> {
    let text = reading.text;
    let mut found = Vec::new();
    for hit in DEADLINE.captures_iter(text) {
        let Some(word) = hit.name("word") else { continue };
        let end = hit.get(0).map_or(word.end(), |whole| whole.end());
        let ends_here =
            text[end..].chars().next().is_none_or(|c| is_stop(c) || matches!(c, '；' | '）' | '”' | ')'));
        let start = text[..word.start()].rfind(is_stop).unwrap_or(0);
        let sentence_end = text[end..].find(is_stop).map_or(text.len(), |at| end + at);
        let sentence = &text[start..sentence_end];
        if ends_here || CALLS.iter().any(|call| sentence.contains(call)) {
            continue;
        }
        found.push(Found {
            ground: ("“截止”是到期停止，“截至”是到某时为止", "截止 is to end on a day, 截至 is up to a day"),
            ..Found::certain(Span::from(word.range()), SlipKind::Listed(PairKind::Confused), "截至")
        });
    }
    found
}
