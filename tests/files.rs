//! Many files: which are read, in what order they are answered, and what is kept from one run to the next.

mod program;

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Output, Stdio},
    sync::mpsc,
    time::Duration,
};

use serde_json::Value;
use tempfile::TempDir;

use program::folder;

const SOUND: &str = "支塘镇开展志愿服务\n　　3月13日，支塘镇组织志愿者为居民服务。 张三\n";
const FAULTY: &str = "支塘镇开展志愿服务\n　　2月30日，支塘镇组织志愿者为居民服务。 张三\n";

/// The program with a cache of its own in the folder.
fn kanwu(folder: &Path) -> Command {
    let mut command = program::kanwu(folder);
    command.env("KANWU_CACHE_DIR", folder.join("cache"));
    command
}

fn run(folder: &TempDir, arguments: &[&str]) -> Output {
    kanwu(folder.path()).args(arguments).output().unwrap()
}

fn run_with_input(folder: &TempDir, arguments: &[&str], input: &str) -> Output {
    let mut command = kanwu(folder.path());
    let mut child = command
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

/// The paths that were answered, in order, and how many findings each has.
fn answered(output: &Output) -> Vec<(String, usize)> {
    let documents: Vec<Value> = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    let answer = |document: &Value| {
        let path = document["path"].as_str().unwrap().replace('\\', "/");
        (path, document["findings"].as_array().map_or(0, Vec::len))
    };
    documents.iter().map(answer).collect()
}

fn paths(output: &Output) -> Vec<String> {
    answered(output).into_iter().map(|(path, _)| path).collect()
}

#[test]
fn many_files_are_answered_in_the_order_of_their_names_and_always_the_same() {
    let folder = folder(&[]);
    let names: Vec<String> = (0..40).map(|at| format!("{at:03}.txt")).collect();
    for (at, name) in names.iter().enumerate() {
        // The first ones take longest.
        let text = SOUND.repeat(1 + (40 - at) / 10) + if at % 7 == 0 { FAULTY } else { SOUND };
        fs::write(folder.path().join(name), text).unwrap();
    }
    let first = run(&folder, &["check", "--no-cache", "--output-format=json"]);
    assert_eq!(paths(&first), names);
    let found: usize = answered(&first).iter().map(|(_, count)| count).sum();
    assert!(found > 0);
    let second = run(&folder, &["check", "--no-cache", "--output-format=json"]);
    assert_eq!(first.stdout, second.stdout);
}

#[test]
fn a_second_run_says_the_same_from_the_cache_until_something_changes() {
    let folder =
        folder(&[("drafts/a.txt", FAULTY), ("drafts/b.txt", SOUND), ("drafts/c.txt", "支塘镇,开展服务\n")]);
    for format in ["full", "concise", "json", "jsonl"] {
        let argument = format!("--output-format={format}");
        let plain = run(&folder, &["check", "--no-cache", &argument, "drafts"]);
        let first = run(&folder, &["check", &argument, "drafts"]);
        let second = run(&folder, &["check", &argument, "drafts"]);
        assert_eq!((&plain.stdout, plain.status), (&first.stdout, first.status));
        assert_eq!((&plain.stdout, plain.status), (&second.stdout, second.status));
    }
    // That it is read at all is seen when an entry is another's.
    let entries: Vec<_> = ignore::WalkBuilder::new(folder.path().join("cache"))
        .standard_filters(false)
        .build()
        .flatten()
        .map(ignore::DirEntry::into_path)
        .filter(|path| path.is_file() && path.file_name().unwrap().len() > 40)
        .collect();
    assert_eq!(entries.len(), 3, "{entries:?}");
    let empty = entries.iter().min_by_key(|path| path.metadata().unwrap().len()).unwrap();
    for entry in &entries {
        if entry != empty {
            fs::copy(empty, entry).unwrap();
        }
    }
    let forged = run(&folder, &["check", "--output-format=json", "drafts"]);
    assert!(answered(&forged).iter().all(|(_, count)| *count == 0), "{:?}", answered(&forged));
    // What the result depends on has changed: nothing is taken from the cache.
    let selected = run(&folder, &["check", "--ignore=structure/*", "--output-format=json", "drafts"]);
    assert!(answered(&selected)[0].1 > 0);
    fs::write(folder.path().join("drafts/kanwu.toml"), "[publication]\nissue-date = 2026-03-13\n").unwrap();
    let configured = run(&folder, &["check", "--output-format=json", "drafts"]);
    assert!(answered(&configured)[0].1 > 0);
}

#[test]
fn a_cache_that_cannot_be_used_is_said_and_the_drafts_are_checked() {
    let folder = folder(&[("a.txt", FAULTY), ("b.txt", SOUND), ("file", "")]);
    let output = run(&folder, &["check", "--cache-dir=file/below", "--output-format=json", "a.txt", "b.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(answered(&output)[0].0, "a.txt");
    assert!(String::from_utf8_lossy(&output.stderr).contains("缓存无法使用"));
    let one = run(&folder, &["check", "--cache-dir=new", "a.txt"]);
    assert_eq!(one.status.code(), Some(1));
    assert!(!folder.path().join("new").exists(), "one draft is not worth a cache");
}

#[test]
fn runs_at_the_same_time_share_a_cache() {
    let folder = folder(&[]);
    for at in 0..30 {
        fs::write(folder.path().join(format!("{at:02}.txt")), format!("{FAULTY}{SOUND}　　第{at}次。\n"))
            .unwrap();
    }
    let expected = run(&folder, &["check", "--no-cache", "--output-format=json"]).stdout;
    let children: Vec<_> = (0..4)
        .map(|_| {
            let mut command = kanwu(folder.path());
            command.args(["check", "--output-format=json"]).stdout(Stdio::piped()).spawn().unwrap()
        })
        .collect();
    for child in children {
        assert_eq!(child.wait_with_output().unwrap().stdout, expected);
    }
}

#[test]
fn the_files_of_a_list_are_read() {
    let folder = folder(&[("甲 稿.txt", SOUND), ("b/c.md", SOUND), ("d.txt", SOUND)]);
    let arguments = ["check", "--output-format=json", "--files-from=-"];
    assert_eq!(
        paths(&run_with_input(&folder, &arguments, "甲 稿.txt\r\n\nb/c.md\n")),
        ["甲 稿.txt", "b/c.md"]
    );
    assert_eq!(paths(&run_with_input(&folder, &arguments, "d.txt\0甲 稿.txt\0")), ["d.txt", "甲 稿.txt"]);
    assert_eq!(paths(&run_with_input(&folder, &arguments, "")), [""; 0]);
    fs::write(folder.path().join("list"), "d.txt\n没有.txt\n").unwrap();
    let output = run(&folder, &["check", "--output-format=json", "--files-from=list", "b/c.md"]);
    assert_eq!(paths(&output), ["b/c.md", "d.txt", "没有.txt"]);
    assert_eq!(output.status.code(), Some(2));
    let output = run(&folder, &["check", "--files-from=nowhere"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "kanwu: nowhere: 没有这个文件或目录\n");
}

#[test]
fn globs_are_understood_where_the_shell_does_not() {
    let folder = folder(&[("一/a.txt", SOUND), ("一/b.md", SOUND), ("二/c.txt", SOUND)]);
    assert_eq!(
        paths(&run(&folder, &["check", "--output-format=json", "**/*.txt"])),
        ["一/a.txt", "二/c.txt"]
    );
    assert_eq!(paths(&run(&folder, &["check", "--output-format=json", "./一/*"])), ["一/a.txt", "一/b.md"]);
    let output = run(&folder, &["check", "三/*.txt"]);
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn the_shares_of_several_machines_are_all_there_is() {
    let names: Vec<String> = (0..11).map(|at| format!("{at:02}.txt")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), SOUND)).collect();
    let folder = folder(&files);
    let mut all = Vec::new();
    for share in ["1/3", "2/3", "3/3"] {
        let share = paths(&run(&folder, &["check", "--output-format=json", "--shard", share]));
        assert!((3..=4).contains(&share.len()));
        all.extend(share);
    }
    all.sort();
    assert_eq!(all, names);
    let stream: String =
        (0..7).map(|id| format!("{{\"id\": {id}, \"text\": \"甲\"}}\n")).collect::<Vec<_>>().concat();
    let arguments = ["check", "--input-format=jsonl", "--output-format=jsonl", "--shard=2/3"];
    let output = run_with_input(&folder, &arguments, &stream);
    let ids: Vec<Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].clone())
        .collect();
    assert_eq!(ids, [1, 4]);
    assert_eq!(run(&folder, &["check", "--shard=4/3"]).status.code(), Some(2));
}

fn git(folder: &TempDir, arguments: &[&str]) {
    let output = Command::new("git")
        .current_dir(folder.path())
        .args(["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"])
        .args(arguments)
        .output()
        .expect("git is there");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn only_what_changed_since_a_revision_is_read() {
    let folder =
        folder(&[("期/旧.txt", SOUND), ("期/改.txt", SOUND), ("gone.txt", SOUND), ("main.txt", SOUND)]);
    git(&folder, &["init", "--quiet"]);
    git(&folder, &["add", "."]);
    git(&folder, &["commit", "--quiet", "-m", "1"]);
    git(&folder, &["checkout", "--quiet", "-b", "draft"]);
    fs::write(folder.path().join("期/改.txt"), FAULTY).unwrap();
    fs::remove_file(folder.path().join("gone.txt")).unwrap();
    git(&folder, &["commit", "--quiet", "-am", "2"]);
    fs::write(folder.path().join("期/新.txt"), SOUND).unwrap();
    // What happened on the other branch since is none of this one's business.
    git(&folder, &["checkout", "--quiet", "main"]);
    fs::write(folder.path().join("main.txt"), FAULTY).unwrap();
    git(&folder, &["commit", "--quiet", "-am", "3"]);
    git(&folder, &["checkout", "--quiet", "draft"]);

    let since = |revision: &str, paths: &[&str]| {
        let mut arguments = vec!["check", "--output-format=json", "--changed-since", revision];
        arguments.extend(paths);
        run(&folder, &arguments)
    };
    assert_eq!(paths(&since("main", &[])), ["期/改.txt", "期/新.txt"]);
    assert_eq!(paths(&since("HEAD", &["期"])), ["期/新.txt"]);
    assert_eq!(paths(&since("main", &["期/旧.txt"])), [""; 0]);
    let unknown = since("nowhere", &[]);
    assert_eq!(unknown.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("中没有版本“nowhere”"));
    let option = since("--output=x", &[]);
    assert_eq!(option.status.code(), Some(2));
    assert!(!folder.path().join("x").exists());
}

#[test]
fn a_folder_outside_of_git_is_said_to_be_so() {
    let folder = folder(&[("a.txt", SOUND)]);
    let mut command = kanwu(folder.path());
    let command = command
        .args(["check", "--changed-since=main"])
        .env("GIT_CEILING_DIRECTORIES", folder.path().parent().unwrap());
    let output = command.output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("git 报错"));
}

#[test]
fn a_change_is_checked_as_soon_as_it_is_saved() {
    let folder = folder(&[("a.txt", SOUND), ("b.txt", SOUND)]);
    let mut child = kanwu(folder.path())
        .args(["check", "--watch", "--select=dates/*", "--output-format=concise"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let (said, saying) = mpsc::channel();
    let errors = said.clone();
    let (stdout, stderr) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
    std::thread::spawn(move || {
        BufReader::new(stdout).lines().map_while(Result::ok).try_for_each(|line| said.send(line))
    });
    std::thread::spawn(move || {
        BufReader::new(stderr).lines().map_while(Result::ok).try_for_each(|line| errors.send(line))
    });
    // A file may be seen half-written first, and then be checked twice.
    let until =
        |start: &str| while !saying.recv_timeout(Duration::from_mins(2)).unwrap().starts_with(start) {};
    until("kanwu: --watch: 等待改动（按 Ctrl-C 结束）");
    fs::write(folder.path().join("b.txt"), FAULTY).unwrap();
    until("b.txt:2:3: error dates/impossible-date");
    let milder = "[check]\nseverity = { \"dates/*\" = \"info\" }\n";
    fs::write(folder.path().join("kanwu.toml"), milder).unwrap();
    until("b.txt:2:3: info dates/impossible-date");
    fs::write(folder.path().join("c.txt"), FAULTY).unwrap();
    until("c.txt:2:3: info");
    child.kill().unwrap();
    child.wait().unwrap();
}
