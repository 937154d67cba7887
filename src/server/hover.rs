//! `textDocument/hover`: cards for places, organizations and people.

use std::collections::BTreeSet;

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, session::Open};
use crate::{
    annotate::{Annotations, Locality, LocalityKind, Organization, OrganizationKind, Person, Place},
    lexicon::{
        former_county::{self, FormerCounty},
        gazetteer::{self, Division},
    },
    rules::{Language, Words},
    text::{Encoding, Span},
};

/// What is known of a name.
struct Card {
    /// Where the name stands in its article.
    span: Span,
    name: String,
    /// What kind of thing bears it.
    kind: Option<Words>,
    facts: Vec<Words>,
}

/// The cards of what stands at a position, the narrowest first; its range is the range of the hover.
pub fn of(open: &Open, position: lsp::Position, abilities: Abilities) -> Option<lsp::Hover> {
    let offset = open.document.offset(convert::position(position), abilities.encoding);
    let article = open.analysis.articles.iter().find(|article| article.span.holds(offset))?;
    let said = &article.analysis.annotations;
    let here = |place: &Place| place.span.holds(offset - article.span.start);
    let places = said.localities.iter().filter(|one| here(&one.place)).map(locality);
    let bodies =
        said.organizations.iter().filter(|one| here(&one.place)).map(|one| organization(open, said, one));
    let people = said.persons.iter().filter(|one| here(&one.place)).map(|one| person(open, one));
    let mut cards: Vec<Card> = places.chain(bodies).chain(people).collect();
    cards.sort_by_key(|card| card.span.end - card.span.start);
    let range = cards.first()?.span.shift(article.span.start);
    Some(lsp::Hover {
        contents: content(&cards, abilities).into(),
        range: Some(convert::range(&open.document, range, abilities.encoding)),
    })
}

fn content(cards: &[Card], abilities: Abilities) -> lsp::MarkupContent {
    let shown = |card: &Card| {
        let kind = card.kind.as_ref().map(|kind| match abilities.language {
            Language::Chinese => format!("（{}）", kind.zh),
            Language::English => format!(" ({})", kind.en),
        });
        let kind = kind.unwrap_or_default();
        let facts = card.facts.iter().map(|fact| fact.get(abilities.language));
        if abilities.markdown {
            let title = format!("**{}**{kind}", escaped(&card.name));
            std::iter::once(title).chain(facts.map(escaped)).collect::<Vec<_>>().join("\n\n")
        } else {
            let title = format!("{}{kind}", card.name);
            std::iter::once(title.as_str()).chain(facts).collect::<Vec<_>>().join("\n")
        }
    };
    let shown: Vec<String> = cards.iter().map(shown).collect();
    if abilities.markdown {
        lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value: shown.join("\n\n---\n\n") }
    } else {
        lsp::MarkupContent { kind: lsp::MarkupKind::PlainText, value: shown.join("\n\n") }
    }
}

/// Text in which Markdown sees nothing but text.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '&' | '|' | '~') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}

fn locality(one: &Locality) -> Card {
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
fn path(full: &str, name: &str) -> Vec<String> {
    let above = |full: &str| {
        let (mut names, _) = listed(full.strip_suffix(name)?)?;
        names.push(name.to_owned());
        Some(names)
    };
    listed(full).map(|(names, _)| names).or_else(|| above(full)).unwrap_or_else(|| vec![full.to_owned()])
}

/// The full name of a body, or the name as written where that is all there is.
fn full(one: &Organization) -> &str {
    one.normalized.as_deref().unwrap_or(&one.text)
}

fn organization(open: &Open, said: &Annotations, one: &Organization) -> Card {
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

fn person(open: &Open, one: &Person) -> Card {
    let mut facts = Vec::new();
    // A person is introduced once and named without posts afterwards: the card has what the whole draft says.
    let mut posts: Vec<&str> = Vec::new();
    let articles = open.analysis.articles.iter();
    for other in articles.flat_map(|article| &article.analysis.annotations.persons) {
        for post in other.posts.iter().filter(|_| other.text == one.text) {
            if !posts.contains(&post.as_str()) {
                posts.push(post);
            }
        }
    }
    if !posts.is_empty() {
        let posts = posts.join("、");
        facts.push(Words::new(posts.clone(), posts));
    }
    facts.push(mentions(open, |said| {
        said.persons.iter().filter(|other| other.text == one.text).map(|other| other.place.span).collect()
    }));
    Card { span: one.place.span, name: one.text.clone(), kind: None, facts }
}

/// How often something is mentioned in the draft, and on which lines.
fn mentions(open: &Open, of: impl Fn(&Annotations) -> Vec<Span>) -> Words {
    let (mut count, mut lines) = (0, BTreeSet::new());
    for placed in &open.analysis.articles {
        for span in of(&placed.analysis.annotations) {
            count += 1;
            let start = span.shift(placed.span.start).start;
            lines.insert(open.document.position(start, Encoding::Utf32).line + 1);
        }
    }
    let list = |comma| lines.iter().map(usize::to_string).collect::<Vec<_>>().join(comma);
    let (times, line) =
        (if count == 1 { "mention" } else { "mentions" }, if lines.len() == 1 { "line" } else { "lines" });
    Words::new(
        format!("全稿提及 {count} 处：第 {} 行", list("、")),
        format!("{count} {times} in the draft: {line} {}", list(", ")),
    )
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
