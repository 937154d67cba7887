//! Sentences and clauses of a stretch of text, by its marks.

use crate::text::{
    Span,
    chars::{is_closing, is_comma, is_space, is_stop},
};

/// What belongs to a sentence behind its stop: the other half of a pair, or white space.
pub fn may_follow_stop(c: char) -> bool {
    is_closing(c) || is_space(c)
}

/// The sentence at an offset, with its stop and what closes behind it. A line break ends none: the text is one
/// paragraph or one line.
pub fn sentence(text: &str, at: usize) -> Span {
    let (mut start, mut stopped) = (0, false);
    for (offset, c) in text.char_indices() {
        if stopped && !may_follow_stop(c) && !is_stop(c) {
            if offset > at {
                return Span::new(start, offset);
            }
            (start, stopped) = (offset, false);
        }
        stopped |= is_stop(c);
    }
    Span::new(start, text.len())
}

/// The clause at an offset of a sentence, without the marks around it.
pub fn clause(text: &str, at: usize) -> Span {
    let ends = |c: char| is_stop(c) || is_comma(c) || matches!(c, '；' | '：' | ';');
    let start = text[..at].rfind(ends).map_or(0, |found| found + char_len(text, found));
    let end = text[at..].find(ends).map_or(text.len(), |found| at + found);
    Span::new(start, end.max(start))
}

/// The innermost pair of marks around an offset, marks included, and what stands in it.
pub fn pair(text: &str, at: usize) -> Option<(Span, Span)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    for (offset, c) in text.char_indices() {
        if crate::text::chars::is_opening(c) {
            open.push((offset, c));
        } else if is_closing(c)
            && let Some((start, first)) = open.pop()
            && start <= at
            && at < offset + c.len_utf8()
        {
            let outer = Span::new(start, offset + c.len_utf8());
            return Some((outer, Span::new(start + first.len_utf8(), offset)));
        }
    }
    None
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "他说：“甲县开工，乙县完工。”大家都笑了！真的？……好";

    fn at(text: &str, word: &str) -> usize {
        text.find(word).expect("the word is there")
    }

    #[test]
    fn a_sentence_has_its_stop_and_what_closes_behind_it() {
        let of = |word| sentence(TEXT, at(TEXT, word)).of(TEXT);
        assert_eq!(of("乙县"), "他说：“甲县开工，乙县完工。”");
        assert_eq!(of("”"), "他说：“甲县开工，乙县完工。”");
        assert_eq!((of("都"), of("的"), of("好")), ("大家都笑了！", "真的？……", "好"));
        assert_eq!(sentence("", 0), Span::new(0, 0));
    }

    #[test]
    fn a_clause_has_no_marks_and_a_pair_has_both() {
        let of = |word| clause(TEXT, at(TEXT, word)).of(TEXT);
        assert_eq!((of("县开"), of("完"), of("他")), ("“甲县开工", "乙县完工", "他说"));
        let (outer, inner) = pair(TEXT, at(TEXT, "乙")).expect("a quotation");
        assert_eq!((outer.of(TEXT), inner.of(TEXT)), ("“甲县开工，乙县完工。”", "甲县开工，乙县完工。"));
        assert_eq!(pair(TEXT, at(TEXT, "他")), None);
        let nested = "（一（二）三）";
        assert_eq!(pair(nested, at(nested, "二")).map(|(_, inner)| inner.of(nested)), Some("二"));
        assert_eq!(pair(nested, at(nested, "三")).map(|(outer, _)| outer.of(nested)), Some(nested));
    }
}
