//! The methods of the protocol: a table of contents. Each says what it needs of the connection, and which file answers.

use std::sync::atomic::Ordering;

use tower_lsp::{
    LanguageServer, gen_lsp_types as lsp,
    jsonrpc::{Error, ErrorCode, Result},
};

use super::{
    abilities, capabilities, code_action, code_lens, completion, configuration, document_link,
    document_symbol, folding_range, formatting, hover, inlay_hint, ledger, linked_editing, navigation,
    rename, router::Router, selection_range, semantic_tokens, session::Session, settings::SECTION,
};
use crate::rules::Words;

impl LanguageServer for Router {
    async fn initialize(&self, params: lsp::InitializeParams) -> Result<lsp::InitializeResult> {
        let abilities = self.agree(&params);
        self.change_folders(&abilities::folders(&params), &[]);
        self.trace(params.trace.as_ref());
        if let Some(options) = &params.initialization_options {
            self.set(options);
        }
        Ok(capabilities::answer(abilities))
    }

    async fn initialized(&self, _: lsp::InitializedParams) {
        let abilities = self.abilities();
        let mut wanted = Vec::new();
        if abilities.watches_files {
            wanted.push(configuration::watchers());
        }
        if abilities.tells_settings {
            wanted.push(configuration::settings());
        }
        if !wanted.is_empty() {
            let client = self.client.clone();
            // A client that will not goes on as if it could not.
            tokio::spawn(async move { client.register_capability(wanted).await });
        }
        if abilities.gives_settings {
            self.fetch_settings().await;
        }
    }

    async fn did_change_configuration(&self, params: lsp::DidChangeConfigurationParams) {
        if self.abilities().gives_settings {
            self.fetch_settings().await;
        } else if let Some(section) = params.settings.get(SECTION) {
            self.set(section);
        }
    }

    async fn did_change_watched_files(&self, params: lsp::DidChangeWatchedFilesParams) {
        if params.changes.iter().any(|change| configuration::is_configuration(&change.uri)) {
            self.reconfigure();
        } else {
            // Drafts of the workspace that are not open: what was read of them is compared with the files as they are.
            self.refresh_diagnostics();
        }
    }

    async fn did_rename_files(&self, params: lsp::RenameFilesParams) {
        drop(params);
        self.reconfigure();
    }

    async fn did_delete_files(&self, params: lsp::DeleteFilesParams) {
        drop(params);
        self.reconfigure();
    }

    async fn execute_command(&self, params: lsp::ExecuteCommandParams) -> Result<Option<lsp::LspAny>> {
        let refused = |words: Words| Error::invalid_params(words.get(self.abilities().language).to_owned());
        match params.command.as_str() {
            configuration::ACCEPT => {
                let configurations = self.configurations();
                self.work(|| configuration::write_accepted(params.arguments, configurations))
                    .await?
                    .map_err(refused)?;
                self.reconfigure();
                Ok(None)
            }
            ledger::SHOW => {
                let (uri, position) = ledger::arguments(params.arguments).map_err(refused)?;
                self.show_ledger(uri, position).await
            }
            other => Err(Error::invalid_params(format!("没有命令 {other} · no command {other}"))),
        }
    }

    async fn shutdown(&self) -> Result<()> {
        self.shared.shutdown.store(true, Ordering::SeqCst);
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

    async fn did_save(&self, params: lsp::DidSaveTextDocumentParams) {
        self.settle(params.text_document.uri, Session::settle);
    }

    async fn did_close(&self, params: lsp::DidCloseTextDocumentParams) {
        self.forget_tokens(&params.text_document.uri);
        self.update(params.text_document.uri, Session::close);
    }

    async fn diagnostic(
        &self,
        params: lsp::DocumentDiagnosticParams,
    ) -> Result<lsp::DocumentDiagnosticReport> {
        self.pull(params).await
    }

    async fn workspace_diagnostic(
        &self,
        params: lsp::WorkspaceDiagnosticParams,
    ) -> Result<lsp::WorkspaceDiagnosticReport> {
        self.pull_workspace(params).await
    }

    async fn did_change_workspace_folders(&self, params: lsp::DidChangeWorkspaceFoldersParams) {
        let uris = |folders: Vec<lsp::WorkspaceFolder>| {
            folders.into_iter().map(|folder| folder.uri).collect::<Vec<_>>()
        };
        let (added, removed) = (uris(params.event.added), uris(params.event.removed));
        self.change_folders(&added, &removed);
        self.refresh_diagnostics();
    }

    async fn hover(&self, params: lsp::HoverParams) -> Result<Option<lsp::Hover>> {
        let at = params.text_document_position_params;
        let card =
            self.ask(&at.text_document.uri, move |open, abilities| hover::of(open, at.position, abilities));
        Ok(card.await?.flatten())
    }

    async fn inlay_hint(&self, params: lsp::InlayHintParams) -> Result<Option<Vec<lsp::InlayHint>>> {
        let uri = params.text_document.uri;
        if self.settings().inlay_hints == Some(false) {
            return Ok(None);
        }
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
        self.note_caret(&uri, params.range);
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
        let snapshot = self.newest(&uri);
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
        self.note_caret(&uri, lsp::Range { start: at.position, end: at.position });
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
        self.find_symbols(params).await.map(Some)
    }

    async fn completion_resolve(&self, item: lsp::CompletionItem) -> Result<lsp::CompletionItem> {
        let Some(uri) = completion::uri(&item) else { return Ok(item) };
        let asked = item.clone();
        let known =
            self.ask(&uri, move |open, abilities| completion::documentation(open, &asked, abilities)).await?;
        Ok(lsp::CompletionItem {
            documentation: known.flatten().map(Into::into).or(item.documentation.clone()),
            ..item
        })
    }

    async fn code_action_resolve(&self, action: lsp::CodeAction) -> Result<lsp::CodeAction> {
        let Some(uri) = code_action::uri(&action) else { return Ok(action) };
        let asked = action.clone();
        let edit =
            self.ask(&uri, move |open, abilities| code_action::resolve(open, &asked, abilities)).await?;
        match edit.flatten() {
            Some(edit) => Ok(lsp::CodeAction { edit: Some(edit), ..action }),
            None => Err(Error::new(ErrorCode::ContentModified)),
        }
    }

    async fn folding_range(&self, params: lsp::FoldingRangeParams) -> Result<Option<Vec<lsp::FoldingRange>>> {
        self.ask(&params.text_document.uri, folding_range::of).await
    }

    async fn selection_range(
        &self,
        params: lsp::SelectionRangeParams,
    ) -> Result<Option<Vec<lsp::SelectionRange>>> {
        let uri = params.text_document.uri;
        self.ask(&uri, move |open, abilities| selection_range::of(open, &params.positions, abilities)).await
    }

    async fn linked_editing_range(
        &self,
        params: lsp::LinkedEditingRangeParams,
    ) -> Result<Option<lsp::LinkedEditingRanges>> {
        let at = params.text_document_position_params;
        let uri = at.text_document.uri;
        let found = self.ask(&uri, move |open, abilities| linked_editing::of(open, at.position, abilities));
        Ok(found.await?.flatten())
    }

    async fn document_link(&self, params: lsp::DocumentLinkParams) -> Result<Option<Vec<lsp::DocumentLink>>> {
        self.ask(&params.text_document.uri, document_link::of).await
    }

    async fn code_lens(&self, params: lsp::CodeLensParams) -> Result<Option<Vec<lsp::CodeLens>>> {
        if self.settings().code_lens == Some(false) {
            return Ok(None);
        }
        self.ask(&params.text_document.uri, code_lens::of).await
    }

    async fn code_lens_resolve(&self, lens: lsp::CodeLens) -> Result<lsp::CodeLens> {
        let Some(uri) = code_lens::uri(&lens) else { return Ok(lens) };
        let asked = lens.clone();
        let command =
            self.ask(&uri, move |open, abilities| code_lens::command(open, &asked, abilities)).await?;
        match command.flatten() {
            Some(command) => Ok(lsp::CodeLens { command: Some(command), ..lens }),
            None => Err(Error::new(ErrorCode::ContentModified)),
        }
    }

    async fn semantic_tokens_full(
        &self,
        params: lsp::SemanticTokensParams,
    ) -> Result<Option<lsp::SemanticTokens>> {
        let uri = params.text_document.uri;
        let Some(now) = self.ask(&uri, semantic_tokens::Given::of).await? else { return Ok(None) };
        let tokens = now.whole();
        self.give_tokens(uri, now);
        Ok(Some(tokens))
    }

    async fn semantic_tokens_full_delta(
        &self,
        params: lsp::SemanticTokensDeltaParams,
    ) -> Result<Option<lsp::SemanticTokensDeltaResponse>> {
        let uri = params.text_document.uri;
        let Some(now) = self.ask(&uri, semantic_tokens::Given::of).await? else { return Ok(None) };
        let before = self.give_tokens(uri, now.clone());
        Ok(Some(now.since(before.as_ref(), &params.previous_result_id)))
    }

    async fn semantic_tokens_range(
        &self,
        params: lsp::SemanticTokensRangeParams,
    ) -> Result<Option<lsp::SemanticTokens>> {
        let uri = params.text_document.uri;
        self.ask(&uri, move |open, abilities| semantic_tokens::in_range(open, params.range, abilities)).await
    }
}
