//! The house's own terms: which words are to be written otherwise, or not at all, and where they may stand after all.

use std::cmp::Reverse;

use aho_corasick::AhoCorasick;

use crate::text::Span;

/// A word of the house.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// How it is written; none of these is empty.
    pub written: Vec<String>,
    /// What is to be written instead.
    pub preferred: Option<String>,
    /// Whether it must not be printed, rather than should not.
    pub forbidden: bool,
    /// Why, in the words of the house.
    pub reason: Option<String>,
    /// Longer words that hold it and are right.
    pub exceptions: Vec<String>,
}

/// All terms, and what finds them.
#[derive(Clone, Debug, Default)]
pub struct Glossary {
    terms: Vec<Term>,
    finder: Option<AhoCorasick>,
    /// The term that each pattern of the finder belongs to.
    owners: Vec<usize>,
}

impl PartialEq for Glossary {
    fn eq(&self, other: &Self) -> bool {
        self.terms == other.terms
    }
}

impl Eq for Glossary {}

impl Glossary {
    /// The glossary of these terms.
    pub fn new(terms: Vec<Term>) -> Self {
        let owned = || {
            terms
                .iter()
                .enumerate()
                .flat_map(|(owner, term)| term.written.iter().map(move |word| (owner, word)))
        };
        let owners = owned().map(|(owner, _)| owner).collect::<Vec<_>>();
        let words = owned().map(|(_, word)| word);
        // Too many words for one automaton would need gigabytes of them.
        let finder = (!owners.is_empty()).then(|| AhoCorasick::new(words).ok()).flatten();
        Self { terms, finder, owners }
    }

    /// All terms.
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }

    /// The terms in `text`, in order, but for those in an exception, in the preferred word, in a longer term, or in the
    /// title of a work: 《…》 is quoted as it is.
    pub fn find(&self, text: &str) -> Vec<(Span, &Term)> {
        let Some(finder) = &self.finder else { return Vec::new() };
        let mut found: Vec<(Span, &Term)> = finder
            .find_overlapping_iter(text)
            .map(|hit| (hit.range().into(), &self.terms[self.owners[hit.pattern().as_usize()]]))
            .collect();
        if found.is_empty() {
            return found;
        }
        found.sort_by_key(|(span, _)| (span.start, Reverse(span.end)));
        let titles = titles(text);
        let mut reached = 0;
        found.retain(|&(span, term)| {
            let in_longer = span.end <= reached;
            reached = reached.max(span.end);
            let quoted = titles.partition_point(|title| title.end < span.end);
            let in_title = titles.get(quoted).is_some_and(|title| title.contains(span));
            !in_longer && !in_title && is_whole(text, span) && !term.is_excepted(text, span)
        });
        found
    }
}

impl Term {
    /// Whether the occurrence at `span` is part of an exception, or of the preferred word.
    fn is_excepted(&self, text: &str, span: Span) -> bool {
        let word = span.of(text);
        self.exceptions.iter().chain(&self.preferred).any(|whole| {
            whole.match_indices(word).any(|(at, _)| {
                span.start
                    .checked_sub(at)
                    .and_then(|start| text.get(start..))
                    .is_some_and(|rest| rest.starts_with(whole))
            })
        })
    }
}

/// Whether the span does not cut a word of Latin letters or a number.
fn is_whole(text: &str, span: Span) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric();
    let cut = |one: Option<char>, other: Option<char>| one.is_some_and(word) && other.is_some_and(word);
    let inside = span.of(text);
    !cut(text[..span.start].chars().next_back(), inside.chars().next())
        && !cut(inside.chars().next_back(), text[span.end..].chars().next())
}

/// The titles between 《 and 》, outermost ones only.
fn titles(text: &str) -> Vec<Span> {
    let mut titles = Vec::new();
    let mut open = None;
    for (at, mark) in text.match_indices(['《', '》']) {
        match (mark, open) {
            ("《", None) => open = Some(at),
            ("》", Some(start)) => {
                titles.push(Span::new(start, at + mark.len()));
                open = None;
            }
            _ => {}
        }
    }
    titles
}

#[cfg(test)]
mod tests {
    use super::*;

    fn term(written: &[&str], preferred: Option<&str>, exceptions: &[&str]) -> Term {
        let owned = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        Term {
            written: owned(written),
            preferred: preferred.map(str::to_owned),
            exceptions: owned(exceptions),
            ..Term::default()
        }
    }

    fn hits(terms: Vec<Term>, text: &str) -> Vec<String> {
        Glossary::new(terms).find(text).into_iter().map(|(span, _)| span.of(text).to_owned()).collect()
    }

    #[test]
    fn a_term_is_found_but_not_in_its_exceptions_nor_in_what_is_preferred() {
        let terms = || vec![term(&["社区干部"], Some("社区工作者"), &["社区干部学院", "驻社区干部"])];
        assert_eq!(hits(terms(), "社区干部走访居民。"), ["社区干部"]);
        assert_eq!(hits(terms(), "市社区干部学院开班，驻社区干部参加。"), Vec::<String>::new());
        let longer = vec![term(&["新农人"], Some("青年新农人"), &[])];
        assert_eq!(hits(longer, "青年新农人和新农人"), ["新农人"]);
    }

    #[test]
    fn of_two_terms_the_longer_one_counts() {
        let terms = vec![term(&["残废"], None, &[]), term(&["残废人", "残疾病人"], None, &[])];
        assert_eq!(hits(terms, "残废人联合会、残废"), ["残废人", "残废"]);
    }

    #[test]
    fn a_title_is_quoted_as_it_is() {
        let terms = || vec![term(&["民工"], None, &[])];
        assert_eq!(hits(terms(), "《关于民工〈工资〉的通知》印发，民工受益。"), ["民工"]);
        assert_eq!(hits(terms(), "《通知》印发，民工受益。《办法》随后印发。"), ["民工"]);
    }

    #[test]
    fn latin_letters_and_figures_are_not_cut_from_a_word() {
        let terms = || vec![term(&["app", "5G"], None, &[])];
        assert_eq!(hits(terms(), "用app下单，apple、15G和5G网络"), ["app", "5G"]);
    }
}
