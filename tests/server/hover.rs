//! Cards for the names in a draft.

use serde_json::{Value, json};

use crate::client::{Client, URI};

/// On its third line a character that is two units of UTF-16 stands before every name.
const DRAFT: &str = "邻里灶台开火\n\n　　“𠮷祥灶台”日前在睢宁县开火，睢宁县教育局副局长王志刚参加活动。\n\n　　睢宁县教育局派出志愿者为老人煮面，深受欢迎。 鲍小林\n";

/// A client that shows Markdown, in this language.
fn client(locale: &str) -> Client {
    let mut client = Client::spawn();
    let capabilities = json!({ "textDocument": { "hover": { "contentFormat": ["markdown", "plaintext"] } } });
    client.request("initialize", &json!({ "locale": locale, "capabilities": capabilities }));
    client.open(DRAFT);
    client
}

/// The card of the `skip`th character of a word on the third line: its text, and what it is of.
fn card(client: &mut Client, word: &str, skip: usize) -> (String, String) {
    let line: Vec<u16> = DRAFT.lines().nth(2).expect("a third line").encode_utf16().collect();
    let word: Vec<u16> = word.encode_utf16().collect();
    let at = line.windows(word.len()).rposition(|window| window == word).expect("the word") + skip;
    let params = json!({ "position": { "line": 2, "character": at } });
    let hover = client.request_of("textDocument/hover", URI, params);
    let unit = |end: &str| {
        assert_eq!(hover["range"][end]["line"], 2, "{hover}");
        usize::try_from(hover["range"][end]["character"].as_u64().expect("a number")).expect("a small one")
    };
    let covered = String::from_utf16(&line[unit("start")..unit("end")]).expect("whole characters");
    (hover["contents"]["value"].as_str().expect("a card").to_owned(), covered)
}

#[test]
fn a_locality_shows_its_level_where_it_belongs_and_its_code() {
    let (shown, covered) = card(&mut client("zh-CN"), "睢宁县开火", 2);
    assert_eq!(covered, "睢宁县");
    assert_eq!(shown, "**睢宁县**（县级）\n\n江苏省 › 徐州市 › 睢宁县\n\n区划代码：320324");
    let (shown, _) = card(&mut client("en-GB"), "睢宁县开火", 0);
    assert_eq!(shown, "**睢宁县** (county)\n\n江苏省 › 徐州市 › 睢宁县\n\nDivision code: 320324");
}

#[test]
fn an_organization_shows_its_kind_and_mentions_and_a_place_inside_it_comes_first() {
    let (shown, covered) = card(&mut client("zh-CN"), "教育局", 1);
    assert_eq!(covered, "睢宁县教育局");
    assert!(shown.starts_with("**睢宁县教育局**（国家机关）\n\n"), "{shown}");
    assert!(shown.ends_with("全稿提及 2 处：第 3、5 行"), "{shown}");
    assert!(!shown.contains("---"), "{shown}");

    let (shown, covered) = card(&mut client("en"), "睢宁县教育局", 0);
    assert_eq!(covered, "睢宁县");
    let cards: Vec<&str> = shown.split("\n\n---\n\n").collect();
    assert_eq!(cards.len(), 2, "{shown}");
    assert!(cards[1].ends_with("2 mentions in the draft: lines 3, 5"), "{shown}");
}

#[test]
fn a_person_shows_posts_and_mentions() {
    let (shown, covered) = card(&mut client("zh-CN"), "王志刚", 2);
    assert_eq!(covered, "王志刚");
    assert!(shown.starts_with("**王志刚**\n\n") && shown.contains("副局长"), "{shown}");
    assert!(shown.ends_with("全稿提及 1 处：第 3 行"), "{shown}");
}

#[test]
fn a_client_that_shows_no_markdown_gets_plain_text_and_nothing_is_null() {
    let mut client = Client::start("utf-16");
    client.open(DRAFT);
    let hover = |client: &mut Client, line: u32, character: u32| {
        let position = json!({ "line": line, "character": character });
        client.request_of("textDocument/hover", URI, json!({ "position": position }))
    };
    let (shown, _) = card(&mut client, "睢宁县开火", 0);
    assert_eq!(shown, "睢宁县（县级）\n江苏省 › 徐州市 › 睢宁县\n区划代码：320324");
    let at = DRAFT.lines().nth(2).expect("a third line").find("开火").expect("the word");
    let units = DRAFT.lines().nth(2).expect("a third line")[..at].encode_utf16().count();
    assert_eq!(hover(&mut client, 2, u32::try_from(units).expect("a short line")), Value::Null);
    assert_eq!(hover(&mut client, 1, 0), Value::Null);
    assert_eq!(hover(&mut client, 99, 99), Value::Null);
}
