//! Reads the names in a byline, and knows a run of characters that cannot be one.

use crate::{
    lexicon::surname::{has_compound_surname, is_surname},
    outline::Part,
    text::{
        Span,
        chars::{is_han, is_space},
    },
};

/// How much a name must look like one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A role stands before it: any two to four characters do.
    Role,
    /// Nothing but its place says that it is a name: it must begin with a surname.
    PlaceAlone,
}

/// Reads `text` as nothing but names. `base` is where it begins in the line.
pub fn parse(text: &str, base: usize, evidence: Evidence) -> Option<Vec<Part>> {
    let mut names = Vec::new();
    let mut tokens = tokens(text).into_iter().peekable();
    while let Some(token) = tokens.next() {
        let mut span = token;
        // A name of two characters padded to the width of three: 李　明.
        if is_single_han(token.of(text)) {
            let next = tokens.next_if(|next| is_single_han(next.of(text)))?;
            if !text[token.end..next.start].chars().all(is_space) {
                return None;
            }
            span = token.to(next);
        }
        for name in split_run(span.of(text)) {
            let part = Part {
                span: name.shift(span.start + base),
                text: name.of(span.of(text)).chars().filter(|&c| !is_space(c)).collect(),
            };
            if !is_name(&part.text, evidence) {
                return None;
            }
            names.push(part);
        }
    }
    (!names.is_empty() && names.len() <= 12).then_some(names)
}

/// Whether a run of characters can be a name.
pub fn is_name(text: &str, evidence: Evidence) -> bool {
    let length = text.chars().count();
    if text.contains('·') {
        return (3..=24).contains(&length)
            && text.chars().all(|c| is_han(c) || c == '·' || c.is_ascii_alphabetic());
    }
    if text.chars().all(|c| c.is_ascii_alphabetic() || c == '.') {
        return evidence == Evidence::Role && (2..=24).contains(&length);
    }
    if !text.chars().all(is_han) || text.contains(NEVER_IN_NAMES) {
        return false;
    }
    match evidence {
        Evidence::Role => (2..=4).contains(&length),
        Evidence::PlaceAlone if length == 4 => has_compound_surname(text),
        Evidence::PlaceAlone => (2..=3).contains(&length) && text.starts_with(is_surname),
    }
}

/// Characters that do the work of grammar and stand in no given name.
const NEVER_IN_NAMES: [char; 14] =
    ['的', '了', '是', '在', '们', '不', '我', '你', '他', '她', '这', '那', '被', '把'];

const fn is_separator(c: char) -> bool {
    matches!(c, '、' | '，' | ',' | '/' | '／' | '；' | ';' | '|' | '丨')
}

fn tokens(text: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in text.char_indices() {
        if is_space(c) || is_separator(c) {
            tokens.extend(start.take().map(|start| Span::new(start, at)));
        } else {
            start.get_or_insert(at);
        }
    }
    tokens.extend(start.map(|start| Span::new(start, text.len())));
    tokens
}

fn is_single_han(text: &str) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(is_han) && chars.next().is_none()
}

/// Two names set without a space between them (应洁曾嫣艳, 张艺俞铮), told apart by their surnames.
fn split_run(text: &str) -> Vec<Span> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let length = starts.len() - 1;
    let whole = vec![Span::new(0, text.len())];
    if !(4..=6).contains(&length) || !text.chars().all(is_han) {
        return whole;
    }
    let begins_name = |at: usize| text[starts[at]..].starts_with(is_surname);
    let fits = |len: usize| (2..=3).contains(&len);
    if length == 4 && has_compound_surname(text) {
        return whole;
    }
    // Three characters are the commoner length, so the longer first name is tried first.
    [3, 2]
        .into_iter()
        .find(|&cut| fits(cut) && fits(length - cut) && begins_name(0) && begins_name(cut))
        .map_or(whole, |cut| vec![Span::new(0, starts[cut]), Span::new(starts[cut], text.len())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str, evidence: Evidence) -> Option<Vec<String>> {
        parse(text, 0, evidence).map(|names| names.into_iter().map(|name| name.text).collect())
    }

    #[test]
    fn every_separator_in_use() {
        for text in ["张三丰 李四光", "张三丰、李四光", "张三丰　李四光", "张三丰，李四光", "张三丰/李四光"]
        {
            assert_eq!(names(text, Evidence::PlaceAlone).unwrap(), ["张三丰", "李四光"], "{text}");
        }
    }

    #[test]
    fn padded_names_are_put_together() {
        assert_eq!(names("李　明　王　芳", Evidence::PlaceAlone).unwrap(), ["李明", "王芳"]);
        assert_eq!(names("苏　婧 张艳", Evidence::Role).unwrap(), ["苏婧", "张艳"]);
        assert_eq!(names("李", Evidence::Role), None);
    }

    #[test]
    fn runs_without_a_space_are_cut_at_the_surname() {
        assert_eq!(names("应洁曾嫣艳", Evidence::Role).unwrap(), ["应洁", "曾嫣艳"]);
        assert_eq!(names("欧阳春生", Evidence::PlaceAlone).unwrap(), ["欧阳春生"]);
    }

    #[test]
    fn words_are_no_names() {
        assert_eq!(names("我们的家", Evidence::Role), None);
        assert_eq!(names("成效显著", Evidence::PlaceAlone), None);
        assert_eq!(names("2022年", Evidence::Role), None);
    }

    #[test]
    fn names_of_other_peoples_keep_their_interpunct() {
        assert_eq!(names("买买提·艾力", Evidence::PlaceAlone).unwrap(), ["买买提·艾力"]);
    }
}
