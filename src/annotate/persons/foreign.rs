//! Foreign names and names of other peoples: characters that write sounds, and the dot between the parts.

use super::{chinese::NOT_PEOPLE, evidence};
use crate::{
    lexicon::{
        given_name::{is_foreign_sound, is_telling_sound},
        known_organization::is_company,
        segmenter::Word,
        word::is_word,
    },
    text::{Span, Spans, chars::is_han},
};

/// What a name needs.
const ENOUGH: f32 = 3.5;

/// What a name needs that comes again.
const ENOUGH_AGAIN: f32 = 2.5;

/// What stands between the parts of a name; papers print hyphens and dashes for the dot.
pub(super) const DOTS: [char; 8] = ['·', '・', '•', '．', '-', '－', '—', '―'];

/// What makes a place, a body or a thing of the name before it.
const NOT_PEOPLE_BEHIND: &[&str] = &[
    "州",
    "邦",
    "市",
    "省",
    "县",
    "镇",
    "区",
    "大区",
    "郡",
    "河",
    "岛",
    "湖",
    "山脉",
    "机场",
    "航天中心",
    "大学",
    "公司",
    "集团",
    "银行",
    "杯",
    "报",
    "奖",
    "指数",
    "现象",
    "协议",
    "汽车",
    "轿车",
    "牌",
    "品牌",
    "系列",
    "车型",
    "队",
    "足球队",
    "俱乐部",
];

/// The names in a text that do not overlap what is `taken`, and what would be one if it came again.
pub(super) fn names(text: &str, words: &[Word], taken: &Spans) -> (Vec<Span>, Vec<Span>) {
    let mut found = Vec::new();
    let mut likely = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let mut end = at;
        while end < words.len() && belongs(text, words, at, end, taken) {
            end += 1;
        }
        if end == at {
            at += 1;
            continue;
        }
        let run = &words[at..end];
        let span = trimmed(text, Span::new(run[0].at.start, run[run.len() - 1].at.end));
        let score = score(text, run, span);
        if score >= ENOUGH {
            found.push(span);
        } else if score >= ENOUGH_AGAIN {
            likely.push(span);
        }
        at = end;
    }
    (found, likely)
}

/// Whether the word at `end` may go on the run that began at `first`.
fn belongs(text: &str, words: &[Word], first: usize, end: usize, taken: &Spans) -> bool {
    let word = &words[end];
    let own = word.at.of(text);
    if taken.overlap(word.at) {
        return false;
    }
    if is_dot(own) {
        return end > first;
    }
    let is_sound = own.chars().all(is_foreign_sound);
    let is_name = word.tag.starts_with("nr") || word.tag == "nz" || word.tag == "x";
    let count = own.chars().count();
    // Behind a dot anything of Chinese characters may stand that is no particle.
    let is_behind_dot = end > first && is_dot(words[end - 1].at.of(text));
    if is_behind_dot {
        return own.chars().all(is_han) && !["的", "在", "和", "是"].contains(&own);
    }
    // 里瓦尔多: what counts elsewhere writes a sound behind two others.
    let goes_on =
        end > first && matches!(own, "多" | "里" | "万" | "任") && word.at.start - words[first].at.start >= 6;
    goes_on
        || is_sound
            && (count == 1 && !matches!(word.tag, "p" | "c" | "uj" | "ul" | "m" | "r")
                || is_name
                || count > 1 && !is_word(own))
}

fn is_dot(text: &str) -> bool {
    text.chars().all(|c| DOTS.contains(&c)) && text.chars().count() == 1
}

/// Without dots at the ends, and without what only seems to write a sound there: 当|沃尔科特, 贝卢斯科尼|曾.
fn trimmed(text: &str, span: Span) -> Span {
    let own = span.of(text);
    let own = own.trim_start_matches(['当', '连']);
    let start = span.end - own.len();
    let own = own.trim_end_matches(DOTS).trim_end_matches(['曾', '当', '派', '将', '等']);
    Span::new(start, start + own.len())
}

fn score(text: &str, run: &[Word], span: Span) -> f32 {
    let own = span.of(text);
    let count = own.chars().count();
    let has_dot = own.contains(DOTS);
    if count < 2 || is_company(own) || NOT_PEOPLE.iter().any(|word| own.starts_with(word)) {
        return 0.0;
    }
    let named =
        run.iter().filter(|word| word.tag.starts_with("nr") && word.at.of(text).chars().count() > 1).count();
    // 圣保罗州, 菲亚特轿车: a place, a thing named after its maker.
    if !has_dot && NOT_PEOPLE_BEHIND.iter().any(|word| text[span.end..].starts_with(word)) {
        return 0.0;
    }
    let mut score = match count {
        2 => 0.0,
        3 => 1.5,
        4 => 2.0,
        _ => 2.5,
    };
    score += if has_dot { 3.0 } else { 0.0 };
    // The more of them in a row, the less a word: 基里延科.
    let sounds = own.chars().filter(|c| is_telling_sound(*c)).count();
    if !has_dot && count > 2 && count - sounds <= 1 {
        score += if count == 3 { 0.5 } else { 1.0 };
    }
    // The dictionary tells names written by sound (琼斯) from those of Chinese.
    let by_sound = run.iter().any(|word| word.tag == "nrt");
    score += if by_sound && count == 2 {
        2.5
    } else if named > 0 {
        1.0
    } else {
        0.0
    };
    score + evidence::left(&text[..span.start]).min(2.0) + evidence::right(&text[span.end..])
}
