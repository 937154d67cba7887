//! A few lines of the source with marks under them that line up, whatever the width of the characters.
//!
//! A paragraph of a bulletin is one line of hundreds of characters, so only what stands around the marks is shown.

use std::{collections::BTreeMap, fmt::Write as _};

use unicode_width::UnicodeWidthChar;

use super::{Positions, style};
use crate::text::Span;

/// How many characters are shown on either side of the place that the finding is about.
const CONTEXT: usize = 25;

/// How many on either side of a place that belongs to it.
const RELATED_CONTEXT: usize = 8;

/// How many characters of a long place are shown at each of its ends.
const LONG_END: usize = 24;

/// What is left out must be longer than this to be worth an ellipsis.
const SHORTEST_GAP: usize = 4;

/// What is printed for the characters left out.
const ELLIPSIS: char = '…';

/// A place to be marked.
#[derive(Clone, Copy, Debug)]
pub struct Mark {
    /// Where; an empty span is a place between two characters.
    pub span: Span,
    /// Whether it is what the finding is about, or only belongs to it.
    pub primary: bool,
}

/// The lines of `text` around `marks`, with the marks under them; `style` is that of the primary mark.
pub fn excerpt(text: &str, positions: &Positions<'_>, marks: &[Mark], style: anstyle::Style) -> String {
    let lines = lines(text, positions, marks);
    let gutter = lines.keys().next_back().map_or(1, |last| last.to_string().len());
    let number = style::GUTTER;
    let mut out = format!("{number}{:gutter$} |{number:#}\n", "");
    let mut previous = None;
    for (&line, marks) in &lines {
        if previous.is_some_and(|previous| previous + 1 < line) {
            let _ = writeln!(out, "{number}...{number:#}");
        }
        previous = Some(line);
        let (source, under) = Row::of(text, positions.line(line).unwrap_or_default(), marks).render(style);
        let space = if source.is_empty() { "" } else { " " };
        let _ = writeln!(out, "{number}{line:>gutter$} |{number:#}{space}{source}");
        let _ = writeln!(out, "{number}{:gutter$} |{number:#} {under}", "");
    }
    out
}

/// The marks on each line; of a mark over several lines, those on its first and its last.
fn lines(text: &str, positions: &Positions<'_>, marks: &[Mark]) -> BTreeMap<usize, Vec<Mark>> {
    let mut lines: BTreeMap<usize, Vec<Mark>> = BTreeMap::new();
    for mark in marks {
        let [first, last] = positions.lines(mark.span);
        let ends = if first == last { vec![first] } else { vec![first, last] };
        for line in ends {
            let Some(place) = positions.line(line) else { continue };
            let span = Span::new(
                mark.span.start.clamp(place.start, place.end),
                mark.span.end.clamp(place.start, place.end),
            );
            // A span that goes on to the next line may take nothing but the line break of this one.
            if first == last || !span.of(text).trim().is_empty() || line == first {
                lines.entry(line).or_default().push(Mark { span, ..*mark });
            }
        }
    }
    lines
}

/// One line of the source and what of it is shown.
struct Row<'a> {
    text: &'a str,
    line: Span,
    marks: &'a [Mark],
    /// In order, apart from one another.
    shown: Vec<Span>,
}

impl<'a> Row<'a> {
    fn of(text: &'a str, line: Span, marks: &'a [Mark]) -> Self {
        let back = |from: usize, count| {
            let before = &text[line.start..from];
            before.char_indices().rev().nth(count - 1).map_or(line.start, |(at, _)| line.start + at)
        };
        let ahead = |from: usize, count| {
            text[from..line.end].char_indices().nth(count).map_or(line.end, |(at, _)| from + at)
        };
        let mut wanted = Vec::new();
        for mark in marks {
            let context = if mark.primary { CONTEXT } else { RELATED_CONTEXT };
            let Span { start, end } = mark.span;
            wanted.push(Span::new(back(start, context), ahead(start, LONG_END).min(end)));
            wanted.push(Span::new(back(end, LONG_END).max(start), ahead(end, context)));
        }
        wanted.sort();
        let mut shown: Vec<Span> = Vec::new();
        for span in wanted {
            match shown.last_mut() {
                Some(last) if span.start <= ahead(last.end, SHORTEST_GAP) => {
                    last.end = last.end.max(span.end);
                }
                _ => shown.push(span),
            }
        }
        if let Some(first) = shown.first_mut()
            && first.start <= ahead(line.start, SHORTEST_GAP)
        {
            first.start = line.start;
        }
        if let Some(last) = shown.last_mut()
            && last.end >= back(line.end, SHORTEST_GAP)
        {
            last.end = line.end;
        }
        Self { text, line, marks, shown }
    }

    /// The line as shown, and the marks under it.
    fn render(&self, style: anstyle::Style) -> (String, String) {
        let mut source = String::new();
        let mut under = Underline { text: String::new(), style, current: Under::Nothing };
        let mut at = self.line.start;
        for span in &self.shown {
            if span.start > at {
                source.push(ELLIPSIS);
                under.push(self.under(Span::new(at, span.start)), ELLIPSIS.width().unwrap_or(1));
            }
            for (offset, c) in span.of(self.text).char_indices() {
                let start = span.start + offset;
                let under_c = self.under(Span::new(start, start + c.len_utf8()));
                // Indents are cut: they tell nothing, and would push the excerpt aside.
                if start < self.first_visible() && under_c == Under::Nothing {
                    continue;
                }
                let shown = printable(c);
                source.push_str(shown.as_str());
                under.push(under_c, shown.width);
            }
            at = span.end;
        }
        if at < self.line.end {
            source.push(ELLIPSIS);
            under.push(self.under(Span::new(at, self.line.end)), ELLIPSIS.width().unwrap_or(1));
        } else if let Some(mark) = self.marks.iter().find(|mark| mark.span.is_empty() && mark.span.end == at)
        {
            under.push(if mark.primary { Under::Primary } else { Under::Related }, 1);
        }
        (source, under.finish())
    }

    fn first_visible(&self) -> usize {
        let line = self.line.of(self.text);
        self.line.end - line.trim_start().len()
    }

    /// What stands under a stretch of the line: the mark that covers it, or that points to its start.
    fn under(&self, stretch: Span) -> Under {
        let covers = |mark: &&Mark| {
            mark.span.contains(stretch) || (mark.span.is_empty() && mark.span.start == stretch.start)
        };
        match self.marks.iter().filter(covers).map(|mark| mark.primary).max() {
            Some(true) => Under::Primary,
            Some(false) => Under::Related,
            None => Under::Nothing,
        }
    }
}

/// What stands under a character.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Under {
    Nothing,
    Related,
    Primary,
}

/// The line of marks, with a style around each run of them.
struct Underline {
    text: String,
    style: anstyle::Style,
    current: Under,
}

impl Underline {
    fn push(&mut self, under: Under, width: usize) {
        if self.current != under {
            self.switch(under);
        }
        let mark = match under {
            Under::Nothing => ' ',
            Under::Related => '-',
            Under::Primary => '^',
        };
        self.text.extend(std::iter::repeat_n(mark, width));
    }

    fn switch(&mut self, under: Under) {
        let style = |under| match under {
            Under::Nothing => None,
            Under::Related => Some(style::GUTTER),
            Under::Primary => Some(self.style),
        };
        let (old, new) = (style(self.current), style(under));
        if let Some(old) = old {
            let _ = write!(self.text, "{old:#}");
        }
        if let Some(new) = new {
            let _ = write!(self.text, "{new}");
        }
        self.current = under;
    }

    fn finish(mut self) -> String {
        self.switch(Under::Nothing);
        self.text.truncate(self.text.trim_end_matches(' ').len());
        self.text
    }
}

/// A character as it can be printed, and the columns it takes.
struct Printable {
    text: [u8; 4],
    len: usize,
    width: usize,
}

impl Printable {
    fn as_str(&self) -> &str {
        str::from_utf8(&self.text[..self.len]).unwrap_or_default()
    }
}

/// Control and formatting characters would move what is printed, or talk to the terminal: a picture stands for them.
fn printable(c: char) -> Printable {
    let c = match c {
        '\t' => ' ',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or(c),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
        | '\u{feff}' => char::REPLACEMENT_CHARACTER,
        _ => c,
    };
    let mut text = [0; 4];
    let len = c.encode_utf8(&mut text).len();
    Printable { text, len, width: c.width().unwrap_or(0) }
}

/// A stretch of source on one line of output: cut in the middle if it is long.
pub fn quote(text: &str) -> String {
    let count = text.chars().count();
    if count <= 2 * LONG_END {
        return visible(text.chars());
    }
    let head = visible(text.chars().take(LONG_END));
    let tail = visible(text.chars().skip(count - LONG_END));
    format!("{head}{ELLIPSIS}{tail}")
}

/// Characters as they can be printed on one line.
pub fn visible(text: impl Iterator<Item = char>) -> String {
    text.map(|c| printable(c).as_str().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The excerpt for places of a text: the first is what the finding is about.
    fn shown(text: &str, places: &[&str]) -> String {
        let mark = |(at, place): (usize, &&str)| {
            let start = text.find(*place).expect("the place is in the text");
            Mark { span: Span::new(start, start + place.len()), primary: at == 0 }
        };
        let marks: Vec<_> = places.iter().enumerate().map(mark).collect();
        render(text, &marks)
    }

    fn render(text: &str, marks: &[Mark]) -> String {
        let styled = excerpt(text, &Positions::new(text), marks, anstyle::Style::new());
        anstream::adapter::strip_str(&styled).to_string()
    }

    #[test]
    fn marks_line_up_under_wide_and_narrow_characters() {
        insta::assert_snapshot!(shown("标题\n　　组织志愿者12名、党员20名,共计30人参加。", &["30人", "12名", "20名"]), @r"
          |
        2 | 组织志愿者12名、党员20名,共计30人参加。
          |           ----      ----     ^^^^
        ");
    }

    #[test]
    fn a_long_line_is_cut_around_the_marks() {
        let text = format!("{}误{}另{}", "甲".repeat(200), "乙".repeat(100), "丙".repeat(300));
        insta::assert_snapshot!(shown(&text, &["误", "另"]), @r"
          |
        1 | …甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲甲误乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙乙…乙乙乙乙乙乙乙乙另丙丙丙丙丙丙丙丙…
          |                                                    ^^                                                                   --
        ");
    }

    #[test]
    fn a_long_place_is_cut_in_its_middle() {
        let long = "长".repeat(80);
        insta::assert_snapshot!(shown(&format!("前{long}后"), &[&long]), @r"
          |
        1 | 前长长长长长长长长长长长长长长长长长长长长长长长长…长长长长长长长长长长长长长长长长长长长长长长长长后
          |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
        ");
    }

    #[test]
    fn a_place_over_several_lines_shows_its_first_and_its_last() {
        insta::assert_snapshot!(shown("在54处核\r\n\r\n酸检测点服务", &["核\r\n\r\n酸"]), @r"
          |
        1 | 在54处核
          |       ^^
        ...
        3 | 酸检测点服务
          | ^^
        ");
    }

    #[test]
    fn a_place_without_length_is_pointed_at() {
        let text = "上一行\n志愿服务";
        let at = |offset| [Mark { span: Span::new(offset, offset), primary: true }];
        insta::assert_snapshot!(render(text, &at(text.len())), @r"
          |
        2 | 志愿服务
          |         ^
        ");
        insta::assert_snapshot!(render(text, &at(text.find("愿").unwrap())), @r"
          |
        2 | 志愿服务
          |   ^^
        ");
        insta::assert_snapshot!(render("", &at(0)), @r"
          |
        1 |
          | ^
        ");
    }

    #[test]
    fn characters_that_move_the_cursor_are_shown_as_pictures() {
        insta::assert_snapshot!(shown("甲\u{1b}[31m乙\t\u{202e}丙误", &["误"]), @r"
          |
        1 | 甲␛[31m乙 �丙误
          |              ^^
        ");
    }

    #[test]
    fn a_quote_keeps_both_ends() {
        assert_eq!(quote("甲\n乙"), "甲␊乙");
        let long = quote(&format!("头{}尾", "中".repeat(1000)));
        assert_eq!(long.chars().count(), 2 * LONG_END + 1);
        assert!(long.starts_with("头中") && long.ends_with("中尾"));
    }
}
