//! Folders, files, settings, progress and trace.

use std::fs;

use serde_json::{Value, json};

use crate::client::{Client, DRAFT, URI};

fn has(found: &Value, rule: &str) -> bool {
    found.as_array().expect("a list").iter().any(|one| one["code"] == rule)
}

const WORD: &str = "wording/foreign-word";

#[test]
fn each_folder_has_its_own_configuration_and_an_untitled_draft_that_of_the_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = |path: &str| format!("file://{}/{path}", folder.path().display());
    for (name, config) in [("one", "[check]\nignore = [\"wording/*\"]\n"), ("two", "")] {
        fs::create_dir(folder.path().join(name)).expect("a folder in it");
        fs::write(folder.path().join(name).join("kanwu.toml"), config).expect("a configuration");
    }
    let folders = json!([{ "uri": uri("one"), "name": "one" }, { "uri": uri("two"), "name": "two" }]);
    let mut client = Client::with_params(&json!({ "capabilities": {}, "workspaceFolders": folders }));
    for (document, expected) in
        [(uri("one/1.txt"), false), (uri("two/1.txt"), true), ("untitled:Untitled-1".to_owned(), false)]
    {
        client.send_open(&document, 0, DRAFT);
        let published = client.published();
        assert_eq!(published["uri"], document);
        assert_eq!(has(&published["diagnostics"], WORD), expected, "{document}");
    }
    // A document that is no file has no place to write to, and everything else.
    let hover = json!({ "position": { "line": 2, "character": 1 } });
    assert!(client.request_of("textDocument/hover", "untitled:Untitled-1", hover).is_object());
}

#[test]
fn a_configuration_that_is_renamed_or_deleted_counts_no_more() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = |path: &str| format!("file://{}/{path}", folder.path().display());
    let config = folder.path().join("kanwu.toml");
    fs::write(&config, "[check]\nignore = [\"wording/*\"]\n").expect("a configuration");
    let mut client = Client::start("utf-16");
    client.send_open(&uri("1.txt"), 0, DRAFT);
    assert!(!has(&client.published()["diagnostics"], WORD));
    fs::rename(&config, folder.path().join("old.toml")).expect("it was there");
    let files = json!({ "files": [{ "oldUri": uri("kanwu.toml"), "newUri": uri("old.toml") }] });
    client.notify("workspace/didRenameFiles", &files);
    assert!(has(&client.published()["diagnostics"], WORD));
    fs::rename(folder.path().join("old.toml"), &config).expect("it was there");
    let files = json!({ "files": [{ "oldUri": uri("old.toml"), "newUri": uri("kanwu.toml") }] });
    client.notify("workspace/didRenameFiles", &files);
    assert!(!has(&client.published()["diagnostics"], WORD));
    fs::remove_file(&config).expect("it was there");
    client.notify("workspace/didDeleteFiles", &json!({ "files": [{ "uri": uri("kanwu.toml") }] }));
    assert!(has(&client.published()["diagnostics"], WORD));
}

#[test]
fn settings_are_asked_for_and_asked_for_again_when_they_change() {
    let mut client = Client::with(&json!({
        "workspace": {
            "configuration": true,
            "didChangeConfiguration": { "dynamicRegistration": true },
            "codeLens": { "refreshSupport": true },
        },
    }));
    let settings = |client: &mut Client, value: Value| {
        let asked = loop {
            let message = client.read();
            match message["method"].as_str() {
                Some("client/registerCapability") => client.reply(&message, &Value::Null),
                Some("workspace/configuration") => break message,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(asked["params"]["items"], json!([{ "section": "kanwu" }]));
        client.reply(&asked, &json!([value]));
    };
    settings(&mut client, Value::Null);
    let mut client = client;
    assert!(has(&client.open(DRAFT), WORD));
    client.notify("workspace/didChangeConfiguration", &json!({ "settings": null }));
    let asked = client.heard("workspace/configuration");
    client.reply(&asked, &json!([{ "ignore": ["wording/*"], "codeLens": false }]));
    let (mut published, mut refreshed) = (None, false);
    while published.is_none() || !refreshed {
        let message = client.read();
        match message["method"].as_str() {
            Some("textDocument/publishDiagnostics") => {
                published = Some(message["params"]["diagnostics"].clone());
            }
            Some("workspace/codeLens/refresh") => {
                client.reply(&message, &Value::Null);
                refreshed = true;
            }
            _ => {}
        }
    }
    assert!(!has(&published.expect("it is published"), WORD));
    assert_eq!(client.request_of("textDocument/codeLens", URI, json!({})), Value::Null);
}

#[test]
fn a_client_that_cannot_be_asked_sends_its_settings_and_is_told_what_is_wrong_with_them() {
    let params = json!({ "capabilities": {}, "initializationOptions": { "language": "en" } });
    let mut client = Client::with_params(&params);
    let english = client.open(DRAFT);
    let chinese = Client::start("utf-16").open(DRAFT);
    assert_eq!(english[0]["range"], chinese[0]["range"]);
    assert_ne!(english[0]["message"], chinese[0]["message"]);
    client.notify("workspace/didChangeConfiguration", &json!({ "settings": { "kanwu": { "select": 3 } } }));
    let told = client.heard("window/showMessage");
    assert!(
        told["params"]["message"]
            .as_str()
            .is_some_and(|told| told.starts_with("the editor's settings “kanwu”"))
    );
    client.notify(
        "workspace/didChangeConfiguration",
        &json!({ "settings": { "kanwu": { "select": ["dates/*"] } } }),
    );
    assert_eq!(client.published()["diagnostics"], json!([]));
}

#[test]
fn a_client_that_wants_to_know_is_told_how_far_the_reading_of_the_workspace_has_come() {
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..12 {
        fs::write(folder.path().join(format!("{number}.txt")), DRAFT).expect("a draft");
    }
    let root = format!("file://{}", folder.path().display());
    let folders = json!([{ "uri": root, "name": "drafts" }]);
    let told = |client: &mut Client, params: Value, token: Option<&str>| {
        let id = client.ask("workspace/symbol", &params);
        let (mut kinds, mut answered, mut named) = (Vec::new(), false, token.map(str::to_owned));
        while !answered || (kinds.last().is_some_and(|kind| kind != "end") && !kinds.is_empty()) {
            let message = client.read();
            if message["id"] == id && message.get("method").is_none() {
                answered = true;
            } else if message["method"] == "window/workDoneProgress/create" {
                named = message["params"]["token"].as_str().map(str::to_owned);
                client.reply(&message, &Value::Null);
            } else if message["method"] == "$/progress" {
                assert_eq!(message["params"]["token"].as_str(), named.as_deref());
                kinds.push(message["params"]["value"]["kind"].as_str().expect("a kind").to_owned());
            }
        }
        kinds
    };
    let shows = json!({ "window": { "workDoneProgress": true } });
    let mut client = Client::with_params(&json!({ "capabilities": shows, "workspaceFolders": folders }));
    let kinds = told(&mut client, json!({ "query": "" }), None);
    assert_eq!((&*kinds[0], &*kinds[kinds.len() - 1]), ("begin", "end"));
    assert!(kinds.len() > 2 && kinds[1..kinds.len() - 1].iter().all(|kind| kind == "report"), "{kinds:?}");
    assert!(told(&mut client, json!({ "query": "" }), None).is_empty(), "nothing is to be read any more");
    let mut client = Client::with_params(&json!({ "capabilities": {}, "workspaceFolders": folders }));
    let kinds = told(&mut client, json!({ "query": "", "workDoneToken": "mine" }), Some("mine"));
    assert_eq!((&*kinds[0], &*kinds[kinds.len() - 1]), ("begin", "end"));
}

#[test]
fn a_client_that_traces_is_told_of_each_message_and_how_it_went() {
    let mut client = Client::with_params(&json!({ "capabilities": {}, "trace": "messages" }));
    let traced = client.heard("$/logTrace");
    assert!(
        traced["params"]["message"].as_str().is_some_and(|said| said.starts_with("initialize")),
        "{traced}"
    );
    client.notify("$/setTrace", &json!({ "value": "verbose" }));
    client.request(
        "textDocument/rename",
        &json!({
            "textDocument": { "uri": URI }, "position": { "line": 0, "character": 0 }, "newName": "x",
        }),
    );
    client.notify("$/setTrace", &json!({ "value": "off" }));
    client.request(
        "textDocument/hover",
        &json!({
            "textDocument": { "uri": URI }, "position": { "line": 0, "character": 0 },
        }),
    );
    client.request("shutdown", &json!(null));
    let (rest, _) = client.hang_up();
    assert!(rest.iter().all(|message| message["method"] != "$/logTrace"), "{rest:?}");
}
