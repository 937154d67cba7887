//! The server as a process: how it is reached, and how it ends.

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

use serde_json::json;

use crate::client::{Client, DRAFT, URI};

fn server(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kanwu"));
    command.arg("server").args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// Initializes, says good-bye and leaves; the answer to the first.
fn polite_visit(mut stream: impl Read + Write) -> String {
    let mut say = |message: serde_json::Value| {
        let body = message.to_string();
        write!(stream, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
    };
    say(json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": { "capabilities": {} } }));
    say(json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }));
    say(json!({ "jsonrpc": "2.0", "method": "exit" }));
    let mut said = String::new();
    stream.read_to_string(&mut said).expect("the server answers and hangs up");
    said
}

/// Waits for a process to end, for a while.
fn ends(process: &mut Child) -> Option<std::process::ExitStatus> {
    let begin = Instant::now();
    while begin.elapsed() < Duration::from_secs(20) {
        if let Some(status) = process.try_wait().expect("it can be waited for") {
            return Some(status);
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    drop(process.kill());
    None
}

#[test]
fn a_port_of_this_machine_serves_one_client_and_ends_with_it() {
    for host in ["127.0.0.1", "[::1]"] {
        let mut process = server(&["--tcp", &format!("{host}:0")]).spawn().expect("the server starts");
        let mut told = BufReader::new(process.stderr.take().expect("it is piped"));
        let mut line = String::new();
        told.read_line(&mut line).expect("it says where it listens");
        let Some(address) = line.trim().strip_prefix("kanwu: ").and_then(|at| at.parse::<SocketAddr>().ok())
        else {
            // A machine without IPv6.
            assert_eq!(host, "[::1]", "{line}");
            drop(process.kill());
            continue;
        };
        assert!(address.ip().is_loopback());
        let said = polite_visit(TcpStream::connect(address).expect("it listens"));
        assert!(said.contains("positionEncoding"), "{said}");
        assert_eq!(ends(&mut process).and_then(|status| status.code()), Some(0));
    }
}

#[test]
fn a_port_that_others_can_reach_is_refused() {
    for address in ["0.0.0.0:0", "[::]:0", "192.0.2.1:7000", "here"] {
        let done = server(&["--tcp", address]).output().expect("it runs");
        assert_eq!(done.status.code(), Some(2), "{address}");
        assert!(!done.stderr.is_empty());
    }
    let done = server(&["--tcp", "127.0.0.1:0", "--stdio"]).output().expect("it runs");
    assert_eq!(done.status.code(), Some(2), "one transport at a time");
}

#[cfg(unix)]
#[test]
fn a_pipe_that_the_client_has_opened_is_connected_to() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("pipe");
    let shown = path.to_str().expect("its name is Unicode").to_owned();
    let listener = std::os::unix::net::UnixListener::bind(&path).expect("a pipe");
    let pipe = format!("--pipe={shown}");
    let mut process = server(&[&pipe, "--clientProcessId=1"]).spawn().expect("the server starts");
    let (stream, _) = listener.accept().expect("it connects");
    assert!(polite_visit(stream).contains("positionEncoding"));
    assert_eq!(ends(&mut process).and_then(|status| status.code()), Some(0));
    let nowhere = server(&["--pipe", &format!("{shown}-none")]).output().expect("it runs");
    assert_eq!(nowhere.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&nowhere.stderr).contains("pipe-none"), "the error names the pipe");
}

#[cfg(unix)]
fn signal(process: u32, name: &str) {
    let done = Command::new("kill").args([&format!("-{name}"), &process.to_string()]).status();
    assert!(done.expect("kill runs").success());
}

#[cfg(unix)]
#[test]
fn a_server_that_is_told_to_end_ends_in_the_middle_of_its_work() {
    let mut client = Client::spawn();
    client.request("initialize", &json!({ "capabilities": {} }));
    client.send_open(URI, 0, &DRAFT.repeat(2000));
    signal(client.process(), "TERM");
    assert_eq!(client.ended(), None, "by the signal, with no code of its own");
}

#[test]
fn a_server_whose_client_is_gone_ends_whatever_it_is_at() {
    // What a client that was killed leaves behind: closed pipes.
    let mut client = Client::spawn();
    client.request("initialize", &json!({ "capabilities": {} }));
    client.send_open(URI, 0, &DRAFT.repeat(2000));
    let begin = Instant::now();
    let (_, code) = client.hang_up();
    assert_eq!(code, Some(1));
    assert!(begin.elapsed() < Duration::from_secs(30));
}

#[test]
fn a_client_that_goes_without_an_answer_to_what_it_was_asked_is_not_waited_for() {
    let mut client = Client::spawn();
    let capabilities =
        json!({ "workspace": { "configuration": true }, "window": { "workDoneProgress": true } });
    client.request("initialize", &json!({ "capabilities": capabilities }));
    client.notify("initialized", &json!({}));
    client.heard("workspace/configuration");
    client.notify("workspace/didChangeConfiguration", &json!({ "settings": null }));
    assert_eq!(client.hang_up().1, Some(1));
}

/// How much memory a process has taken, in KiB.
#[cfg(target_os = "linux")]
fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/status")).expect("the process is there");
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).expect("its size");
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).expect("a number")
}

#[cfg(target_os = "linux")]
#[test]
fn a_client_that_never_reads_is_waited_for_without_growing() {
    let mut process = Command::new(env!("CARGO_BIN_EXE_kanwu"))
        .arg("server")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("the server starts");
    let mut input = process.stdin.take().expect("it is piped");
    let frame = |message: serde_json::Value| {
        let body = message.to_string();
        format!("Content-Length: {}\r\n\r\n{body}", body.len())
    };
    let open =
        json!({ "textDocument": { "uri": URI, "languageId": "bulletin", "version": 0, "text": DRAFT } });
    let begin = [
        json!({ "jsonrpc": "2.0", "id": 0, "method": "initialize", "params": { "capabilities": {} } }),
        json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": open }),
    ];
    input.write_all(begin.map(frame).concat().as_bytes()).expect("the server reads");
    // A thread that writes as long as the server reads; it stops when the pipe is full.
    let ask = frame(json!({
        "jsonrpc": "2.0", "id": 1, "method": "textDocument/documentSymbol",
        "params": { "textDocument": { "uri": URI } },
    }));
    let writer = std::thread::spawn(move || {
        let mut written = 0;
        for _ in 0..2_000_000 {
            if input.write_all(ask.as_bytes()).is_err() {
                break;
            }
            written += 1;
        }
        written
    });
    let mut sizes = Vec::new();
    let is_at_rest = |sizes: &[u64]| {
        sizes.len() > 20
            && sizes[sizes.len() - 20..].iter().all(|size| size.abs_diff(sizes[sizes.len() - 1]) < 256)
    };
    while !is_at_rest(&sizes) {
        assert!(sizes.len() < 600, "it grows without end: {sizes:?}");
        std::thread::sleep(Duration::from_millis(100));
        sizes.push(resident(process.id()));
    }
    assert!(!writer.is_finished(), "the server has stopped reading");
    // Whoever never reads and goes at last leaves nothing behind.
    drop(process.stdout.take());
    assert!(ends(&mut process).is_some(), "nobody can be written to any more");
    assert!(writer.join().expect("it does not panic") < 2_000_000);
}
