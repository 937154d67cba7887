//! The program as it was built, run in a folder made for one test.

#![allow(dead_code, reason = "each file of tests takes what it needs")]

use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

use tempfile::TempDir;

/// A new folder with these texts in it.
pub fn folder(files: &[(&str, &str)]) -> TempDir {
    folder_of_bytes(&files.iter().map(|&(name, text)| (name, text.as_bytes())).collect::<Vec<_>>())
}

/// A new folder with these files in it, whatever their bytes mean.
pub fn folder_of_bytes(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

/// The program in a folder, without what the settings of whoever runs the tests would change.
pub fn kanwu(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kanwu"));
    command.current_dir(folder);
    for variable in ["KANWU_LANG", "KANWU_WHO", "NO_COLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    // Nothing is left in the folders of whoever runs the tests.
    command.env("KANWU_CACHE_DIR", env!("CARGO_TARGET_TMPDIR"));
    command
}

/// What it says to these arguments.
pub fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    kanwu(folder.path()).args(arguments).output().unwrap()
}

pub fn stdout(output: &Output) -> &str {
    str::from_utf8(&output.stdout).unwrap()
}

pub fn stderr(output: &Output) -> &str {
    str::from_utf8(&output.stderr).unwrap()
}

pub fn code(output: &Output) -> i32 {
    output.status.code().expect("not ended by a signal")
}
