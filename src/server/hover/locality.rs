//! The card of a place: its level, what it lies in, its code, and what became of it.

use super::Card;
use crate::{
    annotate::{Locality, LocalityKind},
    lexicon::{
        former_county::{self, FormerCounty},
        gazetteer::{self, Division},
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
    if let Some(FormerCounty { last_year, successor, .. }) = former_county::find(&one.text) {
        facts.push(Words::new(
            format!("{last_year}年撤销或更名，今为{successor}"),
            format!("Abolished or renamed in {last_year}; now {successor}"),
        ));
    }
    Card { span: one.place.span, name: one.text.clone(), kind: Some(level(one.kind)), facts }
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
    let years: Vec<String> = division.years().map(|year| year.to_string()).collect();
    let [_, latest] = gazetteer::RELEASES;
    let (zh, en) = if division.is_current() {
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
