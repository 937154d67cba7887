//! What the server says of itself in its answer to `initialize`: nothing that it does not do.

use tower_lsp::gen_lsp_types as lsp;

use super::{
    abilities::Abilities, code_action, configuration, convert, formatting, ledger, pull, semantic_tokens,
};

/// The answer to `initialize`.
pub fn answer(abilities: Abilities) -> lsp::InitializeResult {
    lsp::InitializeResult {
        capabilities: capabilities(abilities),
        server_info: Some(lsp::ServerInfo {
            name: "kanwu".to_owned(),
            version: Some(env!("CARGO_PKG_VERSION").to_owned()),
        }),
    }
}

fn capabilities(abilities: Abilities) -> lsp::ServerCapabilities {
    lsp::ServerCapabilities {
        position_encoding: Some(convert::encoding_kind(abilities.encoding)),
        text_document_sync: Some(lsp::TextDocumentSync::Options(lsp::TextDocumentSyncOptions {
            open_close: Some(true),
            change: Some(lsp::TextDocumentSyncKind::Incremental),
            save: Some(true.into()),
            ..lsp::TextDocumentSyncOptions::default()
        })),
        diagnostic_provider: Some(pull::options().into()),
        hover_provider: Some(true.into()),
        inlay_hint_provider: Some(true.into()),
        document_symbol_provider: Some(true.into()),
        document_highlight_provider: Some(true.into()),
        references_provider: Some(true.into()),
        definition_provider: Some(true.into()),
        workspace_symbol_provider: Some(true.into()),
        folding_range_provider: Some(true.into()),
        selection_range_provider: Some(true.into()),
        linked_editing_range_provider: Some(true.into()),
        semantic_tokens_provider: Some(semantic_tokens::options().into()),
        code_lens_provider: Some(lsp::CodeLensOptions {
            resolve_provider: Some(true),
            ..lsp::CodeLensOptions::default()
        }),
        document_link_provider: Some(lsp::DocumentLinkOptions::default()),
        rename_provider: Some(lsp::RenameProvider::RenameOptions(lsp::RenameOptions {
            prepare_provider: Some(true),
            ..lsp::RenameOptions::default()
        })),
        document_formatting_provider: Some(true.into()),
        document_range_formatting_provider: Some(true.into()),
        document_on_type_formatting_provider: Some(formatting::triggers()),
        completion_provider: Some(lsp::CompletionOptions {
            resolve_provider: Some(true),
            ..lsp::CompletionOptions::default()
        }),
        code_action_provider: Some(lsp::CodeActionProvider::CodeActionOptions(lsp::CodeActionOptions {
            code_action_kinds: Some(vec![
                lsp::CodeActionKind::QuickFix,
                code_action::FIX_ALL.to_owned().into(),
            ]),
            resolve_provider: Some(true),
            ..lsp::CodeActionOptions::default()
        })),
        execute_command_provider: Some(lsp::ExecuteCommandOptions {
            commands: vec![configuration::ACCEPT.to_owned(), ledger::SHOW.to_owned()],
            ..lsp::ExecuteCommandOptions::default()
        }),
        workspace: Some(lsp::WorkspaceOptions {
            workspace_folders: Some(lsp::WorkspaceFoldersServerCapabilities {
                supported: Some(true),
                change_notifications: Some(true.into()),
            }),
            file_operations: Some(configuration::file_operations()),
            ..lsp::WorkspaceOptions::default()
        }),
        ..lsp::ServerCapabilities::default()
    }
}
