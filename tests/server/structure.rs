//! What a draft is made of: folding, selecting, links, signatures, and the lenses over articles.

use std::fs;

use serde_json::{Value, json};

use crate::client::{Client, URI};

const PAGE: &str = "甲县整修水渠\n\n近日，甲县组织干部清理沟渠，“进展顺利，群众满意。”县水利局局长说。\n一、清淤\n清理沟渠12条。\n二、加固\n加固堤坝3处，详见 https://example.org/a?b=1。\n文/王玉 图/王玉\n\n乙县修路\n\n乙县新修道路5公里，方便群众出行。 李明\n";

fn client(capabilities: &Value) -> Client {
    let mut client = Client::with(capabilities);
    client.open(PAGE);
    client
}

/// The line on which a word stands first.
fn line(word: &str) -> usize {
    PAGE.lines().position(|line| line.contains(word)).expect("the word is there")
}

/// A position in a word, so many characters in.
fn inside(word: &str, characters: usize) -> Value {
    let line = line(word);
    let text = PAGE.lines().nth(line).expect("a line");
    let before = &text[..text.find(word).expect("the word is there")];
    json!({ "line": line, "character": before.encode_utf16().count() + characters })
}

/// What stands in a range.
fn text(range: &Value) -> String {
    let at = |end: &str| {
        let (line, character) = (range[end]["line"].as_u64(), range[end]["character"].as_u64());
        let line = usize::try_from(line.expect("a line")).expect("a line");
        let start: usize = PAGE.split_inclusive('\n').take(line).map(str::len).sum();
        let units = usize::try_from(character.expect("a character")).expect("a character");
        start + String::from_utf16_lossy(&PAGE[start..].encode_utf16().take(units).collect::<Vec<_>>()).len()
    };
    PAGE[at("start")..at("end")].to_owned()
}

#[test]
fn articles_and_sections_can_be_folded_and_say_what_they_are() {
    let capability =
        json!({ "textDocument": { "foldingRange": { "foldingRange": { "collapsedText": true } } } });
    let folds = |client: &mut Client| client.request_of("textDocument/foldingRange", URI, json!({}));
    let found = folds(&mut client(&capability));
    let found = found.as_array().expect("a list");
    let shown =
        |fold: &Value| (fold["startLine"].as_u64(), fold["collapsedText"].as_str().map(str::to_owned));
    let shown: Vec<_> = found.iter().map(shown).collect();
    let at = |word: &str| Some(line(word) as u64);
    assert!(shown.contains(&(at("甲县整修"), Some("甲县整修水渠".to_owned()))), "{shown:?}");
    assert!(shown.contains(&(at("乙县修路"), Some("乙县修路".to_owned()))), "{shown:?}");
    assert!(shown.iter().any(|(from, _)| *from == at("一、")), "{shown:?}");
    assert!(found.iter().all(|fold| fold["startLine"].as_u64() < fold["endLine"].as_u64()));
    // A client that folds no more than so many gets the articles.
    let few = folds(&mut client(&json!({ "textDocument": { "foldingRange": { "rangeLimit": 2 } } })));
    let few: Vec<_> = few.as_array().expect("a list").iter().map(|fold| fold["startLine"].as_u64()).collect();
    assert_eq!(few, [at("甲县整修"), at("乙县修路")]);
    assert_eq!(folds(&mut client(&json!({})))[0].get("collapsedText"), None);
}

#[test]
fn a_selection_grows_from_the_word_to_the_draft() {
    let mut client = client(&json!({}));
    let positions = json!([inside("满意", 1), inside("水利局", 1), { "line": 99, "character": 0 }]);
    let found = client.request_of("textDocument/selectionRange", URI, json!({ "positions": positions }));
    let chain = |mut one: &Value| {
        let mut texts = Vec::new();
        while one.is_object() {
            texts.push(text(&one["range"]));
            one = &one["parent"];
        }
        texts
    };
    let grown = chain(&found[0]);
    let wanted = [
        "满意",
        "群众满意",
        "进展顺利，群众满意。",
        "“进展顺利，群众满意。”",
        "近日，甲县组织干部清理沟渠，“进展顺利，群众满意。”",
    ];
    for pair in wanted.windows(2) {
        let at = |text| grown.iter().position(|one| one == text);
        assert!(at(pair[0]).is_some() && at(pair[0]) < at(pair[1]), "{pair:?} in {grown:#?}");
    }
    assert!(grown.windows(2).all(|pair| pair[1].contains(&pair[0]) && pair[0] != pair[1]), "{grown:#?}");
    assert_eq!(grown.last().map(String::as_str), Some(PAGE));
    assert!(chain(&found[1]).contains(&"县水利局".to_owned()), "a name is selected whole: {found}");
    assert_eq!(chain(&found[2]).last().map(String::as_str), Some(PAGE), "behind the text");
}

#[test]
fn addresses_and_jumps_are_links_and_a_jump_to_nowhere_is_none() {
    let mut client = client(&json!({}));
    let links = client.request_of("textDocument/documentLink", URI, json!({}));
    let links: Vec<_> = links.as_array().expect("a list").iter().collect();
    assert_eq!(links.len(), 1);
    assert_eq!(
        (&links[0]["target"], &*text(&links[0]["range"])),
        (&json!("https://example.org/a?b=1"), "https://example.org/a?b=1")
    );
    let pages =
        "第1版\n\n甲县整修水渠\n\n近日，甲县清理沟渠，进展\n（下转第2版）\n\n第二版\n\n（上接第1版）顺利。\n";
    client.change(1, &json!({ "text": pages }));
    let links = client.request_of("textDocument/documentLink", URI, json!({}));
    let targets: Vec<_> =
        links.as_array().expect("a list").iter().map(|link| link["target"].clone()).collect();
    assert_eq!(targets, [json!(format!("{URI}#L8")), json!(format!("{URI}#L1"))]);
    let alone = "甲县整修水渠\n\n近日，甲县清理沟渠，进展顺利。\n（下转第四版）\n";
    let folder = tempfile::tempdir().expect("a folder");
    let uri = |name: &str| format!("file://{}/{name}", folder.path().display());
    client.send_open(&uri("one.txt"), 0, alone);
    let links =
        |client: &mut Client| client.request_of("textDocument/documentLink", &uri("one.txt"), json!({}));
    assert_eq!(links(&mut client), json!([]));
    fs::write(folder.path().join("page-04版.txt"), "乙县修路\n").expect("a draft");
    let found = links(&mut client);
    assert!(found[0]["target"].as_str().is_some_and(|target| target.contains("page-04")), "{found}");
}

#[test]
fn a_name_that_an_article_is_signed_with_twice_is_edited_in_both_places() {
    let mut client = client(&json!({}));
    let at = |client: &mut Client, position: Value| {
        client.request_of("textDocument/linkedEditingRange", URI, json!({ "position": position }))
    };
    let linked = at(&mut client, inside("王玉", 1));
    let ranges = linked["ranges"].as_array().expect("two places");
    assert_eq!(ranges.iter().map(text).collect::<Vec<_>>(), ["王玉", "王玉"]);
    assert_ne!(ranges[0], ranges[1]);
    assert_eq!(at(&mut client, inside("李明", 1)), Value::Null, "it stands once");
    assert_eq!(at(&mut client, inside("干部", 1)), Value::Null, "it is no signature");
}

#[test]
fn a_lens_over_each_article_counts_what_is_in_it_once_it_is_seen() {
    let mut client = client(&json!({}));
    let lenses = client.request_of("textDocument/codeLens", URI, json!({}));
    let lenses = lenses.as_array().expect("a list").clone();
    let over: Vec<_> = lenses.iter().map(|lens| text(&lens["range"])).collect();
    assert_eq!(over, ["甲县整修水渠", "乙县修路"]);
    assert!(lenses.iter().all(|lens| lens.get("command").is_none()));
    let resolved = client.request("codeLens/resolve", &lenses[1]);
    let command = &resolved["result"]["command"];
    let title = command["title"].as_str().expect("its words");
    assert!(title.starts_with("23 字"), "{title}");
    let ledger = client.request(
        "workspace/executeCommand",
        &json!({ "command": command["command"], "arguments": command["arguments"] }),
    );
    let ledger = ledger["result"].as_str().expect("the ledger").to_owned();
    assert!(ledger.starts_with("乙县修路\n") && !ledger.contains("甲县"), "{ledger}");
    // The article is gone: the lens is of a text that is no more.
    client.change(9, &json!({ "text": "" }));
    assert_eq!(client.request("codeLens/resolve", &lenses[1])["error"]["code"], -32801);
}
