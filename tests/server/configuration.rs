//! Configuration and accepted findings in the editor.

use std::fs;

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::client::{Client, DRAFT};

/// A folder with a draft and a configuration; the address of the draft.
fn folder(config: &str) -> (TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder can be made");
    fs::write(folder.path().join("kanwu.toml"), config).expect("it can be written");
    fs::write(folder.path().join("1.txt"), DRAFT).expect("it can be written");
    let uri = format!("file://{}/1.txt", folder.path().display());
    (folder, uri)
}

/// The rules of the next diagnostics.
fn rules(client: &mut Client) -> Vec<String> {
    let published = client.published();
    let found = published["diagnostics"].as_array().expect("a list").clone();
    found.iter().map(|one| one["code"].as_str().expect("a rule").to_owned()).collect()
}

fn has(rules: &[String], rule: &str) -> bool {
    rules.iter().any(|found| found == rule)
}

const WORD: &str = "wording/foreign-word";

#[test]
fn the_nearest_configuration_counts_and_is_read_anew_when_it_changes() {
    let (folder, uri) = folder("[check]\nignore = [\"wording/*\"]\n");
    let mut client = Client::start("utf-16");
    client.send_open(&uri, 0, DRAFT);
    assert!(!has(&rules(&mut client), WORD));
    let config = folder.path().join("kanwu.toml");
    fs::write(&config, "").expect("it can be written");
    let changed = json!({ "changes": [{ "uri": format!("file://{}", config.display()), "type": 2 }] });
    client.notify("workspace/didChangeWatchedFiles", &changed);
    assert!(has(&rules(&mut client), WORD));
}

#[test]
fn a_configuration_that_is_wrong_is_told_and_the_draft_checked_without() {
    let (_folder, uri) = folder("[check]\nselct = []\n");
    let mut client = Client::start("utf-16");
    client.send_open(&uri, 0, DRAFT);
    let (mut told, mut found) = (None, false);
    while told.is_none() || !found {
        let message = client.read();
        match message["method"].as_str() {
            Some("window/showMessage") => told = message["params"]["message"].as_str().map(str::to_owned),
            Some("textDocument/publishDiagnostics") => found = true,
            _ => {}
        }
    }
    assert!(told.is_some_and(|told| told.ends_with("kanwu.toml:2:1: 没有“selct”这个键；是不是“select”？")));
}

/// The command that accepts the stray word.
fn this_is_right(client: &mut Client, uri: &str, found: &Value) -> Value {
    let params = json!({ "range": found["range"], "context": { "diagnostics": [found] } });
    let actions = client.request_of("textDocument/codeAction", uri, params);
    let mut actions = actions.as_array().expect("a list").iter();
    let action = actions.find(|action| action["title"] == "此处无误").expect("it is offered").clone();
    assert_eq!(action["diagnostics"][0]["code"], WORD);
    assert_eq!(action.get("edit"), None, "the draft is left alone");
    action["command"].clone()
}

#[test]
fn this_is_right_is_written_beside_the_configuration_and_the_finding_goes() {
    let (folder, uri) = folder("");
    let mut client = Client::start("utf-16");
    client.send_open(&uri, 0, DRAFT);
    let published = client.published();
    let found = published["diagnostics"].as_array().expect("a list").iter();
    let found = found.clone().find(|one| one["code"] == WORD).expect("it is found").clone();
    let command = this_is_right(&mut client, &uri, &found);
    let id = client.ask(
        "workspace/executeCommand",
        &json!({ "command": command["command"], "arguments": command["arguments"] }),
    );
    // The answer and the new diagnostics may come in either order.
    let (mut answered, mut published) = (None, None);
    while answered.is_none() || published.is_none() {
        let message = client.read();
        if message["id"] == id {
            answered = Some(message);
        } else if message["method"] == "textDocument/publishDiagnostics" {
            published = Some(message["params"]["diagnostics"].clone());
        }
    }
    assert_eq!(answered.expect("it came")["result"], Value::Null);
    let left = published.expect("it came");
    let mut left = left.as_array().expect("a list").iter();
    assert!(left.all(|one| one["code"] != WORD));
    let written = fs::read_to_string(folder.path().join("kanwu.accepted.toml")).expect("it is there");
    assert!(written.contains("file = \"1.txt\"") && written.contains("text = \"and\""), "{written}");
    assert_eq!(fs::read_to_string(folder.path().join("1.txt")).expect("it is there"), DRAFT);
}

#[test]
fn a_command_that_is_not_ours_or_wants_its_arguments_is_an_error() {
    let mut client = Client::start("utf-16");
    for command in
        [json!({ "command": "kanwu.nonsense" }), json!({ "command": "kanwu.accept", "arguments": [3] })]
    {
        let answer = client.request("workspace/executeCommand", &command);
        assert_eq!(answer["error"]["code"], -32602, "{answer}");
    }
}

#[test]
fn a_client_that_can_watch_files_is_asked_to() {
    let mut client =
        Client::with(&json!({ "workspace": { "didChangeWatchedFiles": { "dynamicRegistration": true } } }));
    let asked = loop {
        let message = client.read();
        if message["method"] == "client/registerCapability" {
            break message;
        }
    };
    assert_eq!(asked["params"]["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    client.send(&json!({ "jsonrpc": "2.0", "id": asked["id"], "result": null }));
}
