//! The sample bulletins give the findings that `seeds/README.md` lists, and no others.

use std::{
    fs,
    path::{Path, PathBuf},
};

use kanwu::{
    check::Analysis,
    rules,
    text::{Document, Encoding, Span},
    workspace::config::Configurations,
};

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");

/// A finding as the table has it.
#[derive(Debug)]
struct Row {
    file: String,
    line: usize,
    rule: String,
    text: String,
}

/// The rows of the table.
fn expected() -> Vec<Row> {
    let table = fs::read_to_string(Path::new(SEEDS).join("README.md")).expect("seeds/README.md can be read");
    let rows: Vec<Row> = table
        .lines()
        .filter_map(|line| {
            let cells: Vec<&str> = line.split('|').map(|cell| cell.trim().trim_matches('`')).collect();
            let ["", file, line, rule, text, _, ""] = cells[..] else { return None };
            Some(Row { file: file.into(), line: line.parse().ok()?, rule: rule.into(), text: text.into() })
        })
        .collect();
    assert!(rows.len() >= 13, "the table of seeds/README.md is not read whole: {rows:?}");
    for row in &rows {
        assert!(rules::find(&row.rule).is_some(), "seeds/README.md names no rule: {row:?}");
    }
    rows
}

/// The files of the samples, in order.
fn samples() -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(SEEDS)
        .expect("seeds can be listed")
        .map(|entry| entry.expect("seeds can be listed").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    paths.sort();
    paths
}

/// A sample as `seeds/kanwu.toml` has it checked.
fn check(path: &Path, text: &str) -> Analysis {
    let profile = Configurations::default().profile(Some(path)).expect("seeds/kanwu.toml is right");
    Analysis::under(text, &profile)
}

/// What is found: the file by its number, the line, the rule and the text.
fn found() -> Vec<Row> {
    let mut rows = Vec::new();
    for path in samples() {
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a sample is UTF-8");
        rows.extend(check(&path, &text).findings.into_iter().map(|finding| Row {
            file: name[..2].to_owned(),
            line: text[..finding.span.start].matches('\n').count() + 1,
            rule: finding.rule.to_owned(),
            text: finding.span.of(&text).to_owned(),
        }));
    }
    rows
}

/// Every finding in full, as a reader of the JSON gets it.
fn snapshot() -> String {
    let mut lines = Vec::new();
    for path in samples() {
        let text = fs::read_to_string(&path).expect("a sample is UTF-8");
        let document = Document::new(&text);
        let place = |span: Span| {
            let [start, end] = [span.start, span.end].map(|at| document.position(at, Encoding::Utf32));
            format!("{}:{}-{}:{}", start.line + 1, start.character + 1, end.line + 1, end.character + 1)
        };
        lines.push(path.file_name().expect("a file has a name").to_string_lossy().into_owned());
        for found in check(&path, &text).findings {
            lines.push(format!("  {} {} {}", place(found.span), found.severity, found.rule));
            lines.push(format!("    {}", found.message.zh));
            lines.push(format!("    {}", found.message.en));
            for related in &found.related {
                lines.push(format!("    see {} {}", place(related.span), related.words.zh));
            }
            for fix in &found.fixes {
                let edits: Vec<String> = fix
                    .edits
                    .iter()
                    .take(3)
                    .map(|edit| format!("{} → {:?}", place(edit.span), edit.text))
                    .collect();
                let count = fix.edits.len();
                lines.push(format!(
                    "    fix {:?} {}: {} ({count})",
                    fix.applicability,
                    fix.title.zh,
                    edits.join(", ")
                ));
            }
        }
    }
    lines.join("\n")
}

#[test]
fn the_findings_on_the_samples_read_as_they_did() {
    insta::assert_snapshot!(snapshot());
}

#[test]
fn a_fault_of_every_rule_is_planted() {
    let planted: Vec<String> = expected().into_iter().map(|row| row.rule).collect();
    let missing: Vec<&str> = rules::ALL
        .iter()
        .map(|rule| rule.name)
        .filter(|name| !planted.iter().any(|rule| rule == name))
        .collect();
    assert!(missing.is_empty(), "no sample has a fault of {missing:?}");
}

#[test]
fn the_samples_give_the_findings_of_the_table_and_no_others() {
    let mut found = found();
    let mut missing = Vec::new();
    for row in expected() {
        let same = |other: &Row| {
            other.file == row.file
                && other.line == row.line
                && other.rule == row.rule
                && other.text.contains(&row.text)
        };
        match found.iter().position(same) {
            Some(place) => drop(found.swap_remove(place)),
            None => missing.push(row),
        }
    }
    assert!(missing.is_empty() && found.is_empty(), "missing: {missing:#?}\nnot in the table: {found:#?}");
}
