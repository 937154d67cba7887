//! The card of a body: what kind it is, its full name, its place, its people and where it is mentioned.

use std::collections::BTreeSet;

use super::{Card, locality::path, mentions::mentions};
use crate::{
    annotate::{Annotations, Locality, Organization, OrganizationKind},
    rules::Words,
    server::session::Open,
};

/// The card of a body; `said` is what its article says.
pub fn card(open: &Open, said: &Annotations, one: &Organization) -> Card {
    let name = full(one);
    let mut facts = Vec::new();
    if name != one.text {
        facts.push(Words::new(format!("全称：{name}"), format!("In full: {name}")));
    }
    if let Some(place) = seat(said, one) {
        let place = place.join(" › ");
        facts.push(Words::new(format!("所属地区：{place}"), format!("Place: {place}")));
    }
    let people = people(open, name);
    if !people.is_empty() {
        let (zh, en) = (people.join("；"), people.join("; "));
        facts.push(Words::new(format!("人员：{zh}"), format!("People: {en}")));
    }
    facts.push(mentions(open, |said| {
        said.organizations.iter().filter(|other| full(other) == name).map(|other| other.place.span).collect()
    }));
    Card { span: one.place.span, name: one.text.clone(), kind: Some(kind(one.kind)), facts }
}

/// The full name of a body, or the name as written where that is all there is.
fn full(one: &Organization) -> &str {
    one.normalized.as_deref().unwrap_or(&one.text)
}

/// The place a body is called by: the last of those in its name as written, or the place of the article that its full
/// name begins with.
fn seat(said: &Annotations, body: &Organization) -> Option<Vec<String>> {
    let inside = |place: &&Locality| {
        let span = place.place.span;
        body.place.span.start <= span.start && span.end <= body.place.span.end
    };
    let resolved = |place: &Locality| Some(path(place.normalized.as_deref()?, &place.text));
    let own = said.localities.iter().filter(inside).filter_map(resolved).next_back();
    let name = full(body).trim_start_matches("中共");
    let begins = |path: &Vec<String>| path.last().is_some_and(|last| name.starts_with(last.as_str()));
    own.or_else(|| {
        let all = said.localities.iter().filter_map(resolved).filter(begins);
        all.max_by_key(|path| path.last().map_or(0, String::len))
    })
}

/// The people whose posts name a body, each with that post, in the order of the draft. What a body is called differs
/// from article to article: 市委统战部 is another one in the next city.
fn people(open: &Open, body: &str) -> Vec<String> {
    let mut people = Vec::new();
    for article in &open.analysis.articles {
        let said = &article.analysis.annotations;
        let names: BTreeSet<&str> = said
            .organizations
            .iter()
            .filter(|other| full(other) == body)
            .map(|other| other.text.as_str())
            .collect();
        for person in &said.persons {
            for post in person.posts.iter().filter(|post| names.iter().any(|name| post.starts_with(name))) {
                let shown = format!("{} {post}", person.text);
                if !people.contains(&shown) {
                    people.push(shown);
                }
            }
        }
    }
    people
}

fn kind(kind: OrganizationKind) -> Words {
    let (zh, en) = match kind {
        OrganizationKind::Party => ("党的机构", "Party body"),
        OrganizationKind::Government => ("国家机关", "state organ"),
        OrganizationKind::DemocraticParty => ("民主党派", "democratic party"),
        OrganizationKind::Association => ("社会团体", "association"),
        OrganizationKind::Chamber => ("工商联、商会", "chamber of commerce"),
        OrganizationKind::Company => ("企业", "company"),
        OrganizationKind::School => ("学校", "school"),
        OrganizationKind::Hospital => ("医院", "hospital"),
        OrganizationKind::Media => ("媒体", "media"),
        OrganizationKind::Volunteer => ("志愿组织", "volunteers"),
        OrganizationKind::Other => ("其他机构", "other body"),
    };
    Words::new(zh, en)
}
