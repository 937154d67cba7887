//! The language server: a router, and one file a feature.
//!
//! The framework, `tower-lsp-server`, gives the protocol's types, the routing of methods, the life cycle (-32002 before
//! `initialize`, -32600 after `shutdown`) and the cancelling of requests. What it does not do well is done here:
//!
//! - Its handlers interleave, so that edits may be applied out of order. Here every handler runs up to its first wait
//!   in the order of the messages ([`transport`]); edits are applied, and a request takes the text it asks about,
//!   before that ([`session`]).
//! - It works on four messages at a time, so that slow ones hold up cheap ones and `$/cancelRequest`. Here reading goes
//!   on whatever is being worked on.
//! - Work on its threads stops all reading and writing. Here documents are analysed, and answers made, on threads of
//!   their own; of a document only its newest text is analysed for publishing, and what was found in an older one is
//!   not sent ([`publish`]).
//! - A panic ends it. Here a panic answers its request with -32603, is told to the client's log, and changes no state:
//!   a text is replaced in one step or not at all.
//! - A malformed message ends it. Here it is answered with -32700, or -32600 if it is JSON, and what follows is read
//!   on from the next header ([`frames`]).
//! - It does not tell an `exit` without `shutdown` from one with it. [`serve`] does.

mod abilities;
mod code_action;
mod completion;
mod configuration;
mod convert;
mod diagnostics;
mod document_symbol;
mod file_uri;
mod formatting;
mod frames;
mod hover;
mod index;
mod inlay_hint;
mod name;
mod navigation;
mod publish;
mod rename;
mod session;
mod transport;
mod workspace_symbol;

use std::sync::{
    Arc, Mutex, OnceLock, PoisonError,
    atomic::{AtomicBool, Ordering},
};

use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::{
    Client, LanguageServer, LspService, gen_lsp_types as lsp,
    jsonrpc::{Error, Result},
};

use abilities::Abilities;
use index::{Folders, Index};
use session::{Failure, Open, Session};

use crate::check::Profile;

/// One connection.
struct Router {
    client: Client,
    /// Settled by `initialize`, before which no other message is let through.
    abilities: OnceLock<Abilities>,
    session: Arc<Mutex<Session>>,
    folders: Mutex<Folders>,
    index: Arc<Mutex<Index>>,
    /// Whether the client said good-bye before it leaves.
    shutdown: Arc<AtomicBool>,
}

/// Serves one client until it leaves; returns whether it left in order, with `shutdown` first.
pub async fn serve(input: impl AsyncRead + Unpin, output: impl AsyncWrite) -> bool {
    let shutdown = Arc::new(AtomicBool::new(false));
    let said = Arc::clone(&shutdown);
    let (service, socket) = LspService::new(|client| Router {
        client,
        abilities: OnceLock::new(),
        session: Arc::default(),
        folders: Mutex::default(),
        index: Arc::default(),
        shutdown: said,
    });
    transport::serve(input, output, service, socket).await;
    shutdown.load(Ordering::SeqCst)
}

impl Router {
    fn abilities(&self) -> Abilities {
        self.abilities.get().copied().unwrap_or_default()
    }

    /// Changes the documents, and sees to it that the diagnostics follow.
    fn update(&self, uri: lsp::Uri, update: impl FnOnce(&mut Session, &lsp::Uri) -> bool) {
        if update(&mut self.session.lock().unwrap_or_else(PoisonError::into_inner), &uri) {
            let (client, session) = (self.client.clone(), Arc::clone(&self.session));
            tokio::spawn(publish::keep_published(client, session, self.abilities(), uri));
        }
    }

    /// How a document is checked; the client is told where its configuration is wrong.
    fn profile(&self, uri: &lsp::Uri) -> Arc<Profile> {
        let (profile, wrong) = configuration::profile(uri);
        if let Some(error) = wrong {
            let (client, line) = (self.client.clone(), error.line(self.abilities().language));
            tokio::spawn(async move { client.show_message(lsp::MessageType::Error, line).await });
        }
        profile
    }

    /// Reads the configurations of the open documents anew.
    fn reconfigure(&self) {
        let open = self.session.lock().unwrap_or_else(PoisonError::into_inner).addresses();
        for uri in open {
            let profile = self.profile(&uri);
            self.update(uri, |session, uri| session.reconfigure(uri, profile));
        }
    }

    fn change_folders(&self, added: &[lsp::Uri], removed: &[lsp::Uri]) {
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).change(added, removed);
    }

    /// Answers of a document as it is now, before the first wait; `None` if it is not open.
    async fn ask<T: Send + 'static>(
        &self,
        uri: &lsp::Uri,
        answer: impl FnOnce(&Open, Abilities) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let snapshot = self.session.lock().unwrap_or_else(PoisonError::into_inner).newest(uri);
        let Some(snapshot) = snapshot else { return Ok(None) };
        let abilities = self.abilities();
        let answered = async {
            let open = snapshot.read().await?;
            tokio::task::spawn_blocking(move || answer(&open, abilities)).await.map_err(session::failure)
        };
        match answered.await {
            Ok(answer) => Ok(Some(answer)),
            Err(why) => {
                report(&self.client, &why).await;
                Err(Error { message: why.to_string().into(), ..Error::internal_error() })
            }
        }
    }
}

/// Tells the client's log of an error of ours.
async fn report(client: &Client, why: &Failure) {
    client.log_message(lsp::MessageType::Error, format!("服务器内部错误 · internal error: {why}")).await;
}

impl LanguageServer for Router {
    async fn initialize(&self, params: lsp::InitializeParams) -> Result<lsp::InitializeResult> {
        let abilities = *self.abilities.get_or_init(|| Abilities::of(&params));
        self.change_folders(&abilities::folders(&params), &[]);
        Ok(lsp::InitializeResult {
            capabilities: lsp::ServerCapabilities {
                position_encoding: Some(convert::encoding_kind(abilities.encoding)),
                text_document_sync: Some(lsp::TextDocumentSync::Options(lsp::TextDocumentSyncOptions {
                    open_close: Some(true),
                    change: Some(lsp::TextDocumentSyncKind::Incremental),
                    ..lsp::TextDocumentSyncOptions::default()
                })),
                hover_provider: Some(true.into()),
                inlay_hint_provider: Some(true.into()),
                document_symbol_provider: Some(true.into()),
                document_highlight_provider: Some(true.into()),
                references_provider: Some(true.into()),
                definition_provider: Some(true.into()),
                workspace_symbol_provider: Some(true.into()),
                rename_provider: Some(lsp::RenameProvider::RenameOptions(lsp::RenameOptions {
                    prepare_provider: Some(true),
                    ..lsp::RenameOptions::default()
                })),
                document_formatting_provider: Some(true.into()),
                document_range_formatting_provider: Some(true.into()),
                document_on_type_formatting_provider: Some(formatting::triggers()),
                completion_provider: Some(lsp::CompletionOptions::default()),
                code_action_provider: Some(lsp::CodeActionProvider::CodeActionOptions(
                    lsp::CodeActionOptions {
                        code_action_kinds: Some(vec![
                            lsp::CodeActionKind::QuickFix,
                            code_action::FIX_ALL.to_owned().into(),
                        ]),
                        ..lsp::CodeActionOptions::default()
                    },
                )),
                execute_command_provider: Some(lsp::ExecuteCommandOptions {
                    commands: vec![configuration::ACCEPT.to_owned()],
                    ..lsp::ExecuteCommandOptions::default()
                }),
                workspace: Some(lsp::WorkspaceOptions {
                    workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                        supported: Some(true),
                        change_notifications: Some(true.into()),
                    }),
                    ..lsp::WorkspaceOptions::default()
                }),
                ..lsp::ServerCapabilities::default()
            },
            server_info: Some(lsp::ServerInfo {
                name: "kanwu".to_owned(),
                version: Some(env!("CARGO_PKG_VERSION").to_owned()),
            }),
        })
    }

    async fn initialized(&self, _: lsp::InitializedParams) {
        if self.abilities().watches_files {
            let client = self.client.clone();
            // A client that will not watch goes on as if it could not.
            tokio::spawn(async move { client.register_capability(vec![configuration::watchers()]).await });
        }
    }

    async fn did_change_watched_files(&self, params: lsp::DidChangeWatchedFilesParams) {
        if params.changes.iter().any(|change| configuration::is_configuration(&change.uri)) {
            self.reconfigure();
        }
    }

    async fn execute_command(&self, params: lsp::ExecuteCommandParams) -> Result<Option<lsp::LspAny>> {
        if params.command != configuration::ACCEPT {
            return Err(Error::invalid_params(format!("没有命令 {0} · no command {0}", params.command)));
        }
        let written = tokio::task::spawn_blocking(|| configuration::write_accepted(params.arguments)).await;
        match written {
            Ok(Ok(())) => {
                self.reconfigure();
                Ok(None)
            }
            Ok(Err(words)) => {
                let message = words.get(self.abilities().language).to_owned().into();
                Err(Error { message, ..Error::invalid_params("") })
            }
            Err(error) => {
                Err(Error { message: session::failure(error).to_string().into(), ..Error::internal_error() })
            }
        }
    }

    async fn shutdown(&self) -> Result<()> {
        self.shutdown.store(true, Ordering::SeqCst);
        Ok(())
    }

    async fn did_open(&self, params: lsp::DidOpenTextDocumentParams) {
        let opened = params.text_document;
        let profile = self.profile(&opened.uri);
        self.update(opened.uri, |session, uri| {
            session.open(uri.clone(), opened.version, &opened.text, profile)
        });
    }

    async fn did_change(&self, params: lsp::DidChangeTextDocumentParams) {
        let (changed, encoding) = (params.text_document, self.abilities().encoding);
        self.update(changed.text_document_identifier.uri, |session, uri| {
            session.change(uri, changed.version, params.content_changes, encoding)
        });
    }

    async fn did_close(&self, params: lsp::DidCloseTextDocumentParams) {
        self.update(params.text_document.uri, Session::close);
    }

    async fn did_change_workspace_folders(&self, params: lsp::DidChangeWorkspaceFoldersParams) {
        let uris = |folders: Vec<lsp::WorkspaceFolder>| {
            folders.into_iter().map(|folder| folder.uri).collect::<Vec<_>>()
        };
        let (added, removed) = (uris(params.event.added), uris(params.event.removed));
        self.change_folders(&added, &removed);
    }

    async fn hover(&self, params: lsp::HoverParams) -> Result<Option<lsp::Hover>> {
        let at = params.text_document_position_params;
        let card =
            self.ask(&at.text_document.uri, move |open, abilities| hover::of(open, at.position, abilities));
        Ok(card.await?.flatten())
    }

    async fn inlay_hint(&self, params: lsp::InlayHintParams) -> Result<Option<Vec<lsp::InlayHint>>> {
        let uri = params.text_document.uri;
        self.ask(&uri, move |open, abilities| inlay_hint::of(open, params.range, abilities)).await
    }

    async fn document_symbol(
        &self,
        params: lsp::DocumentSymbolParams,
    ) -> Result<Option<lsp::DocumentSymbolResponse>> {
        self.ask(&params.text_document.uri, document_symbol::of).await
    }

    async fn code_action(
        &self,
        params: lsp::CodeActionParams,
    ) -> Result<Option<Vec<lsp::CodeActionResponse>>> {
        let uri = params.text_document.uri;
        self.ask(&uri, move |open, abilities| code_action::of(open, params.range, &params.context, abilities))
            .await
    }

    async fn formatting(&self, params: lsp::DocumentFormattingParams) -> Result<Option<Vec<lsp::TextEdit>>> {
        let uri = params.text_document.uri;
        self.ask(&uri, |open, abilities| formatting::of(open, None, abilities)).await
    }

    async fn range_formatting(
        &self,
        params: lsp::DocumentRangeFormattingParams,
    ) -> Result<Option<Vec<lsp::TextEdit>>> {
        let uri = params.text_document.uri;
        self.ask(&uri, move |open, abilities| formatting::of(open, Some(params.range), abilities)).await
    }

    /// Needs no analysis, so that it keeps up with typing in a draft of any size.
    async fn on_type_formatting(
        &self,
        params: lsp::DocumentOnTypeFormattingParams,
    ) -> Result<Option<Vec<lsp::TextEdit>>> {
        let uri = params.text_document.uri;
        let snapshot = self.session.lock().unwrap_or_else(PoisonError::into_inner).newest(&uri);
        Ok(snapshot.map(|snapshot| {
            formatting::typed(snapshot.document(), params.position, &params.ch, self.abilities())
        }))
    }

    async fn document_highlight(
        &self,
        params: lsp::DocumentHighlightParams,
    ) -> Result<Option<Vec<lsp::DocumentHighlight>>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri;
        self.ask(&uri, move |open, abilities| navigation::highlights(open, at.position, abilities)).await
    }

    async fn references(&self, params: lsp::ReferenceParams) -> Result<Option<Vec<lsp::Location>>> {
        let (at, with) = (params.text_document_position_params, params.context.include_declaration);
        let uri = at.text_document.uri;
        self.ask(&uri, move |open, abilities| navigation::references(open, at.position, with, abilities))
            .await
    }

    async fn goto_definition(
        &self,
        params: lsp::DefinitionParams,
    ) -> Result<Option<lsp::DefinitionResponse>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri;
        let found = self
            .ask(&uri, move |open, abilities| navigation::definition(open, at.position, abilities))
            .await?;
        Ok(found
            .flatten()
            .map(|location| lsp::DefinitionResponse::Definition(lsp::Definition::Location(location))))
    }

    async fn prepare_rename(
        &self,
        params: lsp::TextDocumentPositionParams,
    ) -> Result<Option<lsp::PrepareRenameResult>> {
        let uri = params.text_document.uri;
        let found =
            self.ask(&uri, move |open, abilities| rename::prepare(open, params.position, abilities)).await?;
        Ok(found.flatten())
    }

    async fn rename(&self, params: lsp::RenameParams) -> Result<Option<lsp::WorkspaceEdit>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri;
        let name = params.new_name;
        let edit =
            self.ask(&uri, move |open, abilities| rename::of(open, at.position, &name, abilities)).await?;
        edit.transpose()
    }

    async fn completion(&self, params: lsp::CompletionParams) -> Result<Option<lsp::CompletionResponse>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri;
        let list =
            self.ask(&uri, move |open, abilities| completion::of(open, at.position, abilities)).await?;
        Ok(list.map(lsp::CompletionResponse::CompletionList))
    }

    async fn symbol(
        &self,
        params: lsp::WorkspaceSymbolParams,
    ) -> Result<Option<lsp::WorkspaceSymbolResponse>> {
        let uris = self.session.lock().unwrap_or_else(PoisonError::into_inner).addresses();
        let query = params.query;
        let mut found = Vec::new();
        for uri in &uris {
            let names = self.ask(uri, workspace_symbol::names).await?.unwrap_or_default();
            found.extend(workspace_symbol::fitting(uri, &names, &query));
        }
        found.truncate(workspace_symbol::MOST);
        let folders = self.folders.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let (index, abilities) = (Arc::clone(&self.index), self.abilities());
        let room = workspace_symbol::MOST - found.len();
        let closed = tokio::task::spawn_blocking(move || {
            let open = uris.iter().filter_map(file_uri::path).collect();
            let mut index = index.lock().unwrap_or_else(PoisonError::into_inner);
            index.symbols(&folders, &query, &open, room, abilities)
        });
        match closed.await.map_err(session::failure) {
            Ok(closed) => found.extend(closed),
            Err(why) => report(&self.client, &why).await,
        }
        Ok(Some(lsp::WorkspaceSymbolResponse::SymbolInformationList(found)))
    }
}
