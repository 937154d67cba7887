//! The same quantity twice in the running text of an article: the same words lead up to it, it is of the same body or
//! place, at the same time, and another number stands behind them.
//!
//! One wording may tell of many things, so that a difference proves little. It is reported only between statements that
//! name the same actor in their own sentences and are of a kind that has one value: an attribute (耕地面积, 覆盖率) or a
//! total that says so (共, 累计).

use std::{collections::HashMap, sync::LazyLock};

use regex::Regex;

use super::{
    fails, holds,
    named::Names,
    quantity::{OF_RANK_AND_TIME, agree, is_like_in_size, is_of_a_change, is_relative, statement},
    scope::{OF_ANOTHER_SCOPE, OF_ANOTHER_TIME},
};
use crate::{
    annotate::{
        Annotations, Figure, FigureRole,
        relations::{
            Doubt, Relation, Verdict,
            clause::{STOPS_AND_SEMICOLON, Sentence, mentions, sentences},
            likeness::{clause, follow, lead, shared_start},
        },
    },
    lexicon::{
        segmenter::words,
        unit::{self, Dimension},
    },
    outline::{Article, BlockKind},
    text::Span,
};

/// Words that say that a number is all there is, in front of it.
static TOTAL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("累计|总计|合计|总共|一共|共计|共有|(?:^|[^公])共").expect("the pattern is well formed")
});

/// Words that say when without a date.
static WHEN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("截[至止]|目前|至今|如今|现在|眼下|当前|过去|原来|以前|当时|最初|起初|最终|后来|[一二三四前上下]季度|[上下]半年|[0-9]{1,2}月份?|[0-9一二三四]{1,2}[—－-][0-9]{1,2}月")
        .expect("the pattern is well formed")
});

/// What a rate is named by, without which it tells of a change.
const NAMES_OF_RATES: &[&str] = &["率", "比重", "占比", "比例", "指数"];

/// How many characters lead up to an attribute at least, and how many to a total that needs its verb.
const SHORTEST_ATTRIBUTE: usize = 3;
const SHORTEST_DEED: usize = 4;

/// No sentence is longer, in bytes; in a line without stops nothing tells what is said of what.
const LONGEST_SENTENCE: usize = 3000;

/// More values than this behind the same words are of as many things.
const MOST_VALUES: usize = 2;

/// A figure of the running text with what tells it from others.
struct Mention<'a> {
    figure: &'a Figure,
    /// The words between it and what follows.
    follow: &'a str,
    /// Names and scopes in front of it in its sentence, sorted.
    of: Vec<&'a str>,
    /// Words of time in its sentence.
    at: Vec<&'a str>,
    /// Whether it says that it is all there is.
    is_total: bool,
}

/// What a quantity is, by its words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Wording<'a> {
    /// What its unit measures.
    dimension: Option<Dimension>,
    /// Its measure word, if that measures nothing.
    unit: &'a str,
    /// What leads up to it.
    words: String,
}

impl Mention<'_> {
    fn agrees(&self, other: &Self) -> bool {
        agree(self.figure, other.figure) || agree(other.figure, self.figure)
    }

    /// Whether what follows both can be the same.
    fn goes_on_like(&self, other: &Self) -> bool {
        self.follow.is_empty() || other.follow.is_empty() || shared_start(self.follow, other.follow) >= 2
    }
}

/// The quantities that the paragraphs of an article give more than once.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    let mut by_wording: HashMap<Wording<'_>, Vec<Mention<'_>>> = HashMap::new();
    let mut wordings = Vec::new();
    let names = Names::of(article, said);
    for sentence in sentences(article, said, &STOPS_AND_SEMICOLON) {
        let block = &article.blocks[sentence.block_index()];
        let is_read = block.kind == BlockKind::Paragraph
            && !block.is_caption()
            && !sentence.figures.is_empty()
            && sentence.text().len() <= LONGEST_SENTENCE;
        if !is_read {
            continue;
        }
        for (wording, mention) in read(article, said, &names, &sentence) {
            let mentions = by_wording.entry(wording.clone()).or_default();
            if mentions.is_empty() {
                wordings.push(wording);
            }
            mentions.push(mention);
        }
    }
    let mut relations = Vec::new();
    for wording in &wordings {
        let mentions = &by_wording[wording];
        let is_new = |at: &usize| !mentions[..*at].iter().any(|earlier| earlier.agrees(&mentions[*at]));
        if (0..mentions.len()).filter(is_new).take(MOST_VALUES + 1).count() > MOST_VALUES {
            continue;
        }
        for at in 1..mentions.len() {
            relations.extend(judge(article, &wording.words, &mentions[..at], &mentions[at]));
        }
    }
    relations
}

/// The mentions of a sentence, each with its unit and the words that lead up to it.
fn read<'a>(
    article: &'a Article,
    said: &'a Annotations,
    names: &Names<'a>,
    sentence: &Sentence<'a>,
) -> Vec<(Wording<'a>, Mention<'a>)> {
    let text = sentence.block_text();
    let at = times(said, sentence);
    let mut found: Vec<(Wording<'_>, Mention<'_>)> = Vec::new();
    let mut is_list = false;
    for figure in sentence.figures {
        let own = clause(text, figure.place.at);
        let is_quantity = !OF_RANK_AND_TIME.contains(&figure.unit.as_str())
            && !figure.unit.is_empty()
            && figure.ends.is_none()
            && !matches!(figure.role, FigureRole::Change | FigureRole::PerUnit | FigureRole::Subset)
            && !is_of_a_change(article, figure)
            && !OF_ANOTHER_SCOPE.iter().any(|word| *word != "累计" && own.contains(word));
        if !is_quantity {
            continue;
        }
        let lead = lead(text, figure.place.at.start);
        let start = figure.place.at.start.min(lead.as_ptr() as usize - text.as_ptr() as usize);
        let in_front = names.in_front(sentence, figure);
        // The words behind the last name.
        let is_inside = |end: &usize| (start..start + lead.len()).contains(end);
        let from = in_front.iter().map(|named| named.at.end).filter(is_inside).max();
        let lead = &lead[from.map_or(0, |from| from - start)..];
        let mut of: Vec<&str> = in_front.iter().map(|named| named.name).collect();
        of.sort_unstable();
        of.dedup();
        let wording =
            ["累计", "总计", "合计", "总共", "一共", "共计", "共有", "已经", "已", "共", "目前", "现有"]
                .iter()
                .fold(lead.to_owned(), |words, filler| words.replace(filler, ""));
        let is_rate = is_relative(figure);
        if is_rate && !NAMES_OF_RATES.iter().any(|name| wording.ends_with(name)) {
            continue;
        }
        let mention = Mention {
            figure,
            follow: follow(text, figure.place.at.end),
            of,
            at: at.clone(),
            is_total: TOTAL.is_match(Span::new(start, figure.place.at.start).of(text)),
        };
        let dimension = unit::named(&figure.unit).map(|unit| unit.dimension);
        let unit = if dimension.is_some() { "" } else { figure.unit.as_str() };
        let key = Wording { dimension, unit, words: wording };
        is_list |= found.iter().any(|(other, _)| *other == key);
        found.push((key, mention));
    }
    // The same words twice in one sentence tell of two things.
    if is_list { Vec::new() } else { found }
}

/// Everything in a sentence that says when; of the paragraph in front of it the last date, if it has none of its own.
fn times<'a>(said: &'a Annotations, sentence: &Sentence<'a>) -> Vec<&'a str> {
    let end = said.dates.partition_point(|date| {
        (date.place.block, date.place.at.start) < (sentence.block_index(), sentence.at.end)
    });
    let of_paragraph =
        said.dates[..end].iter().rev().take_while(|date| date.place.block == sentence.block_index());
    let of_sentence =
        of_paragraph.clone().take_while(|date| date.place.at.start >= sentence.at.start).count();
    let mut times: Vec<&str> = of_paragraph.take(of_sentence.max(1)).map(|date| date.text.as_str()).collect();
    times.extend(WHEN.find_iter(sentence.text()).map(|found| found.as_str()));
    times.extend(OF_ANOTHER_TIME.iter().filter(|word| sentence.text().contains(**word)));
    times.sort_unstable();
    times.dedup();
    times
}

/// A later mention against those in front of it.
fn judge(article: &Article, wording: &str, earlier: &[Mention<'_>], later: &Mention<'_>) -> Option<Relation> {
    let alike = || {
        earlier.iter().filter(|mention| {
            mention.goes_on_like(later)
                && (mention.figure.role == FigureRole::Rate) == (later.figure.role == FigureRole::Rate)
        })
    };
    let length = wording.chars().count();
    let is_same = |mention: &&Mention<'_>| mention.of == later.of && mention.at == later.at;
    if length < SHORTEST_ATTRIBUTE {
        return None;
    }
    if let Some(same) = alike().find(|mention| mention.agrees(later)) {
        return is_same(&same).then(|| holds(article, statement(later.figure), &[statement(same.figure)]));
    }
    let rival = alike().find(|mention| is_like_in_size(mention.figure, later.figure))?;
    let mut relation = fails(article, statement(later.figure), statement(rival.figure));
    let is_definite = is_attribute(wording)
        || length >= SHORTEST_DEED && rival.is_total && later.is_total && later.follow.is_empty();
    if is_same(&rival) && !later.of.is_empty() && is_definite {
        relation.verdict = Verdict::Unlikely;
    } else if is_definite && (rival.of.is_empty() || later.of.is_empty()) && rival.at == later.at {
        relation.verdict = Verdict::Unchecked(Doubt::Scope);
        relation.corrections.clear();
    } else {
        return None;
    }
    Some(relation)
}

/// Whether words name what a thing has one value of: a noun without a verb in front of it.
fn is_attribute(wording: &str) -> bool {
    let words = words(wording);
    words.last().is_some_and(|last| {
        last.tag.starts_with('n') || NAMES_OF_RATES.iter().any(|name| wording.ends_with(name))
    }) && words.iter().all(|word| !matches!(word.tag, "v" | "d" | "p" | "c" | "r" | "m"))
        && !mentions(wording, &["资金", "价值"])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{annotate::annotate, outline::Layout};

    /// The verdicts on the repetitions of an article with these paragraphs.
    fn verdicts(paragraphs: &[&str]) -> Vec<Verdict> {
        let mut text = "青禾县工作有序推进\n".to_owned();
        for paragraph in paragraphs {
            text.extend(["\n　　", paragraph, "\n"]);
        }
        let article = Article::parse(&text, &Layout { indented: true, spaced: true, ..Layout::default() });
        find(&article, &annotate(&text, &article)).iter().map(|relation| relation.verdict).collect()
    }

    #[test]
    fn one_attribute_and_one_total_of_one_actor_have_one_value() {
        for (first, second, verdict) in [
            ("青禾镇耕地面积3.2万亩，连片种植。", "青禾镇耕地面积2.3万亩，片片有人管。", Verdict::Unlikely),
            ("青禾镇耕地面积3.2万亩，连片种植。", "青禾镇耕地面积达32000亩，片片有人管。", Verdict::Holds),
            ("青禾镇耕地面积3.2万亩，连片种植。", "青禾镇耕地面积达2133公顷，片片有人管。", Verdict::Holds),
            (
                "青禾镇耕地面积3.2万亩，连片种植。",
                "青禾镇耕地面积达1233公顷，片片有人管。",
                Verdict::Unlikely,
            ),
            ("全镇森林覆盖率达43%，绿意正浓。", "山更绿了，全镇森林覆盖率为53%。", Verdict::Unlikely),
            ("青禾镇共收集建议127件，逐条办理。", "青禾镇累计收集建议172件，全部答复。", Verdict::Unlikely),
            ("青禾镇共收集建议127件，逐条办理。", "青禾镇累计收集建议120余件，全部答复。", Verdict::Holds),
            // Who is meant is not said.
            (
                "青禾镇耕地面积3.2万亩，连片种植。",
                "耕地面积2.3万亩，片片有人管。",
                Verdict::Unchecked(Doubt::Scope),
            ),
        ] {
            assert_eq!(verdicts(&[first, second]), [verdict], "{first} {second}");
        }
    }

    #[test]
    fn another_actor_time_part_or_deed_is_another_quantity() {
        for (first, second) in [
            ("青禾镇耕地面积3.2万亩，连片种植。", "青山镇耕地面积2.3万亩，片片有人管。"),
            ("青河村地势平坦。全村耕地面积3200亩。", "青山村山多。全村耕地面积2300亩。"),
            ("2022年，青禾镇粮食总产量3.2万吨。", "2023年，青禾镇粮食总产量3.4万吨。"),
            ("去年，青禾镇粮食总产量3.2万吨。", "青禾镇粮食总产量3.4万吨。"),
            ("青禾镇共收集建议127件，逐条办理。", "其中，青禾镇网上共收集建议72件，全部答复。"),
            ("青禾镇发放传单127份，上门讲解。", "青禾镇发放传单172份，进校宣传。"),
            ("青禾镇水田面积1.2万亩。", "青禾镇旱地面积2.3万亩。"),
            ("青禾镇投入资金120万元，修渠引水。", "青禾镇投入资金210万元，改造老街。"),
            ("力争明年青禾镇森林覆盖率达到50%。", "青禾镇森林覆盖率达到43%。"),
            ("青禾镇与青山镇共收集建议127件，逐条办理。", "青山镇共收集建议72件，全部答复。"),
            ("红星小区居民人口3200人，青禾镇人口3.2万人。", "青禾镇人口3.2万人，外出人口1.3万人。"),
        ] {
            let found = verdicts(&[first, second]);
            assert!(
                !found.contains(&Verdict::Unlikely) && !found.contains(&Verdict::Fails),
                "{first} {second}"
            );
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn an_attribute_in_other_units_and_roundings_agrees_and_another_value_does_not(
            hundreds in 101_u32..980, off in 3_u32..90, up in any::<bool>(), form in 0..4,
        ) {
            let area = hundreds * 100;
            let stated = |area: u32| {
                let ten_thousands = f64::from(area) / 10_000.0;
                match form {
                    0 => format!("{area}亩"),
                    1 => format!("{ten_thousands:.2}万亩"),
                    2 => format!("约{ten_thousands:.2}万亩"),
                    _ => format!("{}余亩", area / 1000 * 1000),
                }
            };
            let body = |area: u32| format!("巡田不停，青禾镇耕地面积{}，片片有人管。", stated(area));
            let first = format!("普查显示，青禾镇耕地面积{area}亩，连片种植。");
            prop_assert_eq!(verdicts(&[&first, &body(area)]), [Verdict::Holds]);
            // Far enough for any of the forms: by a tenth or more, within what reads as the same quantity.
            let other = if up { area + area / 100 * (off + 22) } else { area - area / 100 * (off / 3 + 22) };
            // 20000余 may be anything up to 30000.
            let is_rough = other / 1000 == area / 1000 || other / 1000 % 10 == 0 || area / 1000 % 10 == 0;
            prop_assume!(form != 3 || !is_rough);
            let found = verdicts(&[&first, &body(other)]);
            prop_assert_eq!(&found, &[Verdict::Unlikely], "{} {}", first, body(other));
        }
    }
}
