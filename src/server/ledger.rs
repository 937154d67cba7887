//! The command that shows the ledger: every relation between the figures and dates of a draft, and whether it holds.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, PoisonError},
};

use serde_json::Value;
use tower_lsp::{gen_lsp_types as lsp, jsonrpc::Error};

use super::{abilities::Abilities, convert, file_uri, router::Router, session::Open};
use crate::{
    check::PlacedArticle,
    ledger::{self, Tally},
    rules::{Language, Words},
    text::Encoding,
};

/// The command: the address of the document, and a position in the article, or none for all of them.
pub const SHOW: &str = "kanwu.showLedger";

/// What the command is asked for.
pub fn arguments(arguments: Option<Vec<Value>>) -> Result<(lsp::Uri, Option<lsp::Position>), Words> {
    let mut arguments = arguments.unwrap_or_default().into_iter();
    let uri = arguments.next().and_then(|uri| serde_json::from_value(uri).ok());
    let position = arguments.next().filter(|position| !position.is_null()).map(serde_json::from_value);
    match (uri, position.transpose()) {
        (Some(uri), Ok(position)) => Ok((uri, position)),
        _ => Err(Words::new(
            format!("{SHOW} 的参数应是稿件地址，其后可有文中的位置"),
            format!("{SHOW} wants the address of a document, and perhaps a position in it"),
        )),
    }
}

/// The ledger of the article at a position, or of all articles.
pub fn text(open: &Open, position: Option<lsp::Position>, abilities: Abilities) -> String {
    let offset =
        position.map(|position| open.document.offset(convert::position(position), abilities.encoding));
    let asked = |placed: &&PlacedArticle| offset.is_none_or(|offset| placed.span.holds(offset));
    let mut lines = Vec::new();
    let mut tally = Tally::default();
    for placed in open.analysis.articles.iter().filter(asked) {
        tally += Tally::of(&placed.analysis.annotations);
        article(open, placed, abilities.language, &mut lines);
        lines.push(String::new());
    }
    lines.push(tally.words().get(abilities.language).to_owned());
    lines.push(String::new());
    lines.join("\n")
}

fn article(open: &Open, placed: &PlacedArticle, language: Language, lines: &mut Vec<String>) {
    let at = |offset: usize| {
        let position = open.document.position(placed.span.start + offset, Encoding::Utf32);
        format!("{}:{}", position.line + 1, position.character + 1)
    };
    let none = Words::new("（无标题）", "(no headline)");
    let headline = placed.analysis.article.headline.as_ref().map(|part| part.text.as_str());
    lines.push(headline.unwrap_or(none.get(language)).to_owned());
    let said = &placed.analysis.annotations;
    let colon = Words::new("：", ": ");
    for relation in &said.relations {
        lines.push(format!(
            "  {} {} {}{}{}",
            ledger::mark(relation.verdict),
            at(relation.claim.place.span.start),
            ledger::kind(relation.kind).get(language),
            colon.get(language),
            ledger::statement(relation).get(language)
        ));
    }
    if said.relations.is_empty() {
        lines.push(format!("  {}", Words::new("没有可核对的数字", "no figures to compare").get(language)));
    }
}

/// Where ledgers are written for a client that shows documents: a folder that goes when the connection does.
#[derive(Debug, Default)]
pub struct Shelf(Option<tempfile::TempDir>);

impl Shelf {
    /// Writes the ledger of a draft; its address.
    pub fn write(&mut self, draft: &lsp::Uri, text: &str) -> io::Result<lsp::Uri> {
        let folder = match self.0.take() {
            Some(folder) => folder,
            None => tempfile::Builder::new().prefix("kanwu-").tempdir()?,
        };
        let folder = self.0.insert(folder);
        let draft = file_uri::path(draft).unwrap_or_else(|| PathBuf::from("draft"));
        let stem = draft.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        // A name of its own, so that it is not taken for a draft.
        let path = folder.path().join(format!("{stem}.ledger"));
        fs::write(&path, text)?;
        file_uri::of(Path::new(&path)).ok_or_else(|| io::Error::other("the path is not Unicode"))
    }
}

impl Router {
    /// Shows a ledger where the client shows documents, and answers with it in any case.
    pub async fn show_ledger(
        &self,
        uri: lsp::Uri,
        position: Option<lsp::Position>,
    ) -> Result<Option<lsp::LspAny>, Error> {
        let shown = self.ask(&uri, move |open, abilities| text(open, position, abilities)).await?;
        let Some(text) = shown else {
            return Err(Error::invalid_params(format!("{0} 没有打开 · {0} is not open", uri.0)));
        };
        if self.abilities().shows_documents {
            let (shelf_of_all, written) = (Arc::clone(&self.shelf), text.clone());
            let kept = self.work(move || {
                shelf_of_all.lock().unwrap_or_else(PoisonError::into_inner).write(&uri, &written)
            });
            match kept.await? {
                Ok(uri) => {
                    let client = self.client.clone();
                    let show = lsp::ShowDocumentParams {
                        uri,
                        external: None,
                        take_focus: Some(true),
                        selection: None,
                    };
                    tokio::spawn(async move { client.show_document(show).await });
                }
                Err(error) => {
                    return Err(Error {
                        message: format!("台账写不进去 · the ledger cannot be written: {error}").into(),
                        ..Error::internal_error()
                    });
                }
            }
        }
        Ok(Some(text.into()))
    }
}
