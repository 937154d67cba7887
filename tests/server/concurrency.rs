//! Much at a time: what is slow holds up nothing, and answers are of the text that was asked about.

use serde_json::{Value, json};

use crate::client::{Client, DRAFT, URI};

/// A draft of many articles, all of them different; to read it takes far longer than to answer a message.
fn long_draft() -> String {
    let article = |number: usize| {
        format!(
            "甲县第{number}批项目开工\n\n本批项目共{number}个，总投资{number}亿元，涉及农业、水利等领域，由县发改委牵头推进。 王玉\n\n"
        )
    };
    (0..1500).map(article).collect::<Vec<_>>().concat()
}

const SLOW: &str = "file:///slow.bulletin";

#[test]
fn a_slow_analysis_holds_up_no_other_document() {
    let mut client = Client::start("utf-8");
    client.send_open(SLOW, 0, &long_draft());
    client.send_open(URI, 0, DRAFT);
    let id = client.ask("textDocument/documentSymbol", &json!({ "textDocument": { "uri": URI } }));
    let (mut answered, mut published) = (false, Vec::new());
    while published.len() < 2 {
        let message = client.read();
        if message["method"] == "textDocument/publishDiagnostics" {
            published.push(message["params"]["uri"].clone());
        } else if message["id"] == id {
            assert!(published.iter().all(|uri| uri != SLOW), "the short document was to be read first");
            answered = true;
        }
    }
    assert_eq!(published, [URI, SLOW]);
    assert!(answered);
}

#[test]
fn a_cancelled_request_is_answered_while_its_document_is_still_read() {
    let mut client = Client::start("utf-8");
    client.send_open(SLOW, 0, &long_draft());
    let ids: Vec<i64> = (0..20)
        .map(|_| client.ask("textDocument/documentSymbol", &json!({ "textDocument": { "uri": SLOW } })))
        .collect();
    for id in &ids[1..] {
        client.notify("$/cancelRequest", &json!({ "id": id }));
    }
    client.notify("$/cancelRequest", &json!({ "id": 12345 }));
    let mut cancelled = Vec::new();
    while cancelled.len() < ids.len() - 1 {
        let message = client.read();
        assert_eq!(message["error"]["code"], -32800, "{message}");
        cancelled.push(message["id"].as_i64().expect("the id of a request"));
    }
    cancelled.sort_unstable();
    assert_eq!(cancelled, ids[1..]);
    // The one that was not cancelled is answered after all.
    assert!(client.answer(&ids[0].into())["result"].is_array());
}

#[test]
fn an_answer_is_of_the_text_the_client_saw_when_it_asked() {
    let mut client = Client::start("utf-8");
    client.open(DRAFT);
    let ask = |client: &mut Client| {
        client.ask("textDocument/documentSymbol", &json!({ "textDocument": { "uri": URI } }))
    };
    let mut asked = Vec::new();
    for version in 1..=40 {
        client.change(version, &json!({ "text": DRAFT.replace("甲县", &format!("第{version}县")) }));
        asked.push((version, ask(&mut client)));
    }
    client.notify("textDocument/didClose", &json!({ "textDocument": { "uri": URI } }));
    let gone = ask(&mut client);
    let (mut answers, mut versions) = (Vec::new(), Vec::new());
    while answers.len() < 41 {
        let message = client.read();
        if message.get("id").is_some() {
            answers.push(message);
        } else {
            versions.push(message["params"]["version"].as_i64());
        }
    }
    let result = |id: i64| &answers.iter().find(|answer| answer["id"] == id).expect("an answer")["result"];
    for (version, id) in asked {
        assert_eq!(result(id)[0]["name"], format!("第{version}县：整装待春来"));
    }
    assert_eq!(result(gone), &Value::Null);
    let given: Vec<i64> = versions.iter().copied().flatten().collect();
    assert!(given.is_sorted(), "{versions:?}");
}
