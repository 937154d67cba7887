//! Lines that are known by their wording alone: issue lines and mastheads, editor's notes, jump lines, captions.

use std::sync::LazyLock;

use regex::Regex;

/// The number of an issue: 第12期（总第230期）, 2024年第3期. Behind it stands nothing, or something set off from it: a
/// headline may speak of 第3期农民夜校.
static ISSUE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"[（(〔]?(?:[0-9〇零一二三四五六七八九十]{2,4}[年〕]?\s*)?总?第\s*[0-9〇零一二三四五六七八九十百]+\s*期",
        r"(?:$|[\s（()）0-9〇])",
    ))
    .expect("the pattern is well formed")
});

/// Whether the line begins with the number of an issue.
pub(super) fn is_issue_line(text: &str) -> bool {
    ISSUE.find(text).is_some_and(|found| found.start() == 0)
}

/// Lines that are neither text nor head: a jump line, a rule, a caption with the name of its photographer.
pub(super) fn is_note(text: &str) -> bool {
    static JUMP: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^[（(]?(?:下转|上接|紧接|转)[\p{Han}0-9 　]{1,10}[）)]?$")
            .expect("the pattern is well formed")
    });
    let rule =
        text.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | '—' | '─' | '━' | '～' | '·' | '★' | ' '));
    let credit = text.ends_with("摄）") || text.ends_with("摄)");
    rule || credit || (text.len() < 60 && JUMP.is_match(text))
}

/// Lines above the first article: the name of a bulletin, its issue, its date.
pub(super) fn is_masthead(text: &str) -> bool {
    static MASTHEAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"[（(]总第|^目\s*录$|",
            r"^[\p{Han}“”·\s]{0,16}(?:简报|动态|快报|内参|要情|专报|简讯|通讯|信息|摘要)$|",
            r"^[\p{Han}\s]{0,24}(?:主办|编印|编发|办公室编|编)?\s*[0-9〇零一二三四五六七八九十]{2,4}\s*年\s*[0-9一二三四五六七八九十]{1,2}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日(?:[\s　]*[（(]?星期[一二三四五六日天][）)]?)?$|",
            r"^[\p{Han}\s]{2,24}(?:主办|编印|编发)$",
        ))
        .expect("the pattern is well formed")
    });
    ISSUE.is_match(text) || MASTHEAD.is_match(text)
}

pub(super) fn is_editors_note(text: &str) -> bool {
    let rest = text.trim_start_matches(['【', '［', '[', '（', '(']);
    ["编者按", "按语", "编者的话", "导读", "摘要"].iter().any(|word| rest.starts_with(word))
}

/// A longer text that begins like a caption describes a picture at length.
const LONG_CAPTION: usize = 120;

/// Whether the line is the words under a picture: 图为…, 图1：…, ▲左图为….
pub fn is_caption(text: &str) -> bool {
    static CAPTION: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new("^[▲△▼]?[（(]?[上下左右]?图(?:为|[0-9一二三四五六七八九十①-⑳]{1,2}(?:为|[：:　 ]))")
            .expect("the pattern is well formed")
    });
    CAPTION.is_match(text) && text.chars().count() <= LONG_CAPTION
}
