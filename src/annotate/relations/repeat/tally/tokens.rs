//! Cuts a sentence into the numbers and the wordings that tallies are made of.

use std::{collections::HashMap, sync::LazyLock};

use regex::{Captures, Regex};

use super::{
    super::count::{self, Count},
    Standing,
};
use crate::{
    lexicon::outcome::{NOT_THE_COUNTED, OTHER_WORDS, Outcome, Voice, WAYS_OF_HARM, WORDINGS},
    text::Span,
};

/// A number or a wording in a sentence.
#[derive(Clone, Debug)]
pub struct Token {
    /// Where it stands.
    pub at: Span,
    /// Which of the two.
    pub kind: Kind,
    /// Of a number: what it was found to tell of.
    pub outcomes: Vec<Outcome>,
    /// Of a number: where the wordings stand that were found for it.
    pub reach: Span,
    /// Of a number: what it is in its sentence.
    pub standing: Standing,
}

#[derive(Clone, Debug)]
pub enum Kind {
    Number { count: Count, digits: Span, unit: Unit },
    Wording { outcome: Outcome, voice: Voice },
}

/// What a measure word lets a number count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    People,
    Pieces,
    None,
}

impl Unit {
    /// By its measure word.
    pub fn of(word: &str) -> Self {
        match word {
            "" => Self::None,
            "枚" | "块" => Self::Pieces,
            _ => Self::People,
        }
    }
}

static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    let mut words: Vec<&str> = WORDINGS
        .iter()
        .filter(|(_, voice, _)| *voice != Voice::Bare)
        .flat_map(|(_, _, words)| *words)
        .copied()
        .collect();
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    Regex::new(&format!(
        "(?P<word>{})|(?P<symptoms>出现[^，。；]{{0,8}}症状)\
         |(?P<hospital>送(?:往|到|进|至|去)?[^，。；、]{{0,14}}?(?:医院|诊所|卫生院|救治|治疗|医治|抢救))\
         |(?P<harm>[{WAYS_OF_HARM}](?:死|伤))|(?P<number>{})(?P<bare>[死亡伤金银铜])?",
        words.join("|"),
        count::PATTERN
    ))
    .expect("the pattern is well formed")
});

/// The outcome and voice of each wording.
static OUTCOMES: LazyLock<HashMap<&str, (Outcome, Voice)>> = LazyLock::new(|| {
    WORDINGS
        .iter()
        .flat_map(|(outcome, voice, words)| words.iter().map(|word| (*word, (*outcome, *voice))))
        .collect()
});

/// Numbers and wordings in a sentence.
pub fn read(text: &str, sentence: Span) -> Vec<Token> {
    let content = sentence.of(text);
    let mut tokens = Vec::new();
    let mut from = 0;
    while let Some(found) = TOKEN.captures_at(content, from) {
        let whole = found.get_match();
        from = whole.end();
        if found.name("number").is_some() {
            // What may be a bare wording was only looked at.
            from = found.name("bare").map_or(from, |bare| bare.start());
            tokens.extend(number(content, &found));
            continue;
        }
        let (outcome, voice) = if found.name("hospital").is_some() {
            (Outcome::InHospital, Voice::State)
        } else if found.name("symptoms").is_some() {
            (Outcome::Ill, Voice::State)
        } else if found.name("harm").is_some() {
            let is_death = whole.as_str().ends_with('死');
            (if is_death { Outcome::Dead } else { Outcome::Hurt }, Voice::Act)
        } else {
            OUTCOMES[whole.as_str()]
        };
        let behind = &content[whole.end()..];
        if NOT_THE_COUNTED.iter().any(|word| behind.starts_with(word)) {
            continue;
        }
        tokens.push(Token::new(Span::from(whole.range()), Kind::Wording { outcome, voice }));
    }
    for token in &mut tokens {
        token.at = token.at.shift(sentence.start);
        token.reach = token.reach.shift(sentence.start);
        if let Kind::Number { digits, .. } = &mut token.kind {
            *digits = digits.shift(sentence.start);
        }
    }
    tokens
}

/// A number that may count people or medals, and the bare wording right behind it.
fn number(content: &str, found: &Captures<'_>) -> Vec<Token> {
    let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
    let start = found.get_match().start();
    let end = found.name("bare").map_or(found.get_match().end(), |bare| bare.start());
    let (before, behind) = (&content[..start], &content[end..]);
    let unit = part("unit");
    let outcome = found
        .name("bare")
        .filter(|bare| !content[bare.end()..].starts_with(|c| OTHER_WORDS.contains(c)))
        .map(|bare| OUTCOMES[bare.as_str()]);
    let is_other_word = before.ends_with(|c: char| {
        "第前每初几数好无没逢同".contains(c) || ".．:：-/".contains(c) || c.is_ascii_alphanumeric()
    }) || before.ends_with("没有")
        || match unit {
            "人" => behind.starts_with(|c| "次份均民工大类才士行生为间格物家称".contains(c)),
            "名" => behind.starts_with(|c| "单额次字列".contains(c)),
            "个" => behind.starts_with(|c| "月小多百工".contains(c)) || part("digits") == "一",
            "位" => behind.starts_with(|c| "于数置".contains(c)),
            "口" => behind.starts_with(|c| "井径粮".contains(c)),
            "块" => behind.starts_with(|c| "钱".contains(c)),
            "" => outcome.is_none() || part("digits") == "一" && content[start..].starts_with("一死百了"),
            _ => false,
        };
    let Some(count) = Count::read(found).filter(|_| !is_other_word) else { return Vec::new() };
    let digits = found.name("digits").or(found.name("round")).map_or(start..end, |digits| digits.range());
    let mut tokens = vec![Token::new(
        Span::new(start, end),
        Kind::Number { count, digits: Span::from(digits), unit: Unit::of(unit) },
    )];
    if let (Some((outcome, voice)), Some(bare)) = (outcome, found.name("bare")) {
        // 死亡, 伤亡 and 金牌 are read as words of their own.
        let is_word = WORDINGS
            .iter()
            .flat_map(|(_, voice, words)| words.iter().filter(move |_| *voice != Voice::Bare))
            .any(|word| behind.starts_with(word));
        if !is_word {
            tokens.push(Token::new(Span::from(bare.range()), Kind::Wording { outcome, voice }));
        }
    }
    tokens
}

impl Token {
    /// A token that no other was yet brought together with.
    pub fn new(at: Span, kind: Kind) -> Self {
        Self { at, kind, outcomes: Vec::new(), reach: at, standing: Standing::Whole }
    }

    /// Whether it is a number of what may meet this outcome.
    pub fn counts(&self, outcome: Outcome) -> bool {
        match self.kind {
            Kind::Number { unit: Unit::People, .. } => !outcome.is_medal(),
            Kind::Number { unit: Unit::Pieces, .. } => outcome.is_medal(),
            Kind::Number { unit: Unit::None, .. } => true,
            Kind::Wording { .. } => false,
        }
    }
}
