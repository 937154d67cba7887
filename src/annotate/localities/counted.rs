//! What only looks like the name of a village or a town: a number of them, or of what they have, and their roads
//! (一段村道, 三条镇街, 六家镇办企业, 环山村道).

use crate::lexicon::measure_word;

/// Numerals, and words that stand for one before a measure word.
const NUMERALS: &str = "〇零一二三四五六七八九十百千万亿两几数半整每多双";

/// The last characters of the levels; a name is more than these.
const LEVELS: &str = "省市州县区镇乡村街道社城";

/// Words for roads that begin with one of these are no class of roads: 石桥镇|道路, 柳溪村|路口.
const NOT_A_CLASS: &[&str] = &[
    "道路", "道德", "道口", "道教", "道观", "道士", "道班", "路口", "路灯", "路边", "路段", "路网", "路面",
    "路旁", "路况",
];

/// Whether a name without the word for its level counts something: a numeral and a measure word at its end, or before
/// another level (一片|镇区).
pub(super) fn counts(stem: &str) -> bool {
    let counted = |stem: &str| {
        stem.char_indices().any(|(at, c)| {
            let measure = &stem[at + c.len_utf8()..];
            NUMERALS.contains(c) && measure_word::at_start(measure) == Some(measure)
        })
    };
    let is_level = |c: char| LEVELS.contains(c);
    counted(stem) || stem.strip_suffix(is_level).is_some_and(counted) || stem.chars().all(is_level)
}

/// Whether what follows a village or a town makes a class of roads of its level: 村道, 乡道, 村路.
pub(super) fn makes_road(behind: &str) -> bool {
    behind.starts_with(['道', '路']) && !NOT_A_CLASS.iter().any(|word| behind.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_numeral_and_a_measure_word_count() {
        for stem in ["一段", "三条", "修好五座", "六家", "两千米", "整段", "一片镇", "街道", "乡"]
        {
            assert!(counts(stem), "{stem}");
        }
        for stem in ["柳溪", "三河", "百善", "双桥", "五里桥", "城关"] {
            assert!(!counts(stem), "{stem}");
        }
    }

    #[test]
    fn a_class_of_roads_is_no_road_in_a_village() {
        assert!(makes_road("道旁"));
        assert!(makes_road("路拓宽"));
        assert!(!makes_road("道路拓宽"));
        assert!(!makes_road("路灯亮了"));
        assert!(!makes_road("委会"));
    }
}
