//! Highlights, references, definitions, renaming, completion and symbols: a name wherever the draft has it.

use serde_json::{Value, json};

use crate::client::{Client, URI};

const NAMES: &str = "常熟市：同心抗疫在行动\n\n\
近日，常熟市委统战部副部长吴文进带队走进支塘镇。🚀市委统战部与支塘镇商会签约，吴文进说，常熟的民营企业很踊跃。\n\n\
市委统战部下一步将在支塘推广这一做法，支塘镇商会会长周明远表示支持。（记者 王小玉）\n";

fn client() -> Client {
    let mut client = Client::start("utf-16");
    client.open(NAMES);
    client
}

/// The place of a word's nth occurrence, in UTF-16 units, `skip` of them into it.
fn position(word: &str, nth: usize, skip: usize) -> Value {
    let (at, _) = NAMES.match_indices(word).nth(nth).expect("the word");
    let before = &NAMES[..at];
    let start = before.rfind('\n').map_or(0, |at| at + 1);
    let character = before[start..].encode_utf16().count() + skip;
    json!({ "line": before.matches('\n').count(), "character": character })
}

/// The text in a range of the protocol.
fn text(range: &Value) -> String {
    let number =
        |end: &str, of: &str| usize::try_from(range[end][of].as_u64().expect("a number")).expect("small");
    let line: Vec<u16> = NAMES.lines().nth(number("start", "line")).expect("a line").encode_utf16().collect();
    String::from_utf16(&line[number("start", "character")..number("end", "character")]).expect("whole")
}

fn texts(places: &Value) -> Vec<String> {
    places.as_array().expect("a list").iter().map(|one| text(&one["range"])).collect()
}

#[test]
fn a_place_is_found_under_its_full_and_its_short_name() {
    let params = json!({ "position": position("支塘镇", 0, 1) });
    let marked = client().request_of("textDocument/documentHighlight", URI, params);
    assert_eq!(texts(&marked), ["支塘镇", "支塘镇", "支塘", "支塘镇"]);
}

#[test]
fn a_body_is_one_whether_its_place_is_printed_or_not() {
    let mut client = client();
    let at = position("市委统战部", 1, 2);
    let params = json!({ "position": at, "context": { "includeDeclaration": true } });
    let all = client.request_of("textDocument/references", URI, params);
    assert_eq!(texts(&all), ["常熟市委统战部", "市委统战部", "市委统战部"]);
    let params = json!({ "position": at, "context": { "includeDeclaration": false } });
    assert_eq!(client.request_of("textDocument/references", URI, params).as_array().map(Vec::len), Some(2));
    let first = client.request_of("textDocument/definition", URI, json!({ "position": at }));
    assert_eq!(text(&first["range"]), "常熟市委统战部");
    assert_eq!(first["uri"], URI);
}

#[test]
fn a_person_is_renamed_through_the_draft_and_a_place_is_not() {
    let mut client = client();
    let at = position("吴文进", 1, 1);
    let ready = client.request_of("textDocument/prepareRename", URI, json!({ "position": at }));
    assert_eq!(ready["placeholder"], "吴文进");
    let params = json!({ "position": at, "newName": "吴文靖" });
    let edit = client.request_of("textDocument/rename", URI, params);
    let edits = &edit["changes"][URI];
    assert_eq!(texts(edits), ["吴文进", "吴文进"]);
    assert_eq!(edits[0]["newText"], "吴文靖");
    let place = position("常熟的", 0, 1);
    assert_eq!(
        client.request_of("textDocument/prepareRename", URI, json!({ "position": place })),
        Value::Null
    );
    for (at, name) in [(place, "昆山"), (at, "两\n行"), (position("吴文进", 0, 0), " ")] {
        let params = json!({ "textDocument": { "uri": URI }, "position": at, "newName": name });
        let answer = client.request("textDocument/rename", &params);
        assert_eq!(answer["error"]["code"], -32602, "{answer}");
    }
}

#[test]
fn a_body_is_not_renamed_with_that_of_another_city() {
    let first = "常熟市：同心课堂开讲\n\n近日，市委统战部走进支塘镇，市委统战部副部长吴文进主持。 王小玉\n\n";
    let second =
        "江阴市：商会走进校园\n\n近日，市委统战部走进江阴市的小学，同学们收到了新书，大家都很高兴。 李小明\n";
    let mut client = Client::start("utf-8");
    client.open(&[first, second].concat());
    let at = json!({ "line": 2, "character": "近日，".len() + 1 });
    let params = json!({ "position": at, "newName": "常熟市委统战部" });
    let edit = client.request_of("textDocument/rename", URI, params);
    let lines: Vec<&Value> = edit["changes"][URI]
        .as_array()
        .expect("edits")
        .iter()
        .map(|edit| &edit["range"]["start"]["line"])
        .collect();
    assert_eq!(lines, [2, 2]);
}

#[test]
fn names_of_the_draft_and_places_in_a_place_are_offered() {
    let mut client = client();
    let labels = |client: &mut Client, version: i64, typed: &str| -> Vec<String> {
        let end = json!({ "line": 5, "character": 0 });
        client.change(
            version,
            &json!({ "range": { "start": end, "end": { "line": 9, "character": 0 } }, "text": typed }),
        );
        let at = json!({ "line": 5, "character": typed.encode_utf16().count() });
        let list = client.request_of("textDocument/completion", URI, json!({ "position": at }));
        list["items"]
            .as_array()
            .expect("a list")
            .iter()
            .map(|item| item["label"].as_str().unwrap_or("").to_owned())
            .collect()
    };
    assert_eq!(labels(&mut client, 1, "会后，周明"), ["周明远"]);
    assert_eq!(labels(&mut client, 2, "他来到常熟市梅"), ["梅李镇"]);
    assert!(labels(&mut client, 3, "联系支塘镇商").contains(&"支塘镇商会".to_owned()));
}

#[test]
fn symbols_of_the_workspace_are_found_by_part_of_their_names() {
    let mut client = client();
    let found = client.request("workspace/symbol", &json!({ "query": "支商" }));
    let names: Vec<&str> =
        found["result"].as_array().expect("a list").iter().filter_map(|one| one["name"].as_str()).collect();
    assert_eq!(names, ["支塘镇商会"]);
}

#[test]
fn symbols_come_from_every_bulletin_of_the_workspace_and_of_open_ones_as_they_are_edited() {
    let folder = tempfile::tempdir().expect("a folder");
    let drafts = folder.path().join("四月 drafts");
    std::fs::create_dir(&drafts).expect("a folder in it");
    std::fs::write(drafts.join("open.txt"), NAMES).expect("a draft");
    std::fs::write(drafts.join("closed.txt"), NAMES.replace("支塘镇商会", "梅李镇商会")).expect("a draft");
    // Escaped as some clients do; the server finds the same file under it.
    let root = format!("file://{}/%E5%9B%9B%E6%9C%88%20drafts", folder.path().display());
    let mut client = Client::here();
    let folders = json!([{ "uri": root, "name": "drafts" }]);
    client.request("initialize", &json!({ "capabilities": {}, "workspaceFolders": folders }));
    let open = format!("{root}/open.txt");
    client.send_open(&open, 0, &NAMES.replace("支塘镇商会", "沙家浜镇商会"));
    let found = |client: &mut Client| {
        let answer = client.request("workspace/symbol", &json!({ "query": "镇商会" }));
        let symbols = answer["result"].as_array().expect("a list").clone();
        let shown = |one: &Value| {
            let file = one["location"]["uri"].as_str().expect("an address").rsplit('/').next().unwrap_or("");
            (one["name"].as_str().unwrap_or("").to_owned(), file.to_owned())
        };
        symbols.iter().map(shown).collect::<Vec<_>>()
    };
    let (here, there) =
        (("沙家浜镇商会".into(), "open.txt".into()), ("梅李镇商会".into(), "closed.txt".into()));
    assert_eq!(found(&mut client), [here, there]);
    let event = json!({ "added": [], "removed": folders });
    client.notify("workspace/didChangeWorkspaceFolders", &json!({ "event": event }));
    assert_eq!(found(&mut client).len(), 1, "the open draft alone");
}
