//! The sentence that is being typed is left alone until it is left or saved.

use serde_json::{Value, json};

use crate::client::{Client, URI};

const HEAD: &str = "甲县整修水渠\n\n近日，甲县组织干部清理沟渠，进展顺利。 李明\n\n乙县修路\n\n";
const FAULTY: &str = "乙县干部以最快的速度 and 最大的力度修路";

fn foreign(found: &Value) -> bool {
    found.as_array().expect("a list").iter().any(|one| one["code"] == "wording/foreign-word")
}

/// Types behind the head.
fn type_it(client: &mut Client, version: i64, text: &str) {
    let at = json!({ "line": 6, "character": 0 });
    client.change(version, &json!({ "range": { "start": at, "end": at }, "text": text }));
}

#[test]
fn it_is_told_when_the_document_is_saved() {
    let mut client = Client::start("utf-16");
    client.open(HEAD);
    type_it(&mut client, 1, FAULTY);
    assert!(!foreign(&client.diagnostics(1)));
    client.notify("textDocument/didSave", &json!({ "textDocument": { "uri": URI } }));
    let published = client.published();
    assert_eq!(published["version"], 1);
    assert!(foreign(&published["diagnostics"]));
}

#[test]
fn it_is_told_when_the_caret_goes_elsewhere_and_not_while_it_stays() {
    let mut client = Client::start("utf-16");
    client.open(HEAD);
    type_it(&mut client, 1, FAULTY);
    assert!(!foreign(&client.diagnostics(1)));
    let at = |line, character| json!({ "position": { "line": line, "character": character } });
    client.request_of("textDocument/documentHighlight", URI, at(6, 3));
    // The answer and the findings may come in either order, but nothing came before the caret left.
    let elsewhere = at(2, 3)["position"].clone();
    let params = json!({ "textDocument": { "uri": URI }, "position": elsewhere });
    client.ask("textDocument/documentHighlight", &params);
    let published = client.published();
    assert!(foreign(&published["diagnostics"]));
}

#[test]
fn it_is_told_when_it_has_its_stop_or_another_is_typed() {
    let mut client = Client::start("utf-16");
    client.open(HEAD);
    type_it(&mut client, 1, &format!("{FAULTY}。"));
    assert!(foreign(&client.diagnostics(1)), "it has its stop");
    client.change(2, &json!({ "text": format!("{HEAD}{FAULTY}") }));
    assert!(foreign(&client.diagnostics(2)), "a text that is put in whole is not typed");
}

#[test]
fn a_client_that_asks_is_told_to_ask_again() {
    let mut client = Client::with(&json!({
        "textDocument": { "diagnostic": {} },
        "workspace": { "diagnostics": { "refreshSupport": true } },
    }));
    client.send_open(URI, 0, HEAD);
    type_it(&mut client, 1, FAULTY);
    let ask = |client: &mut Client| client.request_of("textDocument/diagnostic", URI, json!({}));
    assert!(!foreign(&ask(&mut client)["items"]));
    // The answer may come behind the request to ask again.
    let params = json!({
        "textDocument": { "uri": URI },
        "range": { "start": { "line": 0, "character": 1 }, "end": { "line": 0, "character": 1 } },
        "context": { "diagnostics": [] },
    });
    client.ask("textDocument/codeAction", &params);
    let refresh = client.heard("workspace/diagnostic/refresh");
    client.reply(&refresh, &Value::Null);
    assert!(foreign(&ask(&mut client)["items"]));
}
