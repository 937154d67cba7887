//! The characters of 《通用规范汉字表》 (2013), and the traditional characters, variants and Japanese forms outside it
//! that stand for one of them.
//!
//! `data/README.md` says where the tables come from. A row of a table of forms: a character of the standard, then those
//! that stand for it. 鉅 stands in two rows: it may be 巨 or 钜.

use std::{collections::HashMap, sync::LazyLock};

use super::char_set::CharSet;

/// One level of the table a line, in its order.
static LEVELS: &str = include_str!("data/standard_characters.txt");

/// Traditional characters and Japanese forms; variants of the table of 1955.
static TABLES: [&str; 2] =
    [include_str!("data/nonstandard_characters.txt"), include_str!("data/variant_characters.txt")];

static STANDARD: LazyLock<CharSet> = LazyLock::new(|| CharSet::of(LEVELS));

static MEANT: LazyLock<HashMap<char, Vec<char>>> = LazyLock::new(|| {
    let mut meant: HashMap<char, Vec<char>> = HashMap::new();
    for row in TABLES.iter().flat_map(|table| table.lines()) {
        let mut characters = row.chars();
        let Some(standard) = characters.next() else { continue };
        for outside in characters {
            meant.entry(outside).or_default().push(standard);
        }
    }
    meant
});

/// The characters of the standard that `written` may stand for; none where it is one of them itself, or no known form of
/// any.
pub fn meant_by(written: char) -> &'static [char] {
    // Nearly every character of a text is one of the table: the map need not be asked.
    if STANDARD.has(written) { &[] } else { MEANT.get(&written).map_or(&[], Vec::as_slice) }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_table_is_whole() {
        let levels: Vec<Vec<char>> = LEVELS.lines().map(|level| level.chars().collect()).collect();
        let ends: Vec<_> =
            levels.iter().map(|level| (level.len(), level[0], level[level.len() - 1])).collect();
        assert_eq!(ends, [(3500, '一', '矗'), (3000, '乂', '齉'), (1605, '亍', '蠼')]);
        let characters: HashSet<char> = levels.into_iter().flatten().collect();
        assert_eq!(characters.len(), 8105);
    }

    #[test]
    fn every_row_leads_from_outside_the_table_into_it() {
        let standard: HashSet<char> = LEVELS.chars().collect();
        let mut rows = HashSet::new();
        for row in TABLES.iter().flat_map(|table| table.lines()) {
            let mut characters = row.chars();
            let one = characters.next().expect("no row is empty");
            assert!(standard.contains(&one), "{row}: {one} is outside the table");
            assert!(characters.clone().count() > 0, "{row} has no form");
            for outside in characters {
                assert!(!standard.contains(&outside), "{row}: {outside} is in the table");
                assert!(rows.insert((one, outside)), "{row}: {outside} comes twice");
            }
        }
    }

    #[test]
    fn forms_are_told_from_characters_of_the_standard() {
        assert_eq!(meant_by('國'), ['国']);
        assert_eq!(meant_by('菓'), ['果']);
        assert_eq!(meant_by('広'), ['广']);
        assert_eq!(meant_by('鉅').len(), 2);
        // Restored by the table of 2013, or standing for one of two sounds.
        for standard in ['喆', '淼', '堃', '瞭', '乾', '藉', '邨', '昇'] {
            assert!(meant_by(standard).is_empty(), "{standard}");
        }
        assert!(meant_by('。').is_empty() && meant_by('〇').is_empty() && meant_by('囍').is_empty());
    }
}
