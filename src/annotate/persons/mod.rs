//! People: names in bylines, names that their surname, their characters and what stands around them show, the same
//! names wherever they come again, and the posts printed with them.

mod chinese;
mod evidence;
mod foreign;
mod known;
mod posts;

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, MatchKind};

use super::{Organization, Person, Place, localities::Mention};
use crate::{
    lexicon::{segmenter::Word, surname::surname_len, word::is_word},
    outline::{Article, BlockKind},
    text::{Span, Spans, chars::is_han},
};

/// Every person in the article, in the order of the text.
pub(super) fn find(
    article: &Article,
    localities: &[Vec<Mention>],
    organizations: &[Organization],
    words: &[Vec<Word>],
) -> Vec<Person> {
    let bodies: Vec<Spans> = article
        .blocks
        .iter()
        .enumerate()
        .map(|(index, _)| {
            let first = organizations.partition_point(|body| body.place.block < index);
            let here = organizations[first..].iter().take_while(|body| body.place.block == index);
            Spans::of(here.map(|body| body.place.at))
        })
        .collect();
    let mut found: Vec<Vec<Span>> = Vec::with_capacity(article.blocks.len());
    let signed = article.bylines.iter().flat_map(|byline| &byline.names);
    let mut names: BTreeSet<String> =
        signed.filter(|name| is_name(&name.text)).map(|name| name.text.clone()).collect();
    // How often what may be a name stands in the article: words come by chance, names come again.
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let text = block.text.as_str();
        if block.kind == BlockKind::Byline {
            found.push(Vec::new());
            continue;
        }
        let places = localities[index].iter().filter(|one| one.is_known()).map(|one| one.at);
        let here = organizations.partition_point(|body| body.place.block < index);
        let here = organizations[here..].iter().take_while(|body| body.place.block == index);
        let here: Vec<Span> = here.map(|body| body.place.at).collect();
        let known = known::names(text, &words[index], &Spans::of(here.iter().copied()));
        let taken = Spans::of(places.chain(here).chain(known.iter().copied()));
        let (chinese, likely) = chinese::names(text, &words[index], &taken);
        let (foreign, likely_foreign) = foreign::names(text, &words[index], &taken);
        for span in likely.into_iter().chain(likely_foreign) {
            *seen.entry(span.of(text)).or_default() += 1;
        }
        // 克里斯托弗·安德森 is one name, though 安德森 looks Chinese.
        let (kept_chinese, kept_foreign) =
            (Spans::of(chinese.iter().copied()), Spans::of(foreign.iter().copied()));
        let is_longer =
            |other: &Spans, span: Span| other.overlapping(span).is_none_or(|one| one.len() < span.len());
        let mut spans: Vec<Span> =
            foreign.into_iter().filter(|span| is_longer(&kept_chinese, *span)).collect();
        spans.extend(
            chinese
                .into_iter()
                .filter(|span| kept_foreign.overlapping(*span).is_none_or(|one| one.len() <= span.len())),
        );
        spans.extend(known);
        names.extend(spans.iter().map(|span| span.of(text).to_owned()));
        names.extend(spans.iter().filter_map(|span| family_name(span.of(text))).map(str::to_owned));
        found.push(spans);
    }
    names.extend(seen.into_iter().filter(|(_, count)| *count > 1).map(|(name, _)| name.to_owned()));
    let known = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(&names).ok();
    for (index, block) in article.blocks.iter().enumerate() {
        if let Some(known) = &known {
            again(block.text.as_str(), known, &words[index], &bodies[index], &mut found[index]);
        }
        found[index].sort_unstable();
    }
    let mut people: Vec<Person> = Vec::new();
    for (index, spans) in found.into_iter().enumerate() {
        let block = &article.blocks[index];
        let text = block.text.as_str();
        for at in spans {
            people.push(Person {
                place: Place { span: block.text.to_source(at), block: index, at },
                text: at.of(text).to_owned(),
                posts: posts::before(text, at.start, &bodies[index]),
            });
        }
    }
    people.extend(signatures(article, &people));
    people.sort_by_key(|person| person.place.span);
    people
}

/// The people of bylines that stand in no running text. A byline behind a paragraph stands at the end of its block.
fn signatures(article: &Article, people: &[Person]) -> Vec<Person> {
    let mut signatures = Vec::new();
    let known = Spans::of(people.iter().map(|person| person.place.span));
    for name in article.bylines.iter().flat_map(|byline| &byline.names) {
        if !is_name(&name.text) || known.overlap(name.span) {
            continue;
        }
        let block =
            article.blocks.partition_point(|block| block.span.start <= name.span.start).saturating_sub(1);
        let Some(text) = article.blocks.get(block).map(|block| &block.text) else { continue };
        let end = text.as_str().len();
        let at = text.from_source(name.span).unwrap_or(Span::new(end, end));
        let place = Place { span: name.span, block, at };
        signatures.push(Person { place, text: name.text.clone(), posts: Vec::new() });
    }
    signatures
}

/// Known names that stand elsewhere in the text.
fn again(text: &str, names: &AhoCorasick, words: &[Word], bodies: &Spans, spans: &mut Vec<Span>) {
    let known = Spans::of(spans.iter().copied());
    let begins = |at: usize| words.binary_search_by_key(&at, |word| word.at.start).is_ok();
    for found in names.find_iter(text) {
        let span = Span::new(found.start(), found.end());
        let own = span.of(text);
        // A name of two characters may be the beginning of another word.
        let is_whole = own.chars().count() > 2
            || evidence::ends_name(&text[span.end..])
            || !is_word(own) && begins(span.start) && (begins(span.end) || span.end == text.len());
        if is_whole && !known.overlap(span) && !bodies.overlap(span) {
            spans.push(span);
        }
    }
}

/// The last part of a name written by sound, by which the person goes after the first mention: 安德森 of
/// 克里斯托弗·安德森.
fn family_name(name: &str) -> Option<&str> {
    let (_, last) = name.rsplit_once(foreign::DOTS)?;
    (last.chars().count() > 1).then_some(last)
}

/// Whether a byline prints the name of a person, not of an office.
fn is_name(name: &str) -> bool {
    let count = name.chars().count();
    let is_plain = (2..=4).contains(&count) && surname_len(name).is_some() && name.chars().all(is_han);
    is_plain || (name.contains('·') && name.chars().all(|c| is_han(c) || c == '·'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{annotate::annotate, outline::Layout};

    fn people(body: &str) -> Vec<(String, Vec<String>)> {
        let text = format!("石桥镇举办春季活动\n\n{body}\n");
        let article = Article::parse(&text, &Layout { spaced: true, ..Layout::default() });
        annotate(&text, &article).persons.into_iter().map(|person| (person.text, person.posts)).collect()
    }

    fn names(body: &str) -> Vec<String> {
        people(body).into_iter().map(|(name, _)| name).collect()
    }

    #[test]
    fn a_name_behind_a_post_carries_it_and_is_found_again() {
        let found = people("活动当天，镇商会会长陈大明带队走访了三家企业。随后，陈大明说，大家都很满意。");
        assert_eq!(
            found,
            [("陈大明".to_owned(), vec!["镇商会会长".to_owned()]), ("陈大明".to_owned(), Vec::new())]
        );
    }

    #[test]
    fn every_post_of_a_name_is_kept() {
        let found =
            people("活动当天，县委统战部副部长、侨办主任、侨联主席席宇成带队奔赴一线，走访了三家企业。");
        assert_eq!(
            found,
            [(
                "席宇成".to_owned(),
                vec!["县委统战部副部长".to_owned(), "侨办主任".to_owned(), "侨联主席".to_owned()]
            )]
        );
    }

    #[test]
    fn a_name_of_two_characters_ends_before_a_verb() {
        assert_eq!(names("活动当天，村民王芳说，今年的收成比去年好了许多，大家都很满意。"), ["王芳"]);
    }

    #[test]
    fn a_post_without_a_name_is_nobody() {
        assert!(names("活动当天，镇商会会长带队走访了三家企业，村民高兴地迎接他们。").is_empty());
    }

    #[test]
    fn names_in_a_row_show_one_another() {
        assert_eq!(
            names("参加活动的有记者王建华、刘小平、欧阳春和张敏等人，现场气氛热烈。"),
            ["王建华", "刘小平", "欧阳春", "张敏"]
        );
    }

    #[test]
    fn foreign_names_are_read_by_their_sounds() {
        assert_eq!(
            names("会谈后，总统克里斯托弗·安德森表示，他对此充满信心。教练布拉斯科维奇说，球队状态很好。"),
            ["克里斯托弗·安德森", "布拉斯科维奇"]
        );
    }

    #[test]
    fn a_surname_and_a_form_of_address_are_a_person() {
        assert_eq!(names("活动当天，李女士带来了自家的点心，王先生教大家写春联。"), ["李女士", "王先生"]);
        assert_eq!(names("活动当天，村民李方女士带来了自家的点心。"), ["李方"]);
    }

    #[test]
    fn what_everyone_knows_needs_no_evidence() {
        assert_eq!(names("活动当天，孩子们背诵李白的诗，还有苏轼的词。"), ["李白", "苏轼"]);
        assert_eq!(names("活动当天，卡尔·马克思广场上的人很多。"), ["卡尔·马克思"]);
    }

    #[test]
    fn the_last_part_of_a_foreign_name_is_found_again() {
        assert_eq!(
            names("会谈后，总统埃里克·霍夫施塔特表示满意。人们看见霍夫施塔特走出大厅。"),
            ["埃里克·霍夫施塔特", "霍夫施塔特"]
        );
    }

    #[test]
    fn a_name_ends_before_an_adverb() {
        assert_eq!(names("活动当天，研究员夏斌也认为，这样做很好。"), ["夏斌"]);
        assert_eq!(names("活动当天，教练贝卢斯科尼曾表示，球队状态很好。"), ["贝卢斯科尼"]);
    }

    #[test]
    fn foreign_names_of_places_and_things_are_nobody() {
        assert!(names("活动当天，荣成滨海半程马拉松赛开跑，斯柯达轿车在前面引路。").is_empty());
    }

    #[test]
    fn words_that_begin_with_a_surname_are_no_names() {
        assert!(
            names("高度重视安全生产，任务艰巨，许多人齐心协力，方便群众办事，成立专班，万众一心。")
                .is_empty()
        );
    }
}
