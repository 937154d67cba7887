//! The card of a place: its level, what it lies in, its code, and what became of it.

use super::Card;
use crate::{
    annotate::{Locality, LocalityKind},
    lexicon::{
        former_county::{self, FormerCounty},
        gazetteer::{self, Division},
        new_county::{self, NewCounty},
    },
    rules::Words,
};

/// The card of a place.
pub fn card(one: &Locality) -> Card {
    let mut facts = Vec::new();
    if let Some(wrong) = &one.misspelling {
        facts.push(Words::new(
            format!("疑为“{}”之误", wrong.meant),
            format!("Perhaps {} is meant", wrong.meant),
        ));
    }
    match &one.normalized {
        Some(full) => {
            let path = path(full, &one.text).join(" › ");
            facts.push(Words::new(path.clone(), path));
        }
        None if one.kind <= LocalityKind::Community => {
            facts.push(namesakes(&one.text));
        }
        None => {}
    }
    if let Some(code) = one.code {
        let division = one.normalized.as_deref().and_then(listed).map(|(_, division)| division);
        facts.push(code_and_years(code, division));
    }
    facts.extend(former(one).map(|county| what_became_of(&county)));
    Card { span: one.place.span, name: one.text.clone(), kind: Some(level(one.kind)), facts }
}

/// The former division that a place is; one whose name another place still bears only where the draft says which.
fn former(one: &Locality) -> Option<FormerCounty> {
    let county = former_county::find(&one.text)?;
    let is_there = |full: &str| full.starts_with(county.parent);
    (!county.shares_its_name() || one.normalized.as_deref().is_some_and(is_there)).then_some(county)
}

/// What became of a former division, and where that is published.
fn what_became_of(county: &FormerCounty) -> Words {
    let FormerCounty { last_year, successor, .. } = county;
    let source = county.source();
    Words::new(
        format!("{last_year}年撤销或更名，今为{successor}（依据：{source}）"),
        format!("Abolished or renamed in {last_year}; now {successor} (source: {source})"),
    )
}

/// The places that bear a name, where the draft does not say which is meant.
fn namesakes(name: &str) -> Words {
    const MOST: usize = 5;
    let all: Vec<String> = gazetteer::named(name)
        .into_iter()
        .flat_map(gazetteer::Bearers::iter)
        .filter(|one| one.is_current())
        .map(|one| one.full_name(name))
        .collect();
    if all.is_empty() {
        return Words::new("未能确定所属", "Not found in the lists of divisions");
    }
    let (count, shown) = (all.len(), all[..all.len().min(MOST)].join("、"));
    let more = if count > MOST { "……" } else { "" };
    Words::new(
        format!("同名的有 {count} 处，未能确定是哪一处：{shown}{more}"),
        format!("{count} places bear this name; the draft does not say which: {shown}{more}"),
    )
}

/// The code of a division, and the years whose lists have it.
fn code_and_years(code: u64, division: Option<Division>) -> Words {
    let Some(division) = division else {
        return Words::new(format!("区划代码：{code}"), format!("Division code: {code}"));
    };
    if let Some(NewCounty { year, source, .. }) = new_county::find(code) {
        return Words::new(
            format!("区划代码：{code}（{year}年设立，依据：{source}）"),
            format!("Division code: {code} (set up in {year}; source: {source})"),
        );
    }
    let years: Vec<String> = division.years().map(|year| year.to_string()).collect();
    let [_, latest] = gazetteer::RELEASES;
    let (zh, en) = if division.is_listed() {
        (String::new(), String::new())
    } else {
        (format!("，{latest}年已无"), format!(", gone by {latest}"))
    };
    Words::new(
        format!("区划代码：{code}（见于{}年区划代码{zh}）", years.join("、")),
        format!("Division code: {code} (in the codes of {}{en})", years.join(", ")),
    )
}

/// The names a full name is made of, from the province down, and the division it names, if a list has it.
fn listed(full: &str) -> Option<(Vec<String>, Division)> {
    gazetteer::names_ending(full).into_iter().find_map(|(start, bearers)| {
        let own = &full[start..];
        let division = bearers.iter().find(|division| division.full_name(own) == full)?;
        let mut names: Vec<String> =
            division.chain().map(|one| one.name().unwrap_or(own).to_owned()).collect();
        names.dedup();
        names.reverse();
        Some((names, division))
    })
}

/// The divisions a full name is made of, from the province down; `name` is its last, if no list has it.
pub fn path(full: &str, name: &str) -> Vec<String> {
    let above = |full: &str| {
        let (mut names, _) = listed(full.strip_suffix(name)?)?;
        names.push(name.to_owned());
        Some(names)
    };
    listed(full).map(|(names, _)| names).or_else(|| above(full)).unwrap_or_else(|| vec![full.to_owned()])
}

fn level(kind: LocalityKind) -> Words {
    let (zh, en) = match kind {
        LocalityKind::Province => ("省级", "province"),
        LocalityKind::City => ("地级", "prefecture"),
        LocalityKind::County => ("县级", "county"),
        LocalityKind::Town => ("乡级", "township"),
        LocalityKind::Village => ("村", "village"),
        LocalityKind::Community => ("社区", "community"),
        LocalityKind::Country => ("国家", "country"),
        LocalityKind::Natural => ("自然地理实体", "natural feature"),
        LocalityKind::Other => ("其他地点", "other place"),
    };
    Words::new(zh, en)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Analysis;

    /// The facts on the card of the place `name` in an article of that body.
    fn facts(body: &str, name: &str) -> String {
        let text = format!("山村办起夜校\n\n{body}，三十多名村民来学电商直播，大家都很高兴。（王江）\n");
        let analysis = Analysis::of(&text);
        let annotations = &analysis.articles[0].analysis.annotations;
        let place =
            annotations.localities.iter().find(|place| place.text == name).expect("the place is found");
        card(place).facts.into_iter().map(|fact| fact.zh).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_card_of_a_former_county_says_what_it_is_now_and_by_which_source() {
        let card = facts("近日，江苏省苏州市吴江市的夜校开课", "吴江市");
        assert!(card.contains("今为苏州市吴江区"), "{card}");
        assert!(card.contains("民政部《2012年县级以上行政区划变更情况》"), "{card}");
    }

    #[test]
    fn the_card_of_a_new_county_says_since_when_and_by_which_source() {
        let card = facts("近日，新疆和田地区和康县的夜校开课", "和康县");
        assert!(card.contains("新疆维吾尔自治区 › 和田地区 › 和康县"), "{card}");
        assert!(card.contains("区划代码：653228（2024年设立，依据：新疆维吾尔自治区人民政府"), "{card}");
    }

    #[test]
    fn a_place_that_shares_the_name_of_a_former_one_is_not_called_former() {
        let card = facts("近日，宁波市江北区的夜校开课", "江北区");
        assert!(!card.contains("撤销"), "{card}");
        let card = facts("近日，重庆市江北区的夜校开课", "江北区");
        assert!(card.contains("今为重庆市两江新区"), "{card}");
    }
}
