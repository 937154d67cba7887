//! What the client can do, and what was agreed with it.

use tower_lsp::gen_lsp_types as lsp;

use super::convert;
use crate::{rules::Language, text::Encoding};

/// What `initialize` settles for the whole connection.
#[derive(Clone, Copy, Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each is a capability of the protocol")]
pub struct Abilities {
    /// What positions count.
    pub encoding: Encoding,
    /// The language of messages.
    pub language: Language,
    /// Whether hovers may be Markdown.
    pub markdown: bool,
    /// Whether symbols may hold symbols.
    pub nested_symbols: bool,
    /// Whether edits may name the version of the text they are for.
    pub versioned_edits: bool,
    /// Whether a diagnostic may point to other places.
    pub related_information: bool,
    /// Whether it tells of changed files when it is asked to.
    pub watches_files: bool,
}

impl Abilities {
    /// Reads what the client says of itself; what it does not say it cannot do.
    pub fn of(params: &lsp::InitializeParams) -> Self {
        let general = params.capabilities.general.as_ref();
        let offered = general.and_then(|general| general.position_encodings.as_deref());
        let text = params.capabilities.text_document.as_ref();
        let hover = text.and_then(|text| text.hover.as_ref());
        let formats = hover.and_then(|hover| hover.content_format.as_deref()).unwrap_or_default();
        let symbols = text.and_then(|text| text.document_symbol.as_ref());
        let edits =
            params.capabilities.workspace.as_ref().and_then(|workspace| workspace.workspace_edit.as_ref());
        let workspace = params.capabilities.workspace.as_ref();
        let watches = workspace.and_then(|workspace| workspace.did_change_watched_files.as_ref());
        let diagnostics = text.and_then(|text| text.publish_diagnostics.as_ref());
        let english = params.locale.as_deref().is_some_and(|locale| locale.starts_with("en"));
        Self {
            encoding: convert::encoding(offered),
            language: if english { Language::English } else { Language::Chinese },
            markdown: formats.contains(&lsp::MarkupKind::Markdown),
            nested_symbols: symbols
                .and_then(|symbols| symbols.hierarchical_document_symbol_support)
                .unwrap_or_default(),
            versioned_edits: edits.and_then(|edits| edits.document_changes).unwrap_or_default(),
            related_information: diagnostics
                .and_then(|diagnostics| diagnostics.diagnostics_capabilities.related_information)
                .unwrap_or_default(),
            watches_files: watches.and_then(|watches| watches.dynamic_registration).unwrap_or_default(),
        }
    }
}

/// The folders of the workspace; the one root of an older client that knows of no more.
pub fn folders(params: &lsp::InitializeParams) -> Vec<lsp::Uri> {
    match &params.workspace_folders_initialize_params.workspace_folders {
        Some(lsp::WorkspaceFolders::WorkspaceFolderList(folders)) => {
            folders.iter().map(|folder| folder.uri.clone()).collect()
        }
        #[allow(deprecated, reason = "older clients send nothing else")]
        _ => params.root_uri.iter().cloned().collect(),
    }
}
