//! How the rules about numerals read an article, and how they offer the right form.

use std::{ops::Range, sync::LazyLock};

use regex::{Captures, Regex};

use crate::{
    annotate::numeral::{arabic_digit, chinese_digit},
    lexicon::measure_word,
    outline::{Block, BlockKind},
    rules::{Applicability, ArticleView, Edit, Finding, Findings, Fix, Words},
    text::Span,
};

/// A block of an article in which a pattern was found.
pub(super) struct Place<'a> {
    view: ArticleView<'a>,
    block: &'a Block,
}

impl<'a> Place<'a> {
    /// The text of the block as it reads.
    pub(super) fn text(&self) -> &'a str {
        self.block.text.as_str()
    }

    /// What stands before an offset.
    pub(super) fn before(&self, at: usize) -> &'a str {
        &self.text()[..at]
    }

    /// What stands behind an offset.
    pub(super) fn behind(&self, at: usize) -> &'a str {
        &self.text()[at..]
    }

    /// Where a range stands in the article.
    pub(super) fn source(&self, at: Range<usize>) -> Span {
        self.block.text.to_source(at.into())
    }

    /// Whether an offset lies between these two marks: inside a title, inside a quotation.
    pub(super) fn is_between(&self, at: usize, open: char, close: char) -> bool {
        let before = self.before(at);
        before.rfind(open).is_some_and(|open| before.rfind(close).is_none_or(|close| close < open))
    }

    /// Whether somebody's own words or a title stand here, which are printed as they were said.
    pub(super) fn is_quoted(&self, at: usize) -> bool {
        self.is_between(at, '“', '”') || self.is_between(at, '《', '》')
    }

    /// Reports a range of the block.
    pub(super) fn report<'f>(
        &self,
        findings: &'f mut Findings<'_>,
        at: Range<usize>,
        words: Words,
    ) -> &'f mut Finding {
        findings.report(self.source(at), words)
    }

    /// A fix that prints `right` instead; none where a break of the line falls inside.
    pub(super) fn fix(&self, at: Range<usize>, right: &str, applicability: Applicability) -> Option<Fix> {
        let span = self.source(at.clone());
        (span.of(self.view.text) == &self.text()[at]).then(|| Fix {
            title: Words::new(format!("改为“{right}”"), format!("Change to “{right}”")),
            applicability,
            edits: vec![Edit { span, text: right.to_owned() }],
        })
    }
}

/// Looks for a pattern in every block that holds one of `words`, so that a pattern is not even compiled for the many
/// drafts that could not match it.
pub(super) fn each<'a>(
    view: &ArticleView<'a>,
    words: &[&str],
    pattern: &LazyLock<Regex>,
    mut found: impl FnMut(&Place<'a>, &Captures<'a>),
) {
    for block in view.article.blocks.iter().filter(|block| block.kind != BlockKind::Note) {
        let text = block.text.as_str();
        if !words.iter().any(|word| text.contains(word)) {
            continue;
        }
        let place = Place { view: *view, block };
        for captures in pattern.captures_iter(text) {
            found(&place, &captures);
        }
    }
}

/// Where a capture stands; empty if it took no part.
pub(super) fn range(captures: &Captures<'_>, name: &str) -> Range<usize> {
    captures.name(name).map_or(0..0, |part| part.range())
}

/// The text of a capture; empty if it took no part.
pub(super) fn part<'a>(captures: &Captures<'a>, name: &str) -> &'a str {
    captures.name(name).map_or("", |part| part.as_str())
}

/// Whether the end of `before` lets a number begin: no digit, point, letter or ordinal belongs to it.
pub(super) fn may_begin(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| {
        !c.is_ascii_alphanumeric()
            && arabic_digit(c).is_none()
            && chinese_digit(c).is_none()
            && !"十百千万亿第.．,-－—–～~/:：·#№".contains(c)
    })
}

/// Whether something is counted or measured: a measure word or a unit follows.
pub(super) fn is_counted(behind: &str) -> bool {
    measure_word::at_start(behind).is_some()
}

/// Whether an Arabic digit of either width stands in a text.
pub(super) fn has_arabic(text: &str) -> bool {
    text.chars().any(|c| arabic_digit(c).is_some())
}

/// A text with its full-width digits, points and signs in half width.
pub(super) fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '．' => '.',
            '％' => '%',
            _ => arabic_digit(c).and_then(|digit| char::from_digit(digit, 10)).unwrap_or(c),
        })
        .collect()
}

/// The number that a text of Arabic digits gives.
pub(super) fn number(text: &str) -> Option<f64> {
    half_width(text).parse().ok()
}

/// A number below a hundred as it is written out: 十四, 二十, 三十五.
pub(super) fn written_out(number: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (usize::try_from(number / 10).ok()?, usize::try_from(number % 10).ok()?);
    match tens {
        0 if ones == 0 => None,
        0 => Some(DIGITS[ones].to_owned()),
        1 => Some(format!("十{}", DIGITS[ones])),
        _ => Some(format!("{}十{}", DIGITS.get(tens)?, DIGITS[ones])),
    }
}

/// A text with each run of Arabic digits written out; `None` where one of them is above 99.
pub(super) fn all_written_out(text: &str) -> Option<String> {
    let mut written = String::new();
    let mut digits = String::new();
    for c in text.chars().map(Some).chain([None]) {
        if let Some(digit) = c.and_then(arabic_digit) {
            digits.push(char::from_digit(digit, 10)?);
            continue;
        }
        if !digits.is_empty() {
            written += &written_out(digits.parse().ok()?)?;
            digits.clear();
        }
        written.extend(c);
    }
    Some(written)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_below_a_hundred_are_written_out() {
        assert_eq!(
            all_written_out("第14届全国人大第３次会议").as_deref(),
            Some("第十四届全国人大第三次会议")
        );
        assert_eq!(written_out(10).as_deref(), Some("十"));
        assert_eq!(written_out(35).as_deref(), Some("三十五"));
        assert_eq!(written_out(100), None);
        assert_eq!(all_written_out("0次"), None);
    }

    #[test]
    fn a_number_does_not_begin_within_another() {
        assert!(may_begin("共有") && may_begin(""));
        assert!(!may_begin("第") && !may_begin("1.") && !may_begin("G") && !may_begin("二十"));
    }
}
