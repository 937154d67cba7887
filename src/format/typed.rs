//! A half-width mark as it is typed: behind a Chinese character it becomes its full-width form at once.

use crate::{
    rules::Edit,
    text::{
        Span,
        chars::{is_closing, is_han},
    },
};

/// The marks that are looked at, with their full-width forms.
pub const MARKS: [(char, &str); 7] =
    [(',', "，"), (';', "；"), (':', "："), ('!', "！"), ('?', "？"), ('(', "（"), (')', "）")];

/// The edits for a mark that ends at `at` in a line. A bracket takes its half-width partner with it.
pub fn edits(line: &str, at: usize, mark: char) -> Vec<Edit> {
    let full = |mark: char| MARKS.iter().find(|(half, _)| *half == mark).map(|(_, full)| *full);
    let (Some(form), Some(before)) = (full(mark), line[..at].strip_suffix(mark)) else { return Vec::new() };
    let edit = |at: usize, text: &str| Edit { span: Span::new(at, at + 1), text: text.to_owned() };
    let here = edit(before.len(), form);
    let behind_chinese = before.ends_with(is_chinese) && !is_in_address(before);
    if mark != ')' {
        return if behind_chinese { vec![here] } else { Vec::new() };
    }
    match partner(before) {
        Some((_, '（')) => vec![here],
        Some((open, _)) if behind_chinese => vec![edit(open, "（"), here],
        _ if behind_chinese => vec![here],
        _ => Vec::new(),
    }
}

/// A Chinese character, or a full-width mark that stands behind one.
fn is_chinese(c: char) -> bool {
    is_han(c) || (is_closing(c) && !c.is_ascii()) || matches!(c, '…' | '！' | '？')
}

/// Whether the text breaks off inside an address: no space and no full-width mark since its `://`.
fn is_in_address(before: &str) -> bool {
    before.rfind("://").is_some_and(|at| {
        !before[at..].contains(|c: char| c.is_whitespace() || (!c.is_ascii() && !c.is_alphanumeric()))
    })
}

/// The bracket that a closing one behind the text would close: where it stands, and which width it has.
fn partner(before: &str) -> Option<(usize, char)> {
    let mut closed = 0_usize;
    for (at, c) in before.char_indices().rev() {
        match c {
            ')' | '）' => closed += 1,
            '(' | '（' if closed == 0 => return Some((at, c)),
            '(' | '（' => closed -= 1,
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::edit::apply;

    /// The line once its last character was typed.
    fn typed(line: &str) -> String {
        let mark = line.chars().next_back().expect("a character was typed");
        apply(line, &edits(line, line.len(), mark))
    }

    #[test]
    fn behind_a_chinese_character_a_mark_gets_its_full_width() {
        for (half, full) in MARKS {
            assert_eq!(typed(&format!("青禾镇{half}")), format!("青禾镇{full}"));
        }
        assert_eq!(typed("推进“清渠”,"), "推进“清渠”，");
        assert_eq!(typed("好！!"), "好！！");
    }

    #[test]
    fn brackets_go_together() {
        assert_eq!(typed("青禾镇(又称青禾)"), "青禾镇（又称青禾）");
        assert_eq!(typed("青禾镇（12.5%)"), "青禾镇（12.5%）");
        assert_eq!(typed("选手Tom (USA)"), "选手Tom (USA)");
    }

    #[test]
    fn addresses_times_decimals_and_english_stay() {
        for line in [
            "1,",
            "8:",
            "3月16日8:",
            "River Town,",
            "http://a.cn/规划,",
            "网址http://a.cn/?q=春耕;",
            ",",
            "第1)",
        ] {
            assert_eq!(typed(line), line);
        }
        assert_eq!(typed("网址http://a.cn，请登录,"), "网址http://a.cn，请登录，");
    }
}
