//! `textDocument/diagnostic` and `workspace/diagnostic`: findings for a client that asks for them, told anew only where
//! they differ from what it has.

use std::{
    collections::{HashMap, HashSet},
    hash::{DefaultHasher, Hash, Hasher},
};

use serde_json::json;
use tower_lsp::{
    gen_lsp_types as lsp,
    jsonrpc::{Error, ErrorCode, Result},
};

use super::{diagnostics, file_uri, router::Router, session::Open};

/// The client is to ask again, since the text has changed (LSP, `ServerCancelled`).
const SERVER_CANCELLED: i64 = -32802;

/// How findings may be asked for.
pub fn options() -> lsp::DiagnosticOptions {
    lsp::DiagnosticOptions {
        identifier: Some("kanwu".to_owned()),
        inter_file_dependencies: false,
        workspace_diagnostics: true,
        ..lsp::DiagnosticOptions::default()
    }
}

/// The answer where the text has changed since it was asked about.
fn superseded() -> Error {
    Error {
        code: ErrorCode::from(SERVER_CANCELLED),
        message: "the text has changed".into(),
        data: Some(json!({ "retriggerRequest": true })),
    }
}

/// The findings in a draft, and by what name they are known again.
#[derive(Clone, Debug)]
pub struct Found {
    id: String,
    items: Vec<lsp::Diagnostic>,
}

impl Found {
    /// Findings that were found.
    pub fn new(items: Vec<lsp::Diagnostic>) -> Self {
        // What they say is all that counts: an edit that changes no finding and moves none changes no name.
        let mut hasher = DefaultHasher::new();
        serde_json::to_string(&items).unwrap_or_default().hash(&mut hasher);
        Self { id: format!("{:016x}", hasher.finish()), items }
    }

    /// The report on a document to a client that has the findings of `previous`.
    fn report(self, previous: Option<&str>) -> lsp::DocumentDiagnosticReport {
        match self.compared(previous) {
            Ok(full) => lsp::RelatedFullDocumentDiagnosticReport {
                full_document_diagnostic_report: full,
                ..lsp::RelatedFullDocumentDiagnosticReport::default()
            }
            .into(),
            Err(unchanged) => lsp::RelatedUnchangedDocumentDiagnosticReport {
                unchanged_document_diagnostic_report: unchanged,
                ..lsp::RelatedUnchangedDocumentDiagnosticReport::default()
            }
            .into(),
        }
    }

    /// The report on a document of the workspace.
    fn of(
        self,
        uri: lsp::Uri,
        version: Option<i32>,
        previous: Option<&str>,
    ) -> lsp::WorkspaceDocumentDiagnosticReport {
        match self.compared(previous) {
            Ok(full_document_diagnostic_report) => {
                lsp::WorkspaceFullDocumentDiagnosticReport { uri, version, full_document_diagnostic_report }
                    .into()
            }
            Err(unchanged_document_diagnostic_report) => lsp::WorkspaceUnchangedDocumentDiagnosticReport {
                uri,
                version,
                unchanged_document_diagnostic_report,
            }
            .into(),
        }
    }

    fn compared(
        self,
        previous: Option<&str>,
    ) -> std::result::Result<lsp::FullDocumentDiagnosticReport, lsp::UnchangedDocumentDiagnosticReport> {
        if previous == Some(&self.id) {
            Err(lsp::UnchangedDocumentDiagnosticReport { result_id: self.id })
        } else {
            Ok(lsp::FullDocumentDiagnosticReport { result_id: Some(self.id), items: self.items })
        }
    }
}

/// The reports on the drafts of the workspace.
#[derive(Debug, Default)]
struct Reports {
    /// What the client has of each document.
    previous: HashMap<lsp::Uri, String>,
    items: Vec<lsp::WorkspaceDocumentDiagnosticReport>,
}

impl Reports {
    /// Nothing is reported yet to a client that has these findings.
    fn new(previous: Vec<lsp::PreviousResultId>) -> Self {
        let previous = previous.into_iter().map(|one| (one.uri, one.value)).collect();
        Self { previous, items: Vec::new() }
    }

    /// Adds the findings in a draft.
    fn add(&mut self, uri: lsp::Uri, version: Option<i32>, found: Found) {
        let previous = self.previous.remove(&uri);
        self.items.push(found.of(uri, version, previous.as_deref()));
    }

    /// All reports; of documents that the client has findings of and that are gone, that there are none.
    fn end(mut self) -> lsp::WorkspaceDiagnosticReport {
        let mut gone: Vec<lsp::Uri> = self.previous.drain().map(|(uri, _)| uri).collect();
        gone.sort_by(|one, other| one.0.cmp(&other.0));
        self.items.extend(gone.into_iter().map(|uri| Found::new(Vec::new()).of(uri, None, None)));
        lsp::WorkspaceDiagnosticReport { items: self.items }
    }
}

impl Router {
    /// The findings of a document. Where it changes meanwhile the client is to ask again: nobody wants to know any more.
    pub async fn pull(&self, params: lsp::DocumentDiagnosticParams) -> Result<lsp::DocumentDiagnosticReport> {
        let uri = params.text_document.uri;
        let (snapshot, generations) = {
            let session = self.session();
            (session.newest(&uri), session.generations(&uri))
        };
        let (Some(snapshot), Some(mut generations)) = (snapshot, generations) else {
            return Ok(Found::new(Vec::new()).report(params.previous_result_id.as_deref()));
        };
        generations.mark_unchanged();
        let found = |open: &Open, abilities| Found::new(diagnostics::of(open, abilities));
        tokio::select! {
            biased;
            found = self.ask_of(&snapshot, found) => {
                found.map(|found| found.report(params.previous_result_id.as_deref()))
            }
            Ok(()) = generations.changed() => Err(superseded()),
        }
    }

    /// The findings of all drafts, open or not.
    pub async fn pull_workspace(
        &self,
        params: lsp::WorkspaceDiagnosticParams,
    ) -> Result<lsp::WorkspaceDiagnosticReport> {
        let open = self.all_newest();
        let mut reports = Reports::new(params.previous_result_ids);
        let mut paths: HashSet<_> = HashSet::new();
        for (uri, snapshot) in open {
            let found = |open: &Open, abilities| Found::new(diagnostics::of(open, abilities));
            let found = self.ask_of(&snapshot, found).await?;
            paths.extend(file_uri::path(&uri));
            reports.add(uri, Some(snapshot.version()), found);
        }
        let token = params.work_done_progress_params.work_done_token;
        let reports = self.each_draft(token, paths, reports, |reports, uri, draft| {
            reports.add(uri, None, draft.found.clone());
            true
        });
        Ok(reports.await?.end())
    }
}
