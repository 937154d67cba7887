//! Drafts in Markdown and in Word, as a user meets them.

mod program;

use std::{
    env,
    ffi::OsString,
    fs,
    io::{Cursor, Read, Write},
    path::Path,
    process::{Command, Output},
};

use serde_json::Value;
use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use program::{run, stderr};

const MARKDOWN: &str = "---\ntitle: 2月30日,草稿\n---\n\n# 支塘镇开展志愿服务\n\n**3月13日**，支塘镇,组织志愿者`2月30日,甲`为居民服务。 张三\n";

const PARAGRAPHS: [&str; 3] = [
    "支塘镇开展志愿服务",
    "2月30日，支塘镇组织志愿者为居民服务。",
    "公司现有员工30人，其中木工12人，客服20人。",
];

/// The findings of the one document, as place and rule.
fn findings(output: &Output) -> Vec<(u64, u64, String)> {
    let documents: Value =
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{}", stderr(output)));
    let finding = |found: &Value| {
        let at = |field: &str| found["range"]["start"][field].as_u64().unwrap();
        (at("line"), at("column"), found["rule"].as_str().unwrap().to_owned())
    };
    documents[0]["findings"].as_array().unwrap().iter().map(finding).collect()
}

fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let text: String = paragraphs
        .iter()
        .map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"))
        .collect::<Vec<_>>()
        .concat();
    let document = format!(
        "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{text}</w:body></w:document>"
    );
    let relationships = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
    let types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in
        [("[Content_Types].xml", types), ("_rels/.rels", relationships), ("word/document.xml", &document)]
    {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn part(path: &Path, name: &str) -> String {
    let mut archive = ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn of_markdown_the_prose_is_checked_where_it_stands() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("稿.md"), MARKDOWN).unwrap();
    let output = run(&folder, &["check", "--output-format=json", "--select=dates/*,punctuation/*", "稿.md"]);
    assert_eq!(findings(&output), [(7, 14, "punctuation/halfwidth-punctuation".to_owned())]);
    let fixed = run(&folder, &["check", "--fix", "--select=punctuation/*", "稿.md"]);
    assert_eq!(fixed.status.code(), Some(0), "{}", stderr(&fixed));
    let text = fs::read_to_string(folder.path().join("稿.md")).unwrap();
    assert_eq!(text, MARKDOWN.replace("支塘镇,", "支塘镇，"));
    let laid_out = run(&folder, &["format", "稿.md"]);
    assert_eq!(laid_out.status.code(), Some(2));
    assert_eq!(fs::read_to_string(folder.path().join("稿.md")).unwrap(), text);
}

#[test]
fn of_a_word_draft_a_line_is_a_paragraph() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("稿.docx"), docx(&PARAGRAPHS)).unwrap();
    let arguments = ["check", "--output-format=json", "--select=dates/*,figures/*", "稿.docx"];
    let expected = [(2, 1, "dates/impossible-date".to_owned()), (3, 7, "figures/sum-mismatch".to_owned())];
    assert_eq!(findings(&run(&folder, &arguments)), expected);
    let full = run(&folder, &["check", "稿.docx"]);
    assert!(String::from_utf8_lossy(&full.stdout).contains("稿.docx:3:7"));
    let before = fs::read(folder.path().join("稿.docx")).unwrap();
    let fixed = run(&folder, &["check", "--fix", "稿.docx"]);
    assert_eq!(fixed.status.code(), Some(2));
    assert!(stderr(&fixed).contains("--comment"));
    assert_eq!(fs::read(folder.path().join("稿.docx")).unwrap(), before);
}

#[test]
fn findings_become_comments_of_a_copy() {
    let folder = tempfile::tempdir().unwrap();
    let draft = folder.path().join("稿.docx");
    fs::write(&draft, docx(&PARAGRAPHS)).unwrap();
    let before = fs::read(&draft).unwrap();
    let arguments = ["check", "--select=dates/*,figures/*", "稿.docx", "--comment", "批注.docx"];
    let output = run(&folder, &arguments);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let out = folder.path().join("批注.docx");
    let document = part(&out, "word/document.xml");
    assert!(document.contains("<w:commentRangeStart w:id=\"0\"/><w:r><w:t xml:space=\"preserve\">2月30日</w:t></w:r><w:commentRangeEnd w:id=\"0\"/>"), "{document}");
    let comments = part(&out, "word/comments.xml");
    assert!(
        comments.contains("错误：")
            && comments.contains("[figures/sum-mismatch]")
            && comments.contains("可修改：")
    );
    assert_eq!(fs::read(&draft).unwrap(), before);
    // The copy reads as the draft does.
    let again = run(&folder, &["check", "--output-format=json", "--select=dates/*,figures/*", "批注.docx"]);
    assert_eq!(findings(&again).len(), 2);
    let over = run(&folder, &["check", "稿.docx", "--comment", "./稿.docx"]);
    assert_eq!(over.status.code(), Some(2));
    assert_eq!(fs::read(&draft).unwrap(), before);
    fs::write(folder.path().join("a.txt"), "").unwrap();
    assert_eq!(run(&folder, &["check", "a.txt", "--comment", "out.docx"]).status.code(), Some(2));
}

#[test]
fn a_damaged_word_draft_is_said_to_be_so_and_the_rest_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("坏.docx"), &docx(&PARAGRAPHS)[..400]).unwrap();
    fs::write(folder.path().join("好.docx"), docx(&PARAGRAPHS)).unwrap();
    let output = run(&folder, &["check", "--output-format=json", "坏.docx", "好.docx"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).starts_with("kanwu: 坏.docx: 不是 Word 文稿（.docx），或已损坏"),
        "{}",
        stderr(&output)
    );
    let documents: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(documents[0]["error"].is_string() && !documents[1]["findings"].as_array().unwrap().is_empty());
}

/// `LibreOffice`: `KANWU_SOFFICE`, or what `PATH` has.
fn convert(folder: &Path, from: &[&str], to: &str, file: &str) {
    let program = env::var_os("KANWU_SOFFICE").unwrap_or_else(|| OsString::from("soffice"));
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let output = Command::new(program)
        .current_dir(folder)
        .args([&profile, "--headless"])
        .args(from)
        .args(["--convert-to", to, file])
        .output()
        .expect("LibreOffice can be started");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
#[ignore = "needs LibreOffice Writer (KANWU_SOFFICE or PATH; .ci/libreoffice.sh gets one)"]
fn libre_office_shows_the_comments_of_a_draft_it_wrote_itself() {
    let folder = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/02-suining-page.txt");
    let text = fs::read_to_string(sample).unwrap();
    let paragraphs: String = text
        .lines()
        .map(|line| format!("<p>{}</p>", line.replace('&', "&amp;").replace('<', "&lt;")))
        .collect::<Vec<_>>()
        .concat();
    let page = format!("<html><head><meta charset=\"utf-8\"></head><body>{paragraphs}</body></html>");
    fs::write(folder.path().join("page.html"), page).unwrap();
    let from = ["--infilter=HTML (StarWriter)"];
    convert(folder.path(), &from, "docx:MS Word 2007 XML", "page.html");
    let output = run(&folder, &["check", "--output-format=json", "page.docx", "--comment", "commented.docx"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    let documents: Value = serde_json::from_slice(&output.stdout).unwrap();
    let found = documents[0]["findings"].as_array().unwrap();
    assert!(found.len() > 5, "{found:?}");
    convert(folder.path(), &[], "odt:writer8", "commented.docx");
    let content = part(&folder.path().join("commented.odt"), "content.xml");
    assert_eq!(content.matches("<office:annotation ").count(), found.len());
    for finding in found {
        let message = finding["message"].as_str().unwrap().split('“').next().unwrap();
        let message = message.replace('&', "&amp;").replace('<', "&lt;");
        assert!(content.contains(&message), "{message}");
    }
}
