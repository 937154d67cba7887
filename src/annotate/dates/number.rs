//! Numbers as dates print them: 20, ２０, 二十, 二〇二四.

use crate::annotate::figures::numeral;

/// The characters a number of either kind is made of; the circle and the full-width nought often stand for 〇.
pub const DIGITS: &str = "[0-9０-９]{1,9}|[〇○零一二三四五六七八九十][〇○０零一二三四五六七八九十]{0,4}";

/// Reads a whole number; `None` where the characters make none.
pub fn read(text: &str) -> Option<u32> {
    let is_chinese = text.chars().next().is_some_and(|c| numeral::arabic_digit(c).is_none());
    let text = if is_chinese { text.replace(['○', '０'], "〇") } else { text.to_owned() };
    // 三五 is an estimate, 几十 no number at all.
    let number = numeral::read(&text)
        .filter(|number| !number.is_open && number.high.total_cmp(&number.value).is_le())?;
    format!("{}", number.value).parse().ok()
}

/// Whether a text is in Arabic digits, of either width.
pub fn is_arabic(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| numeral::arabic_digit(c).is_some())
}

/// A whole number in the digits that `model` is printed in.
pub fn like(model: &str, number: u32) -> String {
    let plain = number.to_string();
    if model.chars().any(|c| ('０'..='９').contains(&c)) {
        plain.chars().map(|c| char::from_u32(u32::from(c) - 0x30 + 0xFF10).unwrap_or(c)).collect()
    } else if model.chars().any(|c| "一二三四五六七八九十两".contains(c)) {
        chinese(number).unwrap_or(plain)
    } else {
        plain
    }
}

/// 1–99 in Chinese numerals.
fn chinese(number: u32) -> Option<String> {
    let digit = |n: u32| "零一二三四五六七八九".chars().nth(n as usize);
    let (tens, units) = (number / 10, number % 10);
    let mut text = String::new();
    match tens {
        0 => {}
        1 => text.push('十'),
        2..=9 => text.extend([digit(tens)?, '十']),
        _ => return None,
    }
    if units > 0 {
        text.push(digit(units)?);
    }
    (number > 0).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::{like, read};

    #[test]
    fn numbers_are_read_and_written_in_kind() {
        assert_eq!(read("二十"), Some(20));
        assert_eq!(read("２０"), Some(20));
        assert_eq!(read("二〇二四"), Some(2024));
        assert_eq!(read("二○○一"), Some(2001));
        assert_eq!(read("二００一"), Some(2001));
        assert_eq!(read("三五"), None);
        assert_eq!(
            [like("3", 5), like("３", 12), like("三", 25), like("两", 10)],
            ["5", "１２", "二十五", "十"]
        );
    }
}
