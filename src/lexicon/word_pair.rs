//! Word forms that the standards call wrong, confused, superseded or redundant, each with what ought to stand there.
//!
//! The tables lie in `data/words/`; `data/README.md` names their sources. A row: the form, what ought to stand there, a
//! letter for the source, small where the row is no more than a hint (in the table of redundancies the severity and the
//! reason in both languages), and exceptions: `~X` where the form is right before X, `X~` where it is right behind X.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use crate::text::Span;

/// What is the matter with a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PairKind {
    /// No word at all: 按装.
    Misspelling,
    /// A word, but another is meant in this company: 招聘启示.
    Confused,
    /// Not the recommended one of several spellings: 倒楣.
    Variant,
    /// It says the same twice: 凯旋归来.
    Redundancy,
}

/// A form and what ought to stand in its place.
#[derive(Debug)]
pub struct WordPair {
    /// The form as it must not stand.
    pub wrong: &'static str,
    /// What ought to stand there.
    pub right: &'static str,
    /// What is the matter with it.
    pub kind: PairKind,
    /// Whether it is wrong wherever it stands; what is only better left out is no warning.
    pub is_certain: bool,
    /// The standard or the reason, in Chinese and in English; empty where there is none to name.
    pub ground: (&'static str, &'static str),
    exceptions: Vec<&'static str>,
}

const TABLES: [(PairKind, &str); 4] = [
    (PairKind::Misspelling, include_str!("data/words/misspellings.tsv")),
    (PairKind::Confused, include_str!("data/words/confused_words.tsv")),
    (PairKind::Variant, include_str!("data/words/variants.tsv")),
    (PairKind::Redundancy, include_str!("data/words/redundancies.tsv")),
];

/// The letters of the tables and the sources they stand for.
const SOURCES: [(&str, (&str, &str)); 9] = [
    ("Y", ("《咬文嚼字》常见别字", "list of common misspellings in 《咬文嚼字》")),
    ("B", ("《图书编校质量差错认定细则》", "rules for errors in books")),
    ("N", ("《报纸编校质量评比差错认定细则》", "rules for errors in newspapers")),
    ("G", ("形近、同音的字相混", "characters that look or sound alike")),
    ("E", ("民族名称用全称，见GB/T 3304-1991", "peoples have their whole names, see GB/T 3304-1991")),
    ("O", ("成员有国家，也有单独关税区或经济体", "members are states and other economies")),
    ("P", ("《宪法》第三十条的次序", "the order of article 30 of the Constitution")),
    ("V", ("《第一批异形词整理表》", "first table of variant words")),
    ("", ("", "")),
];

static PAIRS: LazyLock<(AhoCorasick, Vec<WordPair>)> = LazyLock::new(|| {
    let rows = TABLES.iter().flat_map(|&(kind, table)| table.lines().filter_map(move |line| row(kind, line)));
    let pairs: Vec<WordPair> = rows.collect();
    let automaton = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(pairs.iter().map(|pair| pair.wrong))
        .expect("the tables are small");
    (automaton, pairs)
});

fn row(kind: PairKind, line: &'static str) -> Option<WordPair> {
    let mut cells = line.split('\t');
    let (wrong, right, source) = (cells.next()?, cells.next()?, cells.next()?);
    let ground = if kind == PairKind::Redundancy {
        (cells.next()?, cells.next()?)
    } else {
        SOURCES
            .iter()
            .find(|(letter, _)| letter.eq_ignore_ascii_case(source))
            .map_or(("", ""), |(_, ground)| *ground)
    };
    let exceptions = cells.next().map_or_else(Vec::new, |cell| cell.split('|').collect());
    let is_hint = source == "info" || matches!(source.as_bytes(), [b'a'..=b'z']);
    Some(WordPair { wrong, right, kind, is_certain: !is_hint, ground, exceptions })
}

impl WordPair {
    /// Whether what stands around the form makes it right.
    fn is_right_between(&self, before: &str, behind: &str) -> bool {
        self.exceptions.iter().any(|exception| match exception.strip_prefix('~') {
            Some(follows) => behind.starts_with(follows),
            None => before.ends_with(exception.trim_end_matches('~')),
        })
    }
}

/// All pairs of the tables.
pub fn all() -> impl Iterator<Item = &'static WordPair> {
    PAIRS.1.iter()
}

/// The forms in a text, without overlap, in order. Whether a form is cut out of two words, the caller must see.
pub fn find(text: &str) -> impl Iterator<Item = (Span, &'static WordPair)> {
    let (automaton, pairs) = &*PAIRS;
    automaton
        .find_iter(text)
        .map(|found| (Span::from(found.range()), &pairs[found.pattern().as_usize()]))
        .filter(|(at, pair)| !pair.is_right_between(&text[..at.start], &text[at.end..]))
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_row_is_read_and_no_form_comes_twice() {
        let (_, pairs) = &*PAIRS;
        assert_eq!(pairs.len(), TABLES.iter().map(|(_, table)| table.lines().count()).sum::<usize>());
        let mut forms = HashSet::new();
        for pair in pairs {
            assert!(forms.insert(pair.wrong), "{} comes twice", pair.wrong);
            assert_ne!(pair.wrong, pair.right);
            for exception in &pair.exceptions {
                let bare = exception.trim_matches('~');
                assert!(!bare.is_empty() && exception.len() == bare.len() + 1, "{}: {exception}", pair.wrong);
            }
        }
    }

    #[test]
    fn what_ought_to_stand_is_in_no_table_itself() {
        for pair in &PAIRS.1 {
            let again: Vec<_> = find(pair.right).map(|(_, again)| again.wrong).collect();
            assert!(again.is_empty(), "{} → {} → {again:?}", pair.wrong, pair.right);
        }
    }

    #[test]
    fn exceptions_make_a_form_right() {
        let forms = |text: &'static str| find(text).map(|(_, pair)| pair.wrong).collect::<Vec<_>>();
        assert_eq!(forms("贴出招聘启示"), ["招聘启示"]);
        assert!(forms("一本招聘启示录").is_empty());
        assert_eq!(forms("截至目前为止"), ["截至目前为止"]);
    }
}
