//! What the server keeps between messages: the client's abilities and the open documents.

use std::{collections::HashMap, sync::Arc};

use tower_lsp::gen_lsp_types as lsp;

use super::convert;
use crate::{
    check::Analysis,
    rules::Language,
    text::{Document, Encoding},
};

/// An open document with what was found in it.
#[derive(Clone, Debug)]
pub struct Open {
    /// The text.
    pub document: Document,
    /// The client's version of it.
    pub version: i32,
    /// What was read and found; always of this very text.
    pub analysis: Arc<Analysis>,
}

/// The state of one connection.
#[derive(Debug, Default)]
pub struct Session {
    /// What positions count.
    pub encoding: Encoding,
    /// The language of messages.
    pub language: Language,
    /// Open documents by their address.
    pub documents: HashMap<lsp::Uri, Open>,
}

impl Session {
    /// Takes in a document that was opened.
    pub fn open(&mut self, uri: lsp::Uri, version: i32, text: &str) {
        let analysis = Arc::new(Analysis::of(text));
        self.documents.insert(uri, Open { document: Document::new(text), version, analysis });
    }

    /// Applies changes in order. A change to a document that is not open is ignored.
    pub fn change(
        &mut self,
        uri: &lsp::Uri,
        version: i32,
        changes: Vec<lsp::TextDocumentContentChangeEvent>,
    ) {
        let encoding = self.encoding;
        let Some(open) = self.documents.get_mut(uri) else { return };
        for change in changes {
            match change {
                lsp::TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let span = convert::span(&open.document, part.range, encoding);
                    open.document.replace(span, &part.text);
                }
                lsp::TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                    open.document = Document::new(&whole.text);
                }
            }
        }
        open.version = version;
        open.analysis = Arc::new(open.analysis.update(&open.document.text()));
    }
}
