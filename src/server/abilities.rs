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
    /// Whether it asks for diagnostics; otherwise they are published.
    pub pulls_diagnostics: bool,
    /// Whether it asks anew when it is told to.
    pub refreshes_diagnostics: bool,
    /// Whether it fades what can go.
    pub unnecessary_tag: bool,
    /// Whether it strikes through what is no more.
    pub deprecated_tag: bool,
    /// Whether a part of the draft that is folded may show words of its own.
    pub collapsed_text: bool,
    /// How many parts it folds at most.
    pub most_folds: Option<usize>,
    /// Whether it asks for the edit of an action once it is chosen.
    pub resolves_edits: bool,
    /// Whether it can be asked for its settings.
    pub gives_settings: bool,
    /// Whether it tells of changed settings when it is asked to.
    pub tells_settings: bool,
    /// Whether it asks for inlay hints anew when it is told to.
    pub refreshes_hints: bool,
    /// Whether it asks for code lenses anew when it is told to.
    pub refreshes_lenses: bool,
    /// Whether it shows how far work has come.
    pub shows_progress: bool,
    /// Whether it shows a document when it is asked to.
    pub shows_documents: bool,
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
        let asked = text.and_then(|text| text.diagnostic.as_ref());
        let published = text.and_then(|text| text.publish_diagnostics.as_ref());
        // What a client shows of diagnostics it says in either place, and many older ones in the second alone.
        let shown: Vec<&lsp::DiagnosticsCapabilities> = asked
            .map(|asked| &asked.diagnostics_capabilities)
            .into_iter()
            .chain(published.map(|published| &published.diagnostics_capabilities))
            .collect();
        let tags = |tag| {
            shown.iter().any(|one| one.tag_support.as_ref().is_some_and(|tags| tags.value_set.contains(&tag)))
        };
        let folding = text.and_then(|text| text.folding_range.as_ref());
        let actions = text.and_then(|text| text.code_action.as_ref());
        let window = params.capabilities.window.as_ref();
        let english = params.locale.as_deref().is_some_and(|locale| locale.starts_with("en"));
        Self {
            encoding: convert::encoding(offered),
            language: if english { Language::English } else { Language::Chinese },
            markdown: formats.contains(&lsp::MarkupKind::Markdown),
            nested_symbols: symbols
                .and_then(|symbols| symbols.hierarchical_document_symbol_support)
                .unwrap_or_default(),
            versioned_edits: edits.and_then(|edits| edits.document_changes).unwrap_or_default(),
            related_information: shown.iter().any(|one| one.related_information == Some(true)),
            pulls_diagnostics: asked.is_some_and(|asked| {
                // `@codemirror/lsp-client` lists the request, empty, beside the notification, and never sends it.
                let is_bare = *asked == lsp::DiagnosticClientCapabilities::default();
                let refreshes = workspace.is_some_and(|workspace| workspace.diagnostics.is_some());
                !is_bare || refreshes || published.is_none()
            }),
            refreshes_diagnostics: workspace
                .and_then(|workspace| workspace.diagnostics.as_ref()?.refresh_support)
                .unwrap_or_default(),
            collapsed_text: folding.and_then(|folding| folding.folding_range.as_ref()?.collapsed_text)
                == Some(true),
            most_folds: folding.and_then(|folding| folding.range_limit).map(|limit| limit as usize),
            resolves_edits: actions.is_some_and(|actions| {
                let resolved = actions.resolve_support.as_ref();
                actions.data_support == Some(true)
                    && resolved.is_some_and(|resolved| resolved.properties.iter().any(|one| one == "edit"))
            }),
            gives_settings: workspace.and_then(|workspace| workspace.configuration) == Some(true),
            tells_settings: workspace
                .and_then(|workspace| workspace.did_change_configuration.as_ref()?.dynamic_registration)
                == Some(true),
            refreshes_hints: workspace.and_then(|workspace| workspace.inlay_hint.as_ref()?.refresh_support)
                == Some(true),
            refreshes_lenses: workspace.and_then(|workspace| workspace.code_lens.as_ref()?.refresh_support)
                == Some(true),
            shows_progress: window.and_then(|window| window.work_done_progress) == Some(true),
            shows_documents: window
                .and_then(|window| window.show_document.as_ref())
                .is_some_and(|one| one.support),
            unnecessary_tag: tags(lsp::DiagnosticTag::Unnecessary),
            deprecated_tag: tags(lsp::DiagnosticTag::Deprecated),
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
