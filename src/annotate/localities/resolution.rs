//! Which division a mention is: by the chain it stands in, by the article's own place, by its neighbours.

use std::collections::{BTreeSet, HashMap, HashSet};

use aho_corasick::AhoCorasick;

use super::{LocalityKind, Mention, Source};
use crate::lexicon::{
    gazetteer::{Bearers, Division, Level},
    word::is_word,
};

/// Where an article is: the divisions it names beyond doubt.
#[derive(Debug, Default)]
pub(super) struct Context {
    /// Divisions named, of any level.
    named: HashSet<Division>,
    /// Those of the level of counties and above, and the cities and counties they lie in.
    areas: HashSet<Division>,
    /// Short names of towns spelt out.
    stems: Option<AhoCorasick>,
}

impl Context {
    /// The context that the sure mentions of an article give.
    pub(super) fn of(texts: &[&str], sure: &[Vec<Mention>]) -> Self {
        let mut resolved = sure.to_vec();
        resolve(texts, &mut resolved);
        let mut context = Self::default();
        for mention in resolved.iter().flatten() {
            if let Some(division) = mention.division {
                context.named.insert(division);
                context.areas.insert(division);
            } else {
                // 朝阳区: one of a few; what is near is in one of them.
                context.areas.extend(mention.source.bearers().filter(|one| one.level() == Level::County));
            }
        }
        // A province holds too much to be evidence for a village.
        context.areas.retain(|one| one.level() != Level::Province);
        context.stems = stems(texts);
        context
    }

    /// Whether a division is named in the article.
    pub(super) fn names(&self, division: Division) -> bool {
        self.named.contains(&division)
    }

    /// Whether one of the bearers lies in the cities and counties of the article.
    pub(super) fn holds_any(&self, bearers: Bearers) -> bool {
        !self.areas.is_empty() && bearers.iter().any(|one| one.chain().any(|area| self.areas.contains(&area)))
    }

    /// Cities and counties named in the article.
    pub(super) fn named(&self) -> impl Iterator<Item = Division> {
        self.named.iter().copied().filter(|one| matches!(one.level(), Level::City | Level::County))
    }

    /// Short names of the towns that the article spells out.
    pub(super) const fn stems(&self) -> Option<&AhoCorasick> {
        self.stems.as_ref()
    }
}

/// The stems of towns written in full; those that are everyday words are left out.
fn stems(texts: &[&str]) -> Option<AhoCorasick> {
    let mut found = BTreeSet::new();
    for text in texts {
        for suffix in ["街道", "镇", "乡"] {
            for (end, _) in text.match_indices(suffix) {
                for (start, _) in crate::lexicon::gazetteer::names_ending(&text[..end + suffix.len()]) {
                    let stem = text[start..end].to_owned();
                    if stem.chars().count() >= 2 && !is_word(&stem) {
                        found.insert(stem);
                    }
                }
            }
        }
    }
    if found.is_empty() { None } else { AhoCorasick::new(found).ok() }
}

/// Fills in what each mention is, where one reading alone fits.
pub(super) fn resolve(texts: &[&str], mentions: &mut [Vec<Mention>]) {
    for (text, mentions) in texts.iter().zip(mentions.iter_mut()) {
        by_chain(text, mentions);
    }
    by_uniqueness(mentions);
    by_neighbours(texts, mentions);
    by_stem(texts, mentions);
    unknown_names(texts, mentions);
}

/// A run of adjacent mentions of falling level: each must lie in the one before it.
fn by_chain(text: &str, mentions: &mut [Mention]) {
    let mut first = 0;
    while first < mentions.len() {
        let mut last = first;
        while last + 1 < mentions.len() && follows(text, &mentions[last], &mentions[last + 1]) {
            last += 1;
        }
        if last > first {
            chain(&mut mentions[first..=last]);
        }
        first = last + 1;
    }
}

fn follows(text: &str, one: &Mention, next: &Mention) -> bool {
    let between = &text[one.at.end..next.at.start];
    between.chars().all(|c| c == ' ' || c == '\u{3000}' || c == '·') && one.kind <= next.kind
}

fn chain(run: &mut [Mention]) {
    let mut sets: Vec<Vec<Division>> = Vec::with_capacity(run.len());
    for mention in run.iter() {
        let all: Vec<Division> = mention.source.bearers().collect();
        let inside = sets.iter().rev().find(|set| !set.is_empty()).map(|outer| {
            all.iter()
                .copied()
                .filter(|one| outer.iter().any(|area| one != area && one.is_in(*area)))
                .collect::<Vec<_>>()
        });
        // A chain that the map contradicts resolves nothing below it.
        sets.push(inside.unwrap_or(all));
    }
    for at in (0..run.len().saturating_sub(1)).rev() {
        let inner = sets[at + 1].clone();
        if !inner.is_empty() {
            sets[at].retain(|area| inner.iter().any(|one| one.is_in(*area)));
        }
    }
    for (mention, set) in run.iter_mut().zip(sets) {
        mention.division = only(&set);
    }
}

/// The one division of a set; of an old and a new entry of one name, the current one.
fn only(set: &[Division]) -> Option<Division> {
    if let [one] = set {
        return Some(*one);
    }
    let mut current = set.iter().filter(|one| one.is_listed());
    let one = current.next()?;
    current.next().is_none().then_some(*one)
}

/// Names of cities and counties that only one bears; of short names, the highest bearer counts (朝阳 is the city).
fn by_uniqueness(mentions: &mut [Vec<Mention>]) {
    for mention in mentions.iter_mut().flatten().filter(|mention| mention.division.is_none()) {
        let all: Vec<Division> = mention.source.bearers().collect();
        let level = all.iter().map(|one| one.level()).min();
        mention.division = match mention.source {
            Source::Full(_) if level.is_some_and(|level| level <= Level::County) => only(&all),
            Source::Short(_) => {
                let highest: Vec<Division> =
                    all.into_iter().filter(|one| Some(one.level()) == level).collect();
                only(&highest)
            }
            _ => None,
        };
    }
}

/// Divisions by how recently they were named, the latest last; those long past are forgotten.
#[derive(Debug, Default)]
struct Recent(Vec<Division>);

impl Recent {
    const MOST: usize = 64;

    fn name(&mut self, division: Division) {
        self.0.retain(|one| *one != division);
        if self.0.len() == Self::MOST {
            self.0.remove(0);
        }
        self.0.push(division);
    }
}

/// What the article named before says which bearer is meant: the nearest place that holds just one of them.
fn by_neighbours(texts: &[&str], mentions: &mut [Vec<Mention>]) {
    let mut named = Recent::default();
    mentions.iter().flatten().filter_map(|mention| mention.division).for_each(|one| named.name(one));
    let mut before = Recent::default();
    for (text, mentions) in texts.iter().zip(mentions.iter_mut()) {
        for mention in mentions {
            if let Some(division) = mention.division {
                before.name(division);
                continue;
            }
            let name = mention.at.of(text);
            let all: Vec<Division> = mention.source.bearers().collect();
            // The same name resolved before means the same place.
            let same = before.0.iter().rev().find(|one| all.contains(one)).copied();
            // First what was named before, the nearest first; then the rest of the article.
            let areas = before.0.iter().rev().chain(&named.0).filter(|area| area.level() != Level::Province);
            mention.division = same.or_else(|| {
                areas.flat_map(|area| area.chain().filter(|area| area.level() != Level::Province)).find_map(
                    |area| {
                        let inside: Vec<Division> =
                            all.iter().copied().filter(|one| *one != area && one.is_in(area)).collect();
                        only(&inside)
                    },
                )
            });
            // One bearer in the whole country, of a name long enough to be no coincidence.
            if mention.division.is_none() && named.0.is_empty() && name.chars().count() >= 3 {
                mention.division = only(&all).filter(|one| one.level() <= Level::Town);
            }
            mention.division.into_iter().for_each(|one| before.name(one));
        }
    }
}

/// 支塘 is the 支塘镇 that the article names.
fn by_stem(texts: &[&str], mentions: &mut [Vec<Mention>]) {
    let mut full: HashMap<String, Division> = HashMap::new();
    for (text, mentions) in texts.iter().zip(mentions.iter()) {
        for mention in mentions {
            let name = mention.at.of(text);
            for suffix in ["街道", "镇", "乡"] {
                if let (Some(stem), Some(division)) = (name.strip_suffix(suffix), mention.division) {
                    full.entry(stem.to_owned()).or_insert(division);
                }
            }
        }
    }
    for (text, mentions) in texts.iter().zip(mentions.iter_mut()) {
        for mention in mentions.iter_mut().filter(|mention| matches!(mention.source, Source::Local)) {
            mention.division = full.get(mention.at.of(text)).copied();
        }
    }
}

/// A name that no list has lies in the nearest place above its level that was named before, if the article names one.
fn unknown_names(texts: &[&str], mentions: &mut [Vec<Mention>]) {
    let mut before = Recent::default();
    let mut names: HashMap<Division, String> = HashMap::new();
    let mut known: HashMap<String, String> = HashMap::new();
    for (text, mentions) in texts.iter().zip(mentions.iter_mut()) {
        for mention in mentions {
            let name = mention.at.of(text);
            if let Some(division) = mention.division {
                before.name(division);
                names.entry(division).or_insert_with(|| name.to_owned());
                continue;
            }
            if !matches!(mention.source, Source::Grammar) || mention.kind <= LocalityKind::County {
                continue;
            }
            let least = if mention.kind == LocalityKind::Town { Level::County } else { Level::Town };
            let holder = before
                .0
                .iter()
                .rev()
                .flat_map(|division| division.chain())
                .find(|area| area.level() <= least && area.level() >= Level::County)
                .map(|area| area.full_name(names.get(&area).map_or("", String::as_str)));
            mention.normalized =
                known.get(name).cloned().or_else(|| holder.map(|holder| format!("{holder}{name}")));
            if let Some(full) = &mention.normalized {
                known.insert(name.to_owned(), full.clone());
            }
        }
    }
}
