//! `textDocument/hover`: cards for places, organizations and people.

use tower_lsp::gen_lsp_types as lsp;

use super::{convert, session::Open};
use crate::{
    annotate::{LocalityKind, OrganizationKind},
    check::PlacedArticle,
    text::{Encoding, Span},
};

/// The cards of what stands at a position.
pub fn of(open: &Open, position: lsp::Position, encoding: Encoding) -> Option<lsp::Hover> {
    let offset = open.document.offset(convert::position(position), encoding);
    let placed = open.analysis.articles.iter().find(|placed| placed.span.holds(offset))?;
    let inner = offset - placed.span.start;
    let said = &placed.analysis.annotations;
    let mut cards = Vec::new();
    let mut range = None;
    for place in said.localities.iter().filter(|place| place.place.span.holds(inner)) {
        range.get_or_insert(place.place.span);
        let full = place.normalized.as_deref().unwrap_or("未能确定所属 · not resolved");
        let code = place.code.map(|code| format!("\n\n代码 · code：{code}")).unwrap_or_default();
        cards.push(format!("**{}**（{}）\n\n{full}{code}", place.text, level(place.kind)));
    }
    for body in said.organizations.iter().filter(|body| body.place.span.holds(inner)) {
        range.get_or_insert(body.place.span);
        let full = body.normalized.as_deref().unwrap_or(&body.text);
        let mentions = mentions(open, &body.text);
        cards.push(format!("**{}**（{}）\n\n{full}\n\n{mentions}", body.text, kind(body.kind)));
    }
    for person in said.persons.iter().filter(|person| person.place.span.holds(inner)) {
        range.get_or_insert(person.place.span);
        let posts = person.posts.join("、");
        cards.push(format!("**{}**\n\n{posts}\n\n{}", person.text, mentions(open, &person.text)));
    }
    let range = range?.shift(placed.span.start);
    Some(lsp::Hover {
        contents: lsp::MarkupContent { kind: lsp::MarkupKind::Markdown, value: cards.join("\n\n---\n\n") }
            .into(),
        range: Some(convert::range(&open.document, range, encoding)),
    })
}

/// How often a name is mentioned in the draft, and on which lines.
fn mentions(open: &Open, name: &str) -> String {
    let spans = |placed: &PlacedArticle| -> Vec<Span> {
        let said = &placed.analysis.annotations;
        let bodies = said.organizations.iter().filter(|body| body.text == name).map(|body| body.place.span);
        let people = said.persons.iter().filter(|person| person.text == name).map(|person| person.place.span);
        bodies.chain(people).map(|span| span.shift(placed.span.start)).collect()
    };
    let lines: Vec<String> = open
        .analysis
        .articles
        .iter()
        .flat_map(spans)
        .map(|span| (open.document.position(span.start, Encoding::Utf32).line + 1).to_string())
        .collect();
    format!("全稿{}处 · {} in the draft：第{}行", lines.len(), lines.len(), lines.join("、"))
}

const fn level(kind: LocalityKind) -> &'static str {
    match kind {
        LocalityKind::Province => "省级",
        LocalityKind::City => "地级",
        LocalityKind::County => "县级",
        LocalityKind::Town => "乡级",
        LocalityKind::Village => "村",
        LocalityKind::Community => "社区",
        LocalityKind::Country => "国家",
        LocalityKind::Natural => "自然地理",
        LocalityKind::Other => "其他地点",
    }
}

const fn kind(kind: OrganizationKind) -> &'static str {
    match kind {
        OrganizationKind::Party => "党的机构",
        OrganizationKind::Government => "国家机关",
        OrganizationKind::DemocraticParty => "民主党派",
        OrganizationKind::Association => "社会团体",
        OrganizationKind::Chamber => "工商联、商会",
        OrganizationKind::Company => "企业",
        OrganizationKind::School => "学校",
        OrganizationKind::Hospital => "医院",
        OrganizationKind::Media => "媒体",
        OrganizationKind::Volunteer => "志愿组织",
        OrganizationKind::Other => "其他机构",
    }
}
