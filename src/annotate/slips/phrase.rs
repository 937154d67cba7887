//! Fixed phrases and idioms with one character wrong, or two neighbours changed over; long phrases with one missing.
//!
//! The wrong character must sound or look like the right one, and what is printed must be no phrase of its own: no word
//! of the dictionary, and not two of them side by side.

use super::{Found, Reading, SlipKind};
use crate::{
    lexicon::{
        confusable::{Confusion, meant_by},
        fixed_phrase, idiom,
    },
    text::{Span, chars::is_han},
};

/// Phrases of at least so many characters are known by all the others, whatever stands for the one.
const LONG: usize = 9;

/// Characters that begin a phrase of the sentence where an idiom begins with another: 以强扶弱 is not 抑强扶弱.
const PREPOSITIONS: &str = "以在再是有和与为于由到自至其而或及就也都已将把被对从向用";

/// Characters that stand for one another in idioms, both spellings being in use, or both in a list of names.
#[rustfmt::skip]
const INTERCHANGEABLE: &[&str] = &[
    "勠戮", "故固", "唯惟维", "作做", "象像", "词辞", "宏鸿弘", "才材", "飞蜚", "是事", "名明", "当挡", "清青", "曼慢",
    "杀煞", "划画", "返反", "必毕", "副符", "厉砺", "摩磨", "漂飘", "联连", "采彩", "戴带", "截捷接", "衷中", "塌踏",
    "原源元", "和与及同", "的地得", "他她它", "账帐", "沉沈", "浑混", "徇循", "吊掉", "枝支", "叹歎", "荣融", "赡瞻",
];

/// Near misses of fixed phrases everywhere, of idioms in running text: headlines pun.
pub(super) fn find(reading: Reading<'_>, is_running: bool) -> Vec<Found> {
    let mut found = fixed(reading);
    if is_running {
        found.extend(idioms(reading));
    }
    found
}

fn fixed(reading: Reading<'_>) -> Vec<Found> {
    let misses = fixed_phrase::near_misses(reading.text).into_iter().filter(|miss| {
        let are_han =
            is_han(miss.written) && is_han(miss.meant) && !is_interchangeable(miss.written, miss.meant);
        let is_long = miss.phrase.chars().count() >= LONG;
        are_han && (is_long || is_mistaken(miss.written, miss.meant)) && !reading.cuts_a_word(miss.at)
    });
    let garbled = fixed_phrase::garbled(reading.text).map(|(at, phrase)| slip(reading.text, at, phrase));
    misses.map(|miss| slip(reading.text, miss.at, miss.phrase)).chain(garbled).collect()
}

fn idioms(reading: Reading<'_>) -> Vec<Found> {
    let text = reading.text;
    let mut found = Vec::new();
    for (index, word) in reading.words.iter().enumerate() {
        let Some((at, count)) = four_characters(reading, index) else { continue };
        // Of one word or two that the dictionary has, a text is a phrase of its own: 在|进一步.
        if count < 3 {
            continue;
        }
        let mut characters = at.of(text).chars();
        let written: [char; 4] = std::array::from_fn(|_| characters.next().unwrap_or_default());
        if !written.iter().all(|c| is_han(*c)) || idiom::is_idiom(written) {
            continue;
        }
        let meant: Vec<_> = idiom::differing_in_one(written)
            .into_iter()
            .filter(|(meant, at)| {
                let (written, meant) = (written[*at], meant[*at]);
                let is_preposition = *at == 0 && PREPOSITIONS.contains(written);
                !is_preposition && !is_interchangeable(written, meant) && is_mistaken(written, meant)
            })
            .collect();
        let meant = match meant.as_slice() {
            [(meant, _)] => Some(*meant),
            [] => in_order(written)
                .filter(|(_, swap)| stand_alone(reading, index, *swap))
                .map(|(meant, _)| meant),
            _ => None,
        };
        debug_assert_eq!(word.at.start, at.start);
        if let Some(meant) = meant.filter(|_| !reading.is_quoted_phrase(at)) {
            found.push(slip(text, at, &String::from_iter(meant)));
        }
    }
    found
}

/// Idioms whose characters are in use in either order.
const EITHER_ORDER: &[&str] = &["不言可喻"];

/// The idiom that is made of the same characters with two neighbours changed over, if there is just one, and the place of
/// the second of the two.
fn in_order(written: [char; 4]) -> Option<([char; 4], usize)> {
    let mut meant = None;
    for at in 1..4 {
        let mut order = written;
        order.swap(at - 1, at);
        if order != written && idiom::is_idiom(order) && meant.replace((order, at)).is_some() {
            return None;
        }
    }
    meant.filter(|_| !EITHER_ORDER.contains(&String::from_iter(written).as_str()))
}

/// Whether the two characters before and at `swap`, counted from the word at `index` on, are words by themselves:
/// 名声|大|噪 says what it says.
fn stand_alone(reading: Reading<'_>, index: usize, swap: usize) -> bool {
    let mut count = 0;
    for word in &reading.words[index..] {
        let length = word.at.of(reading.text).chars().count();
        let is_touched = count <= swap && count + length > swap - 1;
        if is_touched && length > 1 {
            return false;
        }
        count += length;
        if count > swap {
            break;
        }
    }
    true
}

/// The four characters from the word at `index` on, if a word ends with them, and how many words they are.
fn four_characters(reading: Reading<'_>, index: usize) -> Option<(Span, usize)> {
    let start = reading.words[index].at.start;
    let mut count = 0;
    for (nth, word) in reading.words[index..].iter().enumerate().take(4) {
        count += word.at.of(reading.text).chars().count();
        if count >= 4 {
            return (count == 4).then_some((Span::new(start, word.at.end), nth + 1));
        }
    }
    None
}

/// Whether one character may have been typed for the other: they sound the same, or differ by a stroke.
fn is_mistaken(written: char, meant: char) -> bool {
    let looks = |a: char, b: char| meant_by(a).any(|(c, how)| c == b && how == Confusion::LooksAlike);
    sound(written).is_some_and(|one| Some(one) == sound(meant))
        || looks(written, meant)
        || looks(meant, written)
}

/// Whether either may stand for the other.
fn is_interchangeable(a: char, b: char) -> bool {
    INTERCHANGEABLE.iter().any(|group| group.contains(a) && group.contains(b))
}

fn sound(c: char) -> Option<&'static str> {
    pinyin::ToPinyin::to_pinyin(&c).map(pinyin::Pinyin::plain)
}

fn slip(text: &str, at: Span, phrase: &str) -> Found {
    debug_assert_ne!(at.of(text), phrase);
    Found::certain(at, SlipKind::Phrase, phrase)
}
