//! The language server: a router, and one file a feature.
//!
//! Messages are handled one after another, so that every answer is of the text the client saw when it asked.

mod code_action;
mod convert;
mod diagnostics;
mod document_symbol;
mod hover;
mod session;

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use tokio::{
    io::{AsyncRead, AsyncWrite},
    sync::Mutex,
};
use tower_lsp::{Client, LanguageServer, LspService, Server, gen_lsp_types as lsp, jsonrpc::Result};

use crate::rules::Language;
use session::Session;

/// One connection.
struct Router {
    client: Client,
    session: Mutex<Session>,
    /// Whether the client said good-bye before it leaves.
    shutdown: Arc<AtomicBool>,
}

/// Serves one client until it leaves; returns whether it left in order, with `shutdown` first.
pub async fn serve(input: impl AsyncRead + Unpin, output: impl AsyncWrite) -> bool {
    let shutdown = Arc::new(AtomicBool::new(false));
    let said = Arc::clone(&shutdown);
    let (service, socket) =
        LspService::new(|client| Router { client, session: Mutex::default(), shutdown: said });
    // Handlers of this framework interleave; one at a time keeps edits and answers in order.
    Server::new(input, output, socket).concurrency_level(1).serve(service).await;
    shutdown.load(Ordering::SeqCst)
}

impl Router {
    async fn publish(&self, uri: lsp::Uri) {
        let (found, version) = {
            let session = self.session.lock().await;
            let Some(open) = session.documents.get(&uri) else { return };
            (diagnostics::of(&uri, open, session.encoding, session.language), open.version)
        };
        self.client.publish_diagnostics(uri, found, Some(version)).await;
    }
}

impl LanguageServer for Router {
    async fn initialize(&self, params: lsp::InitializeParams) -> Result<lsp::InitializeResult> {
        let general = params.capabilities.general.as_ref();
        let offered = general.and_then(|general| general.position_encodings.as_deref());
        let (encoding, kind) = convert::encoding(offered);
        let mut session = self.session.lock().await;
        session.encoding = encoding;
        if params.locale.is_some_and(|locale| locale.starts_with("en")) {
            session.language = Language::English;
        }
        Ok(lsp::InitializeResult {
            capabilities: lsp::ServerCapabilities {
                position_encoding: Some(kind),
                text_document_sync: Some(lsp::TextDocumentSync::Options(lsp::TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(lsp::TextDocumentSyncKind::Incremental),
                    ..lsp::TextDocumentSyncOptions::default()
                })),
                hover_provider: Some(true.into()),
                document_symbol_provider: Some(true.into()),
                code_action_provider: Some(lsp::CodeActionProvider::CodeActionOptions(
                    lsp::CodeActionOptions {
                        code_action_kinds: Some(vec![lsp::CodeActionKind::QuickFix]),
                        ..lsp::CodeActionOptions::default()
                    },
                )),
                ..lsp::ServerCapabilities::default()
            },
            server_info: Some(lsp::ServerInfo {
                name: "kanwu".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        })
    }

    async fn shutdown(&self) -> Result<()> {
        self.shutdown.store(true, Ordering::SeqCst);
        Ok(())
    }

    async fn did_open(&self, params: lsp::DidOpenTextDocumentParams) {
        let opened = params.text_document;
        self.session.lock().await.open(opened.uri.clone(), opened.version, &opened.text);
        self.publish(opened.uri).await;
    }

    async fn did_change(&self, params: lsp::DidChangeTextDocumentParams) {
        let uri = params.text_document.text_document_identifier.uri;
        self.session.lock().await.change(&uri, params.text_document.version, params.content_changes);
        self.publish(uri).await;
    }

    async fn did_close(&self, params: lsp::DidCloseTextDocumentParams) {
        let uri = params.text_document.uri;
        self.session.lock().await.documents.remove(&uri);
        self.client.publish_diagnostics(uri, Vec::new(), None).await;
    }

    async fn hover(&self, params: lsp::HoverParams) -> Result<Option<lsp::Hover>> {
        let at = params.text_document_position_params;
        let session = self.session.lock().await;
        let open = session.documents.get(&at.text_document.uri);
        Ok(open.and_then(|open| hover::of(open, at.position, session.encoding)))
    }

    async fn document_symbol(
        &self,
        params: lsp::DocumentSymbolParams,
    ) -> Result<Option<lsp::DocumentSymbolResponse>> {
        let session = self.session.lock().await;
        let open = session.documents.get(&params.text_document.uri);
        Ok(open.map(|open| document_symbol::of(open, session.encoding).into()))
    }

    async fn code_action(
        &self,
        params: lsp::CodeActionParams,
    ) -> Result<Option<Vec<lsp::CodeActionResponse>>> {
        let session = self.session.lock().await;
        let uri = &params.text_document.uri;
        let open = session.documents.get(uri);
        Ok(open.map(|open| code_action::of(uri, open, params.range, session.encoding, session.language)))
    }
}
