//! Places that are no division of China: countries, parts of the world, foreign cities, rivers, mountains, seas.
//!
//! `data/places_of_the_world.txt`, tabulated by hand: each list says what it is complete by; Chinese names as the Xinhua
//! style prints them.

use std::{collections::HashMap, sync::LazyLock};

use super::{char_set::CharSet, criterion};

/// What sort of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sort {
    /// A country.
    Country,
    /// A part of the world or of China, a foreign city, a place of note.
    Other,
    /// A river, lake, sea, mountain.
    Natural,
}

static TABLE: &str = include_str!("data/places_of_the_world.txt");

/// The names of the table with their sorts.
fn table() -> impl Iterator<Item = (&'static str, Sort)> {
    criterion::lists(TABLE).flat_map(|list| {
        let sort = match list.kind {
            "Country" => Sort::Country,
            "Natural" => Sort::Natural,
            _ => Sort::Other,
        };
        list.names().map(move |name| (name, sort))
    })
}

/// Names by their first character.
static BY_FIRST: LazyLock<HashMap<char, Vec<(&'static str, Sort)>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<_>> = HashMap::new();
    for (name, sort) in table() {
        let first = name.chars().next().expect("a name has characters");
        by_first.entry(first).or_default().push((name, sort));
    }
    by_first
});

static FIRST: LazyLock<CharSet> = LazyLock::new(|| CharSet::from_chars(BY_FIRST.keys().copied()));

/// The sort of the place of that very name.
pub fn sort(name: &str) -> Option<Sort> {
    at_start(name).filter(|(length, _)| *length == name.len()).map(|(_, sort)| sort)
}

/// The longest name that `text` begins with: its length in bytes and its sort.
pub fn at_start(text: &str) -> Option<(usize, Sort)> {
    let first = text.chars().next()?;
    let names = FIRST.has(first).then(|| BY_FIRST.get(&first))??;
    names
        .iter()
        .filter(|(name, _)| text.starts_with(name))
        .map(|(name, sort)| (name.len(), *sort))
        .max_by_key(|(length, _)| *length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_says_what_it_is_complete_by_and_no_country_comes_twice() {
        assert!(criterion::lists(TABLE).all(|list| ["Country", "Other", "Natural"].contains(&list.kind)));
        assert!(criterion::lists(TABLE).all(|list| list.criterion.len() > 20 && list.names().count() > 1));
        let countries: Vec<_> = table().filter(|(_, sort)| *sort == Sort::Country).collect();
        let unique: std::collections::HashSet<_> = countries.iter().map(|(name, _)| name).collect();
        assert_eq!(unique.len(), countries.len());
        assert!(countries.len() > 193);
    }

    #[test]
    fn the_longest_name_counts() {
        assert_eq!(at_start("南苏丹代表团"), Some(("南苏丹".len(), Sort::Country)));
        assert_eq!(at_start("几内亚比绍"), Some(("几内亚比绍".len(), Sort::Country)));
        assert_eq!(at_start("大运河畔"), Some(("大运河".len(), Sort::Natural)));
        assert_eq!(at_start("运河"), None);
    }
}
