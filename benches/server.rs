//! How long an editor waits: `cargo bench --bench server`.
//!
//! On a bulletin of 20 KB and one of 2 MB every one of 500 edits of a single character, at places without order, is
//! followed by a pull of the findings and by a hover; the time is from sending the change to reading the answer, over a
//! connection within this process. Then come 10,000 edits, and how much memory they left behind.

use std::{
    fs,
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use kanwu::{
    server,
    text::{Document, Encoding},
};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, duplex, split};

const URI: &str = "file:///bench.bulletin";

fn main() {
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
    runtime.expect("a runtime").block_on(async {
        for bytes in [20_000, 2_000_000] {
            let text = bulletins(bytes);
            println!("{} bytes", text.len());
            let mut editor = Editor::open(&text).await;
            editor.measure("findings", "textDocument/diagnostic", 500).await;
            editor.measure("hover", "textDocument/hover", 500).await;
        }
        let mut editor = Editor::open(&bulletins(20_000)).await;
        for _ in 0..100 {
            editor.edit("textDocument/diagnostic").await;
        }
        let before = resident();
        for _ in 0..9_900 {
            editor.edit("textDocument/diagnostic").await;
        }
        if let (Some(before), Some(after)) = (before, resident()) {
            println!(
                "memory after 100 edits {before} KiB, after 10,000 {after} KiB: × {:.3}",
                after / before
            );
        }
    });
}

/// Bulletins of about so many bytes, no two articles alike.
fn bulletins(bytes: usize) -> String {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let mut paths: Vec<_> = fs::read_dir(seeds)
        .expect("the seeds are there")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    paths.sort();
    let seeds: Vec<String> = paths.iter().filter_map(|path| fs::read_to_string(path).ok()).collect();
    let mut text = String::new();
    for round in 0_u32.. {
        for seed in &seeds {
            if text.len() >= bytes {
                return text;
            }
            // A number that is nowhere else keeps articles apart.
            text.push_str(&seed.replace('，', &format!("，{round}号")));
            text.push('\n');
        }
    }
    text
}

/// An editor with one document.
struct Editor {
    input: tokio::io::WriteHalf<DuplexStream>,
    output: tokio::io::ReadHalf<DuplexStream>,
    document: Document,
    version: i64,
    random: u64,
}

impl Editor {
    async fn open(text: &str) -> Self {
        let (near, far) = duplex(1 << 20);
        let (input, output) = split(far);
        tokio::spawn(server::serve(input, output));
        let (output, input) = split(near);
        let mut editor =
            Self { input, output, document: Document::new(text), version: 0, random: 0x9e37_79b9 };
        let capabilities = json!({
            "general": { "positionEncodings": ["utf-8"] },
            "textDocument": { "diagnostic": { "dynamicRegistration": false } },
        });
        editor.ask("initialize", &json!({ "capabilities": capabilities })).await;
        editor.tell("initialized", &json!({})).await;
        let opened = json!({ "uri": URI, "languageId": "bulletin", "version": 0, "text": text });
        editor.tell("textDocument/didOpen", &json!({ "textDocument": opened })).await;
        editor.ask("textDocument/diagnostic", &json!({ "textDocument": { "uri": URI } })).await;
        editor
    }

    /// A number below `limit`, each time another (xorshift).
    fn random(&mut self, limit: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random % limit as u64).expect("it is below")
    }

    /// Puts a character in or takes it out again, and asks; how long that took.
    async fn edit(&mut self, method: &str) -> Duration {
        let offset = self.random(self.document.len());
        let position = self.document.position(offset, Encoding::Utf8);
        let at = json!({ "line": position.line, "character": position.character });
        let span = self.document.offset(position, Encoding::Utf8);
        self.document.replace(kanwu::text::Span::new(span, span), "水");
        self.version += 1;
        let begin = Instant::now();
        let change = json!({ "range": { "start": at, "end": at }, "text": "水" });
        let document = json!({ "uri": URI, "version": self.version });
        self.tell("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": [change] }))
            .await;
        self.ask(method, &json!({ "textDocument": { "uri": URI }, "position": at })).await;
        let taken = begin.elapsed();
        // Out again, so that the text stays of its size.
        let end = json!({ "line": position.line, "character": position.character + "水".len() });
        self.document.replace(kanwu::text::Span::new(span, span + "水".len()), "");
        self.version += 1;
        let change = json!({ "range": { "start": at, "end": end }, "text": "" });
        let document = json!({ "uri": URI, "version": self.version });
        self.tell("textDocument/didChange", &json!({ "textDocument": document, "contentChanges": [change] }))
            .await;
        taken
    }

    async fn measure(&mut self, name: &str, method: &str, edits: usize) {
        let mut times = Vec::with_capacity(edits);
        for _ in 0..edits {
            times.push(self.edit(method).await);
        }
        times.sort_unstable();
        let (half, most) = (times[edits / 2], times[edits * 99 / 100]);
        println!("  edit → {name:<9} p50 {half:>10.2?}  p99 {most:>10.2?}");
    }

    async fn tell(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params })).await;
    }

    async fn ask(&mut self, method: &str, params: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "id": 1, "method": method, "params": params })).await;
        loop {
            let body = self.read().await;
            // Nothing but answers and refused requests has an id, and one is asked at a time.
            if body.windows(7).any(|window| window == b"\"id\":1,") || body.ends_with(b"\"id\":1}") {
                return;
            }
        }
    }

    async fn send(&mut self, message: &Value) {
        let body = message.to_string();
        let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        self.input.write_all(frame.as_bytes()).await.expect("the server reads");
    }

    /// One message, unread: what is measured is the server.
    async fn read(&mut self) -> Arc<[u8]> {
        let mut header = Vec::new();
        while !header.ends_with(b"\r\n\r\n") {
            header.push(self.output.read_u8().await.expect("the server answers"));
        }
        let header = String::from_utf8(header).expect("a header");
        let length = header.trim().strip_prefix("Content-Length: ").and_then(|length| length.parse().ok());
        let mut body = vec![0; length.expect("a length")];
        self.output.read_exact(&mut body).await.expect("the whole message");
        body.into()
    }
}

/// How much memory this process has taken, in KiB; the editor's part of it is the text.
fn resident() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}
