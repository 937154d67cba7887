//! The formats for other programs: each against its schema, and where they go.

mod program;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;
use tempfile::TempDir;

use program::{folder_of_bytes, kanwu};

/// A draft with a finding that has fixes, one that has related places, and none of them at the start of a line.
const FAULTY: &str = "青禾镇修渠\n\n　　2月30日，青禾镇召开动员会。会议要求,全镇动员。公司现有员工30人，其中木工12人，客服20人。\n";
const SOUND: &str = "青禾镇修渠\n\n　　3月13日，青禾镇召开动员会。\n";

fn directory() -> TempDir {
    folder_of_bytes(&[
        ("稿件 1.txt", FAULTY.as_bytes()),
        ("sound.txt", SOUND.as_bytes()),
        ("binary.txt", &[0, 159, 146, 150, 0, 1]),
    ])
}

fn check(directory: &TempDir, arguments: &[&str]) -> Output {
    kanwu(directory.path()).arg("check").args(arguments).output().unwrap()
}

/// What a format says of the drafts: one is faulty, one is sound, one cannot be read.
fn said(format: &str) -> String {
    let directory = directory();
    let output = check(&directory, &["--output-format", format]);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn assert_valid(schema: &Value, instance: &Value) {
    let validator = jsonschema::validator_for(schema).expect("the schema is one");
    let errors: Vec<String> =
        validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new());
}

/// The official schema of SARIF 2.1.0, which stands in the source of the crate that has its types.
fn sarif_schema() -> Value {
    // Of this platform only: packages for others need not be on this machine.
    let version = Command::new("rustc").arg("-vV").output().unwrap();
    let version = String::from_utf8(version.stdout).unwrap();
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
    let metadata = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version=1", "--offline", "--locked", "--filter-platform", host])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    let metadata = json(str::from_utf8(&metadata.stdout).unwrap());
    let packages = metadata["packages"].as_array().expect("cargo knows its packages");
    let package =
        packages.iter().find(|package| package["name"] == "serde-sarif").expect("it is a dependency");
    let manifest = Path::new(package["manifest_path"].as_str().unwrap());
    let mut schema = json(&fs::read_to_string(manifest.with_file_name("src").join("schema.json")).unwrap());
    // A bracket too many makes these two patterns no regular expressions.
    for owner in ["run", "toolComponent"] {
        let language = &mut schema["definitions"][owner]["properties"]["language"];
        assert_eq!(language["pattern"], "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$");
        language["pattern"] = "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$".into();
    }
    schema
}

/// A schema of ours, written from what the format's makers say of it.
fn schema(name: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/schemas").join(name);
    json(&fs::read_to_string(path).unwrap())
}

#[test]
fn sarif_is_valid_and_names_what_could_not_be_read() {
    let schema = sarif_schema();
    let log = json(&said("sarif"));
    assert_valid(&schema, &log);
    let run = &log["runs"][0];
    assert!(run["results"].as_array().unwrap().len() >= 3, "{run}");
    assert!(
        run["results"]
            .as_array()
            .unwrap()
            .iter()
            .any(|result| result["fixes"].as_array().is_some_and(|fixes| !fixes.is_empty()))
    );
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);

    let mut broken = log.clone();
    broken["runs"][0]["results"][0]["message"] = Value::Null;
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(!validator.is_valid(&broken), "the schema tells right from wrong");
}

#[test]
fn the_code_quality_report_is_valid_and_its_fingerprints_are_unique() {
    let report = json(&said("gitlab"));
    let schema = schema("gitlab-code-quality.schema.json");
    assert_valid(&schema, &report);
    let issues = report.as_array().unwrap();
    let mut fingerprints: Vec<&str> =
        issues.iter().map(|issue| issue["fingerprint"].as_str().unwrap()).collect();
    fingerprints.sort_unstable();
    fingerprints.dedup();
    assert_eq!(fingerprints.len(), issues.len());
    assert!(issues.len() >= 4, "the findings and what could not be read");

    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(!validator.is_valid(&serde_json::json!([{"description": "误"}])));
}

#[test]
fn rdjson_and_rdjsonl_are_valid_and_say_the_same() {
    let all = json(&said("rdjson"));
    let schema = schema("rdjson.schema.json");
    assert_valid(&schema, &all);
    let lines = said("rdjsonl");
    let lines: Vec<Value> = lines.lines().map(json).collect();
    assert_eq!(all["diagnostics"], Value::Array(lines));
    let comma = &all["diagnostics"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["code"]["value"] == "punctuation/halfwidth-punctuation");
    let range = &comma.expect("it is found")["location"]["range"];
    let (line, column) = (&range["start"]["line"], range["start"]["column"].as_u64().unwrap());
    assert_eq!(line, 3);
    let line = FAULTY.lines().nth(2).unwrap();
    assert!(line.is_char_boundary(usize::try_from(column).unwrap() - 1));
}

#[test]
fn a_run_writes_several_files_and_standard_output_at_once() {
    let directory = directory();
    let arguments = [
        "稿件 1.txt",
        "--output-format=concise",
        "--output=sarif=a.sarif",
        "--output=json=b.json",
        "--output",
        "html=c.html",
    ];
    let output = check(&directory, &arguments);
    assert_eq!(output.status.code(), Some(1));
    let lines = String::from_utf8(output.stdout).unwrap();
    let read = |name: &str| fs::read_to_string(directory.path().join(name)).unwrap();
    let findings = json(&read("b.json"))[0]["findings"].as_array().unwrap().len();
    assert_eq!(lines.lines().count(), findings);
    assert_eq!(json(&read("a.sarif"))["runs"][0]["results"].as_array().unwrap().len(), findings);
    assert_eq!(read("c.html").matches("<li class=\"note ").count(), findings);
}

#[test]
fn a_file_takes_the_place_of_standard_output() {
    let directory = directory();
    let output = check(&directory, &["稿件 1.txt", "--output-file=a.txt", "--color=always"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    let written = fs::read_to_string(directory.path().join("a.txt")).unwrap();
    assert!(written.starts_with("错误[") && !written.contains('\u{1b}'), "{written}");
}

#[test]
fn a_file_that_cannot_be_written_is_named_before_anything_is_checked() {
    let directory = directory();
    for arguments in [["--output=sarif=none/a.sarif", "sound.txt"], ["--output-file=none/a.txt", "sound.txt"]]
    {
        let output = check(&directory, &arguments);
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        let complaint = String::from_utf8(output.stderr).unwrap();
        assert!(complaint.contains("none/a.") && complaint.contains("无法写入"), "{complaint}");
    }
    let output = check(&directory, &["--output=sarif=a", "--output=json=a", "sound.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!directory.path().join("a").exists());
    let output = check(&directory, &["--output=word=a", "sound.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8(output.stderr).unwrap().contains("没有格式 word"));
}

#[test]
fn findings_are_counted_by_rule_or_listed_up_to_a_number_and_the_exit_code_is_the_same() {
    let directory = directory();
    let arguments = ["稿件 1.txt", "--statistics"];
    let output = check(&directory, &arguments);
    assert_eq!(output.status.code(), Some(1));
    let counts = String::from_utf8(output.stdout).unwrap();
    assert!(counts.contains("1  错误  figures/sum-mismatch"), "{counts}");
    assert_eq!(check(&directory, &["--statistics", "--output-format=json"]).status.code(), Some(2));

    let listed = ["稿件 1.txt", "--max-findings=0", "--output-format=concise", "--output=json=a.json"];
    let output = check(&directory, &listed);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stdout.is_empty());
    assert!(String::from_utf8(output.stderr).unwrap().contains("处没有列出"));
    let document = json(&fs::read_to_string(directory.path().join("a.json")).unwrap());
    assert_eq!(document[0]["findings"], serde_json::json!([]));
}

#[test]
fn what_fixes_changed_is_told_by_rule() {
    let directory = directory();
    let output = check(&directory, &["稿件 1.txt", "--fix", "--show-fixes"]);
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("1 × punctuation/halfwidth-punctuation"), "{told}");
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(shown.contains(" “30人” → “32人”"), "{shown}");
}

/// Runs a program that reads a report.
fn reads(program: &Path, arguments: &[&Path]) {
    let output = Command::new(program).args(arguments).output().expect("it can be started");
    let said =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{}: {said}", program.display());
}

#[test]
#[ignore = "needs validators that .ci/formats.sh fetches (KANWU_FORMATS)"]
fn programs_of_others_read_the_reports() {
    let tools = PathBuf::from(
        std::env::var_os("KANWU_FORMATS").expect("KANWU_FORMATS is the folder of the validators"),
    );
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        path
    };
    let junit = write("junit.xml", &said("junit"));
    reads(
        &tools.join("python/bin/xmlschema-validate"),
        &["--schema".as_ref(), &tools.join("junit-10.xsd"), &junit],
    );
    let rdformat = tools.join("node_modules/.bin/rdformat-validator");
    reads(&rdformat, &[&write("all.json", &said("rdjson"))]);
    let lines = said("rdjsonl");
    assert!(lines.lines().count() >= 4);
    for line in lines.lines() {
        reads(&rdformat, &[&write("one.json", line)]);
    }
}

#[test]
fn checkstyle_is_well_formed_and_names_every_file() {
    let xml = said("checkstyle");
    let mut reader = quick_xml::Reader::from_str(&xml);
    let (mut files, mut errors) = (0, 0);
    loop {
        let event = reader.read_event().expect("it is XML");
        match event {
            quick_xml::events::Event::Start(element) if element.name().as_ref() == "file" => files += 1,
            quick_xml::events::Event::Empty(error) => {
                assert_eq!(error.name().as_ref(), "error");
                let has = |name: &str| {
                    error.try_get_attribute(name).unwrap().is_some_and(|value| !value.value.is_empty())
                };
                assert!(["line", "severity", "message", "source"].into_iter().all(has), "{error:?}");
                errors += 1;
            }
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(files, 3);
    assert!(errors >= 4, "{xml}");
}
