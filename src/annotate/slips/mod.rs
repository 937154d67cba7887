//! Slips of wording: forms and turns that ought not to stand, found here because it takes the words of the text to tell
//! 按装 from 按|装机容量.
//!
//! One file a kind of slip. The rules of `wording/` report them. Names and titles in 《》 are never read: there a form
//! stands as somebody chose it. Of bylines and notes only the words for what somebody did are: 通迅员.

mod deadline;
mod doubled;
mod listed;
mod meanwhile;
mod measure;
mod nonstandard;
mod particle;
mod phrase;
mod unit;

use super::{Annotations, Place};
use crate::{
    lexicon::{segmenter::Word, word_pair::PairKind},
    outline::{Article, BlockKind},
    text::{Span, Spans},
};

/// What is the matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SlipKind {
    /// A form of the tables: no word, or not the word meant, or a variant, or redundant.
    Listed(PairKind),
    /// A word or a function word stands twice in a row.
    Doubled,
    /// 的 for 地 or 得.
    Particle,
    /// A unit that is not a legal one, or not so written.
    Unit,
    /// A fixed phrase with one character wrong, or out of its place, or missing.
    Phrase,
    /// A measure word that does not go with its noun.
    Measure,
    /// A character outside the table of standard ones.
    Nonstandard,
}

/// A form that ought not to stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// Where it stands.
    pub place: Place,
    /// What is the matter.
    pub kind: SlipKind,
    /// What ought to stand in its place.
    pub right: String,
    /// The standard or the reason, in Chinese and in English; empty where there is none to name.
    pub ground: (&'static str, &'static str),
    /// Whether it is wrong wherever it stands, rather than better left out.
    pub is_certain: bool,
}

/// A slip in the text of one block.
struct Found {
    at: Span,
    kind: SlipKind,
    right: String,
    ground: (&'static str, &'static str),
    is_certain: bool,
}

impl Found {
    /// A slip that is wrong wherever it stands, with no more to say about it.
    fn certain(at: Span, kind: SlipKind, right: impl Into<String>) -> Self {
        Self { at, kind, right: right.into(), ground: ("", ""), is_certain: true }
    }
}

/// The text of one block with its words.
#[derive(Clone, Copy)]
struct Reading<'a> {
    text: &'a str,
    words: &'a [Word],
}

impl Reading<'_> {
    /// The index of the word that begins at `start`.
    fn word_at(&self, start: usize) -> Option<usize> {
        self.words.binary_search_by_key(&start, |word| word.at.start).ok()
    }

    /// Whether an edge of `at` falls into the middle of a word.
    fn cuts_a_word(&self, at: Span) -> bool {
        [at.start, at.end].into_iter().any(|edge| {
            let next = self.words.partition_point(|word| word.at.end <= edge);
            self.words.get(next).is_some_and(|word| word.at.start < edge)
        })
    }

    /// Whether `at` lies in quotation marks that hold no more than a few words: a slogan, a pun, a cry.
    fn is_quoted_phrase(&self, at: Span) -> bool {
        const FEW: usize = 12;
        let is_mark = |c: &char| matches!(c, '“' | '”' | '‘' | '’' | '。' | '，' | '；');
        let before = self.text[..at.start].chars().rev().take(FEW).find(is_mark);
        let behind = self.text[at.end..].chars().take(FEW).find(is_mark);
        matches!((before, behind), (Some('“' | '‘'), Some('”' | '’')))
    }
}

/// Every slip in the article, in the order of the text.
pub(super) fn find(article: &Article, said: &Annotations, words: &[Vec<Word>]) -> Vec<Slip> {
    let names = names(said, article.blocks.len());
    let mut slips = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let reading = Reading { text: block.text.as_str(), words: &words[index] };
        let mut found = if matches!(block.kind, BlockKind::Byline | BlockKind::Note) {
            listed::find_roles(reading)
        } else {
            find_in_text(reading, block.kind)
        };
        if found.is_empty() {
            continue;
        }
        let taken = Spans::of(names[index].iter().copied().chain(titles(reading.text)));
        found.retain(|slip| !taken.overlap(slip.at));
        found.sort_by_key(|slip| (slip.at.start, std::cmp::Reverse(slip.at.end)));
        let mut end = 0;
        for slip in found {
            // Of two slips in one place the first that begins is told; the other may be gone with it.
            if slip.at.start < end {
                continue;
            }
            end = slip.at.end;
            slips.push(Slip {
                place: Place { span: block.text.to_source(slip.at), block: index, at: slip.at },
                kind: slip.kind,
                right: slip.right,
                ground: slip.ground,
                is_certain: slip.is_certain,
            });
        }
    }
    slips
}

/// Every slip in a block that is no byline.
fn find_in_text(reading: Reading<'_>, kind: BlockKind) -> Vec<Found> {
    let mut found = listed::find(reading);
    found.extend(deadline::find(reading));
    found.extend(meanwhile::find(reading));
    found.extend(measure::find(reading));
    found.extend(nonstandard::find(reading));
    found.extend(doubled::find(reading));
    found.extend(particle::find(reading));
    found.extend(unit::find(reading.text));
    let is_running = matches!(kind, BlockKind::Paragraph | BlockKind::SectionHead);
    found.extend(phrase::find(reading, is_running));
    found
}

/// The names in each block.
fn names(said: &Annotations, blocks: usize) -> Vec<Vec<Span>> {
    let mut names = vec![Vec::new(); blocks];
    let places = said.persons.iter().map(|person| person.place);
    let places = places.chain(said.organizations.iter().map(|body| body.place));
    for place in places.chain(said.localities.iter().map(|locality| locality.place)) {
        names[place.block].push(place.at);
    }
    names
}

/// Titles of works and documents, with their marks.
fn titles(text: &str) -> impl Iterator<Item = Span> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + text[from..].find('《')?;
        let end = start + text[start..].find('》')? + '》'.len_utf8();
        from = end;
        Some(Span::new(start, end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{annotate::testing, lexicon::word_pair, outline::Outline};

    fn slips(text: &str) -> Vec<(String, SlipKind)> {
        let outline = Outline::of(text);
        let articles = testing::articles(text).into_iter().zip(outline.articles);
        articles
            .flat_map(|((_, said), span)| {
                let of = span.of(text);
                said.slips.into_iter().map(move |slip| (slip.place.span.of(of).to_owned(), slip.kind))
            })
            .collect()
    }

    #[test]
    fn what_a_fix_puts_there_is_no_slip_itself() {
        for pair in word_pair::all() {
            let text = format!(
                "小街有了路灯\n\n入夏以来，大家都说，{}，街坊们听了很是欢喜。（范小禾）\n",
                pair.right
            );
            assert_eq!(slips(&text), [], "{} → {}", pair.wrong, pair.right);
        }
    }

    #[test]
    fn names_titles_and_bylines_are_not_read() {
        let body = |sentence: &str| format!("小街有了路灯\n\n入夏以来，全镇动员，群众参与。{sentence}\n");
        for sentence in [
            "他读完了《按装手册》一书。（范小禾）",
            "青田渡假村有限公司捐了八盏灯。（范小禾）",
            "灯亮了，大家都很欢喜。（欧阳座落）",
        ] {
            assert_eq!(slips(&body(sentence)), [], "{sentence}");
        }
        let kind = SlipKind::Listed(PairKind::Misspelling);
        assert_eq!(slips(&body("他读完书去按装路灯。（范小禾）")), [("按装".to_owned(), kind)]);
    }

    #[test]
    fn a_form_across_a_break_of_the_line_is_found_where_it_stands() {
        let text = "小街有了路灯\n\n入夏以来，全镇动员，群众参与。电工们正在为街口的36处水池按\n\n装路灯，街坊们都来帮忙。\n";
        assert_eq!(slips(text), [("按\n\n装".to_owned(), SlipKind::Listed(PairKind::Misspelling))]);
    }
}
