//! Findings for a client that asks for them, and for one that does not.

use std::{fs, time::Duration};

use serde_json::{Value, json};

use crate::client::{Client, DRAFT, URI};

/// A client that asks.
fn asking() -> Client {
    Client::with(&json!({
        "textDocument": { "diagnostic": {}, "publishDiagnostics": { "relatedInformation": true } },
        "workspace": { "diagnostics": { "refreshSupport": true } },
    }))
}

fn ask(client: &mut Client, previous: Option<&str>) -> Value {
    let params = previous.map_or(json!({}), |previous| json!({ "previousResultId": previous }));
    client.request_of("textDocument/diagnostic", URI, params)
}

fn rules(items: &Value) -> Vec<String> {
    let items = items.as_array().expect("a list").iter();
    items.map(|one| one["code"].as_str().expect("a rule").to_owned()).collect()
}

#[test]
fn a_client_that_asks_is_told_once_and_never_sent_any() {
    let mut client = asking();
    client.send_open(URI, 1, DRAFT);
    let full = ask(&mut client, None);
    assert_eq!(full["kind"], "full");
    assert!(rules(&full["items"]).contains(&"wording/foreign-word".to_owned()), "{full}");
    let id = full["resultId"].as_str().expect("a name").to_owned();
    assert_eq!(ask(&mut client, Some(&id)), json!({ "kind": "unchanged", "resultId": id }));
    // An edit that moves a finding is told of, one that changes and moves none is not.
    let start = json!({ "line": 0, "character": 0 });
    client.change(2, &json!({ "range": { "start": start, "end": start }, "text": "\n" }));
    let moved = ask(&mut client, Some(&id));
    assert_eq!(moved["kind"], "full");
    let id = moved["resultId"].as_str().expect("a name").to_owned();
    let last = json!({ "line": 4, "character": 0 });
    client.change(3, &json!({ "range": { "start": last, "end": last }, "text": "\n" }));
    assert_eq!(ask(&mut client, Some(&id))["kind"], "unchanged");
    // The same findings go by the same name in another session.
    let mut other = asking();
    other.send_open(URI, 1, DRAFT);
    assert_eq!(ask(&mut other, None)["resultId"], full["resultId"]);
    client.notify("textDocument/didClose", &json!({ "textDocument": { "uri": URI } }));
    assert_eq!(ask(&mut client, Some(&id))["items"], json!([]));
    client.request("shutdown", &json!(null));
    let (rest, _) = client.hang_up();
    assert!(rest.iter().all(|message| message["method"] != "textDocument/publishDiagnostics"), "{rest:?}");
}

#[test]
fn a_client_that_asks_about_a_text_that_changes_meanwhile_is_asked_to_ask_again() {
    let mut client = asking();
    let article = |number: usize| {
        format!(
            "甲县第{number}批项目开工\n\n本批项目共{number}个，总投资{number}亿元，由县发改委牵头推进。 王玉\n\n"
        )
    };
    client.send_open(URI, 0, &(0..600).map(article).collect::<String>());
    let params = json!({ "textDocument": { "uri": URI } });
    let stale = client.ask("textDocument/diagnostic", &params);
    client.change(1, &json!({ "text": DRAFT }));
    let newest = client.ask("textDocument/diagnostic", &params);
    let (mut first, mut second) = (None, None);
    while first.is_none() || second.is_none() {
        let message = client.read();
        if message["id"] == stale {
            first = Some(message);
        } else if message["id"] == newest {
            second = Some(message);
        }
    }
    let first = first.expect("it is answered");
    assert_eq!(first["error"]["code"], -32802, "{first}");
    assert_eq!(first["error"]["data"], json!({ "retriggerRequest": true }));
    assert_eq!(second.expect("it is answered")["result"]["kind"], "full");
}

#[test]
fn the_drafts_of_the_workspace_are_told_of_once_open_or_not() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name);
    let uri = |name: &str| format!("file://{}/{name}", folder.path().display());
    fs::write(path("a.txt"), DRAFT).expect("a draft");
    fs::write(path("b.bulletin"), DRAFT).expect("a draft");
    fs::write(path("notes.md"), DRAFT).expect("no draft");
    let mut client = Client::with_params(&json!({
        "capabilities": {
            "textDocument": { "diagnostic": {} },
            "workspace": { "diagnostics": { "refreshSupport": true } },
        },
        "workspaceFolders": [{ "uri": uri("")[..uri("").len() - 1], "name": "drafts" }],
    }));
    client.send_open(&uri("a.txt"), 7, "甲县开工\n");
    let ask = |client: &mut Client, previous: &Value| {
        let answer = client.request("workspace/diagnostic", &json!({ "previousResultIds": previous }));
        let mut items = answer["result"]["items"].as_array().expect("a list").clone();
        items.sort_by_key(|item| item["uri"].to_string());
        items
    };
    let first = ask(&mut client, &json!([]));
    let shown: Vec<_> = first.iter().map(|item| (item["uri"].clone(), item["version"].clone())).collect();
    assert_eq!(shown, [(json!(uri("a.txt")), json!(7)), (json!(uri("b.bulletin")), Value::Null)]);
    assert!(
        !rules(&first[0]["items"]).contains(&"wording/foreign-word".to_owned()),
        "as it is in the editor"
    );
    assert!(rules(&first[1]["items"]).contains(&"wording/foreign-word".to_owned()));
    let previous = |items: &[Value]| -> Value {
        items.iter().map(|item| json!({ "uri": item["uri"], "value": item["resultId"] })).collect()
    };
    let again = ask(&mut client, &previous(&first));
    assert!(again.iter().all(|item| item["kind"] == "unchanged"), "{again:?}");
    // A configuration counts for drafts that are not open as well.
    fs::write(path("kanwu.toml"), "[check]\nselect = [\"dates/*\"]\n").expect("a configuration");
    let changes = json!({ "changes": [{ "uri": uri("kanwu.toml"), "type": 1 }] });
    client.notify("workspace/didChangeWatchedFiles", &changes);
    let refresh = client.heard("workspace/diagnostic/refresh");
    client.reply(&refresh, &Value::Null);
    let third = ask(&mut client, &previous(&again));
    assert_eq!((&third[1]["kind"], &third[1]["items"]), (&json!("full"), &json!([])));
    fs::remove_file(path("b.bulletin")).expect("it was there");
    let fourth = ask(&mut client, &previous(&third));
    assert_eq!((&fourth[1]["uri"], &fourth[1]["items"]), (&json!(uri("b.bulletin")), &json!([])));
}

#[test]
fn words_that_can_go_are_marked_for_a_client_that_fades_them() {
    let draft = "甲县整修水渠\n\n近日，甲县组织干部清理沟渠，进展顺利。 李明 李明\n";
    let tagged = |capability: Value| {
        let mut client =
            Client::with(&json!({ "textDocument": { "publishDiagnostics": { "tagSupport": capability } } }));
        let found = client.open(draft);
        let mut found = found.as_array().expect("a list").iter();
        found.find(|one| one["code"] == "structure/duplicate-byline").expect("it is signed twice").clone()
    };
    assert_eq!(tagged(json!({ "valueSet": [1, 2] }))["tags"], json!([1]));
    assert_eq!(tagged(json!({ "valueSet": [2] })).get("tags"), None);
}

#[test]
fn every_finding_says_where_its_rule_is_explained() {
    let mut client = Client::start("utf-16");
    for found in client.open(DRAFT).as_array().expect("a list") {
        let rule = found["code"].as_str().expect("a rule");
        let href = found["codeDescription"]["href"].as_str().expect("an address");
        assert!(
            href.starts_with("https://") && href.contains(rule.rsplit('/').next().unwrap_or("")),
            "{href}"
        );
        assert_eq!(found["data"]["rule"], rule);
    }
}

#[test]
fn edits_in_quick_succession_are_published_together() {
    let mut client = Client::start("utf-16");
    client.open(DRAFT);
    let end = json!({ "line": 3, "character": 0 });
    for version in 1..=200 {
        client.change(version, &json!({ "range": { "start": end, "end": end }, "text": "\n" }));
    }
    let mut published = Vec::new();
    while published.last() != Some(&200) {
        published.push(client.published()["version"].as_i64().expect("a version"));
    }
    assert!(published.len() < 100, "{published:?}");
    std::thread::sleep(Duration::from_millis(100));
    client.request("shutdown", &json!(null));
    let (rest, _) = client.hang_up();
    assert!(rest.is_empty(), "the newest is published once: {rest:?}");
}
