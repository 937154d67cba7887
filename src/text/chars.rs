//! The classes of characters a bulletin is read by.

/// A Chinese character, 〇 included.
pub const fn is_han(c: char) -> bool {
    matches!(c,
        '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{323af}' | '\u{f900}'..='\u{faff}' | '〇' | '々')
}

/// White space within a line, the full-width and the no-break space included.
pub fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{feff}')
}

/// A mark that ends a sentence.
pub const fn is_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?' | '…' | '．')
}

/// A mark that ends a clause but not the sentence: the comma, the enumeration comma, their half-width forms.
pub const fn is_comma(c: char) -> bool {
    matches!(c, '，' | '、' | ',')
}

/// A mark that opens a pair.
pub const fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '（' | '(' | '《' | '〈' | '【' | '〔' | '［' | '[' | '「' | '『' | '{')
}

/// A mark that closes a pair.
pub const fn is_closing(c: char) -> bool {
    matches!(c, '”' | '’' | '）' | ')' | '》' | '〉' | '】' | '〕' | '］' | ']' | '」' | '』' | '}')
}

/// A mark that cannot begin a line: it belongs to what stands before it (GB/T 15834-2011, 5.1).
pub const fn cannot_begin(c: char) -> bool {
    is_closing(c) || is_comma(c) || matches!(c, '。' | '！' | '？' | '；' | '：' | ';' | ':' | '～')
}

/// The byte span of `text` without white space at its ends.
pub fn trimmed(text: &str) -> super::Span {
    let start = text.len() - text.trim_start_matches(is_space).len();
    let end = text.trim_end_matches(is_space).len();
    super::Span::new(start.min(end), end)
}
