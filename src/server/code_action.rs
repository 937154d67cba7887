//! `textDocument/codeAction` and `codeAction/resolve`: the fixes of the findings in a range, of all findings of a rule, and of the whole draft; and
//! that there is nothing to fix.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, configuration, convert, diagnostics, session::Open};
use crate::{
    check::{
        edit::between,
        fix::{Reach, compatible, mend},
    },
    rules::{Applicability, Edit, Finding, Fix, Words},
    text::Span,
};

/// Mends all that can be mended without changing a word: on demand, or whenever a draft is saved.
pub const FIX_ALL: &str = "source.fixAll.kanwu";

/// The fixes of every finding that touches the range and last of each that it is right as it stands, those of all findings
/// of its rule, and those of the whole draft.
pub fn of(
    open: &Open,
    range: lsp::Range,
    context: &lsp::CodeActionContext,
    abilities: Abilities,
) -> Vec<lsp::CodeActionResponse> {
    let mut actions = Vec::new();
    if is_wanted(context, lsp::CodeActionKind::QuickFix.as_str()) {
        quick_fixes(open, range, context, abilities, &mut actions);
    }
    // A client asks on every move of the caret; the whole draft is mended only for who wants that.
    let is_asked =
        context.only.is_some() || context.trigger_kind == Some(lsp::CodeActionTriggerKind::Invoked);
    if is_wanted(context, FIX_ALL) && abilities.resolves_edits {
        actions.extend(later_fix_all(open, abilities));
    } else if is_asked && is_wanted(context, FIX_ALL) {
        actions.extend(fix_all(open, abilities));
    }
    actions.into_iter().map(lsp::CodeActionResponse::CodeAction).collect()
}

/// Whether the client wants actions of this kind: it names no kinds, this one, or one that holds it.
fn is_wanted(context: &lsp::CodeActionContext, kind: &str) -> bool {
    let holds = |only: &lsp::CodeActionKind| {
        let rest = kind.strip_prefix(only.as_str());
        only.as_str().is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    context.only.as_deref().is_none_or(|only| only.iter().any(holds))
}

fn quick_fixes(
    open: &Open,
    range: lsp::Range,
    context: &lsp::CodeActionContext,
    abilities: Abilities,
    actions: &mut Vec<lsp::CodeAction>,
) {
    let asked = convert::span(&open.document, range, abilities.encoding);
    let touches = |span: Span| span.start <= asked.end && asked.start <= span.end;
    let mut rules: Vec<&str> = Vec::new();
    for finding in open.analysis.findings.iter().filter(|finding| touches(finding.span)) {
        let diagnostic = diagnostic(open, finding, context, abilities);
        for (at, fix) in finding.fixes.iter().enumerate() {
            actions.push(lsp::CodeAction {
                title: fix.title.get(abilities.language).to_owned(),
                kind: Some(lsp::CodeActionKind::QuickFix),
                diagnostics: Some(vec![diagnostic.clone()]),
                is_preferred: Some(at == 0 && fix.applicability == Applicability::Safe),
                edit: (!abilities.resolves_edits).then(|| edit(open, fix, abilities)),
                data: abilities.resolves_edits.then(|| {
                    Later::Fix { rule: finding.rule.to_owned(), start: finding.span.start, fix: at }.of(open)
                }),
                ..lsp::CodeAction::default()
            });
        }
        if !rules.contains(&finding.rule) {
            rules.push(finding.rule);
        }
        actions.extend(configuration::accept(open, finding, abilities).map(|command| lsp::CodeAction {
            title: command.title.clone(),
            kind: Some(lsp::CodeActionKind::QuickFix),
            diagnostics: Some(vec![diagnostic]),
            command: Some(command),
            ..lsp::CodeAction::default()
        }));
    }
    actions.extend(rules.into_iter().filter_map(|rule| fix_rule(open, rule, abilities)));
}

/// The safe fixes of every finding of one rule, if there are several.
fn fix_rule(open: &Open, rule: &str, abilities: Abilities) -> Option<lsp::CodeAction> {
    let (edits, count) = rule_edits(open, rule);
    let title = Words::new(
        format!("修复全部同类问题，共{count}处（{rule}）"),
        format!("Fix all {count} of this rule ({rule})"),
    );
    (count > 1).then(|| lsp::CodeAction {
        title: title.get(abilities.language).to_owned(),
        kind: Some(lsp::CodeActionKind::QuickFix),
        is_preferred: Some(false),
        edit: (!abilities.resolves_edits).then(|| our_edit(open, &edits, abilities)),
        data: abilities.resolves_edits.then(|| Later::Rule { rule: rule.to_owned() }.of(open)),
        ..lsp::CodeAction::default()
    })
}

/// The edits of all safe fixes of a rule that can be made at once, and of how many they are.
fn rule_edits(open: &Open, rule: &str) -> (Vec<Edit>, usize) {
    let (edits, rules) =
        compatible(open.analysis.findings.iter().filter(|found| found.rule == rule), Reach::Safe);
    (edits, rules.len())
}

/// The safe fixes of the whole draft, for a client that asks for their edits once it wants them.
fn later_fix_all(open: &Open, abilities: Abilities) -> Option<lsp::CodeAction> {
    let (_, rules) = compatible(open.analysis.findings.iter(), Reach::Safe);
    let title = Words::new("修复全部形式问题", "Fix all that changes form only");
    (!rules.is_empty()).then(|| lsp::CodeAction {
        title: title.get(abilities.language).to_owned(),
        kind: Some(FIX_ALL.to_owned().into()),
        data: Some(Later::All.of(open)),
        ..lsp::CodeAction::default()
    })
}

/// What is asked for once an action is chosen.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "camelCase")]
enum Later {
    /// One fix of one finding.
    Fix { rule: String, start: usize, fix: usize },
    /// The safe fixes of a rule.
    Rule { rule: String },
    /// The safe fixes of the draft.
    All,
}

/// What an action carries until it is chosen.
#[derive(Debug, Serialize, Deserialize)]
struct Carried {
    uri: lsp::Uri,
    version: i32,
    #[serde(flatten)]
    what: Later,
}

impl Later {
    fn of(self, open: &Open) -> serde_json::Value {
        json!(Carried { uri: open.uri.clone(), version: open.version, what: self })
    }
}

/// The document that an action carries; `None` if it carries none, and is complete.
pub fn uri(action: &lsp::CodeAction) -> Option<lsp::Uri> {
    Carried::deserialize(action.data.as_ref()?).ok().map(|carried| carried.uri)
}

/// The edit of an action that was chosen; `None` if the draft has changed since it was offered.
pub fn resolve(open: &Open, action: &lsp::CodeAction, abilities: Abilities) -> Option<lsp::WorkspaceEdit> {
    let carried = Carried::deserialize(action.data.as_ref()?).ok()?;
    if carried.version != open.version {
        return None;
    }
    match carried.what {
        Later::Fix { rule, start, fix } => {
            let same = |found: &&Finding| found.rule == rule && found.span.start == start;
            let finding = open.analysis.findings.iter().find(same)?;
            Some(edit(open, finding.fixes.get(fix)?, abilities))
        }
        Later::Rule { rule } => Some(our_edit(open, &rule_edits(open, &rule).0, abilities)),
        Later::All => {
            let text = open.document.text();
            let mended = mend(&text, &open.analysis, Reach::Safe, |_| true);
            Some(our_edit(open, &between(&text, &mended.text), abilities))
        }
    }
}

/// The safe fixes of the whole draft, applied until nothing is left that they change.
fn fix_all(open: &Open, abilities: Abilities) -> Option<lsp::CodeAction> {
    let text = open.document.text();
    let mended = mend(&text, &open.analysis, Reach::Safe, |_| true);
    let count = mended.applied();
    let title = Words::new(
        format!("修复全部形式问题，共{count}处"),
        format!("Fix all that changes form only ({count})"),
    );
    (count > 0).then(|| lsp::CodeAction {
        title: title.get(abilities.language).to_owned(),
        kind: Some(FIX_ALL.to_owned().into()),
        edit: Some(our_edit(open, &between(&text, &mended.text), abilities)),
        ..lsp::CodeAction::default()
    })
}

/// The diagnostic a fix belongs to: the client's own, so that it knows it again, or else as we would send it.
fn diagnostic(
    open: &Open,
    finding: &Finding,
    context: &lsp::CodeActionContext,
    abilities: Abilities,
) -> lsp::Diagnostic {
    let ours = diagnostics::one(open, finding, abilities);
    let same = |given: &&lsp::Diagnostic| given.code == ours.code && given.range == ours.range;
    context.diagnostics.iter().find(same).cloned().unwrap_or(ours)
}

/// The edit of a fix, for this version of the text alone if the client knows of versions.
fn edit(open: &Open, fix: &Fix, abilities: Abilities) -> lsp::WorkspaceEdit {
    our_edit(open, &fix.edits, abilities)
}

fn our_edit(open: &Open, edits: &[Edit], abilities: Abilities) -> lsp::WorkspaceEdit {
    workspace_edit(open, convert::edits(&open.document, edits, abilities.encoding), abilities)
}

/// Edits of the document, for this version of the text alone if the client knows of versions.
pub fn workspace_edit(open: &Open, edits: Vec<lsp::TextEdit>, abilities: Abilities) -> lsp::WorkspaceEdit {
    if !abilities.versioned_edits {
        let changes = Some(HashMap::from([(open.uri.clone(), edits)]));
        return lsp::WorkspaceEdit { changes, ..lsp::WorkspaceEdit::default() };
    }
    let text_document = lsp::OptionalVersionedTextDocumentIdentifier {
        version: Some(open.version),
        text_document_identifier: lsp::TextDocumentIdentifier { uri: open.uri.clone() },
    };
    let edits = edits.into_iter().map(lsp::Edit::TextEdit).collect();
    let change = lsp::TextDocumentEdit { text_document, edits };
    lsp::WorkspaceEdit { document_changes: Some(vec![change.into()]), ..lsp::WorkspaceEdit::default() }
}
