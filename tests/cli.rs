//! The command line as a user meets it: what is read, what is said, and the exit code.

mod program;

use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    process::{Output, Stdio},
};

use serde_json::Value;

use program::{code, folder_of_bytes, kanwu, run, stderr, stdout};

fn run_with_input(arguments: &[&str], input: &[u8]) -> Output {
    let directory = folder_of_bytes(&[]);
    let mut child = kanwu(directory.path())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    let writer = std::thread::spawn(move || stdin.write_all(&input));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    output
}

/// The paths that were answered, in order.
fn paths(output: &Output) -> Vec<String> {
    let documents: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    documents.iter().map(|document| document["path"].as_str().unwrap().replace('\\', "/")).collect()
}

const TEXT: &str = "支塘镇开展志愿服务\n　　3月13日，支塘镇组织志愿者为居民服务。 张三\n";

#[test]
fn an_empty_file_is_sound() {
    let directory = folder_of_bytes(&[("empty.txt", b"")]);
    let output = run(&directory, &["check", "empty.txt"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(stdout(&output), "检查简报 1 份：没有发现问题 · 1 bulletin checked: nothing found\n");
    let output = run(&directory, &["check", "--output-format=json", "empty.txt"]);
    assert_eq!(stdout(&output), "[\n{\"path\":\"empty.txt\",\"findings\":[]}\n]\n");
}

#[test]
fn the_encodings_of_chinese_offices_read_the_same() {
    let utf16 = |bytes: fn(u16) -> [u8; 2]| {
        "\u{feff}".encode_utf16().chain(TEXT.encode_utf16()).flat_map(bytes).collect::<Vec<_>>()
    };
    let directory = folder_of_bytes(&[
        ("1-utf8.txt", TEXT.as_bytes()),
        ("2-bom.txt", ["\u{feff}", TEXT].concat().as_bytes()),
        ("3-gb18030.txt", &encoding_rs::GB18030.encode(TEXT).0),
        ("4-utf16le.txt", &utf16(u16::to_le_bytes)),
        ("5-utf16be.txt", &utf16(u16::to_be_bytes)),
    ]);
    let output = run(&directory, &["annotate", "--output-format=json"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let mut documents: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(documents.len(), 5);
    for document in &mut documents {
        document.as_object_mut().unwrap().remove("path");
    }
    assert_eq!(documents[0]["articles"][0]["headline"]["text"], "支塘镇开展志愿服务");
    for document in &documents[1..] {
        assert_eq!(document, &documents[0]);
    }
}

#[test]
fn what_is_no_text_is_named_with_its_place_and_the_rest_is_checked() {
    let directory = folder_of_bytes(&[
        ("broken.txt", b"\xe7\xae\x80\xe6\x8a\xa5\n\xe7\xae\x80\xff\xff\xe6\x8a\xa5\n"),
        ("good.txt", TEXT.as_bytes()),
        ("image.txt", b"\x89PNG\r\n\x1a\n\0\0"),
        ("zeros.txt", b"a\0b"),
    ]);
    let output = run(&directory, &["annotate", "--output-format=json"]);
    assert_eq!(code(&output), 2);
    let errors: Vec<_> = stderr(&output).lines().collect();
    assert_eq!(
        errors,
        [
            "kanwu: broken.txt: UTF-8 编码损坏：偏移 10 字节处（第 2 行）",
            "kanwu: image.txt: 不是纯文本：看起来是 PNG 文件；请另存为纯文本再检查",
            "kanwu: zeros.txt: 不是纯文本：偏移 1 字节处有空字符（NUL）",
        ]
    );
    let documents: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    let answered: Vec<_> = documents.iter().map(|document| document.get("error").is_none()).collect();
    assert_eq!(answered, [false, true, false, false]);
}

#[test]
fn a_file_too_large_is_refused_with_its_size() {
    let directory = folder_of_bytes(&[("good.txt", TEXT.as_bytes())]);
    let large = fs::File::create(directory.path().join("large.txt")).unwrap();
    large.set_len(200 << 20).unwrap();
    let output = run(&directory, &["annotate", "--output-format=concise", "large.txt", "good.txt"]);
    assert_eq!(code(&output), 2);
    assert_eq!(stderr(&output), "kanwu: large.txt: 文件太大：200 MB，上限 64 MB\n");
}

#[test]
fn a_missing_path_is_named_and_the_others_are_checked() {
    let directory = folder_of_bytes(&[("good.txt", TEXT.as_bytes())]);
    let output = run(&directory, &["check", "--output-format=json", "nowhere.txt", "good.txt"]);
    assert_eq!(code(&output), 2);
    assert_eq!(stderr(&output), "kanwu: nowhere.txt: 没有这个文件或目录\n");
    assert_eq!(paths(&output), ["nowhere.txt", "good.txt"]);
    let output = run(&directory, &["check", "--lang=en", "--exit-zero", "nowhere.txt"]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).starts_with("kanwu: nowhere.txt: No such file"), "{}", stderr(&output));
}

#[test]
fn what_could_not_be_read_is_not_called_sound() {
    let directory = folder_of_bytes(&[("good.txt", TEXT.as_bytes())]);
    let summary = |arguments: &[&str]| stdout(&run(&directory, &[&["check"], arguments].concat())).to_owned();
    assert_eq!(summary(&["nowhere.txt"]), "检查简报 0 份；1 份无法读取 · 0 bulletins checked; 1 not read\n");
    assert_eq!(
        summary(&["nowhere.txt", "good.txt"]),
        "检查简报 1 份：没有发现问题；1 份无法读取 · 1 bulletin checked: nothing found; 1 not read\n"
    );
    let output = run(&directory, &["check", "-q", "good.txt/draft.txt"]);
    assert_eq!((code(&output), stderr(&output)), (2, "kanwu: good.txt/draft.txt: 路径中有一段不是目录\n"));
}

#[test]
fn a_server_may_be_told_to_use_standard_input_as_it_does_anyway() {
    let output = run_with_input(&["server", "--stdio"], b"");
    // The client hung up without a word: see the exit codes of the server.
    assert_eq!((code(&output), stderr(&output), stdout(&output)), (1, "", ""));
}

#[test]
fn a_directory_gives_its_bulletins_once_each_and_in_order() {
    let directory = folder_of_bytes(&[
        ("b.txt", b""),
        ("a/2.jianbao", b""),
        ("a/1.bulletin", b""),
        ("a/readme.md", b""),
        ("old/1.txt", b""),
        (".kanwuignore", b"old\n"),
    ]);
    let output = run(&directory, &["check", "--output-format=json"]);
    assert_eq!(paths(&output), ["a/1.bulletin", "a/2.jianbao", "b.txt"]);
    let output =
        run(&directory, &["check", "--output-format=json", "./b.txt", ".", "old/1.txt", "a/readme.md"]);
    assert_eq!(paths(&output), ["./b.txt", "a/1.bulletin", "a/2.jianbao", "old/1.txt", "a/readme.md"]);
}

#[test]
fn a_directory_without_bulletins_is_no_failure_but_said() {
    let directory = folder_of_bytes(&[("main.rs", b"")]);
    let output = run(&directory, &["check"]);
    assert_eq!(code(&output), 0);
    assert_eq!(stderr(&output), "kanwu: .: 没有找到简报（*.txt、*.bulletin、*.jianbao）\n");
    assert_eq!(stderr(&run(&directory, &["check", "--quiet"])), "");
}

#[test]
fn a_dash_is_standard_input() {
    let output = run_with_input(&["annotate", "--output-format=jsonl", "-"], TEXT.as_bytes());
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    let document: Value = serde_json::from_str(stdout(&output)).unwrap();
    assert_eq!(document["path"], "-");
    assert_eq!(document["articles"][0]["headline"]["text"], "支塘镇开展志愿服务");
}

#[test]
fn line_breaks_of_every_system_give_the_same_lines() {
    let annotate = |text: &str| {
        let output = run_with_input(&["annotate", "--output-format=json", "-"], text.as_bytes());
        serde_json::from_str::<Value>(stdout(&output)).unwrap()
    };
    let lf = annotate(TEXT);
    assert_eq!(lf[0]["articles"][0]["paragraphs"][0]["lines"], serde_json::json!([2, 2]));
    assert_eq!(annotate(&TEXT.replace('\n', "\r\n")), lf);
}

#[test]
fn every_line_of_a_stream_is_answered_in_order_with_its_id() {
    let stream = "{\"id\": \"a\", \"text\": \"\"}\nnot json\n\n{\"id\": {\"n\": 2.50}, \"text\": \"甲\"}\n{\"id\": 3}\n{\"text\": \"乙\", \"id\": [null]}\n";
    for command in ["check", "annotate", "figures"] {
        let arguments = [command, "--input-format=jsonl", "--output-format=jsonl", "-"];
        let output = run_with_input(&arguments, stream.as_bytes());
        assert_eq!(code(&output), 2, "a malformed line is a failure");
        let heads: Vec<_> = stdout(&output)
            .lines()
            .map(|line| line.split_inclusive(',').next().unwrap().to_owned())
            .collect();
        let expected =
            ["{\"id\":\"a\",", "{\"id\":null,", "{\"id\":{\"n\": 2.50},", "{\"id\":null,", "{\"id\":[null],"];
        assert_eq!(heads, expected);
        let lines: Vec<Value> =
            stdout(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let errors: Vec<_> = lines.iter().map(|line| line.get("error").is_some()).collect();
        assert_eq!(errors, [false, true, false, true, false]);
        assert!(lines[1]["error"].as_str().unwrap().contains("第 2 行"));
        assert!(stderr(&output).contains("第 5 行"), "{}", stderr(&output));
    }
}

#[test]
fn a_stream_is_answered_while_it_is_still_open() {
    let directory = folder_of_bytes(&[]);
    let mut child = kanwu(directory.path())
        .args(["annotate", "--input-format", "jsonl", "--output-format", "jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap());
    for id in 0..3 {
        writeln!(stdin, "{{\"id\": {id}, \"text\": \"甲\"}}").unwrap();
        let mut answer = String::new();
        answers.read_line(&mut answer).unwrap();
        assert!(answer.starts_with(&format!("{{\"id\":{id},")), "{answer}");
    }
    drop(stdin);
    assert_eq!(answers.read_to_end(&mut Vec::new()).unwrap(), 0);
    assert!(child.wait().unwrap().success());
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    for format in ["full", "json", "jsonl"] {
        let directory = folder_of_bytes(&[]);
        let mut child = kanwu(directory.path())
            .args(["annotate", "--input-format=jsonl", "--output-format", format, "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        writeln!(stdin, "{{\"id\": 1, \"text\": \"甲\"}}").unwrap();
        // Read the first byte of the first answer, and close the pipe before the second can be written.
        child.stdout.take().unwrap().read_exact(&mut [0]).unwrap();
        writeln!(stdin, "{{\"id\": 2, \"text\": \"乙\"}}").unwrap();
        drop(stdin);
        let output = child.wait_with_output().unwrap();
        assert_eq!(stderr(&output), "");
        assert_eq!(code(&output), 0);
    }
}

#[test]
fn a_line_of_a_megabyte_is_checked() {
    // With figures in it: what a figure is held against must be looked for near it, not in the whole line.
    let line = "支塘镇组织志愿者清理水渠12条，惠及村民300余户，";
    let line = line.repeat(1_000_000 / line.len());
    let directory = folder_of_bytes(&[("long.txt", line.as_bytes())]);
    let output = run(&directory, &["check", "--exit-zero", "--output-format=json", "long.txt"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert_eq!(paths(&output), ["long.txt"]);
}

#[test]
fn an_unknown_option_or_rule_is_a_usage_error() {
    let directory = folder_of_bytes(&[]);
    assert_eq!(code(&run(&directory, &["check", "--output-format=pictures"])), 2);
    assert_eq!(code(&run(&directory, &["check", "--nonsense"])), 2);
    let output = run(&directory, &["rule", "nonsense"]);
    assert_eq!(code(&output), 2);
    assert_eq!(stderr(&output), "kanwu: rule: 没有规则 nonsense；kanwu rule 列出全部规则\n");
    let output = run(&directory, &["rule", "nonsense", "--lang=en"]);
    assert_eq!(stderr(&output), "kanwu: rule: no rule nonsense; kanwu rule lists them all\n");
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let directory = folder_of_bytes(&[("a.txt", TEXT.as_bytes())]);
    let coloured = |arguments: &[&str]| stdout(&run(&directory, arguments)).contains('\u{1b}');
    assert!(!coloured(&["annotate"]));
    assert!(coloured(&["annotate", "--color=always"]));
    assert!(!coloured(&["annotate", "--color=always", "--output-format=json"]));
}

/// One sentence with a stray word and a mark without its other half.
const FAULTY: &str =
    "青禾镇修渠引水\r\n\r\n青禾镇开展“清渠行动，让and更多村民用上了水，受到大家的一致好评和普遍欢迎。\r\n";

#[test]
fn findings_make_the_exit_code_unless_they_are_not_to() {
    let directory = folder_of_bytes(&[("a.txt", FAULTY.as_bytes())]);
    let exit = |options: &[&str]| code(&run(&directory, &[&["check", "a.txt"], options].concat()));
    assert_eq!(exit(&[]), 1);
    assert_eq!(exit(&["--fail-on=error"]), 0);
    assert_eq!(exit(&["--exit-zero"]), 0);
    assert_eq!(exit(&["nowhere.txt"]), 2);
}

#[test]
fn a_finding_is_shown_under_its_line() {
    let directory = folder_of_bytes(&[("a.txt", FAULTY.as_bytes())]);
    let output = run(&directory, &["check"]);
    let excerpt = "  --> a.txt:3:13
  |
3 | 青禾镇开展“清渠行动，让and更多村民用上了水，受到大家的一致好评和普遍欢迎。
  |                        ^^^
";
    assert!(stdout(&output).contains(excerpt), "{}", stdout(&output));
}

#[test]
fn a_finding_has_the_place_and_the_page_of_its_rule() {
    let directory = folder_of_bytes(&[("a.txt", FAULTY.as_bytes())]);
    let output = run(&directory, &["check", "--output-format=jsonl"]);
    let document: Value = serde_json::from_str(stdout(&output)).unwrap();
    let findings = document["findings"].as_array().unwrap();
    let word = findings.iter().find(|finding| finding["rule"] == "wording/foreign-word").unwrap();
    assert_eq!(word["text"], "and");
    let range = serde_json::json!({"start": {"line": 3, "column": 13}, "end": {"line": 3, "column": 16}});
    assert_eq!(word["range"], range);
    assert!(word["url"].as_str().unwrap().ends_with("/wording/foreign-word.md"), "{word}");
    let output = run(&directory, &["check", "--output-format=concise", "--lang=en"]);
    let line = stdout(&output).lines().find(|line| line.contains("foreign-word")).unwrap();
    assert!(line.starts_with("a.txt:3:13: warning wording/foreign-word: "), "{line}");
}

#[test]
fn the_ledger_lists_every_figure_and_can_be_printed() {
    let directory = folder_of_bytes(&[("a.txt", TEXT.as_bytes()), ("b.txt", b"\0")]);
    let output = run(&directory, &["figures", "a.txt"]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    assert!(stdout(&output).contains("2:3  3月13日  --03-13  日期\n"), "{}", stdout(&output));
    assert!(stdout(&output).contains("简报 1 份：数字 0 处，日期 1 处"), "{}", stdout(&output));
    assert!(stdout(&run(&directory, &["figures", "--color=always", "a.txt"])).contains('\u{1b}'));
    let sums = "青禾镇促进就业\n　　务工人员30人，其中脱贫户18人、一般农户14人。\n";
    let output = run_with_input(&["figures", "-"], sums.as_bytes());
    assert_eq!(code(&output), 0);
    assert!(stdout(&output).contains("✗ 2:7 合计：18 + 14 = 32，与“30人”不符\n"), "{}", stdout(&output));
    assert!(stdout(&output).contains("关系 1 条：相符 0 条，不符 1 条"), "{}", stdout(&output));
    let output = run(&directory, &["figures", "--output-format=html", "--lang=en", "--color=always"]);
    assert_eq!(code(&output), 2);
    let page = stdout(&output);
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"), "{page}");
    assert!(!page.contains('\u{1b}') && page.contains("1 not read"), "{page}");
}

#[test]
fn a_rule_explains_itself_and_a_slip_of_the_pen_is_put_right() {
    let directory = folder_of_bytes(&[]);
    let list = run(&directory, &["rule"]);
    assert!(stdout(&list).contains("\n  wording/foreign-word "), "{}", stdout(&list));
    let page = run(&directory, &["rule", "wording/foreign-word"]);
    assert_eq!(code(&page), 0);
    assert!(stdout(&page).starts_with("wording/foreign-word 警告\n\n"), "{}", stdout(&page));
    let json: Value =
        serde_json::from_slice(&run(&directory, &["rule", "wording", "--output-format=json"]).stdout)
            .unwrap();
    assert!(json.as_array().unwrap().iter().all(|rule| rule["group"] == "wording"));
    let slip = run(&directory, &["rule", "wording/foriegn-word"]);
    assert_eq!(code(&slip), 2);
    assert!(stderr(&slip).contains("是不是 wording/foreign-word？"), "{}", stderr(&slip));
}

const ROUGH: &str = "青禾镇修渠引水\r\n\r\n入春以来,青禾镇组织干部群众清理沟渠，疏通水道。镇里还为全镇36处蓄\r\n\r\n水池加固了堤坝。 李明\r\n";
const MENDED: &str = "青禾镇修渠引水\r\n\r\n入春以来，青禾镇组织干部群众清理沟渠，疏通水道。镇里还为全镇36处蓄水池加固了堤坝。 李明\r\n";

#[test]
fn fixes_are_written_in_the_encoding_of_the_file() {
    let encode = |text: &str| encoding_rs::GB18030.encode(text).0.into_owned();
    let directory =
        folder_of_bytes(&[("a.txt", &encode(ROUGH)), ("b.txt", ["\u{feff}", ROUGH].concat().as_bytes())]);
    let output = run(&directory, &["check", "--fix", "--output-format=concise"]);
    assert_eq!((code(&output), stdout(&output)), (0, ""), "{}", stderr(&output));
    assert_eq!(stderr(&output), "kanwu: a.txt: 已修复2处\nkanwu: b.txt: 已修复2处\n");
    let read = |name: &str| fs::read(directory.path().join(name)).unwrap();
    assert_eq!(read("a.txt"), encode(MENDED));
    assert_eq!(read("b.txt"), ["\u{feff}", MENDED].concat().into_bytes());
}

#[test]
fn a_diff_shows_and_writes_nothing() {
    let directory = folder_of_bytes(&[("a.txt", ROUGH.as_bytes())]);
    for arguments in [&["check", "--diff"][..], &["format", "--diff"]] {
        let output = run(&directory, arguments);
        assert_eq!(code(&output), 1);
        assert!(stdout(&output).starts_with("--- a.txt\n+++ a.txt\n@@ "), "{}", stdout(&output));
        assert!(stdout(&output).contains("\n+入春以来，青禾镇"), "{}", stdout(&output));
    }
    let output = run(&directory, &["format", "--check"]);
    assert_eq!((code(&output), stdout(&output)), (1, "a.txt\n"));
    assert_eq!(fs::read(directory.path().join("a.txt")).unwrap(), ROUGH.as_bytes());
}

#[test]
fn what_was_mended_needs_no_mending() {
    let directory = folder_of_bytes(&[("a.txt", MENDED.as_bytes())]);
    for arguments in [&["check", "--diff"][..], &["format", "--check"], &["format", "--diff"]] {
        let output = run(&directory, arguments);
        assert_eq!((code(&output), stdout(&output)), (0, ""));
    }
}

#[test]
fn what_comes_from_standard_input_goes_to_standard_output() {
    for arguments in [&["check", "--fix", "-"][..], &["format", "-"]] {
        let output = run_with_input(arguments, ROUGH.as_bytes());
        assert_eq!((code(&output), stdout(&output)), (0, MENDED), "{}", stderr(&output));
        let output = run_with_input(arguments, b"a\0b");
        assert_eq!((code(&output), stdout(&output)), (2, ""));
    }
}

#[test]
fn words_are_changed_only_when_asked() {
    let text = "青禾镇修渠引水\n\n青禾镇以最快的速度 and 最大的力度推进春耕，取得了明显成效。 李明\n";
    let fixed = |arguments: &[&str]| stdout(&run_with_input(arguments, text.as_bytes())).to_owned();
    assert_eq!(fixed(&["check", "--fix", "-"]), text);
    assert!(!fixed(&["check", "--fix", "--unsafe-fixes", "-"]).contains("and"));
    assert_eq!(
        code(&run_with_input(&["check", "--unsafe-fixes", "-"], b"")),
        2,
        "it says how far, not whether"
    );
}

#[test]
fn a_stream_cannot_be_written_back() {
    let directory = folder_of_bytes(&[("a.jsonl", b"{\"text\": \"\"}\n")]);
    for arguments in [&["check", "--fix"][..], &["format"]] {
        let output = run(&directory, &[arguments, &["--input-format=jsonl", "a.jsonl"]].concat());
        assert_eq!((code(&output), stdout(&output)), (2, ""));
        assert!(stderr(&output).contains("--diff"), "{}", stderr(&output));
    }
}

#[test]
fn shells_and_manuals_are_told_of_every_subcommand() {
    let directory = folder_of_bytes(&[]);
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let output = run(&directory, &["completions", shell]);
        assert_eq!(code(&output), 0);
        assert!(stdout(&output).contains("max-findings"), "{shell}");
    }
    let overview = run(&directory, &["man"]);
    assert!(
        stdout(&overview).starts_with(".ie") || stdout(&overview).contains(".TH kanwu"),
        "{}",
        stdout(&overview)
    );
    for subcommand in ["check", "format", "annotate", "figures", "server"] {
        assert!(stdout(&overview).contains(subcommand), "{subcommand}");
        let page = run(&directory, &["man", subcommand]);
        assert_eq!(code(&page), 0, "{subcommand}");
        assert!(stdout(&page).contains(".SH"), "{subcommand}");
    }
    let unknown = run(&directory, &["man", "chek"]);
    assert_eq!(code(&unknown), 2);
    assert!(stderr(&unknown).contains("check"), "{}", stderr(&unknown));
}
