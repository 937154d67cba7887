//! Mending and laying out through the protocol.

use serde_json::{Value, json};

use crate::client::{Client, URI};

const ROUGH: &str = "青禾镇修渠引水\n\n入春以来,𠮷祥村组织干部群众清理沟渠,疏通水道。镇里还为全镇36处蓄\n\n水池加固了堤坝。 李明\n";
const MENDED: &str = "青禾镇修渠引水\n\n入春以来，𠮷祥村组织干部群众清理沟渠，疏通水道。镇里还为全镇36处蓄水池加固了堤坝。 李明\n";

/// The text with edits of the protocol put in, which count in UTF-16.
fn applied(text: &str, edits: &Value) -> String {
    let offset = |position: &Value| {
        let number = |key: &str| usize::try_from(position[key].as_u64().expect("a number")).expect("small");
        let line = text.split_inclusive('\n').take(number("line")).map(str::len).sum::<usize>();
        let mut units = number("character");
        let ahead = text[line..].chars().take_while(|c| {
            let goes = units > 0;
            units = units.saturating_sub(c.len_utf16());
            goes
        });
        line + ahead.map(char::len_utf8).sum::<usize>()
    };
    let mut edits: Vec<_> = edits.as_array().expect("a list").iter().collect();
    edits.sort_by_key(|edit| std::cmp::Reverse(offset(&edit["range"]["start"])));
    let mut text = text.to_owned();
    for edit in edits {
        let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
        text.replace_range(range, edit["newText"].as_str().expect("a text"));
    }
    text
}

fn everything() -> Value {
    json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } })
}

#[test]
fn fix_all_mends_the_whole_draft_in_edits_of_its_version() {
    let mut client = Client::with(&json!({ "workspace": { "workspaceEdit": { "documentChanges": true } } }));
    client.open(ROUGH);
    for only in ["source", "source.fixAll", "source.fixAll.kanwu"] {
        let range = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 0, "character": 0 } });
        let params = json!({ "range": range, "context": { "diagnostics": [], "only": [only] } });
        let actions = client.request_of("textDocument/codeAction", URI, params);
        assert_eq!(actions.as_array().map(Vec::len), Some(1), "{actions}");
        assert_eq!(actions[0]["kind"], "source.fixAll.kanwu");
        let change = &actions[0]["edit"]["documentChanges"][0];
        assert_eq!(change["textDocument"], json!({ "uri": URI, "version": 0 }));
        assert_eq!(applied(ROUGH, &change["edits"]), MENDED);
    }
}

#[test]
fn all_findings_of_one_rule_are_mended_together_and_only_one_fix_is_preferred() {
    let mut client = Client::start("utf-16");
    let found = client.open(ROUGH);
    let is_comma = |one: &&Value| one["code"] == "punctuation/halfwidth-punctuation";
    let comma = found.as_array().expect("a list").iter().find(is_comma).expect("a comma").clone();
    let params = json!({ "range": comma["range"], "context": { "diagnostics": [], "only": ["quickfix"] } });
    let actions = client.request_of("textDocument/codeAction", URI, params);
    let preferred: Vec<_> =
        actions.as_array().expect("a list").iter().map(|action| action["isPreferred"] == true).collect();
    // The fix itself, that it is right as it stands, and all of its rule.
    assert_eq!(preferred, [true, false, false]);
    let mended = applied(ROUGH, &actions[2]["edit"]["changes"][URI]);
    assert_eq!(mended, ROUGH.replace(',', "，"), "{actions}");
}

#[test]
fn a_draft_is_laid_out_whole_or_in_part() {
    let options = json!({ "tabSize": 4, "insertSpaces": true });
    let mut client = Client::start("utf-16");
    client.open(ROUGH);
    let edits = client.request_of("textDocument/formatting", URI, json!({ "options": options }));
    assert_eq!(applied(ROUGH, &edits), MENDED);
    let params = json!({ "options": options, "range": everything() });
    assert_eq!(client.request_of("textDocument/rangeFormatting", URI, params), edits);
    let range = json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 2, "character": 10 } });
    let params = json!({ "options": options, "range": range });
    let part = client.request_of("textDocument/rangeFormatting", URI, params);
    assert_eq!(applied(ROUGH, &part), ROUGH.replacen(',', "，", 1));
}

#[test]
fn a_mark_typed_behind_a_chinese_character_gets_its_full_width() {
    let mut client = Client::start("utf-16");
    let text = "𠮷祥村,\n网址http://a.cn/a,\n8:\n";
    client.open(text);
    let mut typed = |line: u32, character: u32, mark: &str| {
        let params = json!({
            "position": { "line": line, "character": character },
            "ch": mark,
            "options": { "tabSize": 4, "insertSpaces": true },
        });
        client.request_of("textDocument/onTypeFormatting", URI, params)
    };
    assert_eq!(applied(text, &typed(0, 5, ",")), text.replacen(',', "，", 1));
    for (line, character, mark) in [(1, 16, ","), (2, 2, ":"), (0, 2, ","), (9, 9, ",")] {
        assert_eq!(typed(line, character, mark), json!([]), "{line}:{character}");
    }
}
