//! Full names of bodies whose place is left out: in an article from 常熟市, 市委统战部 is 中共常熟市委统战部.

use crate::{
    annotate::{LocalityKind, Organization, OrganizationKind, localities::Mention},
    lexicon::{gazetteer::Level, organization_head::DEMOCRATIC_PARTIES},
    outline::Article,
};

/// The levels that a name may begin with, and the level of the codes they stand for.
const LEVELS: [(&str, &[Level]); 8] = [
    ("街道", &[Level::Town]),
    ("省", &[Level::Province]),
    ("市", &[Level::County, Level::City]),
    ("县", &[Level::County]),
    ("区", &[Level::County]),
    ("州", &[Level::City]),
    ("镇", &[Level::Town]),
    ("乡", &[Level::Town]),
];

/// Fills in the full names that the article's own place gives: the division of that level that was named last, or
/// else the first that is named at all.
pub(super) fn resolve(article: &Article, localities: &[Vec<Mention>], bodies: &mut [Organization]) {
    let mut named = localities
        .iter()
        .enumerate()
        .flat_map(|(block, mentions)| mentions.iter().map(move |mention| (block, mention)))
        .map(|(block, mention)| ((block, mention.at.start), homes(article, block, mention)))
        .peekable();
    let mut first: [Option<String>; LEVELS.len()] = Default::default();
    for (block, mentions) in localities.iter().enumerate() {
        for mention in mentions {
            for (known, home) in first.iter_mut().zip(homes(article, block, mention)) {
                *known = known.take().or(home);
            }
        }
    }
    let mut last: [Option<String>; LEVELS.len()] = Default::default();
    for body in bodies {
        let place = body.place;
        while let Some((_, homes)) = named.next_if(|(at, _)| *at < (place.block, place.at.start)) {
            for (known, home) in last.iter_mut().zip(homes) {
                *known = home.or(known.take());
            }
        }
        let elided = || {
            let at = LEVELS.iter().position(|(level, _)| body.text.starts_with(level))?;
            let home = last[at].as_ref().or(first[at].as_ref())?;
            Some(format!("{home}{}", body.text.strip_prefix(LEVELS[at].0)?))
        };
        body.normalized = democratic_party(&body.text)
            .or_else(elided)
            .or_else(|| begins_with_place(localities, body).then(|| body.text.clone()))
            .map(|name| with_party(body.kind, name));
    }
}

/// For each of [`LEVELS`], the division of that level that a mention lies in.
fn homes(article: &Article, block: usize, mention: &Mention) -> [Option<String>; LEVELS.len()] {
    LEVELS.map(|(suffix, levels)| {
        let own = mention.at.of(article.blocks[block].text.as_str());
        mention
            .resolved()?
            .chain()
            .filter(|one| levels.contains(&one.level()))
            .find_map(|one| one.name().or(Some(own)).filter(|name| name.ends_with(suffix)))
            .map(str::to_owned)
    })
}

fn begins_with_place(localities: &[Vec<Mention>], body: &Organization) -> bool {
    let mentions = &localities[body.place.block];
    let at = mentions.partition_point(|mention| mention.at.start < body.place.at.start);
    mentions
        .get(at)
        .is_some_and(|one| one.at.start == body.place.at.start && one.kind <= LocalityKind::Community)
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
