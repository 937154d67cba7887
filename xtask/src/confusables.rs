//! Characters that are taken for one another: they look alike or sound alike.
//!
//! Stroke orders come from the npm package `cnchar-order` (MIT), readings from the crate `pinyin`. Written is only what
//! follows from them, one line a character that stands in the name of a county or a town: the character, its
//! look-alikes, a tab, those that share a large part with it, a tab, those that sound alike.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use pinyin::ToPinyin;

use crate::package::Package;

const VERSION: &str = "3.2.6";

/// Writes `confusables.txt`.
pub fn write(data: &Path) -> Result<()> {
    let strokes = stroke_orders()?;
    let mut text = String::new();
    for target in characters_of_names(data)? {
        let others = || strokes.iter().filter(|(other, _)| **other != target);
        let look: String = strokes.get(&target).map_or_else(String::new, |own| {
            others().filter(|(_, other)| are_one_stroke_apart(own, other)).map(|(other, _)| *other).collect()
        });
        let share: String = strokes.get(&target).map_or_else(String::new, |own| {
            others()
                .filter(|(other, strokes)| !look.contains(**other) && share_a_part(own, strokes))
                .map(|(other, _)| *other)
                .collect()
        });
        let own_sound = sound(target);
        let alike: String =
            others().map(|(other, _)| *other).filter(|other| sound(*other) == own_sound).collect();
        writeln!(text, "{target}{look}\t{share}\t{alike}")?;
    }
    fs::write(data.join("confusables.txt"), text)?;
    Ok(())
}

/// The characters that stand in names of provinces, cities, counties and towns, without the words that end them.
fn characters_of_names(data: &Path) -> Result<BTreeSet<char>> {
    let mut characters = BTreeSet::new();
    for file in fs::read_dir(data.join("divisions"))? {
        for line in fs::read_to_string(file?.path())?.lines() {
            let upper = line.split('\t').next().unwrap_or(line).trim_start();
            let name = upper.split_once(' ').map_or(upper, |(_, name)| name);
            characters.extend(name.chars().filter(|c| ('\u{4e00}'..='\u{9fff}').contains(c)));
        }
    }
    Ok(characters)
}

/// Every character's strokes in order, one letter a stroke.
fn stroke_orders() -> Result<BTreeMap<char, String>> {
    let package = Package::fetch("cnchar-order", VERSION)?;
    let script = fs::read_to_string(package.path("cnchar.order.min.js"))?;
    let begin = script.find("JSON.parse('").context("the script holds a table")? + "JSON.parse('".len();
    let end = begin + script[begin..].find("')").context("the table ends")?;
    let table: BTreeMap<String, String> = serde_json::from_str(&script[begin..end])?;
    Ok(table
        .into_iter()
        .filter_map(|(character, strokes)| {
            let mut characters = character.chars();
            let first = characters.next()?;
            let is_whole = characters.next().is_none() && ('\u{4e00}'..='\u{9fff}').contains(&first);
            is_whole.then_some((first, strokes))
        })
        .collect())
}

/// Whether one stroke more, less or other makes one of the other.
fn are_one_stroke_apart(one: &str, other: &str) -> bool {
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    if long.len() < 4 || long.len() - short.len() > 1 {
        return false;
    }
    let same_front = short.bytes().zip(long.bytes()).take_while(|(a, b)| a == b).count();
    let same_back = short.bytes().rev().zip(long.bytes().rev()).take_while(|(a, b)| a == b).count();
    same_front + same_back + 1 >= long.len()
}

/// Whether two characters begin or end with the same part, and it is most of each: 健 and 犍.
fn share_a_part(one: &str, other: &str) -> bool {
    let longer = one.len().max(other.len());
    let same_front = one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count();
    let same_back = one.bytes().rev().zip(other.bytes().rev()).take_while(|(a, b)| a == b).count();
    let same = same_front.max(same_back);
    same >= 4 && same * 5 >= longer * 3
}

/// The first reading of a character, without its tone.
fn sound(c: char) -> Option<&'static str> {
    c.to_pinyin().map(pinyin::Pinyin::plain)
}
