//! A client of one server process.

use std::{
    io::{BufRead, BufReader, Read, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::mpsc::{Receiver, Sender, channel},
    thread,
};

use serde_json::{Value, json};

/// The address of the document that is spoken of.
pub const URI: &str = "file:///draft.bulletin";

/// A short draft with faults in it.
pub const DRAFT: &str = "甲县：整装待春来\n\n睢宁县教育局干部以最快的速度 and 最大的力度推进春耕，各就各位，担当作为，取得了明显成效。 王玉\n";

/// A client of one server process.
pub struct Client {
    process: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
    next: i64,
}

impl Client {
    /// Starts a server that has not been told anything yet.
    pub fn spawn() -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_kanwu"))
            .arg("server")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let input = process.stdin.take();
        let stdout = BufReader::new(process.stdout.take().expect("the output is piped"));
        // Read all the while, as editors do: a client that only writes would stop the server with a full pipe.
        let (messages, output) = channel();
        thread::spawn(move || read_all(stdout, &messages));
        Self { process, input, output, next: 0 }
    }

    /// Starts a server for a client with these capabilities.
    pub fn with(capabilities: &Value) -> Self {
        let mut client = Self::spawn();
        let answer =
            client.request("initialize", &json!({ "processId": null, "capabilities": capabilities }));
        assert!(answer["result"]["capabilities"].is_object(), "{answer}");
        client.notify("initialized", &json!({}));
        client
    }

    /// Starts a server for a client that can do nothing but count in this encoding.
    pub fn start(encoding: &str) -> Self {
        Self::with(&json!({ "general": { "positionEncodings": [encoding] } }))
    }

    /// Sends bytes, whatever they are.
    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let input = self.input.as_mut().expect("the input is open");
        input.write_all(bytes).expect("the server reads");
        input.flush().expect("the server reads");
    }

    /// Sends a message, whatever it says.
    pub fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub fn notify(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// The next message of the server.
    pub fn read(&mut self) -> Value {
        self.output.recv().expect("the server answers")
    }

    /// Sends a request and does not wait; its id.
    pub fn ask(&mut self, method: &str, params: &Value) -> i64 {
        self.next += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.next, "method": method, "params": params }));
        self.next
    }

    /// Waits for the answer to a request; what comes before it is passed over.
    pub fn answer(&mut self, id: &Value) -> Value {
        loop {
            let message = self.read();
            if message.get("id") == Some(id) {
                return message;
            }
        }
    }

    pub fn request(&mut self, method: &str, params: &Value) -> Value {
        let id = self.ask(method, params);
        self.answer(&id.into())
    }

    /// Asks about a document; the result.
    pub fn request_of(&mut self, method: &str, uri: &str, mut params: Value) -> Value {
        params["textDocument"] = json!({ "uri": uri });
        let answer = self.request(method, &params);
        assert!(answer.get("result").is_some(), "{answer}");
        answer["result"].clone()
    }

    pub fn send_open(&mut self, uri: &str, version: i64, text: &str) {
        self.notify(
            "textDocument/didOpen",
            &json!({ "textDocument": { "uri": uri, "languageId": "bulletin", "version": version, "text": text } }),
        );
    }

    /// Opens the document; its diagnostics.
    pub fn open(&mut self, text: &str) -> Value {
        self.send_open(URI, 0, text);
        self.diagnostics(0)
    }

    /// Sends one change of the document.
    pub fn change(&mut self, version: i64, change: &Value) {
        self.notify(
            "textDocument/didChange",
            &json!({ "textDocument": { "uri": URI, "version": version }, "contentChanges": [change] }),
        );
    }

    /// The next diagnostics that are published, whatever of: the parameters.
    pub fn published(&mut self) -> Value {
        loop {
            let message = self.read();
            if message["method"] == "textDocument/publishDiagnostics" {
                return message["params"].clone();
            }
        }
    }

    /// Waits for the diagnostics of a version; versions before it may come, but never again.
    pub fn diagnostics(&mut self, version: i64) -> Value {
        let mut last = i64::MIN;
        loop {
            let published = self.published();
            let this = published["version"].as_i64().expect("diagnostics have a version");
            assert!(this > last, "version {this} after {last}");
            if this == version {
                return published["diagnostics"].clone();
            }
            last = this;
        }
    }

    pub fn exit_code(mut self) -> Option<i32> {
        self.notify("exit", &json!(null));
        self.process.wait().expect("the server ends").code()
    }

    /// Closes the server's input; what it still sends, and its exit code.
    pub fn hang_up(mut self) -> (Vec<Value>, Option<i32>) {
        drop(self.input.take());
        let rest = self.output.iter().collect();
        (rest, self.process.wait().expect("the server ends").code())
    }
}

impl Drop for Client {
    /// Leaves no server behind where a test fails, or has seen enough.
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
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
