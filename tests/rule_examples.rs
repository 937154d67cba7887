//! The examples in the documentation of every rule, run: each wrong one raises the rule, each right one does not.

use std::sync::Arc;

use kanwu::{
    check::{Analysis, Profile},
    rules::{self, RuleInfo},
    workspace::config::settings_of,
};

/// The code blocks of a rule's documentation that are marked `kind`.
fn examples(rule: &RuleInfo, kind: &str) -> Vec<String> {
    let mut examples = Vec::new();
    let mut open: Option<String> = None;
    for line in rule.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)) {
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some(_)) => examples.extend(open.take()),
            (Some(example), None) => {
                example.push_str(line);
                example.push('\n');
            }
            (None, Some(found)) if found.trim() == kind => open = Some(String::new()),
            (None, _) => {}
        }
    }
    assert!(open.is_none(), "{}: a fence is not closed", rule.name);
    examples
}

/// How the examples of a rule are checked: as its `config` blocks say, which stand for a `kanwu.toml`.
fn profile(rule: &RuleInfo) -> Arc<Profile> {
    let config = examples(rule, "config").concat();
    let settings = settings_of(&config).unwrap_or_else(|error| panic!("{}: {error:?}", rule.name));
    Arc::new(Profile { settings: Arc::new(settings), ..Profile::default() })
}

fn raises(rule: &RuleInfo, text: &str) -> bool {
    Analysis::under(text, &profile(rule)).findings.iter().any(|found| found.rule == rule.name)
}

/// The text of a section, from its heading to the next.
fn section<'a>(rule: &'a RuleInfo, heading: &str) -> &'a str {
    let start = rule.doc.find(heading).unwrap_or_else(|| panic!("{}: no section “{heading}”", rule.name));
    let body = &rule.doc[start + heading.len()..];
    &body[..body.find("\n ## ").unwrap_or(body.len())]
}

fn has_both_languages(text: &str) -> bool {
    let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
    text.chars().any(is_han)
        && text.lines().any(|line| {
            !line.trim().is_empty()
                && line.matches(' ').count() >= 3
                && line.chars().filter(|&c| is_han(c)).count() == 0
        })
}

#[test]
fn every_wrong_example_raises_its_rule() {
    for rule in rules::ALL {
        let wrong = examples(rule, "wrong");
        assert!(!wrong.is_empty(), "{} has no wrong example", rule.name);
        for text in wrong {
            assert!(raises(rule, &text), "{} is silent on\n{text}", rule.name);
        }
    }
}

#[test]
fn no_right_example_raises_its_rule() {
    for rule in rules::ALL {
        let right = examples(rule, "right");
        assert!(!right.is_empty(), "{} has no right example", rule.name);
        for text in right {
            assert!(!raises(rule, &text), "{} is raised by\n{text}", rule.name);
        }
    }
}

#[test]
fn every_rule_is_explained_in_both_languages_and_says_on_what_ground() {
    for rule in rules::ALL {
        let summary = section(rule, "").split("##").next().unwrap_or_default();
        assert!(has_both_languages(summary), "{}: the summary wants both languages", rule.name);
        for heading in ["## 查什么 · What it finds", "## 为什么 · Why", "## 处理 · How to fix or silence"]
        {
            assert!(
                has_both_languages(section(rule, heading)),
                "{}: “{heading}” wants both languages",
                rule.name
            );
        }
        let why = section(rule, "## 为什么 · Why");
        let names_a_source = ["GB/T", "GF ", "GB ", "《", "http"].iter().any(|source| why.contains(source));
        assert!(names_a_source, "{}: the ground is not named", rule.name);
    }
}

/// The page of a rule in `docs/rules/`: its documentation, with the examples as plain blocks.
fn page(rule: &RuleInfo) -> String {
    let lines: Vec<&str> = rule.doc.lines().map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    let text = lines.join("\n");
    let text =
        text.replace("```wrong", "```text").replace("```right", "```text").replace("```config", "```toml");
    format!("# {}\n\n`{}` · since {}\n\n{}\n", rule.name, rule.severity, rule.since, text.trim())
}

/// Run with `UPDATE_DOCS=1` to write the pages.
#[test]
fn the_pages_behind_the_links_of_findings_are_current() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules");
    let mut wanted = Vec::new();
    for rule in rules::ALL {
        let path = folder.join(format!("{}.md", rule.name));
        assert!(rule.url().ends_with(&format!("docs/rules/{}.md", rule.name)));
        if std::env::var_os("UPDATE_DOCS").is_some() {
            std::fs::create_dir_all(path.parent().expect("a page lies in its group"))
                .expect("the folder can be made");
            std::fs::write(&path, page(rule)).expect("the page can be written");
        }
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(text, page(rule), "{} is not current: UPDATE_DOCS=1 cargo test", path.display());
        wanted.push(path);
    }
    let groups = std::fs::read_dir(&folder).expect("docs/rules is there");
    for group in
        groups.map(|entry| entry.expect("docs/rules can be listed").path()).filter(|path| path.is_dir())
    {
        for entry in std::fs::read_dir(group).expect("a group can be listed") {
            let path = entry.expect("a group can be listed").path();
            assert!(wanted.contains(&path), "{} is the page of no rule", path.display());
        }
    }
}

/// What stands between backticks and reads like the name of a rule.
fn rules_named(text: &str) -> impl Iterator<Item = &str> {
    let groups = || rules::ALL.iter().map(RuleInfo::group);
    text.split('`').skip(1).step_by(2).filter(move |name| {
        name.split_once('/').is_some_and(|(group, _)| groups().any(|known| known == group))
    })
}

#[test]
fn pages_of_provisions_name_rules_that_exist_or_say_why_there_is_none() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/provisions");
    let mut named = std::collections::HashSet::new();
    for entry in std::fs::read_dir(&folder).expect("docs/provisions is there") {
        let path = entry.expect("docs/provisions can be listed").path();
        let text = std::fs::read_to_string(&path).expect("a page can be read");
        for name in rules_named(&text) {
            assert!(rules::find(name).is_some(), "{}: there is no {name}", path.display());
            named.insert(name.to_owned());
        }
        for row in text.lines().filter(|line| line.starts_with("| ")) {
            let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
            let is_explained = cells.iter().any(|cell| cell.contains('`')) || cells.last() != Some(&"");
            assert!(is_explained, "{}: neither a rule nor a reason: {row}", path.display());
        }
    }
    for rule in rules::ALL.iter().filter(|rule| matches!(rule.group(), "structure" | "terms" | "wording")) {
        assert!(named.contains(rule.name), "no page of docs/provisions names {}", rule.name);
    }
}

#[test]
fn both_readmes_list_every_rule_and_no_other() {
    // Requests of the protocol have a slash in their names as well.
    let groups: std::collections::BTreeSet<&str> = rules::ALL.iter().map(RuleInfo::group).collect();
    for readme in ["README.md", "README.zh-CN.md"] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(readme);
        let text = std::fs::read_to_string(path).expect("the readme is there");
        let listed: Vec<&str> = text
            .lines()
            .filter_map(|line| line.strip_prefix("| `")?.split_once("` |"))
            .map(|(name, _)| name)
            .filter(|name| {
                name.split_once('/').is_some_and(|(group, rule)| groups.contains(group) && !rule.is_empty())
            })
            .collect();
        let known: Vec<&str> = rules::ALL.iter().map(|rule| rule.name).collect();
        assert_eq!(listed, known, "{readme}");
    }
}

#[test]
fn the_registry_is_sorted_and_names_are_unique() {
    let names: Vec<_> = rules::ALL.iter().map(|rule| rule.name).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(names, sorted);
}
