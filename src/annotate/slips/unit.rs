//! Units that are not legal ones, and symbols of units in the wrong case, behind a number.

use std::sync::LazyLock;

use regex::Regex;

use super::{Found, SlipKind};
use crate::text::Span;

/// Names no longer in use: the name, the legal one, whether it is wrong wherever it stands.
const NAMES: &[(&str, &str, bool)] = &[
    ("公分", "厘米", true),
    ("公尺", "米", true),
    ("公升", "升", true),
    ("公吨", "吨", true),
    ("公方", "立方米", true),
    ("平米", "平方米", false),
    ("平方", "平方米", false),
    ("立方", "立方米", false),
    ("浬", "海里", true),
    ("哩", "英里", true),
    ("呎", "英尺", true),
    ("吋", "英寸", false),
    ("唡", "盎司", true),
    ("瓩", "千瓦", true),
    ("糎", "厘米", true),
];

/// Symbols in the wrong case, and the right ones.
const SYMBOLS: &[(&str, &str)] = &[
    ("KM", "km"),
    ("Km", "km"),
    ("KG", "kg"),
    ("Kg", "kg"),
    ("CM", "cm"),
    ("Cm", "cm"),
    ("ML", "mL"),
    ("Ml", "mL"),
    ("KW", "kW"),
    ("Kw", "kW"),
    ("KWH", "kWh"),
    ("KWh", "kWh"),
    ("Kwh", "kWh"),
    ("HZ", "Hz"),
    ("hz", "Hz"),
];

static UNIT: LazyLock<Regex> = LazyLock::new(|| {
    let names = NAMES.iter().map(|(name, ..)| *name).collect::<Vec<_>>().join("|");
    let mut symbols: Vec<&str> = SYMBOLS.iter().map(|(symbol, _)| *symbol).collect();
    symbols.sort_by_key(|symbol| std::cmp::Reverse(symbol.len()));
    Regex::new(&format!(
        "[0-9一二三四五六七八九十百千万亿两几余多](?P<name>{names})|[0-9] ?(?P<symbol>{})",
        symbols.join("|")
    ))
    .expect("the pattern is sound")
});

/// What may follow 平方 and 立方 in the name of a legal unit, or makes them something else.
const GOES_ON: &[char] = &[
    '米', '公', '千', '厘', '分', '毫', '微', '英', '市', '海', '尺', '寸', '丈', '里', '根', '和', '差',
    '数', '体', '项',
];

/// Units behind a number that are not to be used, or not so.
pub(super) fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for hit in UNIT.captures_iter(text) {
        if let Some(name) = hit.name("name") {
            let Some(&(unit, right, is_certain)) = NAMES.iter().find(|(unit, ..)| *unit == name.as_str())
            else {
                continue;
            };
            let goes_on = unit.ends_with('方') && text[name.end()..].starts_with(GOES_ON);
            if !goes_on {
                let ground = ("不是法定计量单位", "no legal unit of measurement");
                let slip = Found::certain(Span::from(name.range()), SlipKind::Unit, right);
                found.push(Found { ground, is_certain, ..slip });
            }
        }
        if let Some(symbol) = hit.name("symbol") {
            let Some((_, right)) = SYMBOLS.iter().find(|(wrong, _)| *wrong == symbol.as_str()) else {
                continue;
            };
            // 10KW-3 and ML350 name a product.
            let is_whole = !text[symbol.end()..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '-');
            let digits = text[..symbol.start()]
                .trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
            let is_number = !digits.ends_with(|c: char| c.is_ascii_alphabetic() || c == '-');
            if is_whole && is_number {
                let ground = ("单位符号的大小写有定式", "the case of a symbol is fixed");
                let slip = Found::certain(Span::from(symbol.range()), SlipKind::Unit, *right);
                found.push(Found { ground, is_certain: false, ..slip });
            }
        }
    }
    found
}
