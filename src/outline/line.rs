//! The lines of a bulletin, each with what can be said of it alone.

use crate::text::{
    Span,
    chars::{cannot_begin, is_closing, is_comma, is_han, is_opening, is_space, is_stop, trimmed},
};

use super::{byline, dateline, list};

/// How the text of a line ends, bylines behind the last stop left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// With 。！？… and what closes behind it: a sentence is complete.
    Stop,
    /// With ：, ； or a dash, where a paragraph may end.
    Pause,
    /// With ， or 、: more must follow.
    Comma,
    /// With anything else.
    Open,
}

/// One line that holds something.
#[allow(clippy::struct_excessive_bools, reason = "each says one thing about the line; none excludes another")]
#[derive(Clone, Debug)]
pub struct Line {
    /// The line without indent and trailing space, as offsets into the text.
    pub span: Span,
    /// The same without the byline behind its last stop.
    pub body: Span,
    /// Characters in `span`.
    pub length: usize,
    /// Columns of indent: a full-width space counts two.
    pub indent: usize,
    /// Blank lines before it.
    pub blanks_before: usize,
    /// How `body` ends.
    pub ending: Ending,
    /// Whether a stop stands inside, outside quotation marks, before the end.
    pub has_inner_stop: bool,
    /// Whether a comma, semicolon or stop stands anywhere inside, quotation marks aside.
    pub has_punctuation: bool,
    /// Whether it begins with a mark that belongs to the line before.
    pub begins_closing: bool,
    /// Opening less closing quotation marks and brackets.
    pub open_pairs: i32,
    /// Whether it has any Chinese characters.
    pub has_han: bool,
    /// Bylines on it.
    pub bylines: Vec<super::Byline>,
    /// Whether it holds bylines and nothing else.
    pub is_byline: bool,
    /// Whether those are names without a role, which only their place makes a byline.
    pub is_bare_byline: bool,
    /// The dateline it begins with: 本报讯, 新华社南京3月16日电.
    pub dateline: Option<Span>,
    /// The list mark it begins with.
    pub list_mark: Option<list::Mark>,
}

impl Line {
    /// The line's text.
    pub fn text<'a>(&self, text: &'a str) -> &'a str {
        self.span.of(text)
    }

    /// Whether a sentence may go on from it to the line behind, for all that can be seen without their places.
    pub fn may_go_on(&self, next: &Self) -> bool {
        let is_new = next.dateline.is_some() || next.list_mark.is_some();
        let is_over = matches!(self.ending, Ending::Stop | Ending::Pause) && !self.is_unclosed();
        self.body.end == self.span.end && !is_new && (next.begins_closing || !is_over)
    }

    /// Whether it is text for certain: a sentence ends inside it, or a clause, or a pair is left open.
    pub const fn is_prose(&self) -> bool {
        self.has_inner_stop
            || self.has_punctuation
            || self.is_unclosed()
            || matches!(self.ending, Ending::Comma)
    }

    /// Whether a quotation or bracket is left open, and no sentence ends with it.
    const fn is_unclosed(&self) -> bool {
        self.open_pairs > 0 && !matches!(self.ending, Ending::Stop)
    }

    /// Whether it begins with a dash, as a deck does.
    pub fn is_dashed(&self, text: &str) -> bool {
        self.text(text).starts_with(['—', '―', '─', '–'])
    }
}

/// Reads the lines of a text that hold something.
pub fn read(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut blanks_before = 0;
    let mut start = 0;
    while start < text.len() {
        let end = text[start..].find(['\n', '\r']).map_or(text.len(), |at| start + at);
        let inner = trimmed(&text[start..end]);
        if inner.is_empty() {
            blanks_before += 1;
        } else {
            let indent = text[start..start + inner.start].chars().map(columns).sum();
            lines.push(read_line(text, inner.shift(start), indent, blanks_before));
            blanks_before = 0;
        }
        start = end + line_break_len(&text[end..]);
    }
    lines
}

const fn columns(c: char) -> usize {
    match c {
        '\u{3000}' => 2,
        '\t' => 4,
        _ => 1,
    }
}

fn line_break_len(rest: &str) -> usize {
    if rest.starts_with("\r\n") { 2 } else { usize::from(!rest.is_empty()) }
}

fn read_line(text: &str, span: Span, indent: usize, blanks_before: usize) -> Line {
    let line = span.of(text);
    let found = byline::in_line(line);
    let body = Span::new(span.start, span.start + found.body_end);
    let shape = Shape::of(body.of(text));
    Line {
        span,
        body,
        length: line.chars().count(),
        indent,
        blanks_before,
        ending: ending(body.of(text)),
        has_inner_stop: shape.has_inner_stop,
        has_punctuation: shape.has_punctuation,
        begins_closing: line.starts_with(cannot_begin),
        open_pairs: shape.open_pairs,
        has_han: line.contains(is_han),
        dateline: dateline::of(line).map(|found| found.shift(span.start)),
        list_mark: list::Mark::of(line),
        is_byline: found.is_whole_line,
        is_bare_byline: found.is_bare,
        bylines: found.bylines.into_iter().map(|byline| byline.shift(span.start)).collect(),
    }
}

/// How a text ends, looking through closing marks.
pub fn ending(text: &str) -> Ending {
    let mut marks = text.chars().rev().skip_while(|&c| is_closing(c) || is_space(c));
    match marks.next() {
        Some(c) if is_stop(c) => Ending::Stop,
        Some('：' | ':' | '；' | ';' | '—') => Ending::Pause,
        Some(c) if is_comma(c) => Ending::Comma,
        _ => Ending::Open,
    }
}

/// What the marks inside a line say.
struct Shape {
    has_inner_stop: bool,
    has_punctuation: bool,
    open_pairs: i32,
}

impl Shape {
    fn of(body: &str) -> Self {
        let mut shape = Self { has_inner_stop: false, has_punctuation: false, open_pairs: 0 };
        let mut stop_seen = false;
        for c in body.chars() {
            if is_opening(c) {
                shape.open_pairs += 1;
            } else if is_closing(c) {
                shape.open_pairs -= 1;
            } else if matches!(c, '。' | '；' | ';' | '，' | ',') {
                shape.has_punctuation = true;
            }
            shape.has_inner_stop |= stop_seen && !is_closing(c) && !is_stop(c);
            stop_seen = (stop_seen && is_closing(c)) || (c == '。' && shape.open_pairs <= 0);
        }
        shape
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_and_indents_are_counted() {
        let lines = read("标题\r\n\r\n　　正文，\n\n\n 尾");
        assert_eq!(lines.iter().map(|line| line.blanks_before).collect::<Vec<_>>(), [0, 1, 2]);
        assert_eq!(lines.iter().map(|line| line.indent).collect::<Vec<_>>(), [0, 4, 1]);
        assert_eq!(lines[1].ending, Ending::Comma);
    }

    #[test]
    fn an_ending_looks_through_closing_marks() {
        assert_eq!(ending("他说：“好。”"), Ending::Stop);
        assert_eq!(ending("三条路径："), Ending::Pause);
        assert_eq!(ending("志愿者、"), Ending::Comma);
        assert_eq!(ending("54处核"), Ending::Open);
        assert_eq!(ending("“四个迅速”"), Ending::Open);
    }

    #[test]
    fn a_stop_inside_counts_only_before_the_end_and_outside_quotes() {
        let line = |text: &str| read(text).remove(0);
        assert!(line("迅速动员部署。街道统战干部").has_inner_stop);
        assert!(!line("迅速动员部署。").has_inner_stop);
        assert!(!line("“好。就这样。”他说").has_inner_stop);
    }
}
