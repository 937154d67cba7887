//! Rates in 折: 八折 and 7.5折 are tenths of a price, 八五折 and 85折 hundredths. The 折 of an opera are counted.

use super::numeral::{self, Digits, Number};
use crate::lexicon::measure_word;

/// The measure word.
pub(super) const UNIT: &str = "折";

/// Whether so many 折 are a share of a price.
pub(super) fn is_rate(value: f64) -> bool {
    value > 0.0 && value < 10.0
}

/// 八五 of 八五折, which no other measure word makes a number of; 七八折 stays an estimate.
pub(super) fn scan(text: &str) -> Option<Number> {
    let mut characters = text.chars();
    let (tenths, hundredths) = (digit(characters.next()?)?, digit(characters.next()?)?);
    let len = text.len() - characters.as_str().len();
    let is_discount = measure_word::at_start(characters.as_str()) == Some(UNIT);
    // 七八折 and 三五折 are read by the numeral itself.
    if !is_discount || numeral::read(&text[..len]).is_some() {
        return None;
    }
    let value = tenths + hundredths / 10.0;
    Some(Number { value, high: value, step: 0.1, len, digits: Digits::Chinese, scale: 1.0, is_open: false })
}

fn digit(c: char) -> Option<f64> {
    numeral::chinese_digit(c).filter(|&digit| digit > 0).map(f64::from)
}

/// The number in front of 折 as it is meant: 85折 are 8.5, but an opera may have 85 of them.
pub(super) fn meant(number: Number, printed: &str, behind: &str) -> Number {
    let is_hundredths = printed.chars().count() == 2
        && printed.chars().all(|c| numeral::arabic_digit(c).is_some())
        && number.value > 10.0
        && !["戏", "《", "子戏", "大戏"].iter().any(|word| behind.starts_with(word));
    if !is_hundredths {
        return number;
    }
    Number { value: number.value / 10.0, high: number.high / 10.0, step: 0.1, ..number }
}

#[cfg(test)]
mod tests {
    use super::{meant, scan};
    use crate::annotate::figures::numeral;

    #[test]
    fn two_digits_are_tenths_and_hundredths() {
        assert_eq!(scan("八五折优惠").map(|number| (number.value, number.len)), Some((8.5, 6)));
        for text in ["八五个", "七八折", "八五折合", "八折"] {
            assert_eq!(scan(text), None, "{text}");
        }
    }

    #[test]
    fn arabic_hundredths_are_told_from_scenes_of_an_opera() {
        let read =
            |text: &str, behind: &str| numeral::read(text).map(|number| meant(number, text, behind).value);
        assert_eq!(read("85", "优惠"), Some(8.5));
        assert_eq!(read("7.5", "优惠"), Some(7.5));
        assert_eq!(read("9", "优惠"), Some(9.0));
        assert_eq!(read("55", "戏"), Some(55.0));
    }
}
