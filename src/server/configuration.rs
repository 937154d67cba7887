//! How open documents are checked: the nearest `kanwu.toml`, and what was accepted beside it.

use std::sync::Arc;

use serde_json::json;
use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, file_uri, session::Open};
use crate::{
    check::{Accepted, Profile},
    rules::{Finding, Words},
    workspace::config::{AcceptedFindings, ConfigError, Configurations},
};

/// The command that accepts a finding: the address of its document, and the entry that is written.
pub const ACCEPT: &str = "kanwu.accept";

/// How a document is checked. Where its configuration is wrong it is checked with none, and what is wrong comes along.
pub fn profile(uri: &lsp::Uri) -> (Arc<Profile>, Option<ConfigError>) {
    let Some(path) = file_uri::path(uri) else { return (Arc::default(), None) };
    match Configurations::default().profile(Some(&path)) {
        Ok(profile) => (profile, None),
        Err(error) => (Arc::default(), Some(error)),
    }
}

/// Whether a file that changed may be a configuration, or one that others extend, or hold accepted findings.
pub fn is_configuration(uri: &lsp::Uri) -> bool {
    file_uri::path(uri).is_some_and(|path| path.extension().is_some_and(|extension| extension == "toml"))
}

/// The request to be told of such files.
pub fn watchers() -> lsp::Registration {
    lsp::Registration {
        id: "kanwu.configuration".to_owned(),
        method: "workspace/didChangeWatchedFiles".to_owned(),
        register_options: Some(json!({ "watchers": [{ "globPattern": "**/*.toml" }] })),
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
pub fn write_accepted(arguments: Option<Vec<serde_json::Value>>) -> Result<(), Words> {
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
    let house = Configurations::default().house(Some(&path)).map_err(|error| {
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
