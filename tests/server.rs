//! The language server as a client meets it: a process, its standard input and output.

use std::{
    io::{BufRead, BufReader, Read, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::mpsc::{Receiver, Sender, channel},
    thread,
};

use kanwu::{
    check::Analysis,
    text::{Document, Encoding, Position, Span},
};
use serde_json::{Value, json};

const URI: &str = "file:///draft.bulletin";

/// A client of one server process.
struct Client {
    process: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    next: i64,
}

impl Client {
    fn start(encoding: &str) -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_kanwu"))
            .arg("server")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("the server starts");
        let input = process.stdin.take();
        let stdout = BufReader::new(process.stdout.take().expect("the output is piped"));
        // Read all the while, as editors do: a client that only writes would stop the server with a full pipe.
        let (messages, output) = channel();
        thread::spawn(move || read_all(stdout, &messages));
        let mut client = Self { process, input, output, next: 0 };
        let answer = client.request(
            "initialize",
            &json!({ "processId": null, "capabilities": { "general": { "positionEncodings": [encoding] } } }),
        );
        assert_eq!(answer["result"]["capabilities"]["positionEncoding"], encoding);
        client.notify("initialized", &json!({}));
        client
    }

    fn send(&mut self, message: &Value) {
        let body = message.to_string();
        let input = self.input.as_mut().expect("the input is open");
        write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
        input.flush().expect("the server reads");
    }

    fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    fn read(&mut self) -> Value {
        self.output.recv().expect("the server answers")
    }

    fn request(&mut self, method: &str, params: &Value) -> Value {
        self.next += 1;
        let id = self.next;
        self.send(&json!({ "jsonrpc": "2.0", "id": id, "method": method, "params": params }));
        loop {
            let message = self.read();
            if message["id"] == id {
                return message;
            }
        }
    }

    fn open(&mut self, text: &str) -> Value {
        self.notify(
            "textDocument/didOpen",
            &json!({ "textDocument": { "uri": URI, "languageId": "bulletin", "version": 0, "text": text } }),
        );
        self.diagnostics(0)
    }

    /// Waits for the diagnostics of a version.
    fn diagnostics(&mut self, version: i64) -> Value {
        loop {
            let message = self.read();
            if message["method"] == "textDocument/publishDiagnostics"
                && message["params"]["version"] == version
            {
                return message["params"]["diagnostics"].clone();
            }
        }
    }

    fn exit_code(mut self) -> Option<i32> {
        self.notify("exit", &json!(null));
        drop(self.input.take());
        self.process.wait().expect("the server ends").code()
    }
}

/// Passes on every message until the server closes its output.
fn read_all(mut stdout: BufReader<ChildStdout>, messages: &Sender<Value>) {
    let mut length = 0;
    let mut line = String::new();
    while stdout.read_line(&mut line).is_ok_and(|count| count > 0) {
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.trim().parse().expect("a length");
        }
        if line == "\r\n" {
            let mut body = vec![0; length];
            stdout.read_exact(&mut body).expect("the whole message");
            if messages.send(serde_json::from_slice(&body).expect("a message is JSON")).is_err() {
                return;
            }
        }
        line.clear();
    }
}

const DRAFT: &str = "甲县：整装待春来\n\n全县干部以最快的速度 and 最大的力度推进春耕，各就各位，担当作为，取得了明显成效。 王玉\n";

#[test]
fn an_opened_draft_gets_diagnostics_symbols_and_fixes() {
    let mut client = Client::start("utf-16");
    let found = client.open(DRAFT);
    let foreign = found
        .as_array()
        .and_then(|found| found.iter().find(|one| one["code"] == "wording/foreign-word"))
        .expect("the stray word is found")
        .clone();
    assert_eq!(foreign["source"], "kanwu");
    assert_eq!(foreign["range"]["start"]["line"], 2);
    let document = json!({ "uri": URI });
    let symbols = client.request("textDocument/documentSymbol", &json!({ "textDocument": document }));
    assert_eq!(symbols["result"][0]["name"], "甲县：整装待春来");
    let actions = client.request(
        "textDocument/codeAction",
        &json!({ "textDocument": document, "range": foreign["range"], "context": { "diagnostics": [] } }),
    );
    let edit = &actions["result"][0]["edit"]["changes"][URI][0];
    assert!(edit["newText"].as_str().is_some_and(|text| !text.contains("and")), "{actions}");
}

#[test]
fn edits_sent_without_waiting_leave_what_a_fresh_open_gives() {
    for (name, encoding) in
        [("utf-8", Encoding::Utf8), ("utf-16", Encoding::Utf16), ("utf-32", Encoding::Utf32)]
    {
        let mut client = Client::start(name);
        client.open(DRAFT);
        let mut model = DRAFT.to_owned();
        let pieces = ["𠮷野家", "，", "。\r\n", "👨‍👩‍👧", "and", "\n\n", "（", "12人", ""];
        let mut seed = 7_usize;
        let last = 150;
        for version in 1..=last {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let starts: Vec<usize> = model.char_indices().map(|(at, _)| at).chain([model.len()]).collect();
            let from = (seed >> 33) % starts.len();
            let to = (from + (seed >> 20) % 3).min(starts.len() - 1);
            // An edit between CR and LF has no position of its own; it is moved out of the pair.
            let inside = |at: usize| model[..at].ends_with('\r') && model[at..].starts_with('\n');
            let outside = |at: usize| if inside(at) { at - 1 } else { at };
            let span = Span::new(outside(starts[from]), outside(starts[to]).max(outside(starts[from])));
            let document = Document::new(&model);
            let at = |offset| {
                let Position { line, character } = document.position(offset, encoding);
                json!({ "line": line, "character": character })
            };
            let text = pieces[(seed >> 40) % pieces.len()];
            client.notify(
                "textDocument/didChange",
                &json!({
                    "textDocument": { "uri": URI, "version": version },
                    "contentChanges": [{ "range": { "start": at(span.start), "end": at(span.end) }, "text": text }]
                }),
            );
            model.replace_range(span.start..span.end, text);
        }
        let received: Vec<Value> = client
            .diagnostics(last)
            .as_array()
            .expect("a list")
            .iter()
            .map(|one| json!([one["code"], one["range"]["start"]]))
            .collect();
        let document = Document::new(&model);
        let expected: Vec<Value> = Analysis::of(&model)
            .findings
            .iter()
            .map(|found| {
                let Position { line, character } = document.position(found.span.start, encoding);
                json!([found.rule, { "line": line, "character": character }])
            })
            .collect();
        assert_eq!(received, expected, "{name}");
    }
}

#[test]
fn an_unknown_method_is_refused_and_the_server_lives_on() {
    let mut client = Client::start("utf-8");
    let answer = client.request("kanwu/noSuchThing", &json!({}));
    assert_eq!(answer["error"]["code"], -32601);
    assert!(client.open(DRAFT).is_array());
}

#[test]
fn the_exit_code_says_whether_the_client_left_in_order() {
    let mut polite = Client::start("utf-8");
    polite.request("shutdown", &json!(null));
    assert_eq!(polite.exit_code(), Some(0));
    assert_eq!(Client::start("utf-8").exit_code(), Some(1));
}
