//! Places in a series that goes on from year to year: 第十二届龙舟节, 第3次会议. They count nothing, and are no quantities.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::{
    Place,
    number::{self, DIGITS},
};
use crate::text::{Span, chars::is_han};

/// How much of the name of a series is kept.
const NAME: usize = 12;

/// What a series counts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OrdinalUnit {
    /// 届: as a rule one a year, or one in several.
    Session,
    /// 次.
    Time,
    /// 期.
    Issue,
}

/// A place in a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ordinal {
    /// 第, number and 届, 次 or 期.
    pub place: Place,
    /// As it reads.
    pub text: String,
    /// The number.
    pub number: u32,
    /// What the series counts by.
    pub unit: OrdinalUnit,
    /// The words behind it that may name the series, up to the next mark.
    pub name: String,
}

static ORDINAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!("第 ?(?P<number>{DIGITS}) ?(?P<unit>[届次期])")).expect("the pattern is well formed")
});

/// The places in series of a block.
pub fn find(text: &str, place: &impl Fn(Span) -> Place) -> Vec<Ordinal> {
    ORDINAL.captures_iter(text).filter_map(|found| read(text, &found, place)).collect()
}

fn read(text: &str, found: &Captures<'_>, place: &impl Fn(Span) -> Place) -> Option<Ordinal> {
    let at = Span::from(found.get_match().range());
    let number = number::read(&found["number"]).filter(|&number| number > 0)?;
    let unit = match &found["unit"] {
        "届" => OrdinalUnit::Session,
        "次" => OrdinalUnit::Time,
        _ => OrdinalUnit::Issue,
    };
    let behind = text[at.end..].trim_start_matches(['“', '《', '"']);
    let name = behind.chars().take(NAME).take_while(|&c| is_han(c) || c.is_ascii_alphanumeric()).collect();
    Some(Ordinal { place: place(at), text: at.of(text).to_owned(), number, unit, name })
}

#[cfg(test)]
mod tests {
    use super::{OrdinalUnit, find};
    use crate::annotate::Place;

    #[test]
    fn places_in_a_series_are_read_with_its_name() {
        let read: Vec<_> =
            find("第十二届“龙舟节”开幕，第 3 次会议召开，第０届，一届", &|at| {
                Place { span: at, block: 0, at }
            })
            .into_iter()
            .map(|ordinal| (ordinal.text, ordinal.number, ordinal.unit, ordinal.name))
            .collect();
        let expected =
            [("第十二届", 12, OrdinalUnit::Session, "龙舟节"), ("第 3 次", 3, OrdinalUnit::Time, "会议召开")];
        assert_eq!(
            read,
            expected.map(|(text, number, unit, name)| (text.to_owned(), number, unit, name.to_owned()))
        );
    }
}
