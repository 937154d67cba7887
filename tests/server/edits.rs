//! Thousands of edits without waiting.

use kanwu::{
    check::Analysis,
    text::{Document, Encoding, Position, Span},
};
use serde_json::{Value, json};

use crate::client::{Client, DRAFT, URI};

const EDITS: i64 = 3000;

/// What is typed and pasted: characters of all lengths, line breaks of all kinds, words that rules look at.
const PIECES: [&str; 9] = ["𠮷野家", "，", "。\r\n", "👨‍👩‍👧", "and", "\n\n", "（", "12人", ""];

fn json_position(document: &Document, offset: usize, encoding: Encoding) -> Value {
    let Position { line, character } = document.position(offset, encoding);
    json!({ "line": line, "character": character })
}

/// The nearest place at or before an offset that has a position of its own: not inside a character or a CRLF.
fn place(text: &str, offset: usize) -> usize {
    let at = (0..=offset.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    if text[..at].ends_with('\r') && text[at..].starts_with('\n') { at - 1 } else { at }
}

#[test]
fn edits_sent_without_waiting_leave_what_a_fresh_open_gives() {
    for (name, encoding) in
        [("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16), ("utf-32", Encoding::Utf32)]
    {
        let mut client = Client::start(name);
        client.open(DRAFT);
        let (mut text, mut document) = (DRAFT.to_owned(), Document::new(DRAFT));
        let mut seed = 7_usize;
        for version in 1..=EDITS {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let start = place(&text, (seed >> 33) % (text.len() + 1));
            let end = place(&text, start + (seed >> 20) % 12).max(start);
            let piece = PIECES[(seed >> 40) % PIECES.len()];
            let range = json!({
                "start": json_position(&document, start, encoding),
                "end": json_position(&document, end, encoding),
            });
            client.change(version, &json!({ "range": range, "text": piece }));
            text.replace_range(start..end, piece);
            document.replace(Span::new(start, end), piece);
        }
        let received = client.diagnostics(EDITS);
        let found = |one: &Value| json!([one["code"], one["range"]]);
        let received: Vec<Value> = received.as_array().expect("a list").iter().map(found).collect();
        let analysis = Analysis::of(&text);
        let expected: Vec<Value> = analysis
            .findings
            .iter()
            .map(|finding| {
                let at = |offset| json_position(&document, offset, encoding);
                json!([finding.rule, { "start": at(finding.span.start), "end": at(finding.span.end) }])
            })
            .collect();
        assert_eq!(received, expected, "{name}");
        assert!(received.len() > 20, "{name}: such a text is full of faults");

        // Every symbol is where it is in the same text opened fresh, and so the text is the same throughout.
        let edited = client.request_of("textDocument/documentSymbol", URI, json!({}));
        let mut fresh = Client::start(name);
        fresh.open(&text);
        assert_eq!(edited, fresh.request_of("textDocument/documentSymbol", URI, json!({})), "{name}");
    }
}
