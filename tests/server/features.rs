//! What an editor is shown and offered, by what it can do.

use serde_json::{Value, json};

use crate::client::{Client, DRAFT, URI};

fn foreign_word(found: &Value) -> Value {
    let mut found = found.as_array().expect("a list").iter();
    found.find(|one| one["code"] == "wording/foreign-word").expect("the stray word is found").clone()
}

#[test]
fn a_client_that_can_do_little_gets_plain_symbols_and_edits() {
    let mut client = Client::start("utf-16");
    let foreign = foreign_word(&client.open(DRAFT));
    assert_eq!(foreign["source"], "kanwu");
    assert_eq!(foreign["range"]["start"]["line"], 2);
    assert_eq!(foreign.get("relatedInformation"), None);
    let symbols = client.request_of("textDocument/documentSymbol", URI, json!({}));
    assert_eq!(symbols[0]["name"], "甲县：整装待春来");
    assert_eq!(symbols[0]["location"]["uri"], URI);
    assert_eq!(symbols[1]["containerName"], "甲县：整装待春来");
    let params = json!({ "range": foreign["range"], "context": { "diagnostics": [] } });
    let actions = client.request_of("textDocument/codeAction", URI, params);
    let edit = &actions[0]["edit"]["changes"][URI][0];
    assert!(edit["newText"].as_str().is_some_and(|text| !text.contains("and")), "{actions}");
}

#[test]
fn a_client_that_can_do_more_gets_nested_symbols_and_edits_of_a_version() {
    let mut client = Client::with(&json!({
        "workspace": { "workspaceEdit": { "documentChanges": true } },
        "textDocument": { "documentSymbol": { "hierarchicalDocumentSymbolSupport": true } },
    }));
    let foreign = foreign_word(&client.open(DRAFT));
    let symbols = client.request_of("textDocument/documentSymbol", URI, json!({}));
    assert_eq!(symbols.as_array().map(Vec::len), Some(1));
    assert!(symbols[0]["children"].as_array().is_some_and(|children| !children.is_empty()), "{symbols}");
    let params = json!({ "range": foreign["range"], "context": { "diagnostics": [] } });
    let actions = client.request_of("textDocument/codeAction", URI, params);
    let change = &actions[0]["edit"]["documentChanges"][0];
    assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 0 }));
    assert_eq!(actions[0]["edit"].get("changes"), None);
    // The data of a diagnostic holds the same fix.
    assert_eq!(foreign["data"]["rule"], "wording/foreign-word");
    assert_eq!(foreign["data"]["fixes"][0]["title"], actions[0]["title"]);
    assert_eq!(foreign["data"]["fixes"][0]["edits"], change["edits"]);
}

#[test]
fn actions_are_of_the_kinds_asked_for_and_name_the_diagnostics_given() {
    let mut client = Client::start("utf-16");
    let mut given = foreign_word(&client.open(DRAFT));
    given["message"] = json!("as the client keeps it");
    let mut actions = |only: Value| {
        let context = match only {
            Value::Null => json!({ "diagnostics": [given] }),
            only => json!({ "diagnostics": [given], "only": only }),
        };
        let params = json!({ "range": given["range"], "context": context });
        client.request_of("textDocument/codeAction", URI, params)
    };
    let all = actions(Value::Null);
    assert_eq!(all[0]["diagnostics"], json!([given]));
    assert_eq!(actions(json!(["quickfix"])), all);
    assert_eq!(actions(json!(["refactor", ""])), all);
    assert_eq!(actions(json!(["refactor", "source.fixAll", "quickfix.other"])), json!([]));
}

#[test]
fn related_places_are_sent_to_a_client_that_shows_them() {
    let draft = "青禾镇促进就业\n\n青禾村现有务工人员30人，其中脱贫户18人、一般农户14人。 李明\n";
    let sum = |client: &mut Client| {
        let found = client.open(draft);
        let mut found = found.as_array().expect("a list").iter();
        found.find(|one| one["code"] == "figures/sum-mismatch").expect("32 is not 30").clone()
    };
    let mut client =
        Client::with(&json!({ "textDocument": { "publishDiagnostics": { "relatedInformation": true } } }));
    let shown = sum(&mut client);
    let related = shown["relatedInformation"].as_array().expect("the parts");
    assert!(!related.is_empty());
    assert!(related.iter().all(|place| place["location"]["uri"] == URI));
    assert_eq!(sum(&mut Client::start("utf-16")).get("relatedInformation"), None);
}

#[test]
fn ranges_out_of_the_text_are_clamped() {
    let mut client = Client::start("utf-16");
    client.open(DRAFT);
    let far = json!({ "line": 4_000_000_000_u32, "character": 4_000_000_000_u32 });
    let range = json!({ "start": { "line": 0, "character": 0 }, "end": far });
    let params = json!({ "range": range, "context": { "diagnostics": [] } });
    let actions = client.request_of("textDocument/codeAction", URI, params);
    assert!(actions.as_array().is_some_and(|actions| !actions.is_empty()), "{actions}");
    assert_eq!(client.request_of("textDocument/hover", URI, json!({ "position": far })), json!(null));
    client.change(1, &json!({ "range": range, "text": "" }));
    let empty = client.diagnostics(1);
    client.change(2, &json!({ "range": { "start": far, "end": far }, "text": DRAFT }));
    assert_eq!(empty, json!([]));
    assert!(foreign_word(&client.diagnostics(2)).is_object());
}

#[test]
fn a_closed_document_has_no_diagnostics_and_no_answers() {
    let mut client = Client::start("utf-16");
    assert!(!client.open(DRAFT).as_array().expect("a list").is_empty());
    client.notify("textDocument/didClose", &json!({ "textDocument": { "uri": URI } }));
    assert_eq!(client.published(), json!({ "uri": URI, "diagnostics": [] }));
    assert_eq!(client.request_of("textDocument/documentSymbol", URI, json!({})), json!(null));
    // A change to it is no crash, and it can be opened again.
    client.change(5, &json!({ "text": "甲" }));
    assert!(!client.open(DRAFT).as_array().expect("a list").is_empty());
}
