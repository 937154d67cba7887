//! The page of findings in a real Chromium: as it is read, filtered, marked and printed, and by whom it can be.

use std::{env, fs, path::PathBuf, process::Command};

#[test]
#[ignore = "needs Chromium, Node and what .ci/browser.sh fetches (KANWU_CHROMIUM, KANWU_NODE_MODULES)"]
fn a_report_in_a_browser_is_read_filtered_marked_and_printed() {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let pictures = env::var_os("KANWU_SCREENSHOTS")
        .map_or_else(|| PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("report"), PathBuf::from);
    fs::create_dir_all(&pictures).expect("a folder for pictures");
    let report = pictures.join("report.html");
    let checked = Command::new(env!("CARGO_BIN_EXE_kanwu"))
        .current_dir(&root)
        .args(["check", "seeds/02-suining-page.txt", "seeds/08-jingyuan-accounts.txt", "--no-config"])
        .args(["--output-format=html", "--output-file"])
        .arg(&report)
        .output()
        .expect("kanwu can be run");
    assert_eq!(checked.status.code(), Some(1), "{}", String::from_utf8_lossy(&checked.stderr));

    let run = Command::new("node")
        .arg(root.join("tests/html/report.mjs"))
        .env("KANWU_REPORT", &report)
        .env("KANWU_SCREENSHOTS", &pictures)
        .output()
        .expect("Node can be started");
    let log = format!("{}{}", String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{}:\n{log}", run.status);
    assert_eq!(log.matches("ok   ").count(), 9, "every check has run:\n{log}");
}
