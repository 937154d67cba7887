//! `textDocument/codeLens` and `codeLens/resolve`: over each article its characters, its findings and its error rate.

use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, ledger, session::Open};
use crate::{
    check::{
        Analysis, PlacedArticle,
        error_rate::{ErrorRate, count},
    },
    rules::{Severity, Words},
    text::Span,
};

/// A lens over each article, still without its words.
pub fn of(open: &Open, abilities: Abilities) -> Vec<lsp::CodeLens> {
    let lens = |placed: &PlacedArticle| {
        let headline =
            placed.analysis.article.headline.as_ref().map(|part| part.span.shift(placed.span.start));
        let place = headline.unwrap_or(Span::new(placed.span.start, placed.span.start));
        lsp::CodeLens {
            range: convert::range(&open.document, place, abilities.encoding),
            command: None,
            data: Some(json!({ "uri": open.uri })),
        }
    };
    open.analysis.articles.iter().map(lens).collect()
}

/// The document a lens is of.
pub fn uri(lens: &lsp::CodeLens) -> Option<lsp::Uri> {
    serde_json::from_value(lens.data.as_ref()?.get("uri")?.clone()).ok()
}

/// The words of a lens, of the article that stands there now; the command shows its ledger.
pub fn command(open: &Open, lens: &lsp::CodeLens, abilities: Abilities) -> Option<lsp::Command> {
    let offset = open.document.offset(convert::position(lens.range.start), abilities.encoding);
    let placed = open.analysis.articles.iter().find(|placed| placed.span.holds(offset))?;
    Some(lsp::Command {
        title: words(open, placed).get(abilities.language).to_owned(),
        command: ledger::SHOW.to_owned(),
        arguments: Some(vec![json!(open.uri), json!(lens.range.start)]),
        tooltip: None,
    })
}

fn words(open: &Open, placed: &PlacedArticle) -> Words {
    let found = open.analysis.findings.iter().filter(|found| placed.span.contains(found.span)).cloned();
    let alone = Analysis {
        articles: vec![placed.clone()],
        findings: found.collect(),
        profile: open.analysis.profile.clone(),
        ..Analysis::default()
    };
    let characters = count(&placed.analysis.text);
    let rate = ErrorRate::of(&open.document.text(), &alone, Some(characters));
    let (weight, per_10000) = (rate.weight(), rate.per_10000());
    let of = |severity| alone.findings.iter().filter(|found| found.severity == severity).count();
    let (errors, warnings, hints) = (of(Severity::Error), of(Severity::Warning), of(Severity::Info));
    let mut zh = vec![format!("{characters} 字")];
    let mut en = vec![format!("{characters} characters")];
    for (count, chinese, english) in
        [(errors, "错误", "errors"), (warnings, "警告", "warnings"), (hints, "提示", "hints")]
    {
        if count > 0 {
            zh.push(format!("{chinese} {count}"));
            en.push(format!("{count} {}", if count == 1 { english.trim_end_matches('s') } else { english }));
        }
    }
    if alone.findings.is_empty() {
        zh.push("未发现问题".to_owned());
        en.push("nothing found".to_owned());
    } else if weight > 0.0 {
        zh.push(format!("差错率 {per_10000:.1}/万"));
        en.push(format!("error rate {per_10000:.1} in 10,000"));
    }
    Words::new(zh.join(" · "), en.join(" · "))
}
