//! Phrases whose wording is laid down: names of theories, systems and bodies, and slogans of the united front.
//!
//! Tabulated by hand from the charters of the Communist Party and of the CPPCC and from the names of the eight parties;
//! one a line in `data/words/fixed_phrases.txt`.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::word;
use crate::text::{Span, chars::is_han};

static TABLE: &str = include_str!("data/words/fixed_phrases.txt");

/// The halves of every phrase in one automaton: where one character is wrong, one half is whole.
static HALVES: LazyLock<(AhoCorasick, Vec<Half>)> = LazyLock::new(|| {
    let halves: Vec<Half> = TABLE.lines().flat_map(Half::of).collect();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::Standard)
        .build(halves.iter().map(|half| half.at.of(half.phrase)))
        .expect("the table is small");
    (automaton, halves)
});

/// Phrases of at least so many characters are known with one of them missing.
const LONG: usize = 7;

/// Characters that may be missing without fault: particles, and 化, which makes another word of the same sense.
const DISPENSABLE: &str = "的和与化";

/// Phrases with two neighbours in the wrong order or a character missing, each with the phrase.
static GARBLED: LazyLock<(AhoCorasick, Vec<(String, &'static str)>)> = LazyLock::new(|| {
    let forms = TABLE.lines().flat_map(|phrase| {
        let characters: Vec<char> = phrase.chars().collect();
        swapped(&characters).into_iter().chain(shortened(&characters)).map(move |form| (form, phrase))
    });
    // What is part of a phrase is right: 人民民主 in 全过程人民民主.
    let forms: Vec<_> =
        forms.filter(|(form, _)| !TABLE.lines().any(|phrase| phrase.contains(form.as_str()))).collect();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(forms.iter().map(|(form, _)| form))
        .expect("the table is small");
    (automaton, forms)
});

/// The phrase with two neighbours changed over.
fn swapped(characters: &[char]) -> Vec<String> {
    let pairs = (1..characters.len()).filter(|&at| {
        let (one, other) = (characters[at - 1], characters[at]);
        one != other && is_han(one) && is_han(other)
    });
    pairs
        .map(|at| {
            let mut form = characters.to_vec();
            form.swap(at - 1, at);
            form.into_iter().collect()
        })
        .collect()
}

/// A long phrase without one of its inner characters, where those beside it do not make a word in its place.
fn shortened(characters: &[char]) -> Vec<String> {
    if characters.len() < LONG {
        return Vec::new();
    }
    let inner = (1..characters.len() - 1).filter(|&at| {
        let left_out = characters[at];
        is_han(left_out)
            && !DISPENSABLE.contains(left_out)
            && !word::is_word(&String::from_iter([characters[at - 1], characters[at + 1]]))
    });
    inner.map(|at| characters[..at].iter().chain(&characters[at + 1..]).collect()).collect()
}

/// The phrases in a text with two neighbours in the wrong order or a character missing.
pub fn garbled(text: &str) -> impl Iterator<Item = (Span, &'static str)> {
    let (automaton, forms) = &*GARBLED;
    automaton.find_iter(text).map(|found| (Span::from(found.range()), forms[found.pattern().as_usize()].1))
}

/// One half of a phrase.
#[derive(Clone, Copy, Debug)]
struct Half {
    phrase: &'static str,
    at: Span,
}

impl Half {
    fn of(phrase: &'static str) -> [Self; 2] {
        let middle = phrase.chars().count() / 2;
        let cut = phrase.char_indices().nth(middle).map_or(phrase.len(), |(at, _)| at);
        [Span::new(0, cut), Span::new(cut, phrase.len())].map(|at| Self { phrase, at })
    }
}

/// A text that is a fixed phrase but for one character.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NearMiss {
    /// Where it stands.
    pub at: Span,
    /// The phrase.
    pub phrase: &'static str,
    /// The character that stands there.
    pub written: char,
    /// The character of the phrase.
    pub meant: char,
}

/// The near misses in a text; those that overlap are all told.
pub fn near_misses(text: &str) -> Vec<NearMiss> {
    let (automaton, halves) = &*HALVES;
    automaton
        .find_overlapping_iter(text)
        .filter_map(|found| near_miss(text, found.start(), halves[found.pattern().as_usize()]))
        .collect()
}

/// Compares what stands around a half that was found with the other half.
fn near_miss(text: &str, start: usize, half: Half) -> Option<NearMiss> {
    let count = |part: &str| part.chars().count();
    let end = start + half.at.len();
    let at = if half.at.start == 0 {
        let rest = count(&half.phrase[half.at.end..]);
        let taken = text[end..].char_indices().nth(rest).map_or(text.len(), |(at, _)| end + at);
        Span::new(start, taken)
    } else {
        let rest = count(&half.phrase[..half.at.start]);
        let (from, _) = text[..start].char_indices().rev().nth(rest - 1)?;
        Span::new(from, end)
    };
    let written = at.of(text);
    if count(written) != count(half.phrase) {
        return None;
    }
    let mut differing = written.chars().zip(half.phrase.chars()).filter(|(written, meant)| written != meant);
    let (written, meant) = differing.next()?;
    differing.next().is_none().then_some(NearMiss { at, phrase: half.phrase, written, meant })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_is_found_with_its_characters_out_of_order_or_missing() {
        let phrases = |text| garbled(text).map(|(_, phrase)| phrase).collect::<Vec<_>>();
        assert_eq!(phrases("铸牢中华民共族同体意识"), ["铸牢中华民族共同体意识"]);
        assert_eq!(phrases("筑牢中华民族共体意识"), ["中华民族共同体意识"]);
        assert_eq!(phrases("发展全程过人民民主"), ["全过程人民民主"]);
        for phrase in TABLE.lines() {
            assert_eq!(phrases(phrase), Vec::<&str>::new(), "{phrase}");
        }
    }

    #[test]
    fn a_phrase_is_found_whichever_character_is_wrong() {
        for phrase in TABLE.lines() {
            assert!(phrase.chars().count() >= 4, "{phrase} is too short");
            for (at, c) in phrase.char_indices() {
                let written = format!("在{}〇{}的", &phrase[..at], &phrase[at + c.len_utf8()..]);
                assert!(
                    near_misses(&written).iter().any(|miss| miss.phrase == phrase && miss.meant == c),
                    "{written}"
                );
            }
            assert!(near_misses(phrase).iter().all(|miss| miss.phrase != phrase));
        }
    }
}
