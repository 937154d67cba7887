//! People: names in bylines, names behind a post or before 说, and the same names wherever they come again.

use std::collections::{BTreeMap, BTreeSet};

use super::{Person, Place};
use crate::{
    lexicon::{
        post::post_len,
        surname::{has_compound_surname, is_common_surname},
    },
    outline::{Article, BlockKind},
    text::{Span, chars::is_han},
};

/// Words that say a name has ended.
const BEHIND_NAMES: &[&str] = &[
    "说", "介绍", "表示", "告诉", "在", "带", "和", "率", "连", "与", "为", "是", "的", "对", "到", "等",
    "向", "及", "同", "也", "从", "将", "把", "就", "已", "还", "主持", "出席", "参加", "讲", "坦言", "强调",
    "指出", "作", "一行", "先生", "女士", "陪同", "正", "有", "又",
];

/// Verbs of speech: what stands before them in a clause of its own is a name.
const SPEECH: &[&str] = &["说", "介绍", "表示", "告诉", "坦言"];

/// Every person in the article, in the order of the text.
pub fn find(article: &Article) -> Vec<Person> {
    let mut found: BTreeMap<(usize, usize), (Span, Vec<String>)> = BTreeMap::new();
    let mut names: BTreeSet<String> = BTreeSet::new();
    for (index, block) in article.blocks.iter().enumerate() {
        for name in article.bylines.iter().flat_map(|byline| &byline.names) {
            if block.span.contains(name.span)
                && let Some(at) = block.text.from_source(name.span)
                && is_name(&name.text)
            {
                found.entry((index, at.start)).or_insert((at, Vec::new()));
                names.insert(name.text.clone());
            }
        }
        if block.kind == BlockKind::Byline {
            continue;
        }
        let text = block.text.as_str();
        for (at, _) in text.char_indices() {
            let before = &text[..at];
            let post = post_len(before);
            let opens_clause = before.chars().next_back().is_none_or(|c| !is_han(c));
            if post.is_none() && !opens_clause {
                continue;
            }
            let Some(length) = name_len(&text[at..]) else { continue };
            let behind = &text[at + length..];
            if post.is_none() && !SPEECH.iter().any(|word| behind.starts_with(word)) {
                continue;
            }
            let posts = post.map(|length| before[at - length..].to_owned()).into_iter().collect();
            names.insert(text[at..at + length].to_owned());
            found.entry((index, at)).or_insert((Span::new(at, at + length), posts));
        }
    }
    for (index, block) in article.blocks.iter().enumerate() {
        for name in &names {
            for (at, _) in block.text.as_str().match_indices(name.as_str()) {
                let span = Span::new(at, at + name.len());
                let is_known =
                    found.range((index, 0)..=(index, usize::MAX)).any(|(_, (known, _))| known.overlaps(span));
                // Names of two characters may be the beginning of another word.
                if !is_known && ends_name(&block.text.as_str()[span.end..]) {
                    found.insert((index, at), (span, Vec::new()));
                }
            }
        }
    }
    found
        .into_iter()
        .map(|((index, _), (at, posts))| {
            let block = &article.blocks[index];
            Person {
                place: Place { span: block.text.to_source(at), block: index, at },
                text: at.of(block.text.as_str()).to_owned(),
                posts,
            }
        })
        .collect()
}

/// Whether a byline prints the name of a person, not of an office.
fn is_name(name: &str) -> bool {
    (2..=4).contains(&name.chars().count())
        && crate::lexicon::surname::surname_len(name).is_some()
        && name.chars().all(is_han)
}

/// The name that `text` begins with, in bytes: the longest whose end shows.
fn name_len(text: &str) -> Option<usize> {
    let is_compound = has_compound_surname(text);
    if !is_compound && !text.chars().next().is_some_and(is_common_surname) {
        return None;
    }
    let lengths = if is_compound { [4, 3] } else { [3, 2] };
    let end_of = |count: usize| {
        let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
        let name = &text[..end];
        let is_whole = name.chars().count() == count && name.chars().all(is_han);
        let has_end_inside = name
            .char_indices()
            .skip(2)
            .any(|(at, _)| BEHIND_NAMES.iter().any(|word| text[at..].starts_with(word)));
        (is_whole && !has_end_inside).then_some(end)
    };
    lengths.into_iter().filter_map(end_of).find(|&end| ends_name(&text[end..]))
}

/// Whether a name can end where `behind` begins.
fn ends_name(behind: &str) -> bool {
    behind.chars().next().is_none_or(|c| !is_han(c))
        || BEHIND_NAMES.iter().any(|word| behind.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::Layout;

    fn people(body: &str) -> Vec<(String, Vec<String>)> {
        let text = format!("石桥镇举办春季活动\n\n{body}\n");
        let article = Article::parse(&text, &Layout { indented: false, spaced: true });
        find(&article).into_iter().map(|person| (person.text, person.posts)).collect()
    }

    #[test]
    fn a_name_behind_a_post_carries_it_and_is_found_again() {
        let found = people("活动当天，镇商会会长陈大明带队走访了三家企业。随后，陈大明说，大家都很满意。");
        assert_eq!(
            found,
            [("陈大明".to_owned(), vec!["会长".to_owned()]), ("陈大明".to_owned(), Vec::new())]
        );
    }

    #[test]
    fn a_name_of_two_characters_ends_before_a_verb() {
        let found = people("活动当天，村民王芳说，今年的收成比去年好了许多，大家都很满意。");
        assert_eq!(found, [("王芳".to_owned(), vec!["村民".to_owned()])]);
    }

    #[test]
    fn a_post_without_a_name_is_nobody() {
        assert!(people("活动当天，镇商会会长带队走访了三家企业，村民高兴地迎接他们。").is_empty());
    }
}
