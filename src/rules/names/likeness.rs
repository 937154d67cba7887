//! Names that differ where the ear or the eye slips.

use pinyin::ToPinyin;

use crate::lexicon::confusable::{self, Confusion};

/// Characters that number, point or compare: names that differ in one of them are meant to.
const DISTINGUISHING: &str = "一二三四五六七八九十百千〇零东西南北中上下左右前后大小老新内外男女甲乙丙丁";

/// Whether one character is easily written for the other: the same reading but for the tone, or one stroke apart.
pub(super) fn is_alike(a: char, b: char) -> bool {
    let looks = |a, b| confusable::meant_by(a).any(|(meant, how)| meant == b && how == Confusion::LooksAlike);
    let sounds = || match (a.to_pinyin(), b.to_pinyin()) {
        (Some(a), Some(b)) => a.plain() == b.plain(),
        _ => false,
    };
    a != b && (sounds() || looks(a, b) || looks(b, a))
}

/// Whether the character tells one of a series from the next: 一, 东, 上.
pub(super) fn distinguishes(c: char) -> bool {
    DISTINGUISHING.contains(c)
}

/// Where two texts of one length differ, if they do in one character alone.
pub(super) fn only_difference(a: &str, b: &str) -> Option<(usize, char, char)> {
    if a.chars().count() != b.chars().count() {
        return None;
    }
    let mut differing =
        a.chars().zip(b.chars()).enumerate().filter(|(_, (a, b))| a != b).map(|(at, (a, b))| (at, a, b));
    let one = differing.next()?;
    differing.next().is_none().then_some(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_are_alike_by_ear_or_by_eye() {
        assert!(is_alike('永', '咏') && is_alike('远', '源') && is_alike('沐', '沭'));
        assert!(!is_alike('农', '林') && !is_alike('明', '亮') && !is_alike('永', '永'));
    }

    #[test]
    fn a_difference_of_one_character_is_found() {
        assert_eq!(only_difference("罗永康", "罗咏康"), Some((1, '永', '咏')));
        assert_eq!(only_difference("罗永康", "罗永康"), None);
        assert_eq!(only_difference("罗永康", "罗咏慷"), None);
        assert_eq!(only_difference("罗永康", "罗康"), None);
    }
}
