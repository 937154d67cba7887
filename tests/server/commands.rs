//! Actions and commands of a client that asks for their edits when it wants them, and shows documents.

use serde_json::{Value, json};

use crate::client::{Client, DRAFT, URI};

fn client() -> Client {
    Client::with(&json!({
        "textDocument": { "codeAction": { "dataSupport": true, "resolveSupport": { "properties": ["edit"] } } },
        "window": { "showDocument": { "support": true } },
    }))
}

fn actions(client: &mut Client, found: &Value) -> Vec<Value> {
    let found = found.as_array().expect("a list").iter();
    let foreign = found.clone().find(|one| one["code"] == "wording/foreign-word").expect("a stray word");
    let params = json!({ "range": foreign["range"], "context": { "diagnostics": [foreign] } });
    client.request_of("textDocument/codeAction", URI, params).as_array().expect("a list").clone()
}

#[test]
fn the_edit_of_an_action_comes_when_it_is_chosen() {
    let mut client = client();
    let found = client.open(DRAFT);
    let offered = actions(&mut client, &found);
    assert!(offered.iter().all(|action| action.get("edit").is_none()), "{offered:?}");
    let resolved = client.request("codeAction/resolve", &offered[0])["result"].clone();
    assert_eq!(resolved["title"], offered[0]["title"]);
    // The same edit as a client gets that wants it at once.
    let mut other = Client::start("utf-16");
    let found = other.open(DRAFT);
    assert_eq!(resolved["edit"], actions(&mut other, &found)[0]["edit"]);
    // An edit of a text that is no more would do harm.
    client.change(1, &json!({ "text": format!("甲{DRAFT}") }));
    assert_eq!(client.request("codeAction/resolve", &offered[0])["error"]["code"], -32801);
}

#[test]
fn to_fix_all_is_offered_at_once_and_done_when_it_is_chosen() {
    let mut client = client();
    client.open("甲县整修水渠\n\n近日,甲县组织干部清理沟渠，进展顺利。。 李明\n");
    let at = json!({ "line": 0, "character": 0 });
    let params = json!({ "range": { "start": at, "end": at }, "context": { "diagnostics": [] } });
    let offered = client.request_of("textDocument/codeAction", URI, params);
    let mut offered = offered.as_array().expect("a list").iter();
    let all = offered.find(|action| action["kind"] == "source.fixAll.kanwu").expect("it is offered").clone();
    assert_eq!(all.get("edit"), None);
    let resolved = client.request("codeAction/resolve", &all)["result"].clone();
    assert!(resolved["edit"]["changes"][URI].as_array().is_some_and(|edits| !edits.is_empty()), "{resolved}");
}

#[test]
fn the_ledger_is_shown_where_documents_can_be_shown() {
    let mut client = client();
    client.open("青禾镇促进就业\n\n青禾村现有务工人员30人，其中脱贫户18人、一般农户14人。 李明\n");
    let id =
        client.ask("workspace/executeCommand", &json!({ "command": "kanwu.showLedger", "arguments": [URI] }));
    let (mut shown, mut answered) = (None, None);
    while shown.is_none() || answered.is_none() {
        let message = client.read();
        if message["method"] == "window/showDocument" {
            client.reply(&message, &json!({ "success": true }));
            shown = Some(message["params"]["uri"].as_str().expect("an address").to_owned());
        } else if message["id"] == id {
            answered = message["result"].as_str().map(str::to_owned);
        }
    }
    let (shown, text) = (shown.expect("it is shown"), answered.expect("it is told"));
    assert!(text.contains("青禾镇促进就业") && text.contains('✗'), "{text}");
    let path = shown.strip_prefix("file://").expect("a file");
    assert_eq!(std::fs::read_to_string(path).expect("it is there"), text);
    client.request("shutdown", &json!(null));
    assert_eq!(client.exit_code(), Some(0));
    assert!(!std::path::Path::new(path).exists(), "it goes with the connection");
}

#[test]
fn a_ledger_of_nothing_is_an_error() {
    let mut client = Client::start("utf-16");
    for arguments in [json!([]), json!([URI]), json!([URI, "here"])] {
        let params = json!({ "command": "kanwu.showLedger", "arguments": arguments });
        assert_eq!(
            client.request("workspace/executeCommand", &params)["error"]["code"],
            -32602,
            "{arguments}"
        );
    }
}

#[test]
fn a_name_that_is_offered_says_more_when_it_is_looked_at() {
    let mut client = Client::start("utf-16");
    client.open("常熟市：同心课堂开讲\n\n近日，支塘镇商会走进校园，支塘镇商会会长周明远主持。 王小玉\n");
    let end = json!({ "line": 3, "character": 0 });
    client.change(1, &json!({ "range": { "start": end, "end": end }, "text": "周" }));
    let at = json!({ "position": { "line": 3, "character": 1 } });
    let list = client.request_of("textDocument/completion", URI, at);
    let mut items = list["items"].as_array().expect("a list").iter();
    let item = items.find(|item| item["label"] == "周明远").expect("it is offered").clone();
    assert_eq!(item.get("documentation"), None);
    let resolved = client.request("completionItem/resolve", &item)["result"].clone();
    assert_eq!(resolved["documentation"], "本稿出现 1 次，首见于第 3 行");
    assert_eq!(resolved["textEdit"], item["textEdit"]);
}
