//! Configuration, accepted findings and the error rate as a user of the command line meets them.

mod program;

use std::{fs, io::Write, process::Stdio};

use serde_json::Value;
use tempfile::TempDir;

use program::{code, folder, kanwu, run, stderr, stdout};

/// A draft with one misspelt county and one stray word, in an article that is unsigned.
const DRAFT: &str =
    "姚集镇敬老\n\n　　近日，江苏省徐州市雎宁县姚集镇的志愿者为老人过生日and送蛋糕，老人都说好。\n";

/// The rules that find something, in order of the text.
fn rules(folder: &TempDir, arguments: &[&str]) -> Vec<String> {
    let output = run(folder, &[&["check", "--output-format=json"], arguments].concat());
    let documents: Vec<Value> = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let findings = documents.iter().flat_map(|document| document["findings"].as_array().unwrap().clone());
    findings.map(|finding| finding["rule"].as_str().unwrap().to_owned()).collect()
}

const SPELT: &str = "names/misspelt-locality";
const WORD: &str = "wording/foreign-word";
const SIGNED: &str = "structure/missing-byline";

#[test]
fn the_nearest_configuration_counts_unless_the_command_line_names_another_or_none() {
    let folder = folder(&[
        ("kanwu.toml", "[check]\nignore = [\"wording/*\"]\n"),
        ("a/kanwu.toml", "[check]\nignore = [\"names/*\", \"structure/*\"]\n"),
        ("a/1.txt", DRAFT),
        ("2.txt", DRAFT),
    ]);
    assert_eq!(rules(&folder, &[]), [SPELT, SIGNED, WORD]);
    assert_eq!(rules(&folder, &["2.txt", "--config=a/kanwu.toml"]), [WORD]);
    assert_eq!(rules(&folder, &["2.txt", "--no-config"]), [SPELT, WORD, SIGNED]);
    assert_eq!(rules(&folder, &["2.txt", "--select=wording,names/misspelt-locality"]), [SPELT, WORD]);
    assert_eq!(rules(&folder, &["2.txt", "--ignore=structure/*"]), [SPELT]);
}

#[test]
fn standard_input_has_the_configuration_of_the_current_folder_or_of_the_file_it_is_said_to_be() {
    let folder = folder(&[
        ("kanwu.toml", "[check]\nselect = [\"names/*\"]\n"),
        ("a/kanwu.toml", "[check]\nselect = [\"wording/*\"]\n"),
    ]);
    let piped = |arguments: &[&str]| {
        let mut child = kanwu(folder.path())
            .args([&["check", "--output-format=concise", "-"], arguments].concat())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        child.stdin.take().unwrap().write_all(DRAFT.as_bytes()).unwrap();
        String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
    };
    assert!(piped(&[]).starts_with("-:3:12: error names/misspelt-locality"), "{}", piped(&[]));
    let named = piped(&["--stdin-filename=a/new.txt"]);
    assert!(named.starts_with("a/new.txt:3:28: warning wording/foreign-word"), "{named}");
}

#[test]
fn a_configuration_that_is_wrong_is_named_once_with_its_place() {
    let folder = folder(&[("kanwu.toml", "[check]\nselct = []\n"), ("1.txt", DRAFT), ("2.txt", DRAFT)]);
    let output = run(&folder, &["check"]);
    assert_eq!(code(&output), 2);
    let lines: Vec<_> = stderr(&output).lines().collect();
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].ends_with("kanwu.toml:2:1: 没有“selct”这个键；是不是“select”？"), "{lines:?}");
    let english = run(&folder, &["config", "--lang=en"]);
    assert_eq!(code(&english), 2);
    assert!(stderr(&english).ends_with("kanwu.toml:2:1: no key “selct”; did you mean “select”?\n"));
    let rule = run(&folder, &["check", "--no-config", "--select=figures/sum"]);
    assert_eq!(code(&rule), 2);
}

#[test]
fn init_writes_a_configuration_and_never_over_one() {
    let folder = folder(&[("1.txt", DRAFT)]);
    assert_eq!(code(&run(&folder, &["init"])), 0);
    assert_eq!(code(&run(&folder, &["config"])), 0, "what was written is right");
    fs::write(folder.path().join("kanwu.toml"), "# 我的\n").unwrap();
    let again = run(&folder, &["init"]);
    assert_eq!(code(&again), 2);
    assert!(stderr(&again).contains("已经有了"), "{}", stderr(&again));
    assert_eq!(fs::read_to_string(folder.path().join("kanwu.toml")).unwrap(), "# 我的\n");
}

#[test]
fn config_shows_each_value_and_where_it_comes_from() {
    let folder = folder(&[
        ("kanwu.toml", "[publication]\nkind = \"newspaper\"\n"),
        ("a/kanwu.toml", "extend = \"../kanwu.toml\"\n[check]\nignore = [\"names/*\"]\n"),
    ]);
    let output = run(&folder, &["config", "a"]);
    let line = |key: &str| {
        let line = stdout(&output).lines().find(|line| line.starts_with(key));
        line.unwrap_or_else(|| panic!("no {key}: {}", stdout(&output))).to_owned()
    };
    assert!(line("check.ignore = [\"names/*\"]  # ").ends_with("a/kanwu.toml"));
    assert!(line("publication.kind = \"newspaper\"  # ").ends_with("kanwu.toml"));
    assert_eq!(line("check.select"), "check.select = [\"*\"]  # 默认");
    assert!(line("# 不查的规则").contains("names/misspelt-locality"));
}

#[test]
fn a_finding_that_is_accepted_is_found_no_more_until_it_changes() {
    let folder = folder(&[("kanwu.toml", ""), ("a/1.txt", DRAFT)]);
    let output = run(&folder, &["accept", "a/1.txt:3:12", "--reason=旧志引文", "--who=校对组"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let written = fs::read_to_string(folder.path().join("kanwu.accepted.toml")).unwrap();
    assert!(written.contains("file = \"a/1.txt\"") && written.contains("reason = \"旧志引文\""), "{written}");
    assert_eq!(rules(&folder, &[]), [WORD, SIGNED]);
    // The file was given a new name, and a sentence before the place.
    fs::remove_file(folder.path().join("a/1.txt")).unwrap();
    fs::write(folder.path().join("a/2.txt"), DRAFT.replace("　　近日", "　　入春以来，全镇动员。近日"))
        .unwrap();
    assert_eq!(rules(&folder, &[]), [WORD, SIGNED]);
    assert_eq!(rules(&folder, &["--no-config"]), [SPELT, WORD, SIGNED]);
}

#[test]
fn what_is_accepted_but_found_no_more_is_told() {
    let folder = folder(&[("kanwu.toml", ""), ("1.txt", DRAFT)]);
    assert_eq!(code(&run(&folder, &["accept", "1.txt:3:12"])), 0);
    assert_eq!(stderr(&run(&folder, &["check"])), "");
    fs::write(folder.path().join("1.txt"), DRAFT.replace('雎', "睢")).unwrap();
    let output = run(&folder, &["check"]);
    assert!(
        stderr(&output).contains("已没有认可过的 names/misspelt-locality“雎宁县”"),
        "{}",
        stderr(&output)
    );
    assert_eq!(stderr(&run(&folder, &["check", "--select=wording"])), "", "the rule was not run");
}

#[test]
fn accepting_what_is_not_found_says_what_is() {
    let folder = folder(&[("1.txt", DRAFT)]);
    let output = run(&folder, &["accept", "1.txt:3:1"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("3:12 names/misspelt-locality"), "{}", stderr(&output));
    assert_eq!(code(&run(&folder, &["accept", "1.txt:3:12", "--rule=wording/foreign-word"])), 2);
    assert!(!folder.path().join("kanwu.accepted.toml").exists());
}

#[test]
fn a_baseline_silences_what_was_there_and_forgets_what_went() {
    let folder = folder(&[("1.txt", DRAFT)]);
    assert_eq!(code(&run(&folder, &["check", "--write-accepted"])), 0);
    let output = run(&folder, &["check", "--fail-on=info"]);
    assert_eq!(code(&output), 0, "{}", stdout(&output));
    let worse = DRAFT.replace("近日", "近日of今日").replace('雎', "睢");
    fs::write(folder.path().join("1.txt"), worse).unwrap();
    assert_eq!(rules(&folder, &[]), [WORD]);
    let output = run(&folder, &["check", "--write-accepted"]);
    assert!(stdout(&output).ends_with("新认可 1 处，除去已无对应的 1 处\n"), "{}", stdout(&output));
    assert_eq!(rules(&folder, &[]), [""; 0]);
}

#[test]
fn a_comment_silences_and_one_that_is_wrong_is_told() {
    let text = DRAFT.replace("　　", "<!-- kanwu: ignore wording, names/misspelt-locality -->\n　　");
    let folder = folder(&[("1.md", &text)]);
    assert_eq!(rules(&folder, &["1.md"]), [SIGNED]);
    fs::write(folder.path().join("1.md"), text.replace("wording", "wrding")).unwrap();
    let output = run(&folder, &["check", "1.md"]);
    assert!(stderr(&output).starts_with("kanwu: 1.md:3:1: 没有规则“wrding”"), "{}", stderr(&output));
}

#[test]
fn the_error_rate_names_its_parts_and_its_threshold() {
    let folder = folder(&[("kanwu.toml", "[publication]\nkind = \"newspaper\"\n"), ("1.txt", DRAFT)]);
    let output = run(&folder, &["check", "--output-format=json", "--characters=10000"]);
    let documents: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let rate = &documents[0]["error_rate"];
    // One character of an important name, doubled, and one foreign word; the hint does not count.
    assert_eq!(rate["weight"], 3.0);
    assert_eq!(rate["per_10000"], 3.0);
    assert_eq!((&rate["threshold"], &rate["passes"]), (&Value::from(3.0), &Value::from(true)));
    let text = run(&folder, &["check", "--error-rate"]);
    for part in
        ["加权差错 3 ÷ 43 字", "重要名称 1 处，计 2", "超过报纸的合格线 3/万", "检查按版面字数计，比这个大"]
    {
        assert!(stdout(&text).contains(part), "{part}: {}", stdout(&text));
    }
}

#[test]
fn an_error_rate_that_is_too_high_fails() {
    let folder = folder(&[("1.txt", DRAFT)]);
    let exit = |arguments: &[&str]| {
        code(&run(&folder, &[&["check", "--ignore=names", "--fail-on=error"], arguments].concat()))
    };
    assert_eq!(exit(&[]), 0);
    assert_eq!(exit(&["--characters=10000", "--max-error-rate=1"]), 0);
    assert_eq!(exit(&["--characters=10000", "--max-error-rate=0.9"]), 1);
    assert_eq!(exit(&["--max-error-rate=0.9", "--exit-zero"]), 0);
    assert_eq!(exit(&["--max-error-rate=-1"]), 2);
    assert_eq!(exit(&["--characters=0"]), 2);
}

#[test]
fn figures_and_mentions_are_read_under_the_configuration_too() {
    let draft = "青禾镇修渠\n\n　　今年5月20日，青禾镇修渠12条。\n";
    let folder = folder(&[
        ("draft.txt", draft),
        ("kanwu.toml", "[publication]\nissue-date = 2026-05-22\n"),
        ("other.toml", "[publication]\nissue-date = 2025-05-22\n"),
        ("wrong.toml", "[publication]\nissue-day = 2026-05-22\n"),
    ]);
    let ledger = |arguments: &[&str]| {
        let output = run(&folder, &[&["figures", "draft.txt"], arguments].concat());
        assert_eq!(code(&output), 0, "{}", stderr(&output));
        stdout(&output).to_owned()
    };
    // The issue tells the year, and the year the weekday.
    assert!(ledger(&[]).contains("星期三"), "{}", ledger(&[]));
    assert!(ledger(&["--config=other.toml"]).contains("星期二"));
    assert!(!ledger(&["--no-config"]).contains("星期"));
    for command in ["figures", "annotate"] {
        let output = run(&folder, &[command, "--config=wrong.toml", "draft.txt"]);
        assert_eq!(code(&output), 2, "{command}");
        assert!(stderr(&output).contains("wrong.toml:2:1"), "{command}: {}", stderr(&output));
    }
}

#[test]
fn accepted_findings_that_are_gone_are_the_business_of_check_alone() {
    let folder = folder(&[("draft.txt", DRAFT)]);
    assert_eq!(code(&run(&folder, &["check", "--write-accepted"])), 0);
    fs::write(folder.path().join("draft.txt"), DRAFT.replace("雎宁", "睢宁")).unwrap();
    assert!(!stderr(&run(&folder, &["check", "draft.txt"])).is_empty());
    for command in ["annotate", "figures"] {
        assert_eq!(stderr(&run(&folder, &[command, "draft.txt"])), "", "{command}");
    }
}
