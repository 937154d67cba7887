//! The values of a configuration that have to be of some form: words, dates, rules.

use std::borrow::Cow;

use jiff::civil;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{
        Error, MapAccess, SeqAccess, Visitor,
        value::{MapAccessDeserializer, SeqAccessDeserializer},
    },
};
use toml::Spanned;

use super::error::{both, both_at};
use crate::{check::RulePattern, rules::Words};

/// A word or a name; never blank.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word(pub String);

impl<'de> Deserialize<'de> for Word {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // The parser knows the place of a list, but not of what is in it, unless it is asked for.
        let word = Spanned::<String>::deserialize(deserializer)?;
        if word.get_ref().trim().is_empty() {
            return Err(D::Error::custom(both_at(&blank(), word.span().start)));
        }
        Ok(Self(word.into_inner()))
    }
}

fn blank() -> Words {
    Words::new("这里不能为空", "this must not be blank")
}

impl JsonSchema for Word {
    fn schema_name() -> Cow<'static, str> {
        "Word".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "pattern": "\\S"})
    }
}

/// A word, or several.
#[derive(Clone, Debug, JsonSchema)]
#[schemars(untagged)]
pub enum OneOrMany {
    /// One.
    One(Word),
    /// Several.
    Many(Vec<Word>),
}

impl<'de> Deserialize<'de> for OneOrMany {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(OneOrManyVisitor)
    }
}

struct OneOrManyVisitor;

impl<'de> Visitor<'de> for OneOrManyVisitor {
    type Value = OneOrMany;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a word, or several in brackets")
    }

    fn visit_str<E: Error>(self, word: &str) -> Result<OneOrMany, E> {
        if word.trim().is_empty() {
            return Err(E::custom(both(&blank())));
        }
        Ok(OneOrMany::One(Word(word.to_owned())))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<OneOrMany, A::Error> {
        Vec::deserialize(SeqAccessDeserializer::new(list)).map(OneOrMany::Many)
    }
}

impl OneOrMany {
    /// The words.
    pub fn words(&self) -> &[Word] {
        match self {
            Self::One(word) => std::slice::from_ref(word),
            Self::Many(words) => words,
        }
    }
}

/// A day, as a date of TOML or as a string.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Date(pub civil::Date);

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(DateVisitor)
    }
}

struct DateVisitor;

impl<'de> Visitor<'de> for DateVisitor {
    type Value = Date;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a date such as 2026-03-13")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Date, E> {
        text.parse().map_or_else(|_| Err(no_date()), day)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Date, A::Error> {
        toml::value::Datetime::deserialize(MapAccessDeserializer::new(map)).and_then(day)
    }
}

fn day<E: Error>(at: toml::value::Datetime) -> Result<Date, E> {
    let toml::value::Datetime { date: Some(date), time: None, offset: None } = at else {
        return Err(no_date());
    };
    let number = |number: u8| i8::try_from(number).unwrap_or_default();
    let year = i16::try_from(date.year).unwrap_or_default();
    civil::Date::new(year, number(date.month), number(date.day)).map(Date).map_err(|_| no_date())
}

fn no_date<E: Error>() -> E {
    E::custom(both(&Words::new("这里应是日期，如 2026-03-13", "a date such as 2026-03-13 is wanted")))
}

impl JsonSchema for Date {
    fn schema_name() -> Cow<'static, str> {
        "Date".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "format": "date"})
    }
}

impl<'de> Deserialize<'de> for RulePattern {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = Spanned::<String>::deserialize(deserializer)?;
        name.get_ref().parse().map_err(|words| D::Error::custom(both_at(&words, name.span().start)))
    }
}

impl Serialize for RulePattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl JsonSchema for RulePattern {
    fn schema_name() -> Cow<'static, str> {
        "Rules".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({"type": "string", "enum": Self::names().collect::<Vec<_>>()})
    }
}
