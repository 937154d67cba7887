//! The language server in a real Neovim: the plugin folder, a sample bulletin, and what an editor sees of it.

use std::{env, ffi::OsString, fs, path::Path, process::Command};

/// Neovim: `KANWU_NVIM`, or what `PATH` has.
fn neovim() -> OsString {
    env::var_os("KANWU_NVIM").unwrap_or_else(|| "nvim".into())
}

/// Opens a sample in Neovim and runs a script of checks on it; every one of them must have run and passed.
fn run(script: &str, sample: &str, checks: usize) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = tempfile::tempdir().expect("a folder for the files of Neovim");
    let opened = home.path().join("sample.bulletin");
    fs::copy(root.join("seeds").join(sample), &opened).expect("the sample can be copied");
    // What ends the search for the root of the workspace.
    fs::write(home.path().join("kanwu.toml"), "").expect("the marker can be written");

    let run = Command::new(neovim())
        .args(["--headless", "--clean", "-l"])
        .arg(root.join("tests/neovim").join(script))
        .env("KANWU_PLUGIN", root.join("editors/neovim"))
        .env("KANWU_BINARY", env!("CARGO_BIN_EXE_kanwu"))
        .env("KANWU_SAMPLE", &opened)
        .env("HOME", home.path())
        .env("XDG_STATE_HOME", home.path().join("state"))
        .env("XDG_DATA_HOME", home.path().join("data"))
        .env("XDG_CONFIG_HOME", home.path().join("config"))
        .env("XDG_CACHE_HOME", home.path().join("cache"))
        .output()
        .expect("Neovim can be started");

    let log = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{}:\n{log}", run.status);
    assert_eq!(log.matches("ok   ").count(), checks, "every check has run:\n{log}");
}

#[test]
#[ignore = "needs Neovim 0.11 or later (KANWU_NVIM or PATH; .ci/neovim.sh gets one)"]
fn a_bulletin_in_neovim_shows_findings_outline_and_fixes() {
    run("run.lua", "02-suining-page.txt", 10);
}

#[test]
#[ignore = "needs Neovim 0.11 or later (KANWU_NVIM or PATH; .ci/neovim.sh gets one)"]
fn names_in_neovim_are_known_by_their_articles() {
    run("names.lua", "06-united-front.txt", 6);
}
