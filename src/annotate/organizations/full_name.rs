//! Full names of bodies whose place is left out: in an article from 常熟市, 市委统战部 is 中共常熟市委统战部.

use crate::{
    annotate::{LocalityKind, Organization, OrganizationKind, localities::Mention},
    lexicon::{gazetteer::Level, organization_head::DEMOCRATIC_PARTIES},
    outline::Article,
};

/// The levels that a name may begin with, and the level of the codes they stand for.
const LEVELS: &[(&str, &[Level])] = &[
    ("街道", &[Level::Town]),
    ("省", &[Level::Province]),
    ("市", &[Level::County, Level::City]),
    ("县", &[Level::County]),
    ("区", &[Level::County]),
    ("州", &[Level::City]),
    ("镇", &[Level::Town]),
    ("乡", &[Level::Town]),
];

/// Fills in the full names that the article's own place gives.
pub(super) fn resolve(article: &Article, localities: &[Vec<Mention>], bodies: &mut [Organization]) {
    for body in bodies {
        let place = body.place;
        body.normalized = democratic_party(&body.text)
            .or_else(|| {
                let (level, kinds) =
                    LEVELS.iter().find(|(level, _)| body.text.starts_with(level)).copied()?;
                let home = nearest(article, localities, place.block, place.at.start, level, kinds)?;
                Some(format!("{home}{}", body.text.strip_prefix(level)?))
            })
            .or_else(|| begins_with_place(localities, body).then(|| body.text.clone()))
            .map(|name| with_party(body.kind, name));
    }
}

/// The division of a level that the article speaks of: the nearest named before, or the first after.
fn nearest(
    article: &Article,
    localities: &[Vec<Mention>],
    block: usize,
    at: usize,
    suffix: &str,
    kinds: &[Level],
) -> Option<String> {
    let names = |index: usize, mention: &Mention| {
        let division = mention.resolved()?;
        let own = mention.at.of(article.blocks[index].text.as_str());
        division
            .chain()
            .filter(|one| kinds.contains(&one.level()))
            .find_map(|one| one.name().or(Some(own)).filter(|name| name.ends_with(suffix)))
            .map(str::to_owned)
    };
    let mut before = None;
    for (index, mentions) in localities.iter().enumerate() {
        for mention in mentions {
            if (index, mention.at.start) >= (block, at) && before.is_some() {
                return before;
            }
            before = names(index, mention).or(before);
        }
    }
    before
}

fn begins_with_place(localities: &[Vec<Mention>], body: &Organization) -> bool {
    localities[body.place.block]
        .iter()
        .any(|mention| mention.at.start == body.place.at.start && mention.kind <= LocalityKind::Community)
}

/// 民盟常熟市委 is 中国民主同盟常熟市委员会.
fn democratic_party(name: &str) -> Option<String> {
    let (short, full) = DEMOCRATIC_PARTIES
        .iter()
        .filter(|(short, _)| name.starts_with(short))
        .max_by_key(|(short, _)| short.len())?;
    let rest = name.strip_prefix(short)?;
    let rest = match rest.strip_suffix("委会").or_else(|| rest.strip_suffix('委')) {
        Some(place) if !place.is_empty() => format!("{place}委员会"),
        _ => rest.to_owned(),
    };
    Some(format!("{full}{rest}"))
}

fn with_party(kind: OrganizationKind, name: String) -> String {
    if kind == OrganizationKind::Party && !name.starts_with("中共") && !name.starts_with("中国共产党")
    {
        format!("中共{name}")
    } else {
        name
    }
}
