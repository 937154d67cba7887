//! The sample bulletins give the findings that `seeds/README.md` lists, and no others.

use std::{fs, path::Path};

use kanwu::{check::Analysis, rules};

const SEEDS: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");

/// A finding as the table has it.
#[derive(Debug)]
struct Row {
    file: String,
    line: usize,
    rule: String,
    text: String,
}

/// The rows of the table. Rules of the table that are still to be written are left out.
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
    rows.into_iter().filter(|row| rules::find(&row.rule).is_some()).collect()
}

/// What is found: the file by its number, the line, the rule and the text.
fn found() -> Vec<Row> {
    let mut rows = Vec::new();
    for entry in fs::read_dir(SEEDS).expect("seeds can be listed") {
        let path = entry.expect("seeds can be listed").path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        let name = path.file_name().expect("a file has a name").to_string_lossy().into_owned();
        let text = fs::read_to_string(&path).expect("a sample is UTF-8");
        rows.extend(Analysis::of(&text).findings.into_iter().map(|finding| Row {
            file: name[..2].to_owned(),
            line: text[..finding.span.start].matches('\n').count() + 1,
            rule: finding.rule.to_owned(),
            text: finding.span.of(&text).to_owned(),
        }));
    }
    rows
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
