//! Writes another value the way a figure is printed: its digits, width, groups, decimals, 万 and 亿.

use super::{Figure, numeral, sign::MINUS};

/// How many decimals more than printed are shown where the value needs them.
const MORE_DECIMALS: usize = 2;

impl Figure {
    /// The text of the whole figure with another number in it: 3.62万元 for 31200 becomes 3.12万元. `None` where the
    /// number cannot be written in this form.
    pub fn restated(&self, value: f64) -> Option<String> {
        let start = self.number.start - self.place.at.start;
        let end = self.number.end - self.place.at.start;
        let printed = &self.text[start..end];
        let digits = printed.strip_prefix(MINUS).unwrap_or(printed);
        let minus = &printed[..printed.len() - digits.len()];
        // 零下5℃ stays below nought, and a rise of prices is no fall.
        let size = if self.value < 0.0 { -value } else { value };
        let number = restated_number(digits, size)?;
        // 三分之二 and ranges carry more than one number.
        (self.ends.is_none()).then(|| format!("{}{minus}{number}{}", &self.text[..start], &self.text[end..]))
    }
}

/// Another number in the form of a printed one, which has no sign. `None` where it cannot be written so, and for 余, 多 and 几.
pub fn restated_number(printed: &str, value: f64) -> Option<String> {
    if !value.is_finite() || value < 0.0 {
        return None;
    }
    let number = numeral::read(printed).filter(|number| !number.is_open)?;
    match number.digits {
        numeral::Digits::Arabic => restated_arabic(printed, value),
        numeral::Digits::Chinese => chinese(value),
    }
}

fn restated_arabic(printed: &str, value: f64) -> Option<String> {
    let digits_end = printed
        .rfind(|c| numeral::arabic_digit(c).is_some())
        .map(|at| at + printed[at..].chars().next().map_or(0, char::len_utf8))?;
    let (digits, scale_text) = printed.split_at(digits_end);
    let scale: f64 = scale_text.chars().filter_map(numeral::multiplier).product();
    let decimals = digits.chars().rev().position(|c| matches!(c, '.' | '．')).unwrap_or(0);
    let scaled = value / scale;
    let decimals = (decimals..=decimals + MORE_DECIMALS).find(|&decimals| {
        let rounded: f64 = format!("{scaled:.decimals$}").parse().unwrap_or(f64::NAN);
        (rounded - scaled).abs() <= scaled.abs() * 1e-9
    });
    let decimals =
        decimals.unwrap_or_else(|| digits.chars().rev().position(|c| matches!(c, '.' | '．')).unwrap_or(0));
    let mut plain = format!("{scaled:.decimals$}");
    if digits.contains([',', '，']) {
        plain = grouped(&plain);
    }
    if digits.chars().any(|c| ('０'..='９').contains(&c)) {
        plain = plain.chars().map(full_width).collect();
    }
    Some(plain + scale_text)
}

fn grouped(plain: &str) -> String {
    let (whole, decimals) = plain.split_once('.').map_or((plain, None), |(whole, rest)| (whole, Some(rest)));
    let mut grouped = String::new();
    for (at, c) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(c);
    }
    decimals.map_or(grouped.clone(), |decimals| format!("{grouped}.{decimals}"))
}

fn full_width(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(c as u32 - '0' as u32 + '０' as u32).unwrap_or(c),
        '.' => '．',
        ',' => '，',
        other => other,
    }
}

/// A whole number below ten thousand in Chinese numerals, as it stands before a measure word: 两, 十二, 一百零五.
fn chinese(value: f64) -> Option<String> {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    // Up to here a whole number is written without a fraction, so that it can be read back as one.
    let whole: usize = (0.0..10_000.0).contains(&value).then(|| value.to_string().parse().ok())??;
    if whole == 2 {
        return Some("两".to_owned());
    }
    if whole < 10 {
        return Some(DIGITS[whole].to_string());
    }
    let mut written = String::new();
    let mut has_gap = false;
    for (weight, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = whole / weight % 10;
        if digit == 0 {
            has_gap = !written.is_empty();
            continue;
        }
        if has_gap {
            written.push('零');
            has_gap = false;
        }
        if !(weight == 10 && digit == 1 && written.is_empty()) {
            written.push(DIGITS[digit]);
        }
        written.push_str(name);
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::restated_number;

    #[test]
    fn a_number_keeps_the_form_it_is_printed_in() {
        for (printed, value, expected) in [
            ("30", 32.0, "32"),
            ("3.62万", 31200.0, "3.12万"),
            ("12,345", 23456.0, "23,456"),
            ("９８", 102.0, "１０２"),
            ("21.5", 21.4, "21.4"),
            ("2亿", 250_000_000.0, "2.5亿"),
            ("二十", 32.0, "三十二"),
            ("三", 2.0, "两"),
            ("一百", 105.0, "一百零五"),
            ("十", 12.0, "十二"),
        ] {
            assert_eq!(restated_number(printed, value).as_deref(), Some(expected), "{printed} {value}");
        }
    }

    #[test]
    fn what_cannot_be_written_so_is_not_written() {
        assert_eq!(restated_number("三", 2.5), None);
        assert_eq!(restated_number("40余万", 5e5), None);
        assert_eq!(restated_number("3", f64::INFINITY), None);
    }
}
