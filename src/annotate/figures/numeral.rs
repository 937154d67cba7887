//! Reads numerals: Arabic (half and full width, grouped, decimal), Chinese, and the two mixed (1.6万).

/// A number as printed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Number {
    /// Its value.
    pub value: f64,
    /// The weight of its last printed digit: 10 for 二十, 1000 for 1.6万, 1 for 127.
    pub last_place: f64,
}

/// The digit a character stands for, Arabic in either width.
pub fn arabic_digit(c: char) -> Option<u32> {
    match c {
        '0'..='9' => Some(c as u32 - '0' as u32),
        '０'..='９' => Some(c as u32 - '０' as u32),
        _ => None,
    }
}

fn chinese_digit(c: char) -> Option<u32> {
    "零一二三四五六七八九".chars().position(|digit| digit == c).map(|at| at as u32).or(match c {
        '〇' => Some(0),
        '两' => Some(2),
        _ => None,
    })
}

fn multiplier(c: char) -> Option<f64> {
    Some(match c {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    })
}

/// The product of the multipliers in `text`: 万亿 is 10¹², an empty text 1.
pub fn scale(text: &str) -> f64 {
    text.chars().filter_map(multiplier).product()
}

/// Reads Arabic digits, with groups and a decimal point, and no other character.
pub fn read_arabic(text: &str) -> Option<Number> {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            ',' | '，' => {}
            '.' | '．' => plain.push('.'),
            _ => plain.push(char::from_digit(arabic_digit(c)?, 10)?),
        }
    }
    let decimals = plain.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    Some(Number { value: plain.parse().ok()?, last_place: 10_f64.powi(-i32::try_from(decimals).ok()?) })
}

/// Reads Chinese numerals: 一百二十, 两万五, 十六, 二〇二四. Two digits side by side (三五, an estimate) are no number
/// unless every character is a digit and there are at least four of them.
pub fn read_chinese(text: &str) -> Option<Number> {
    let characters: Vec<char> = text.chars().collect();
    if characters.iter().all(|&c| chinese_digit(c).is_some()) && characters.len() >= 4 {
        let value = characters
            .iter()
            .filter_map(|&c| chinese_digit(c))
            .fold(0.0, |value, digit| value * 10.0 + f64::from(digit));
        return Some(Number { value, last_place: 1.0 });
    }
    let (mut total, mut section, mut last_place) = (0.0, 0.0, 1.0);
    let mut digit: Option<u32> = None;
    let mut after_zero = false;
    for &c in &characters {
        if let Some(next) = chinese_digit(c) {
            if digit.is_some() {
                return None;
            }
            after_zero = next == 0;
            digit = (next != 0 || characters.len() == 1).then_some(next);
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
        last_place = weight;
        after_zero = false;
    }
    if let Some(digit) = digit {
        // 两万五 is 25000, 一百二 is 120; 十五 and 一百零五 end in units.
        let place =
            if last_place > 10.0 && !after_zero_before_last(&characters) { last_place / 10.0 } else { 1.0 };
        section += f64::from(digit) * place;
        last_place = place;
    }
    if after_zero && characters.len() > 1 {
        return None;
    }
    Some(Number { value: total + section, last_place })
}

fn after_zero_before_last(characters: &[char]) -> bool {
    characters.len() >= 2 && matches!(characters[characters.len() - 2], '零' | '〇')
}

#[cfg(test)]
mod tests {
    use super::{read_arabic, read_chinese, scale};

    fn chinese(text: &str) -> Option<f64> {
        read_chinese(text).map(|number| number.value)
    }

    #[test]
    fn arabic_numbers_may_be_wide_grouped_and_decimal() {
        assert_eq!(read_arabic("１２７").map(|n| n.value), Some(127.0));
        assert_eq!(read_arabic("12,345").map(|n| n.value), Some(12345.0));
        assert_eq!(read_arabic("1.6").map(|n| (n.value, n.last_place)), Some((1.6, 0.1)));
        assert_eq!(read_arabic("十"), None);
    }

    #[test]
    fn chinese_numbers_are_read_by_place() {
        for (text, value) in [
            ("十六", 16.0),
            ("一百二十", 120.0),
            ("一百零五", 105.0),
            ("一百二", 120.0),
            ("两万五", 25000.0),
            ("三千二百万", 32_000_000.0),
            ("二〇二四", 2024.0),
            ("百", 100.0),
            ("四", 4.0),
        ] {
            assert_eq!(chinese(text), Some(value), "{text}");
        }
    }

    #[test]
    fn two_digits_side_by_side_are_an_estimate() {
        assert_eq!(chinese("三五"), None);
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "powers of ten are exact")]
    fn scales_multiply() {
        assert_eq!(scale("万亿"), 1e12);
        assert_eq!(scale(""), 1.0);
    }
}
