//! How documents are checked: the nearest `kanwu.toml`, what was accepted beside it, and what the user has set.

use std::sync::Arc;

use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;

use super::{
    abilities::Abilities,
    file_uri,
    index::Folders,
    session::Open,
    settings::{SECTION, Settings},
};
use crate::{
    check::{Accepted, Profile},
    rules::{Finding, Words},
    workspace::{
        EXTENSIONS,
        config::{AcceptedFindings, ConfigError, Configurations},
    },
};

/// The command that accepts a finding: the address of its document, and the entry that is written.
pub const ACCEPT: &str = "kanwu.accept";

/// Where the configurations of drafts come from: from the file that the user has set, or from the nearest `kanwu.toml`.
pub fn configurations(settings: &Settings, folders: &Folders) -> Configurations {
    let found = settings.configuration.as_ref().map(|path| match folders.first() {
        Some(folder) => Configurations::from_file(folder.join(path)),
        None => Configurations::from_file(path.clone()),
    });
    found.unwrap_or_default().with(settings.overrides())
}

/// How a document is checked. Where its configuration is wrong it is checked with none, and what is wrong comes along.
/// A document that is no file yet is taken to lie in the first folder of the workspace.
pub fn profile(
    uri: &lsp::Uri,
    settings: &Settings,
    folders: &Folders,
) -> (Arc<Profile>, Option<ConfigError>) {
    let path = file_uri::path(uri).or_else(|| Some(folders.first()?.join("untitled.bulletin")));
    let mut found = match path {
        None if settings.configuration.is_none() => Configurations::none().with(settings.overrides()),
        _ => configurations(settings, folders),
    };
    match found.profile(path.as_deref()) {
        Ok(profile) => (profile, None),
        Err(error) => (Arc::default(), Some(error)),
    }
}

/// Whether a file that changed may be a configuration, or one that others extend, or hold accepted findings.
pub fn is_configuration(uri: &lsp::Uri) -> bool {
    file_uri::path(uri).is_some_and(|path| path.extension().is_some_and(|extension| extension == "toml"))
}

/// The request to be told of such files, and of drafts.
pub fn watchers() -> lsp::Registration {
    let globs = std::iter::once("toml").chain(EXTENSIONS.iter().copied());
    let watchers: Vec<_> =
        globs.map(|extension| json!({ "globPattern": format!("**/*.{extension}") })).collect();
    lsp::Registration {
        id: "kanwu.files".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: Some(json!({ "watchers": watchers })),
    }
}

/// The request to be told of changed settings.
pub fn settings() -> lsp::Registration {
    lsp::Registration {
        id: "kanwu.settings".to_owned(),
        method: "workspace/didChangeConfiguration".to_owned(),
        register_options: Some(json!({ "section": SECTION })),
    }
}

/// The files and folders whose renaming and deleting we want to be told of: whatever a draft or a configuration is in.
pub fn file_operations() -> lsp::FileOperationOptions {
    let pattern = |glob: String, matches| lsp::FileOperationFilter {
        scheme: Some("file".to_owned()),
        pattern: lsp::FileOperationPattern { glob, matches: Some(matches), options: None },
    };
    let filters = vec![
        pattern(format!("**/*.{{toml,{}}}", EXTENSIONS.join(",")), lsp::FileOperationPatternKind::File),
        pattern("**".to_owned(), lsp::FileOperationPatternKind::Folder),
    ];
    let told = Some(lsp::FileOperationRegistrationOptions { filters });
    lsp::FileOperationOptions {
        did_rename: told.clone(),
        did_delete: told,
        ..lsp::FileOperationOptions::default()
    }
}

/// The command that accepts a finding, for a document that is a file.
pub fn accept(open: &Open, finding: &Finding, abilities: Abilities) -> Option<lsp::Command> {
    file_uri::path(&open.uri)?;
    let entry = Accepted::of(&open.document.text(), finding);
    Some(lsp::Command {
        title: Words::new("此处无误", "This is right").get(abilities.language).to_owned(),
        command: ACCEPT.to_owned(),
        arguments: Some(vec![json!(open.uri), json!(entry)]),
        tooltip: None,
    })
}

/// Writes the entry of such a command beside the configuration.
pub fn write_accepted(
    arguments: Option<Vec<serde_json::Value>>,
    mut configurations: Configurations,
) -> Result<(), Words> {
    let mut arguments = arguments.unwrap_or_default().into_iter();
    let uri = arguments.next().and_then(|uri| serde_json::from_value(uri).ok());
    let entry = arguments.next().and_then(|entry| serde_json::from_value::<Accepted>(entry).ok());
    let path = uri.as_ref().and_then(file_uri::path);
    let (Some(mut entry), Some(path)) = (entry, path) else {
        return Err(Words::new(
            format!("{ACCEPT} 的参数应是稿件地址和要认可的问题"),
            format!("{ACCEPT} wants the address of a document and the finding to accept"),
        ));
    };
    let house = configurations.house(Some(&path)).map_err(|error| {
        let place = error.location();
        Words::new(format!("{place}：{}", error.words.zh), format!("{place}: {}", error.words.en))
    })?;
    let mut accepted = house.accepted.clone();
    if accepted.path.as_os_str().is_empty() {
        accepted = AcceptedFindings::beside(&path, None);
    }
    entry.file = accepted.name(&path);
    let shown = accepted.path.display().to_string();
    accepted.add(vec![entry]).map_err(|error| {
        Words::new(format!("{shown} 写不进去：{error}"), format!("{shown} cannot be written: {error}"))
    })
}
