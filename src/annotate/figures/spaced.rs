//! Numbers whose digits a draft sets apart: 4 0 个 is 40, where no number of the paragraph has digits side by side.

use super::numeral::{self, Number, arabic_digit};

/// How many characters behind the digits are looked at: 余, 万 and a unit are few.
const MOST_BEHIND: usize = 24;

const SPACES: [char; 3] = [' ', '\u{a0}', '\u{2009}'];

/// Whether no two digits of a text stand side by side, so that it may be one that sets all of them apart.
pub(super) fn may_set_apart(text: &str) -> bool {
    let mut was_digit = false;
    text.chars().all(|c| {
        let is_digit = arabic_digit(c).is_some();
        let touches = is_digit && was_digit;
        was_digit = is_digit;
        !touches
    })
}

/// The length of two or more single digits with one space between each two, at the start of `text`; nothing where they
/// go on otherwise (4 0.5, 4 0 12).
pub(super) fn run(text: &str) -> Option<usize> {
    let mut len = 0;
    let mut digits = 0;
    loop {
        let rest = &text[len..];
        let space = if digits == 0 {
            0
        } else {
            rest.chars().next().filter(|c| SPACES.contains(c)).map_or(0, char::len_utf8)
        };
        let digit = rest[space..].chars().next().filter(|&c| arabic_digit(c).is_some());
        match digit {
            Some(digit) if digits == 0 || space > 0 => {
                len += space + digit.len_utf8();
                digits += 1;
            }
            // Two digits side by side are another number.
            Some(_) => return None,
            None => break,
        }
    }
    let goes_on = text[len..].starts_with(['.', '．', ',', '，', '/', ':', '：'])
        && text[len..].chars().nth(1).is_some_and(|c| c == ' ' || arabic_digit(c).is_some());
    (digits > 1 && !goes_on).then_some(len)
}

/// The number that `text` begins with, its digits set apart, with its 余 and 万.
pub(super) fn scan(text: &str) -> Option<Number> {
    let run = run(text)?;
    let digits: String = text[..run].chars().filter(|&c| arabic_digit(c).is_some()).collect();
    let behind = text[run..].char_indices().nth(MOST_BEHIND).map_or(text.len(), |(at, _)| run + at);
    let number = numeral::scan(&format!("{digits}{}", &text[run..behind]))?;
    Some(Number { len: number.len - digits.len() + run, ..number })
}

#[cfg(test)]
mod tests {
    use super::{may_set_apart, run, scan};

    #[test]
    fn digits_with_one_space_between_them_are_one_number() {
        let read = |text: &str| scan(text).map(|number| (number.value, number.len));
        assert_eq!(read("4 0 个"), Some((40.0, 3)));
        assert_eq!(read("4 0余万元"), Some((400_000.0, 9)));
        assert_eq!(read("１ ２ ８人"), Some((128.0, 11)));
    }

    #[test]
    fn other_numbers_side_by_side_are_not() {
        for text in ["4 12个", "4个", "4  0个", "4 0.5个", "4 0 12个"] {
            assert_eq!(run(text), None, "{text}");
        }
        assert!(may_set_apart("2 0 2 4 年有 5 个村") && !may_set_apart("第4 0 个，共12个"));
    }
}
