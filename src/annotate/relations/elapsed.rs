//! Anniversaries and ages follow from two years: 成立于1949年…2024年迎来成立75周年, 1985年出生…2015年牺牲时年仅30岁.

use std::sync::LazyLock;

use regex::Regex;

use super::{Correction, Operand, OperandRole, Relation, RelationKind, Verdict};
use crate::{
    annotate::{
        Annotations, Date, DateKind, Place,
        dates::{
            number::{self, DIGITS},
            range,
        },
    },
    outline::Article,
    text::{Span, nearby},
};

static CLAIM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!("(?P<number>{DIGITS})(?P<unit>周年|岁)")).expect("the pattern is well formed")
});

/// What may stand between the later year and an anniversary: nothing that names another founding.
static OWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^，?(?:[\\p{Han}]{0,8}(?:建校|建厂|建院|建馆|办学|创刊|办刊)|[迎来庆祝喜举行办是将隆重正好恰逢]{0,8}(?:成立|创办|创建|组建|开办)?)$")
        .expect("the pattern is well formed")
});

/// What two years are the distance of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// 周年: the difference itself.
    Anniversary,
    /// 岁: by Western reckoning the difference or one less, by the Chinese one more.
    Age,
}

/// The anniversaries and ages in an article whose two years are printed in one sentence.
pub fn find(article: &Article, said: &Annotations) -> Vec<Relation> {
    said.dates.windows(2).filter_map(|pair| relate(article, &pair[0], &pair[1])).collect()
}

fn relate(article: &Article, first: &Date, second: &Date) -> Option<Relation> {
    let gap = range::gap(article, first, second).filter(|gap| gap.len() <= 150)?;
    let (from, to) = (first.year?, second.year_meant.certain()?);
    if gap.contains(['。', '！', '？', '；']) || first.kind != DateKind::Gregorian || from > to {
        return None;
    }
    let text = article.blocks[first.place.block].text.as_str();
    let kind = origin(&text[..first.place.at.start], gap)?;
    let after = nearby::behind(text, second.place.at.end);
    // The claim stands in the clause of the second year or the next.
    let stop = after.find(['。', '；', '！', '？']).unwrap_or(after.len());
    let reach = after[..stop].match_indices('，').nth(1).map_or(stop, |(at, _)| at);
    let clauses = &after[..reach];
    let found = CLAIM.captures(clauses)?;
    let number = found.name("number")?;
    let is_age = &found["unit"] == "岁";
    let before = &clauses[..number.start()];
    let is_told = if is_age {
        ["年仅", "时年", "享年", "终年", "年满"].iter().any(|word| before.ends_with(word))
    } else {
        OWN.is_match(before)
    };
    if is_age != (kind == Kind::Age) || !is_told {
        return None;
    }
    let claimed = i32::try_from(number::read(number.as_str())?).ok()?;
    let years = to - from;
    let holds = match kind {
        Kind::Anniversary => claimed == years,
        Kind::Age => (years - 1..=years + 1).contains(&claimed),
    };
    let start = second.place.at.end + number.start();
    let at = Span::new(start, second.place.at.end + found.get_match().end());
    let block = &article.blocks[first.place.block];
    let place = Place { span: block.text.to_source(at), block: first.place.block, at };
    let claim = Operand { place, text: at.of(text).to_owned(), role: OperandRole::Length };
    let operand = |date: &Date, role| Operand { place: date.place, text: date.text.clone(), role };
    let mut corrections = Vec::new();
    if !holds {
        let right = number::like(number.as_str(), u32::try_from(years).unwrap_or(0));
        corrections.push(Correction { place, text: format!("{right}{}", &found["unit"]) });
    }
    Some(Relation {
        kind: RelationKind::Elapsed,
        claim,
        operands: vec![operand(first, OperandRole::Before), operand(second, OperandRole::After)],
        formula: format!("{to} − {from} = {years}"),
        verdict: if holds { Verdict::Holds } else { Verdict::Fails },
        corrections,
    })
}

/// What happened in the first year: a birth or a founding, told right in front of it or right behind.
fn origin(before: &str, gap: &str) -> Option<Kind> {
    let near = &gap[..gap.find('，').unwrap_or(gap.len())];
    let told = |in_front: &[&str], behind: &[&str]| {
        in_front.iter().any(|word| before.ends_with(word)) || behind.iter().any(|word| near.starts_with(word))
    };
    if told(&["生于", "出生于"], &["出生", "生于", "生，", "生人"]) {
        Some(Kind::Age)
    } else if told(
        &["成立于", "创办于", "创建于", "始建于", "建于", "创刊于", "组建于", "开办于", "建校于"],
        &["成立", "创办", "创建", "创刊", "建校", "建厂", "建院", "组建"],
    ) {
        Some(Kind::Anniversary)
    } else {
        None
    }
}
