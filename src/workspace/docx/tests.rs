//! Drafts made here: what is read of them, and what is left of them when comments were written.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read, Write},
};

use zip::{ZipArchive, ZipWriter, write::SimpleFileOptions};

use super::*;
use crate::text::Span;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
const RELATIONSHIPS: &str = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>";
const TYPES: &str = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>";

const BODY: &str = "<w:p><w:pPr><w:rPr><w:i/></w:rPr></w:pPr><w:r><w:rPr><w:b/><w:rPrChange w:id=\"7\"><w:rPr><w:u/></w:rPr></w:rPrChange></w:rPr><w:t>支塘镇&amp;开展</w:t></w:r><w:ins w:id=\"8\"><w:r><w:t xml:space=\"preserve\">志愿 </w:t></w:r></w:ins><w:del w:id=\"9\"><w:r><w:delText>旧</w:delText></w:r></w:del><w:r><w:t>服务</w:t></w:r></w:p>\n<w:p/><w:p><w:r><w:t>甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:hyperlink><w:r><w:t>丁&#x4e01;</w:t></w:r></w:hyperlink></w:p></w:tc></w:tr></w:tbl><w:sectPr/>";

fn document(body: &str) -> String {
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n<w:document {W} xmlns:x=\"urn:unknown\" x:kept=\"1\"><w:body>{body}</w:body></w:document>"
    )
}

fn parts_of(document: &str) -> Vec<(&'static str, Vec<u8>)> {
    vec![
        ("[Content_Types].xml", TYPES.into()),
        ("_rels/.rels", RELATIONSHIPS.into()),
        ("word/document.xml", document.into()),
        ("word/media/图.png", vec![0, 1, 2, 255]),
    ]
}

fn zipped(parts: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn read(bytes: &[u8]) -> Result<Docx, DocxError> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), bytes).unwrap();
    Docx::read(file.path())
}

fn unzipped(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(std::fs::File::open(path).unwrap()).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// The draft with remarks on these words, as parts.
fn remarked(bytes: &[u8], words: &[&str]) -> BTreeMap<String, Vec<u8>> {
    let mut docx = read(bytes).unwrap();
    let text = docx.text().to_owned();
    let remark = |word: &&str| {
        let at = text.find(word).unwrap();
        Remark { span: Span::new(at, at + word.len()), text: format!("<{word}>\n可修改") }
    };
    let remarks: Vec<Remark> = words.iter().map(remark).collect();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.docx");
    docx.write_with(&remarks, &out).unwrap();
    assert_eq!(Docx::read(&out).unwrap().text(), text, "the text is as it was");
    unzipped(&out)
}

/// What stands between the marks of a comment.
fn marked(document: &str, id: usize) -> String {
    let between = document.split(&format!("<w:commentRangeStart w:id=\"{id}\"/>")).nth(1).unwrap();
    let between = between.split(&format!("<w:commentRangeEnd w:id=\"{id}\"/>")).next().unwrap();
    let whole = self::document(&format!("<w:p>{between}</w:p>"));
    // Marks across paragraphs are not well-formed alone.
    Body::read("part".to_owned(), whole).unwrap().text.trim_end_matches('\n').to_owned()
}

fn text_of(part: &[u8]) -> &str {
    std::str::from_utf8(part).unwrap()
}

#[test]
fn a_paragraph_is_a_line_and_what_is_deleted_is_not_read() {
    let docx = read(&zipped(&parts_of(&document(BODY)))).unwrap();
    assert_eq!(docx.text(), "支塘镇&开展志愿 服务\n\n甲\n乙\t丙\n丁丁\n");
}

#[test]
fn a_text_box_is_read_once_and_behind_its_paragraph() {
    let choice = "<mc:Choice><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></mc:Choice>";
    let fallback = choice.replace("Choice", "Fallback");
    let body = format!(
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent>{choice}{fallback}</mc:AlternateContent></w:r><w:r><w:t>后</w:t></w:r></w:p>"
    );
    let docx = read(&zipped(&parts_of(&document(&body)))).unwrap();
    assert_eq!(docx.text(), "前后\n框\n");
}

#[test]
fn comments_stand_around_their_words_and_everything_else_stays() {
    let bytes = zipped(&parts_of(&document(BODY)));
    let words = ["塘镇&开", "支塘镇&开展", "展志愿 服", "愿 ", "&", "乙", "丁丁", "服务"];
    let parts = remarked(&bytes, &words);
    let text = text_of(&parts["word/document.xml"]);
    for (id, word) in words.iter().enumerate() {
        if *word != "展志愿 服" {
            assert_eq!(marked(text, id), *word, "{text}");
        }
    }
    // Without the marks and the cuts it is what it was.
    let mut without = text.to_owned();
    for id in 0..words.len() {
        for mark in [
            format!("<w:commentRangeStart w:id=\"{id}\"/>"),
            format!("<w:commentRangeEnd w:id=\"{id}\"/><w:r><w:commentReference w:id=\"{id}\"/></w:r>"),
        ] {
            assert_eq!(without.matches(&mark).count(), 1, "{id}: {text}");
            without = without.replace(&mark, "");
        }
    }
    let properties = "<w:rPr><w:b/><w:rPrChange w:id=\"7\"><w:rPr><w:u/></w:rPr></w:rPrChange></w:rPr>";
    for properties in [properties, ""] {
        without = without.replace(&format!("</w:t></w:r><w:r>{properties}<w:t xml:space=\"preserve\">"), "");
    }
    let space = " xml:space=\"preserve\"";
    assert_eq!(without.replace(space, ""), document(BODY).replace(space, ""));
    let comments = text_of(&parts["word/comments.xml"]);
    assert!(
        comments.contains("&lt;塘镇&amp;开&gt;") && comments.matches("<w:comment ").count() == words.len()
    );
    assert!(text_of(&parts["word/_rels/document.xml.rels"]).contains("Target=\"comments.xml\""));
    assert!(text_of(&parts["[Content_Types].xml"]).contains("PartName=\"/word/comments.xml\""));
    assert_eq!(parts["word/media/图.png"], [0, 1, 2, 255]);
    assert_eq!(parts["_rels/.rels"], RELATIONSHIPS.as_bytes());
}

#[test]
fn comments_that_are_there_already_stay() {
    let body = "<w:p><w:commentRangeStart w:id=\"41\"/><w:r><w:t>甲乙</w:t></w:r><w:commentRangeEnd w:id=\"41\"/><w:r><w:commentReference w:id=\"41\"/></w:r></w:p>";
    let mut parts = parts_of(&document(body));
    let comment = "<w:comment w:id=\"41\" w:author=\"李\"><w:p><w:r><w:t>核</w:t></w:r></w:p></w:comment>";
    parts.push(("word/notes.xml", format!("<w:comments {W}>{comment}</w:comments>").into()));
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    let relationships = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId9\" Type=\"{kind}\" Target=\"notes.xml\"/></Relationships>"
    );
    parts.push(("word/_rels/document.xml.rels", relationships.clone().into()));
    let after = remarked(&zipped(&parts), &["乙"]);
    let comments = text_of(&after["word/notes.xml"]);
    assert!(comments.contains(comment) && comments.contains("w:id=\"42\""), "{comments}");
    assert!(text_of(&after["word/document.xml"]).contains("<w:commentRangeStart w:id=\"42\"/>"));
    assert_eq!(text_of(&after["word/_rels/document.xml.rels"]), relationships);
    assert!(!after.contains_key("word/comments.xml"));
}

#[test]
fn what_is_damaged_or_hostile_is_refused_and_said() {
    let words = |bytes: &[u8]| read(bytes).expect_err("it is no draft").words().zh;
    let good = parts_of(&document(BODY));
    let without = |name: &str| {
        let parts: Vec<_> = good.iter().filter(|(part, _)| *part != name).cloned().collect();
        words(&zipped(&parts))
    };
    assert!(words(b"").starts_with("不是 Word 文稿"));
    assert!(words(b"PK\x03\x04 and no more").starts_with("不是 Word 文稿"));
    assert!(words(&zipped(&good)[..300]).starts_with("不是 Word 文稿"));
    assert!(words(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1]).contains("加密"));
    assert_eq!(without("_rels/.rels"), "Word 文稿已损坏：缺少 _rels/.rels");
    assert_eq!(without("word/document.xml"), "Word 文稿已损坏：缺少 word/document.xml");
    let with = |document: &[u8]| {
        let mut parts = good.clone();
        parts[2].1 = document.to_owned();
        words(&zipped(&parts))
    };
    assert!(with(b"<w:document><w:body></w:document>").contains("word/document.xml 自偏移"));
    assert!(with(b"<w:document><w:body>").contains("word/document.xml 自偏移"));
    assert!(with(b"<w:document/>").contains("缺少 word/document.xml: body"));
    assert!(with(b"\xff\xfe<").contains("not UTF-8"));
    let bomb = "<!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><w:document><w:body>&b;</w:body></w:document>";
    assert!(with(bomb.as_bytes()).contains("DOCTYPE"));
    let large = vec![b' '; usize::try_from(package::MOST_BYTES).unwrap() + 1];
    assert!(with(&large).contains("上限 64 MB"));
}

#[test]
fn a_million_open_elements_are_no_danger() {
    let deep = "<w:ins>".repeat(1_000_000);
    let error = read(&zipped(&parts_of(&document(&deep)))).unwrap_err();
    assert!(matches!(error, DocxError::Malformed { .. }));
}

#[test]
fn a_remark_on_what_is_only_in_the_text_is_put_beside_it() {
    let bytes = zipped(&parts_of(&document(BODY)));
    let mut docx = read(&bytes).unwrap();
    let all = docx.text().len();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out.docx");
    let remarks: Vec<Remark> = (0..=all)
        .flat_map(|start| [start, start + 1, all].map(|end| Span::new(start, end.min(all))))
        .filter(|span| {
            span.start <= span.end
                && docx.text().is_char_boundary(span.start)
                && docx.text().is_char_boundary(span.end)
        })
        .map(|span| Remark { span, text: "注".to_owned() })
        .collect();
    docx.write_with(&remarks, &out).unwrap();
    let parts = unzipped(&out);
    let text = text_of(&parts["word/document.xml"]);
    for id in 0..remarks.len() {
        let start = text.find(&format!("<w:commentRangeStart w:id=\"{id}\"/>")).unwrap();
        assert!(start < text.find(&format!("<w:commentRangeEnd w:id=\"{id}\"/>")).unwrap(), "{id}");
    }
    assert_eq!(Docx::read(&out).unwrap().text(), docx.text());
}
