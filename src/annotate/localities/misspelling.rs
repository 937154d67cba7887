//! Names that differ in one character from a division, where that character looks or sounds like the right one.
//!
//! A name that only differs by a look-alike of one stroke stands on its own; one that sounds alike or shares a part
//! counts where the article names the city or a neighbour of the division it would be.

use std::collections::{HashMap, HashSet};

use super::{LocalityKind, Mention, Misspelling, Source};
use crate::{
    lexicon::{
        confusable::{self, Confusion},
        gazetteer::{self, Division, Level},
        word::{is_word, straddles},
    },
    text::{Span, Spans},
};

/// Marks misspelt names, in full and, where the full name is misspelt too, in short.
pub(super) fn find(texts: &[&str], mentions: &mut [Vec<Mention>]) {
    let named: HashSet<Division> = mentions.iter().flatten().filter_map(|mention| mention.division).collect();
    let mut stems: HashMap<String, (Division, String)> = HashMap::new();
    for (text, mentions) in texts.iter().zip(mentions.iter_mut()) {
        for at in 0..mentions.len() {
            let mention = &mentions[at];
            let is_unknown = matches!(mention.source, Source::Grammar) && mention.kind <= LocalityKind::Town;
            if !is_unknown {
                continue;
            }
            let outer = at
                .checked_sub(1)
                .map(|before| &mentions[before])
                .filter(|one| one.at.end == mention.at.start);
            let Some((division, meant)) =
                meant(mention.at.of(text), outer.and_then(|one| one.division), &named)
            else {
                continue;
            };
            let name = mention.at.of(text).to_owned();
            let mention = &mut mentions[at];
            mention.misspelling = Some(Misspelling { meant: meant.clone() });
            mention.normalized = Some(division.full_name(&meant));
            if let Some((stem, meant)) = without_suffix(&name, &meant) {
                stems.insert(stem, (division, meant));
            }
        }
    }
    for (text, mentions) in texts.iter().zip(mentions.iter_mut()) {
        add_short_names(text, mentions, &stems);
    }
}

/// The division that a name was meant for, and its right name.
fn meant(name: &str, outer: Option<Division>, named: &HashSet<Division>) -> Option<(Division, String)> {
    let mut found: Vec<(Confusion, Division, String)> = Vec::new();
    let stem_length = name.chars().count() - if name.ends_with("街道") { 2 } else { 1 };
    for (at, written) in name.char_indices().take(stem_length) {
        for (target, confusion) in confusable::meant_by(written) {
            let variant = format!("{}{target}{}", &name[..at], &name[at + written.len_utf8()..]);
            let Some(bearers) = gazetteer::named(&variant) else { continue };
            for division in bearers.iter().filter(|one| one.is_current() && one.level() <= Level::Town) {
                if fits(confusion, division, name, outer, named) {
                    found.push((confusion, division, variant.clone()));
                }
            }
        }
    }
    found.sort();
    match found.as_slice() {
        [(_, division, right)] => Some((*division, right.clone())),
        [(best, division, right), (second, ..), ..] if best < second => Some((*division, right.clone())),
        _ => None,
    }
}

/// Whether there is evidence enough that a name stands for a division.
fn fits(
    confusion: Confusion,
    division: Division,
    name: &str,
    outer: Option<Division>,
    named: &HashSet<Division>,
) -> bool {
    if let Some(outer) = outer {
        // The chain must lead to it.
        return division.is_in(outer);
    }
    let is_county = division.level() <= Level::County;
    if confusion == Confusion::LooksAlike && is_county && name.chars().count() >= 3 && !name.ends_with('区')
    {
        return true;
    }
    let area = division.at_level(if is_county { Level::City } else { Level::County });
    is_county
        && area.is_some_and(|area| {
            named.iter().any(|one| *one == area || one.level() == Level::County && one.is_in(area))
        })
}

/// Both names without the word that ends them; none for a stem that is an everyday word.
fn without_suffix(name: &str, meant: &str) -> Option<(String, String)> {
    let suffix =
        ["街道", "省", "市", "县", "区", "旗", "镇", "乡"].iter().find(|suffix| name.ends_with(**suffix))?;
    let stem = name.strip_suffix(suffix)?;
    let right = meant.strip_suffix(suffix)?;
    (stem.chars().count() >= 2 && !is_word(stem)).then(|| (stem.to_owned(), right.to_owned()))
}

/// 沐阳, where 沐阳县 is misspelt in the same article.
fn add_short_names(text: &str, mentions: &mut Vec<Mention>, stems: &HashMap<String, (Division, String)>) {
    let known = Spans::of(mentions.iter().map(|one| one.at));
    for (stem, (division, right)) in stems {
        for (start, _) in text.match_indices(stem.as_str()) {
            let at = Span::new(start, start + stem.len());
            if known.overlap(at) || straddles(text, at.start, at.end) {
                continue;
            }
            mentions.push(Mention {
                at,
                kind: LocalityKind::County,
                source: Source::Local,
                division: None,
                normalized: Some(division.full_name("")),
                misspelling: Some(Misspelling { meant: right.clone() }),
            });
        }
    }
    mentions.sort_by_key(|one| one.at);
}
