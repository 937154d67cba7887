//! Ticks behind totals that hold, and weekdays behind dates.

use serde_json::{Value, json};

use crate::client::{Client, URI};

/// On its third line a character that is two units of UTF-16 and four bytes stands before the first total, which
/// holds; the one on the fifth line does not.
const SUMS: &str = "青禾镇促进就业\n\n\
“𠮷祥村”现有务工人员32人，其中脱贫户18人、一般农户14人。\n\n\
柳溪村现有务工人员30人，其中脱贫户18人、一般农户14人。 李明\n";

/// What stands before the end of the total that holds.
const BEFORE: &str = "“𠮷祥村”现有务工人员32人";

fn hints(client: &mut Client, start: (u32, u32), end: (u32, u32)) -> Value {
    let position = |(line, character): (u32, u32)| json!({ "line": line, "character": character });
    let range = json!({ "start": position(start), "end": position(end) });
    client.request_of("textDocument/inlayHint", URI, json!({ "range": range }))
}

#[test]
fn a_total_that_holds_is_ticked_in_the_units_of_the_client() {
    let units = [
        ("utf-8", BEFORE.len()),
        ("utf-16", BEFORE.encode_utf16().count()),
        ("utf-32", BEFORE.chars().count()),
    ];
    for (encoding, character) in units {
        let mut client = Client::start(encoding);
        client.open(SUMS);
        let all = hints(&mut client, (0, 0), (9, 0));
        assert_eq!(all.as_array().map(Vec::len), Some(1), "{encoding}: {all}");
        assert_eq!(all[0]["label"], "✓");
        assert_eq!(all[0]["position"], json!({ "line": 2, "character": character }), "{encoding}");
        assert_eq!(all[0]["tooltip"], "18 + 14 = 32，与“32人”相符");
    }
}

#[test]
fn a_date_of_a_known_year_is_followed_by_its_weekday_unless_it_is_printed() {
    let draft =
        "青禾镇修渠引水\n\n“𠮷祥渠”2024年5月20日开工，2024年5月24日（星期五）通水，6月1日验收。 李明\n";
    let before = "“𠮷祥渠”2024年5月20日";
    let mut client = Client::start("utf-16");
    client.open(draft);
    let all = hints(&mut client, (0, 0), (9, 0));
    assert_eq!(all.as_array().map(Vec::len), Some(1), "{all}");
    assert_eq!(all[0]["label"], "星期一");
    assert_eq!(all[0]["position"], json!({ "line": 2, "character": before.encode_utf16().count() }));
}

#[test]
fn only_the_range_on_the_screen_is_answered() {
    let mut client = Client::start("utf-16");
    client.open(SUMS);
    assert_eq!(hints(&mut client, (3, 0), (9, 0)), json!([]));
    assert_eq!(hints(&mut client, (0, 0), (2, 0)), json!([]));
    assert_eq!(hints(&mut client, (2, 0), (3, 0)).as_array().map(Vec::len), Some(1));
    let far = 4_000_000_000;
    assert_eq!(hints(&mut client, (far, far), (far, far)), json!([]));
    client.notify("textDocument/didClose", &json!({ "textDocument": { "uri": URI } }));
    assert_eq!(hints(&mut client, (0, 0), (9, 0)), Value::Null);
}

#[test]
fn the_server_says_that_it_can() {
    let answer = Client::spawn().request("initialize", &json!({ "capabilities": {} }));
    assert_eq!(answer["result"]["capabilities"]["inlayHintProvider"], true);
}
