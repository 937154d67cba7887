//! The server with clients that nobody here wrote: pytest-lsp, Microsoft's protocol package, the client of `CodeMirror`;
//! and the sessions of our own tests checked against the definition of the protocol. `.ci/clients.sh` installs them
//! outside the source and says where (`KANWU_CLIENTS`).

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
};

fn installed() -> PathBuf {
    env::var_os("KANWU_CLIENTS").map(PathBuf::from).expect("KANWU_CLIENTS: .ci/clients.sh says what it is")
}

fn source() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a suite; what it says where it fails.
fn passes(command: &mut Command) {
    let run = command
        .env("KANWU_BINARY", env!("CARGO_BIN_EXE_kanwu"))
        .env("KANWU_CLIENTS", installed())
        .output()
        .expect("it can be started");
    let said = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{}:\n{said}", run.status);
}

fn python() -> Command {
    let mut python = Command::new(installed().join("python/bin/python"));
    python.env("PYTHONDONTWRITEBYTECODE", "1");
    python
}

#[test]
#[ignore = "needs pytest-lsp (KANWU_CLIENTS; .ci/clients.sh installs it)"]
fn pytest_lsp_gets_what_it_asks_for() {
    let mut pytest = python();
    pytest.args(["-m", "pytest", "-p", "no:cacheprovider", "-q"]);
    passes(pytest.arg(source().join("tests/clients/pytest_lsp")));
}

#[test]
#[ignore = "needs vscode-languageserver-protocol (KANWU_CLIENTS; .ci/clients.sh installs it)"]
fn the_protocol_package_of_visual_studio_code_gets_what_it_asks_for() {
    let mut node = Command::new("node");
    passes(node.arg("--test").arg(source().join("tests/clients/protocol/protocol.mjs")));
}

#[test]
#[ignore = "needs @codemirror/lsp-client (KANWU_CLIENTS; .ci/clients.sh installs it)"]
fn the_client_of_codemirror_shows_findings_and_lays_out() {
    // Beside what it imports.
    let script = installed().join("codemirror.mjs");
    fs::copy(source().join("tests/clients/codemirror/codemirror.mjs"), &script).expect("it can be copied");
    let mut node = Command::new("node");
    passes(node.arg("--test").arg(script));
}

#[test]
#[ignore = "needs lsprotocol (KANWU_CLIENTS) and recorded sessions (KANWU_TRANSCRIPTS); .ci/run makes both"]
fn every_message_of_the_recorded_sessions_is_as_the_protocol_defines_it() {
    let transcripts =
        env::var_os("KANWU_TRANSCRIPTS").expect("KANWU_TRANSCRIPTS: where sessions were recorded");
    let scripts = source().join(".ci/clients");
    let mut tests = python();
    passes(tests.args(["-m", "unittest", "discover", "-s"]).arg(&scripts));
    passes(python().arg(scripts.join("validate_messages.py")).arg(transcripts));
}
