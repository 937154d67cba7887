//! From `initialize` to `exit`.

use serde_json::json;

use crate::client::{Client, DRAFT, URI};

#[test]
fn the_exit_code_says_whether_the_client_left_in_order() {
    let mut polite = Client::start("utf-8");
    polite.request("shutdown", &json!(null));
    assert_eq!(polite.exit_code(), Some(0));
    assert_eq!(Client::start("utf-8").exit_code(), Some(1));
    assert_eq!(Client::spawn().exit_code(), Some(1));
}

#[test]
fn a_client_that_hangs_up_still_gets_its_answers() {
    let mut client = Client::start("utf-8");
    client.send_open(URI, 0, DRAFT);
    let id = client.ask("textDocument/documentSymbol", &json!({ "textDocument": { "uri": URI } }));
    let (rest, code) = client.hang_up();
    let answer = rest.iter().find(|message| message["id"] == id).expect("the answer");
    assert!(answer["result"].is_array(), "{answer}");
    assert_eq!(code, Some(1));
}

#[test]
fn requests_outside_initialize_and_shutdown_are_refused() {
    let mut client = Client::spawn();
    let params = json!({ "textDocument": { "uri": URI } });
    let before = client.request("textDocument/documentSymbol", &params);
    assert_eq!(before["error"]["code"], -32002);
    // Ignored: the document is not open afterwards.
    client.send_open(URI, 0, DRAFT);
    let capabilities = json!({ "capabilities": {} });
    assert!(client.request("initialize", &capabilities)["result"].is_object());
    assert_eq!(client.request("initialize", &capabilities)["error"]["code"], -32600);
    assert_eq!(client.request_of("textDocument/documentSymbol", URI, json!({})), json!(null));
    assert_eq!(client.request("shutdown", &json!(null))["result"], json!(null));
    assert_eq!(client.request("textDocument/documentSymbol", &params)["error"]["code"], -32600);
    assert_eq!(client.exit_code(), Some(0));
}

#[test]
fn a_malformed_initialize_is_refused_and_may_be_tried_again() {
    let mut client = Client::spawn();
    for params in [json!({ "capabilities": 7 }), json!([]), json!(null)] {
        assert_eq!(client.request("initialize", &params)["error"]["code"], -32602, "{params}");
    }
    // Sent on its heels, before it is answered.
    let id = client.ask("initialize", &json!({ "capabilities": {} }));
    client.send_open(URI, 0, DRAFT);
    assert!(client.answer(&id.into())["result"].is_object());
    assert!(!client.diagnostics(0).as_array().expect("a list").is_empty());
}

#[test]
fn an_unknown_method_is_refused_and_an_unknown_notification_ignored() {
    let mut client = Client::start("utf-8");
    for method in ["kanwu/noSuchThing", "workspace/didChangeConfiguration", "$/setTrace", "initialized"] {
        client.notify(method, &json!({ "settings": { "kanwu": {} }, "value": "off" }));
    }
    client.notify("textDocument/didOpen", &json!({ "textDocument": 7 }));
    client.send(&json!({ "jsonrpc": "2.0", "id": 900, "result": null }));
    // Nothing was sent for any of these: the next message is the answer.
    let id = client.ask("kanwu/noSuchThing", &json!({}));
    let answer = client.read();
    assert_eq!((&answer["id"], &answer["error"]["code"]), (&json!(id), &json!(-32601)));
    assert!(client.open(DRAFT).is_array());
}
