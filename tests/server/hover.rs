//! Cards for the names and figures in a draft.

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
    assert_eq!(
        shown,
        "**睢宁县**（县级）\n\n江苏省 › 徐州市 › 睢宁县\n\n区划代码：320324（见于2021、2023年区划代码）"
    );
    let (shown, _) = card(&mut client("en-GB"), "睢宁县开火", 0);
    assert_eq!(
        shown,
        "**睢宁县** (county)\n\n江苏省 › 徐州市 › 睢宁县\n\nDivision code: 320324 (in the codes of 2021, 2023)"
    );
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
    assert_eq!(
        shown,
        "睢宁县（县级）\n江苏省 › 徐州市 › 睢宁县\n区划代码：320324（见于2021、2023年区划代码）"
    );
    let at = DRAFT.lines().nth(2).expect("a third line").find("开火").expect("the word");
    let units = DRAFT.lines().nth(2).expect("a third line")[..at].encode_utf16().count();
    assert_eq!(hover(&mut client, 2, u32::try_from(units).expect("a short line")), Value::Null);
    assert_eq!(hover(&mut client, 1, 0), Value::Null);
    assert_eq!(hover(&mut client, 99, 99), Value::Null);
}

/// The card of a word of a draft of its own, as plain text.
fn card_in(draft: &str, before: &str, word: &str) -> String {
    let mut client = Client::start("utf-8");
    client.open(draft);
    let at = draft.find(&[before, word].concat()).expect("the word") + before.len();
    let start = draft[..at].rfind('\n').map_or(0, |line| line + 1);
    let position = json!({ "line": draft[..at].matches('\n').count(), "character": at - start });
    let hover = client.request_of("textDocument/hover", URI, json!({ "position": position }));
    hover["contents"]["value"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_body_without_its_place_is_that_of_its_article() {
    let draft = "常熟市：同心课堂开讲\n\n近日，市委统战部走进支塘镇，市委统战部副部长吴文进主持。 王小玉\n\n\
                 江阴市：商会走进校园\n\n日前，市委统战部走进江阴市的小学，市委统战部干部周明远送去新书。 李小明\n";
    let first = card_in(draft, "近日，", "市委统战部");
    for part in
        ["全称：中共常熟市委统战部", "所属地区：江苏省 › 苏州市 › 常熟市", "吴文进 市委统战部副部长", "2 处"]
    {
        assert!(first.contains(part), "{part}: {first}");
    }
    assert!(!first.contains("周明远"), "{first}");
    let second = card_in(draft, "日前，", "市委统战部");
    assert!(second.contains("全称：中共江阴市委统战部"), "{second}");
    assert!(second.contains("江苏省 › 无锡市 › 江阴市") && !second.contains("吴文进"), "{second}");
}

#[test]
fn a_county_that_is_no_more_says_since_when() {
    let draft =
        "高原上的邮路\n\n西藏自治区林芝市米林县的邮递员走进山村，又到浙江省绍兴市绍兴县学习。 王小玉\n";
    let shown = card_in(draft, "林芝市", "米林县");
    assert!(shown.contains("（见于2021年区划代码，2023年已无）"), "{shown}");
    assert!(shown.contains("2023年撤销或更名，今为林芝市米林市（依据："), "{shown}");
    let shown = card_in(draft, "绍兴市", "绍兴县");
    assert!(shown.contains("2013年撤销或更名，今为绍兴市柯桥区（依据："), "{shown}");
}

const FIGURES: &str =
    "青禾镇修渠引水\n\n2024年5月20日，“𠮷祥渠”开工，投入40余万元资金，惠及超200户农户。 李明\n";

/// The card of a word on the third line of [`FIGURES`], in UTF-16 units, and where it is shown.
fn figure(client: &mut Client, word: &str) -> (String, Value) {
    let line = FIGURES.lines().nth(2).expect("a third line");
    let units = line[..line.find(word).expect("the word")].encode_utf16().count();
    let position = json!({ "line": 2, "character": units });
    let hover = client.request_of("textDocument/hover", URI, json!({ "position": position }));
    (hover["contents"]["value"].as_str().expect("a card").to_owned(), hover["range"].clone())
}

#[test]
fn a_figure_and_a_date_show_how_they_were_read() {
    let mut client = Client::start("utf-16");
    client.open(FIGURES);
    let (shown, range) = figure(&mut client, "40余万元");
    assert!(shown.starts_with("40余万元（数量）\n读作：40万至50万元\n所指：资金"), "{shown}");
    assert_eq!(range["start"], json!({ "line": 2, "character": 22 }));
    assert_eq!(range["end"], json!({ "line": 2, "character": 27 }));
    assert!(figure(&mut client, "超200户").0.contains("200户"));
    let (shown, _) = figure(&mut client, "2024年5月20日");
    assert!(shown.starts_with("2024年5月20日（日期）\n读作：2024-05-20 星期一"), "{shown}");
}

#[test]
fn a_figure_shows_the_sums_it_takes_part_in() {
    let draft = "青禾镇促进就业\n\n青禾村现有务工人员30人，其中脱贫户18人、一般农户14人。 李明\n";
    let mut client = Client::start("utf-32");
    client.open(draft);
    let line = draft.lines().nth(2).expect("a third line");
    for word in ["30人", "18人", "14人"] {
        let at = line[..line.find(word).expect("the figure")].chars().count();
        let position = json!({ "line": 2, "character": at });
        let hover = client.request_of("textDocument/hover", URI, json!({ "position": position }));
        let shown = hover["contents"]["value"].as_str().expect("a card");
        assert!(shown.ends_with("\n✗ 合计：18 + 14 = 32，与“30人”不符"), "{shown}");
    }
}
