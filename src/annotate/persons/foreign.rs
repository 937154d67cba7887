//! Foreign names and names of other peoples: characters that write sounds, and the dot between the parts.

use super::{chinese::NOT_PEOPLE, evidence};
use crate::{
    lexicon::{given_name::is_foreign_sound, segmenter::Word, word::is_word},
    text::{Span, Spans, chars::is_han},
};

/// What a name needs.
const ENOUGH: f32 = 3.5;

/// The names in a text that do not overlap what is `taken`.
pub(super) fn names(text: &str, words: &[Word], taken: &Spans) -> Vec<Span> {
    let mut found = Vec::new();
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
        if score(text, run, span) >= ENOUGH {
            found.push(span);
        }
        at = end;
    }
    found
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
    is_sound
        && (count == 1 && !matches!(word.tag, "p" | "c" | "uj" | "ul" | "m" | "r")
            || is_name
            || count > 1 && !is_word(own))
}

fn is_dot(text: &str) -> bool {
    matches!(text, "·" | "・" | "•" | "．")
}

/// Without dots at the ends.
fn trimmed(text: &str, span: Span) -> Span {
    let own = span.of(text);
    let cut = own.trim_end_matches(['·', '・', '•', '．']);
    Span::new(span.start, span.start + cut.len())
}

fn score(text: &str, run: &[Word], span: Span) -> f32 {
    let own = span.of(text);
    let count = own.chars().count();
    let has_dot = own.contains(['·', '・', '•', '．']);
    if count < 2 || NOT_PEOPLE.iter().any(|word| own.starts_with(word)) {
        return 0.0;
    }
    let named =
        run.iter().filter(|word| word.tag.starts_with("nr") && word.at.of(text).chars().count() > 1).count();
    let mut score = match count {
        2 => 0.0,
        3 => 1.5,
        4 => 2.0,
        _ => 2.5,
    };
    score += if has_dot { 3.0 } else { 0.0 };
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
