//! Reads numerals: Arabic (half and full width, grouped, decimal), Chinese (一百二十, 两万五, 廿, 三五百), and the two
//! mixed (3.4万亿, 2万5千), with the words of estimate inside them (40余万, 十几).

use crate::{lexicon::measure_word, text::Span};

/// A number as printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value; of an estimate by two digits (三五百) the lower.
    pub value: f64,
    /// The greatest value it may stand for: more than `value` in 三五百, 40余万, 几十.
    pub high: f64,
    /// The weight of its last printed digit: 1000 for 1.6万, 1 for 127, 0.1 for 9.7.
    pub step: f64,
    /// Its length in bytes, 余, 多, 几, 万 and 亿 included.
    pub len: usize,
    /// In what digits it is printed.
    pub digits: Digits,
    /// The weight of the 万, 亿 … it ends in, or 1.
    pub scale: f64,
    /// Whether 余, 多 or 几 stands in it or behind it.
    pub is_open: bool,
}

/// In what digits a number is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Digits {
    /// 127.
    Arabic,
    /// 一百二十七.
    Chinese,
}

/// Digits beyond which a number is no quantity but a code; `f64` could not tell its neighbours apart.
const MOST_DIGITS: usize = 15;

/// Spaces between a number and what belongs to it.
const SPACES: [char; 3] = [' ', '\u{2009}', '\u{a0}'];

/// Values above this are no quantities that a bulletin could mean.
const MOST: f64 = 1e18;

/// The digit a character stands for, Arabic in either width.
pub fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

/// The digit a Chinese numeral stands for.
pub fn chinese_digit(c: char) -> Option<u32> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The weight of 十, 百, 千, 万, 亿.
pub fn multiplier(c: char) -> Option<f64> {
    Some(match c {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    })
}

/// Whether a number can begin with this character.
pub fn begins_number(c: char) -> bool {
    arabic_digit(c).is_some()
        || chinese_digit(c).is_some()
        || multiplier(c).is_some()
        || matches!(c, '廿' | '卅' | '几' | '数')
}

/// Reads the number that `text` begins with, as far as it goes.
pub fn scan(text: &str) -> Option<Number> {
    let first = text.chars().next()?;
    let number = if arabic_digit(first).is_some() { scan_arabic(text) } else { scan_chinese(text) }?;
    (number.high <= MOST).then_some(number)
}

/// Reads a text that is a number and nothing else.
pub fn read(text: &str) -> Option<Number> {
    scan(text).filter(|number| number.len == text.len())
}

/// Arabic digits, groups of three and decimals, then 余 and 万, then perhaps 5千.
fn scan_arabic(text: &str) -> Option<Number> {
    let (plain, mut len) = arabic_digits(text);
    if plain.len() > MOST_DIGITS {
        return None;
    }
    let printed: f64 = plain.parse().ok()?;
    let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let last_place = 10_f64.powi(-i32::try_from(decimals).ok()?);
    // 40余: of 40 the tens are meant, of 45 the units.
    let rough = if decimals == 0 { trailing_place(printed) } else { last_place };
    let mut is_open = false;
    let mut open_place = rough;
    let take_marker = |len: &mut usize, is_open: &mut bool| {
        if let Some(marker) = marker(&text[*len..]) {
            *len += marker;
            *is_open = true;
        }
    };
    take_marker(&mut len, &mut is_open);
    let (scale, scale_len) = scale_behind(&text[len..]);
    len += scale_len;
    let mut value = printed * scale;
    let mut step = last_place * scale;
    open_place *= scale;
    if scale_len > 0 {
        if decimals > 0 {
            open_place = last_place * scale;
        }
        // 2万5千: the rest weighs less.
        if let Some((rest, rest_len)) = smaller_part(&text[len..], scale) {
            value += rest.value;
            step = rest.step;
            open_place = rest.step;
            len += rest_len;
        }
        if !is_open {
            take_marker(&mut len, &mut is_open);
        }
    }
    let high = if is_open { value + open_place } else { value };
    Some(Number { value, high, step, len, digits: Digits::Arabic, scale, is_open })
}

/// The digits as a parser of numbers wants them, and their length in bytes in `text`.
fn arabic_digits(text: &str) -> (String, usize) {
    let mut plain = String::new();
    let mut len = 0;
    let run = |from: usize| -> usize {
        text[from..].chars().take_while(|&c| arabic_digit(c).is_some()).map(char::len_utf8).sum()
    };
    let digits = |span: Span| span.of(text).chars().filter_map(arabic_digit);
    let push = |plain: &mut String, span: Span| {
        plain.extend(digits(span).filter_map(|digit| char::from_digit(digit, 10)));
    };
    let first = run(0);
    push(&mut plain, Span::new(0, first));
    len += first;
    // Groups of exactly three, behind a first one of up to three.
    if plain.len() <= 3 {
        while let Some(mark) = text[len..].chars().next().filter(|&c| matches!(c, ',' | '，')) {
            let group = run(len + mark.len_utf8());
            let span = Span::new(len + mark.len_utf8(), len + mark.len_utf8() + group);
            if digits(span).count() != 3 {
                break;
            }
            push(&mut plain, span);
            len = span.end;
        }
    }
    if let Some(mark) = text[len..].chars().next().filter(|&c| matches!(c, '.' | '．')) {
        let span = Span::new(len + mark.len_utf8(), len + mark.len_utf8() + run(len + mark.len_utf8()));
        if !span.is_empty() {
            plain.push('.');
            push(&mut plain, span);
            len = span.end;
        }
    }
    (plain, len)
}

/// The weight of the last digit that is not nought: 10 for 40, 100 for 1200.
fn trailing_place(value: f64) -> f64 {
    let mut place = 1.0;
    while value > 0.0 && place * 10.0 <= value && (value / (place * 10.0)).fract() == 0.0 {
        place *= 10.0;
    }
    place
}

/// The length of 余, 多 or 几 at the start of `text`, unless it begins another word.
fn marker(text: &str) -> Option<usize> {
    let c = text.chars().next()?;
    let next = text[c.len_utf8()..].chars().next();
    let is_marker = match c {
        '余' => next != Some('额'),
        '多' => {
            !next.is_some_and(|next| "的少样元次".contains(next)) || next == Some('元') || next == Some('次')
        }
        '几' => true,
        _ => false,
    };
    is_marker.then(|| c.len_utf8())
}

/// The product of the multipliers at the start of `text`, and their length.
fn scale(text: &str) -> (f64, usize) {
    let mut scale = 1.0;
    let mut len = 0;
    for c in text.chars() {
        let Some(weight) = multiplier(c).filter(|_| !is_other_word(&text[len..])) else { break };
        scale *= weight;
        len += c.len_utf8();
    }
    (scale, len)
}

/// [`scale`], also behind a space where a unit follows: 40 万元, but not 5 万达广场.
fn scale_behind(text: &str) -> (f64, usize) {
    let Some(rest) = text.strip_prefix(SPACES) else { return scale(text) };
    let (weight, len) = scale(rest);
    let behind = &rest[len..];
    let behind = &behind[marker(behind).unwrap_or(0)..];
    let behind = behind.strip_prefix(SPACES).unwrap_or(behind);
    let is_followed = len > 0 && measure_word::at_start(behind).is_some();
    if is_followed { (weight, text.len() - rest.len() + len) } else { (1.0, 0) }
}

/// 千克, 千瓦, 千米, 千字, 百分点: the multiplier belongs to the unit.
fn is_other_word(text: &str) -> bool {
    [
        "千克", "千瓦", "千米", "千卡", "千焦", "千赫", "百分", "万象", "千里", "百货", "千伏", "千帕",
        "百帕", "千升",
    ]
    .iter()
    .any(|word| text.starts_with(word))
}

/// What stands behind 2万 in 2万5千, as long as it weighs less.
fn smaller_part(text: &str, than: f64) -> Option<(Number, usize)> {
    let first = text.chars().next()?;
    arabic_digit(first)?;
    let rest = scan_arabic(text)?;
    (rest.scale > 1.0 && rest.scale < than && !rest.is_open).then_some((rest, rest.len))
}

/// Chinese numerals: 一百二十, 两万五, 十六, 二〇二四, 三五百, 几十, 廿五, 三点五万.
fn scan_chinese(text: &str) -> Option<Number> {
    let mut run = String::new();
    for (at, c) in text.char_indices() {
        let is_part = chinese_digit(c).is_some()
            || multiplier(c).is_some() && !is_other_word(&text[at..])
            || matches!(c, '廿' | '卅')
            || matches!(c, '几' | '数') && run.is_empty();
        if !is_part {
            break;
        }
        run.push(c);
    }
    if run.is_empty() {
        return None;
    }
    let mut len = run.len();
    let mut fraction = None;
    if let Some(decimals) = text[len..].strip_prefix('点') {
        let digits: String = decimals.chars().take_while(|&c| chinese_digit(c).is_some()).collect();
        let behind = decimals[digits.len()..].chars().next();
        // 三点五十分 is a time of the day.
        if !digits.is_empty() && behind.is_some_and(|c| "万亿倍个吨元米公亩平级度成".contains(c))
        {
            len += '点'.len_utf8() + digits.len();
            fraction = Some(digits);
        }
    }
    let (mut low, mut high) = chinese_values(&run)?;
    let ends_in = run.chars().next_back().and_then(multiplier).filter(|&weight| weight >= 1e4);
    let mut step = ends_in.unwrap_or(1.0);
    let mut scale_behind = 1.0;
    if let Some(digits) = fraction {
        let place = 10_f64.powi(-i32::try_from(digits.chars().count()).ok()?);
        let rest = digits
            .chars()
            .filter_map(chinese_digit)
            .fold(0.0, |value, digit| value * 10.0 + f64::from(digit))
            * place;
        let (weight, weight_len) = scale(&text[len..]);
        len += weight_len;
        low = (low + rest) * weight;
        high = low;
        step = place * weight;
        scale_behind = weight;
    }
    let mut is_open = false;
    let mut open_place = trailing_place(low);
    if let Some(marker) = marker(&text[len..]) {
        is_open = true;
        len += marker;
        // 十几万, 一百多万: the weight behind the marker belongs to the number.
        let (weight, weight_len) = scale(&text[len..]);
        len += weight_len;
        low *= weight;
        high *= weight;
        step *= weight;
        open_place *= weight;
        scale_behind = weight;
    }
    if is_open {
        high += open_place;
    }
    let scale = ends_in.unwrap_or(1.0) * scale_behind;
    Some(Number { value: low, high, step, len, digits: Digits::Chinese, scale, is_open })
}

/// The least and the greatest value of a run of Chinese numerals.
fn chinese_values(run: &str) -> Option<(f64, f64)> {
    let mut characters: Vec<char> = Vec::new();
    for c in run.chars() {
        match c {
            '廿' => characters.extend(['二', '十']),
            '卅' => characters.extend(['三', '十']),
            _ => characters.push(c),
        }
    }
    // 几十, 数百: any digit from two to nine.
    if let ['几' | '数', rest @ ..] = characters.as_slice() {
        if rest.is_empty() || rest.iter().any(|&c| multiplier(c).is_none()) {
            return None;
        }
        let weight: f64 = rest.iter().filter_map(|&c| multiplier(c)).product();
        return Some((weight, weight * 10.0));
    }
    if characters.len() >= 4 && characters.iter().all(|&c| chinese_digit(c).is_some()) {
        let value = (characters.iter().filter_map(|&c| chinese_digit(c)))
            .fold(0.0, |value, digit| value * 10.0 + f64::from(digit));
        return (characters.len() <= MOST_DIGITS).then_some((value, value));
    }
    // 三五百, 十七八: two digits side by side are an estimate, read once with each.
    let pair = characters.windows(2).position(|pair| {
        let digit = |at: usize| chinese_digit(pair[at]).filter(|&digit| digit > 0);
        matches!((digit(0), digit(1)), (Some(a), Some(b)) if b == a + 1 || (a, b) == (3, 5))
    });
    if let Some(at) = pair {
        let without = |skipped: usize| {
            let mut one = characters.clone();
            one.remove(skipped);
            one
        };
        return Some((chinese_value(&without(at + 1))?, chinese_value(&without(at))?));
    }
    let value = chinese_value(&characters)?;
    Some((value, value))
}

/// The value of Chinese numerals by place.
fn chinese_value(characters: &[char]) -> Option<f64> {
    let (mut total, mut section, mut last_weight) = (0.0, 0.0, 1.0);
    let mut digit: Option<u32> = None;
    let mut is_behind_zero = false;
    for &c in characters {
        if let Some(next) = chinese_digit(c) {
            if digit.is_some() {
                return None;
            }
            if next == 0 && characters.len() > 1 {
                is_behind_zero = true;
            } else {
                digit = Some(next);
            }
            continue;
        }
        let weight = multiplier(c)?;
        if weight >= 1e4 {
            section += digit.take().map_or(0.0, f64::from);
            total = (total + if section == 0.0 && total == 0.0 { 1.0 } else { section }) * weight;
            section = 0.0;
        } else {
            section += f64::from(digit.take().unwrap_or(1)) * weight;
        }
        last_weight = weight;
        is_behind_zero = false;
    }
    if let Some(digit) = digit {
        // 两万五 is 25000, 一百二 is 120; 十五 and 一百零五 end in units.
        let place = if last_weight > 10.0 && !is_behind_zero { last_weight / 10.0 } else { 1.0 };
        section += f64::from(digit) * place;
    } else if is_behind_zero {
        return None;
    }
    Some(total + section)
}

#[cfg(test)]
mod tests {
    use super::{read, scan};

    fn value(text: &str) -> Option<f64> {
        read(text).map(|number| number.value)
    }

    #[test]
    fn arabic_numbers_may_be_wide_grouped_and_decimal() {
        assert_eq!(value("１２７"), Some(127.0));
        assert_eq!(value("12,345"), Some(12345.0));
        assert_eq!(value("９４．９"), Some(94.9));
        assert_eq!(read("1.6").map(|n| (n.value, n.step)), Some((1.6, 0.1)));
        // A comma between two figures is none of their groups.
        assert_eq!(scan("12，345人").map(|n| n.value), Some(12345.0));
        assert_eq!(scan("1984，12人").map(|n| n.value), Some(1984.0));
    }

    #[test]
    fn weights_belong_to_the_number() {
        for (text, expected) in
            [("3.4万亿", 3.4e12), ("1千万", 1e7), ("2万5千", 25000.0), ("6千", 6000.0), ("５００万", 5e6)]
        {
            assert_eq!(value(text), Some(expected), "{text}");
        }
        assert_eq!(scan("20千瓦").map(|n| n.value), Some(20.0));
        assert_eq!(scan("40 万元").map(|n| (n.value, n.len)), Some((4e5, 6)));
        assert_eq!(scan("5 万达广场").map(|n| (n.value, n.len)), Some((5.0, 1)));
    }

    #[test]
    fn chinese_numbers_are_read_by_place() {
        for (text, expected) in [
            ("十六", 16.0),
            ("一百二十", 120.0),
            ("一百零五", 105.0),
            ("一百二", 120.0),
            ("两万五", 25000.0),
            ("三千二百万", 32_000_000.0),
            ("二〇二四", 2024.0),
            ("廿五", 25.0),
            ("三点五万", 35000.0),
            ("百", 100.0),
            ("四", 4.0),
            ("零", 0.0),
        ] {
            assert_eq!(value(text), Some(expected), "{text}");
        }
    }

    #[test]
    fn estimates_are_read_from_the_least_to_the_greatest() {
        let ends = |text: &str| read(text).map(|number| (number.value, number.high));
        for (text, low, high) in [
            ("三五", 3.0, 5.0),
            ("两三百", 200.0, 300.0),
            ("十七八", 17.0, 18.0),
            ("几十", 10.0, 100.0),
            ("十几", 10.0, 20.0),
            ("40余万", 4e5, 5e5),
            ("1.6万多", 16000.0, 17000.0),
            ("1200余", 1200.0, 1300.0),
            ("一千二百余", 1200.0, 1300.0),
            ("一百多万", 1e6, 2e6),
        ] {
            assert_eq!(ends(text), Some((low, high)), "{text}");
        }
    }

    #[test]
    fn what_is_too_long_or_too_great_is_no_number() {
        assert_eq!(scan(&"9".repeat(400)), None);
        assert_eq!(scan("万亿亿亿"), None);
        assert_eq!(scan("零零"), None);
        assert_eq!(scan("千克"), None);
    }
}
