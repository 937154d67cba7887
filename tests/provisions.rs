//! `docs/provisions/` has a row for each provision of the standards, and every rule a row names exists.

use std::{collections::BTreeSet, fs, path::Path};

use kanwu::rules;

/// The cells of a row: its number, the clause, the provision, and what checks it.
type Row = [String; 4];

fn rows(page: &str) -> Vec<Row> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/provisions").join(page);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let lines = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix(" |"));
    let cells = lines.filter(|line| !line.starts_with("No.")).map(|line| {
        let cells: Vec<String> = line.split(" | ").map(str::to_owned).collect();
        cells.try_into().unwrap_or_else(|cells| panic!("{page}: not four cells: {cells:?}"))
    });
    cells.collect()
}

/// What stands between backticks.
fn named(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

fn check(page: &str, letter: char, last: usize, group: &str) {
    let rows = rows(page);
    let numbers: Vec<&str> = rows.iter().map(|[number, ..]| number.as_str()).collect();
    let wanted: Vec<String> = (1..=last).map(|number| format!("{letter}{number:02}")).collect();
    assert_eq!(numbers, wanted, "{page}: every provision has one row, in order");
    let mut covered = BTreeSet::new();
    for [number, clause, provision, checked] in &rows {
        assert!(!clause.trim().is_empty(), "{number}: no clause");
        for rule in named(checked) {
            assert!(rules::find(rule).is_some(), "{number}: there is no rule {rule}");
            covered.insert(rule);
        }
        let is_reasoned = checked.starts_with("不查：") && checked.contains("Not checked: ");
        assert!(is_reasoned || named(checked).next().is_some(), "{number}: neither a rule nor a reason");
        // What is said in Chinese is said in English too.
        for cell in [provision, &checked.split('`').step_by(2).collect::<String>()] {
            let has_han = cell.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            let has_english =
                cell.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| word.len() > 1).count() >= 2;
            assert_eq!(has_han, has_english, "{number}: both languages or neither: {cell}");
        }
    }
    for rule in rules::ALL.iter().filter(|rule| rule.group() == group) {
        assert!(covered.contains(rule.name), "{page}: no provision has {}", rule.name);
    }
}

#[test]
fn every_provision_about_marks_has_a_rule_or_a_reason() {
    check("punctuation.md", 'P', 49, "punctuation");
}

#[test]
fn every_provision_about_numerals_has_a_rule_or_a_reason() {
    check("numerals.md", 'N', 29, "numerals");
}
