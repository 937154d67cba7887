//! Semantic tokens: whole, in a range, and what has changed.

use serde_json::{Value, json};

use crate::client::{Client, URI};

const DRAFT: &str =
    "常熟市：𠮷日开工😀大会\n\n3月5日，常熟市委统战部部长吴文进到支塘镇调研，走访企业12家。 王小玉\n";

/// How long a text is in an encoding.
type Units = fn(&str) -> usize;

fn numbers(value: &Value) -> Vec<u64> {
    value.as_array().expect("numbers").iter().map(|number| number.as_u64().expect("a number")).collect()
}

/// The tokens in words: what stands there, and its type.
fn read(text: &str, data: &[u64], legend: &Value, units: Units) -> Vec<(String, String)> {
    let lines: Vec<&str> = text.split('\n').collect();
    let (mut line, mut start) = (0, 0);
    let mut tokens = Vec::new();
    for five in data.chunks(5) {
        start = if five[0] == 0 { start + five[1] } else { five[1] };
        line += five[0] as usize;
        let at = |wanted: u64| {
            let ends = lines[line].char_indices().map(|(at, _)| at).chain([lines[line].len()]);
            ends.into_iter().find(|&at| units(&lines[line][..at]) as u64 == wanted).expect("a boundary")
        };
        let kind = legend[five[3] as usize].as_str().expect("a type").to_owned();
        tokens.push((lines[line][at(start)..at(start + five[2])].to_owned(), kind));
    }
    tokens
}

fn client(encoding: &str) -> (Client, Value) {
    let mut client = Client::here();
    let params = json!({ "capabilities": { "general": { "positionEncodings": [encoding] } } });
    let answer = client.request("initialize", &params);
    client.notify("initialized", &json!({}));
    client.open(DRAFT);
    (client, answer["result"]["capabilities"]["semanticTokensProvider"]["legend"]["tokenTypes"].clone())
}

#[test]
fn names_figures_dates_bylines_and_headlines_are_told_apart_in_every_encoding() {
    let encodings: [(&str, Units); 3] = [
        ("utf-8", str::len),
        ("utf-16", |text| text.encode_utf16().count()),
        ("utf-32", |text| text.chars().count()),
    ];
    for (encoding, units) in encodings {
        let (mut client, legend) = client(encoding);
        let whole = client.request_of("textDocument/semanticTokens/full", URI, json!({}));
        let tokens = read(DRAFT, &numbers(&whole["data"]), &legend, units);
        let has = |text: &str, kind: &str| tokens.contains(&(text.to_owned(), kind.to_owned()));
        for (text, kind) in [
            ("3月5日", "event"),
            ("常熟市委统战部", "interface"),
            ("吴文进", "variable"),
            ("支塘镇", "namespace"),
            ("12家", "number"),
            ("王小玉", "decorator"),
        ] {
            assert!(has(text, kind), "{encoding}: {text} in {tokens:?}");
        }
        assert!(
            tokens.iter().any(|(text, kind)| kind == "class" && text.contains("𠮷日开工😀大会")),
            "{tokens:?}"
        );
    }
}

#[test]
fn a_range_gives_the_tokens_in_it_alone() {
    let (mut client, legend) = client("utf-16");
    let range = json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 2, "character": 4 } });
    let found = client.request_of("textDocument/semanticTokens/range", URI, json!({ "range": range }));
    let tokens = read(DRAFT, &numbers(&found["data"]), &legend, |text| text.encode_utf16().count());
    assert_eq!(tokens, [("3月5日".to_owned(), "event".to_owned())]);
}

#[test]
fn what_has_changed_makes_the_new_tokens_of_the_old() {
    let (mut client, _) = client("utf-16");
    let whole = client.request_of("textDocument/semanticTokens/full", URI, json!({}));
    let (mut known, mut id) = (numbers(&whole["data"]), whole["resultId"].clone());
    let edits = [((2, 0, 4), "4月6日"), ((0, 0, 0), "\n\n"), ((4, 0, 0), "5月1日，"), ((0, 0, 0), "")];
    for (version, ((line, start, end), text)) in edits.into_iter().enumerate() {
        let at = |character: i32| json!({ "line": line, "character": character });
        let change = json!({ "range": { "start": at(start), "end": at(end) }, "text": text });
        client.change(i64::try_from(version).expect("small") + 1, &change);
        let params = json!({ "previousResultId": id });
        let delta = client.request_of("textDocument/semanticTokens/full/delta", URI, params);
        for edit in delta["edits"].as_array().expect("edits") {
            let (from, count) =
                (edit["start"].as_u64().expect("where"), edit["deleteCount"].as_u64().expect("how many"));
            let from = usize::try_from(from).expect("small");
            known.splice(from..from + usize::try_from(count).expect("small"), numbers(&edit["data"]));
        }
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
        let fresh = client.request_of("textDocument/semanticTokens/range", URI, json!({ "range": range }));
        assert_eq!(known, numbers(&fresh["data"]), "after {text:?}");
        id = delta["resultId"].clone();
    }
    // Whoever names tokens that nobody has any more gets all of them.
    let params = json!({ "previousResultId": "long ago" });
    let delta = client.request_of("textDocument/semanticTokens/full/delta", URI, params);
    assert_eq!(numbers(&delta["data"]), known);
}
