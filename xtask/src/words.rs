//! Everyday words of two characters, from the dictionary of jieba as the npm package `nodejieba` carries it (MIT).
//!
//! kanwu needs them to tell a name from a word (同心县 and 同心协力), and to see that a name is made of the ends of two
//! words (安阳 in 平安阳光); they do not segment text.

use std::{collections::BTreeSet, fs, path::Path};

use anyhow::{Context, Result};

use crate::package::Package;

const VERSION: &str = "3.5.8";

/// How often a word must have been seen in the dictionary's corpus.
const LEAST: u32 = 50;

/// What the dictionary calls names of places and bodies, and what it calls names of people: those are words too if they
/// are frequent (宁静).
const LEAST_FOR_PEOPLE: u32 = 300;

/// Writes `words.txt`.
pub fn write(data: &Path) -> Result<()> {
    let package = Package::fetch("nodejieba", VERSION)?;
    let dictionary = fs::read_to_string(package.path("submodules/cppjieba/dict/jieba.dict.utf8"))?;
    let mut words = BTreeSet::new();
    for line in dictionary.lines() {
        let mut fields = line.split(' ');
        let (Some(word), Some(count), Some(tag)) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let count: u32 = count.parse().with_context(|| format!("no count: {line}"))?;
        let least = if tag.starts_with("nr") { LEAST_FOR_PEOPLE } else { LEAST };
        let is_han = word.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
        if word.chars().count() == 2 && is_han && count >= least && !["ns", "nt"].contains(&tag) {
            words.insert(word);
        }
    }
    let text: String = words.into_iter().flat_map(|word| [word, "\n"]).collect();
    fs::write(data.join("words.txt"), text)?;
    Ok(())
}
