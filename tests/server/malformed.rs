//! Bytes that are no message.

use serde_json::{Value, json};

use crate::client::{Client, DRAFT, URI};

#[test]
fn a_malformed_message_is_answered_logged_and_passed_over() {
    let mut client = Client::start("utf-8");
    client.open(DRAFT);
    let symbols = client.request_of("textDocument/documentSymbol", URI, json!({}));
    for (bad, code) in [
        (&b"Content-Length: many\r\n\r\n{}"[..], -32700),
        (b"Content-Length: 18446744073709551615\r\n\r\n{}", -32700),
        (b"Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{}", -32700),
        (b"HTTP/1.1 200 OK\r\n\r\n", -32700),
        (b"Content-Length: 4\r\n\r\n\"\xff\xfe\"", -32700),
        (b"Content-Length: 9\r\n\r\n{\"jsonrpc", -32700),
        (b"Content-Length: 2\r\n\r\n{}", -32600),
        (b"Content-Length: 2\r\n\r\n[]", -32600),
    ] {
        let shown = String::from_utf8_lossy(bad);
        client.send_bytes(bad);
        let logged = client.read();
        assert_eq!(logged["method"], "window/logMessage", "{shown}: {logged}");
        let answer = client.read();
        assert_eq!((&answer["id"], &answer["error"]["code"]), (&Value::Null, &json!(code)), "{shown}");
        assert_eq!(client.request_of("textDocument/documentSymbol", URI, json!({})), symbols, "{shown}");
    }
}

#[test]
fn an_end_inside_a_message_is_answered_and_ends_the_server_in_order() {
    let mut client = Client::start("utf-8");
    client.request("shutdown", &json!(null));
    client.send_bytes(b"Content-Length: 100\r\n\r\n{\"jsonrpc\": \"2.0\"");
    let (rest, code) = client.hang_up();
    assert_eq!(rest.last().map(|answer| &answer["error"]["code"]), Some(&json!(-32700)), "{rest:?}");
    assert_eq!(code, Some(0));
}
