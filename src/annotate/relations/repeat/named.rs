//! Who or what a quantity is of: the names in front of it, and the words that stand for one (全县, 该村, 本届).

use std::{collections::HashMap, sync::LazyLock};

use regex::{Captures, Regex};

use crate::{
    annotate::{Annotations, Figure, relations::clause::Sentence},
    outline::Article,
    text::Span,
};

/// 全县, 该村, 本届, “青禾讲堂”: what a quantity is of, without a name.
static SCOPE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "[全本该我此](?P<division>省|市|县|区|镇|乡|村|州|盟|旗|街道|社区)|[全本该我此](?:校|院|厂|局|届|次|季|公司|集团|项目)|[“《][^”》]{1,20}[”》]",
    )
    .expect("the pattern is well formed")
});

/// How many names in front of a figure are read.
const MOST_NAMES: usize = 8;

/// Names, by block and place.
pub struct Names<'a> {
    /// None stands inside another.
    all: Vec<Named<'a>>,
}

/// A name, or words for what was named before.
#[derive(Clone, Copy, Debug)]
pub struct Named<'a> {
    block: usize,
    /// Where it stands in the block.
    pub at: Span,
    /// The name; of 全县 the name of the county.
    pub name: &'a str,
}

impl<'a> Names<'a> {
    /// All names of an article.
    pub fn of(article: &'a Article, said: &Annotations) -> Self {
        let places = said.localities.iter().map(|found| found.place);
        let places = places.chain(said.organizations.iter().map(|found| found.place));
        let places = places.chain(said.persons.iter().map(|found| found.place));
        let mut found: Vec<(usize, Span)> = places.map(|place| (place.block, place.at)).collect();
        for (index, block) in article.blocks.iter().enumerate() {
            found
                .extend(SCOPE.find_iter(block.text.as_str()).map(|scope| (index, Span::from(scope.range()))));
        }
        found.sort_unstable_by_key(|&(block, at)| (block, at.start, std::cmp::Reverse(at.end)));
        let mut all: Vec<Named<'a>> = Vec::new();
        let mut of_division: HashMap<char, &str> = HashMap::new();
        let mut last_body = "";
        for (block, at) in found {
            if all.last().is_some_and(|last| last.block == block && last.at.overlaps(at)) {
                continue;
            }
            let text = at.of(article.blocks[block].text.as_str());
            let last = text.chars().next_back().unwrap_or_default();
            let is_whole = |scope: &Captures<'_>| scope.get_match().len() == text.len();
            let name = match SCOPE.captures(text).filter(is_whole) {
                None => {
                    of_division.insert(last, text);
                    last_body = text;
                    text
                }
                Some(scope) if scope.name("division").is_some() => {
                    of_division.get(&last).copied().unwrap_or(text)
                }
                Some(_) if text.starts_with(['“', '《']) => text,
                Some(_) => last_body,
            };
            all.push(Named { block, at, name });
        }
        Self { all }
    }

    /// The names in a sentence in front of a figure, the nearest last.
    pub fn in_front(&self, sentence: &Sentence<'_>, figure: &Figure) -> &[Named<'a>] {
        let place = |named: &Named<'_>| (named.block, named.at.start);
        let block = sentence.block_index();
        let end = self.all.partition_point(|named| place(named) < (block, figure.place.at.start));
        let first = self.all.partition_point(|named| place(named) < (block, sentence.at.start));
        &self.all[first.max(end.saturating_sub(MOST_NAMES)).min(end)..end]
    }
}
