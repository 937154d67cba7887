//! A client of one server: in this process, over a connection of this machine, or a process of its own.

use std::{
    env,
    fs::{self, File},
    io::{BufRead, BufReader, Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    path::PathBuf,
    process::{Child, Command, Stdio},
    sync::{
        Mutex,
        atomic::{AtomicUsize, Ordering},
        mpsc::{Receiver, Sender, channel},
    },
    thread::{self, JoinHandle},
};

use serde_json::{Value, json};

/// The address of the document that is spoken of.
pub const URI: &str = "file:///draft.bulletin";

/// A short draft with faults in it.
pub const DRAFT: &str = "甲县：整装待春来\n\n睢宁县教育局干部以最快的速度 and 最大的力度推进春耕，各就各位，担当作为，取得了明显成效。 王玉\n";

/// Where the server is.
enum Server {
    /// A process.
    There(Child),
    /// A thread; the connection to it, and whether the client left in order.
    Here(TcpStream, Option<JoinHandle<bool>>),
}

/// A client of one server.
pub struct Client {
    server: Server,
    input: Option<Box<dyn Write + Send>>,
    output: Receiver<Value>,
    next: i64,
    transcript: Option<Transcript>,
}

impl Client {
    /// Starts a server process that has not been told anything yet.
    pub fn spawn() -> Self {
        let mut process = Command::new(env!("CARGO_BIN_EXE_kanwu"))
            .arg("server")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let input = process.stdin.take().expect("the input is piped");
        let output = process.stdout.take().expect("the output is piped");
        Self::of(Server::There(process), Box::new(input), output)
    }

    /// Starts a server in this process that has not been told anything yet.
    pub fn here() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port of this machine");
        let near = TcpStream::connect(listener.local_addr().expect("its address")).expect("a connection");
        let (far, _) = listener.accept().expect("a connection");
        near.set_nodelay(true).expect("small messages go at once");
        let serve = move || {
            let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
            let runtime = runtime.expect("a runtime");
            let in_order = runtime.block_on(async {
                far.set_nonblocking(true).expect("as tokio wants it");
                far.set_nodelay(true).expect("small messages go at once");
                let far = tokio::net::TcpStream::from_std(far).expect("a connection");
                let (input, output) = far.into_split();
                kanwu::server::serve(input, output).await
            });
            runtime.shutdown_background();
            in_order
        };
        let (input, output) = (near.try_clone().expect("a handle"), near.try_clone().expect("a handle"));
        Self::of(Server::Here(near, Some(thread::spawn(serve))), Box::new(input), output)
    }

    fn of(server: Server, input: Box<dyn Write + Send>, output: impl Read + Send + 'static) -> Self {
        // Read all the while, as editors do: a client that only writes would stop the server with a full pipe.
        let (messages, received) = channel();
        let transcript = Transcript::begin();
        let heard = transcript.clone();
        thread::spawn(move || read_all(BufReader::new(output), &messages, heard.as_ref()));
        Self { server, input: Some(input), output: received, next: 0, transcript }
    }

    /// Starts a server for a client with these capabilities.
    pub fn with(capabilities: &Value) -> Self {
        Self::with_params(&json!({ "processId": null, "rootUri": null, "capabilities": capabilities }))
    }

    /// Starts a server for a client that says this of itself.
    pub fn with_params(params: &Value) -> Self {
        let mut client = Self::here();
        let answer = client.request("initialize", params);
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
        if let Some(transcript) = &self.transcript {
            transcript.note("client", message);
        }
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

    /// Waits for a request or a notification of the server; what comes before it is passed over.
    pub fn heard(&mut self, method: &str) -> Value {
        loop {
            let message = self.read();
            if message["method"] == method {
                return message;
            }
        }
    }

    /// Answers a request of the server.
    pub fn reply(&mut self, request: &Value, result: &Value) {
        self.send(&json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }));
    }

    pub fn exit_code(mut self) -> Option<i32> {
        self.notify("exit", &json!(null));
        self.ended()
    }

    /// Waits for the server to end.
    pub fn ended(&mut self) -> Option<i32> {
        match &mut self.server {
            Server::There(process) => process.wait().expect("the server ends").code(),
            Server::Here(_, thread) => {
                let in_order = thread.take().map(|thread| thread.join().expect("the server does not panic"));
                in_order.map(|in_order| i32::from(!in_order))
            }
        }
    }

    /// The server process.
    pub fn process(&self) -> u32 {
        match &self.server {
            Server::There(process) => process.id(),
            Server::Here(..) => panic!("it is no process"),
        }
    }

    /// Closes the server's input; what it still sends, and its exit code.
    pub fn hang_up(mut self) -> (Vec<Value>, Option<i32>) {
        drop(self.input.take());
        if let Server::Here(connection, _) = &self.server {
            connection.shutdown(Shutdown::Write).expect("the connection is open");
        }
        let rest = self.output.iter().collect();
        (rest, self.ended())
    }
}

impl Drop for Client {
    /// Leaves no server behind where a test fails, or has seen enough.
    fn drop(&mut self) {
        match &mut self.server {
            Server::There(process) => {
                drop(process.kill());
                drop(process.wait());
            }
            Server::Here(connection, _) => drop(connection.shutdown(Shutdown::Both)),
        }
    }
}

/// Everything that is said, for whoever checks it against the definition of the protocol: `KANWU_TRANSCRIPTS` names the
/// folder.
#[derive(Clone)]
struct Transcript(std::sync::Arc<Mutex<File>>);

impl Transcript {
    fn begin() -> Option<Self> {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let folder = PathBuf::from(env::var_os("KANWU_TRANSCRIPTS")?);
        fs::create_dir_all(&folder).expect("the folder can be made");
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let test = thread::current().name().unwrap_or("test").replace("::", ".");
        let file = File::create(folder.join(format!("{number:03}-{test}.jsonl"))).expect("it can be written");
        Some(Self(std::sync::Arc::new(Mutex::new(file))))
    }

    fn note(&self, from: &str, message: &Value) {
        let line = json!({ "from": from, "message": message });
        writeln!(self.0.lock().expect("nobody panicked"), "{line}").expect("it can be written");
    }
}

/// Passes on every message until the server closes its output.
fn read_all(mut output: impl BufRead, messages: &Sender<Value>, transcript: Option<&Transcript>) {
    let mut length = 0;
    let mut line = String::new();
    while output.read_line(&mut line).is_ok_and(|count| count > 0) {
        if let Some(value) = line.strip_prefix("Content-Length: ") {
            length = value.trim().parse().expect("a length");
        }
        if line == "\r\n" {
            let mut body = vec![0; length];
            if output.read_exact(&mut body).is_err() {
                return;
            }
            let message = serde_json::from_slice(&body).expect("a message is JSON");
            if let Some(transcript) = transcript {
                transcript.note("server", &message);
            }
            if messages.send(message).is_err() {
                return;
            }
        }
        line.clear();
    }
}
