//! The JSON Schemas of `schemas/` are those of the types, and hold for what is written by them.

use std::{fs, path::Path, process::Command};

use kanwu::{report::contract, workspace::config};
use schemars::Schema;
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas");

/// Each file with its schema.
fn schemas() -> [(&'static str, Schema); 5] {
    [
        ("kanwu.schema.json", config::schema()),
        ("kanwu.accepted.schema.json", config::accepted_schema()),
        ("findings.schema.json", contract::findings_schema()),
        ("annotations.schema.json", contract::annotations_schema()),
        ("figures.schema.json", contract::ledger_schema()),
    ]
}

/// Run with `UPDATE_DOCS=1` to write the files.
#[test]
fn the_schemas_are_current() {
    for (name, schema) in schemas() {
        let path = Path::new(FOLDER).join(name);
        let wanted = serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n";
        if std::env::var_os("UPDATE_DOCS").is_some() {
            fs::create_dir_all(FOLDER).expect("the folder can be made");
            fs::write(&path, &wanted).expect("the schema can be written");
        }
        let found = fs::read_to_string(&path).unwrap_or_default();
        assert_eq!(found, wanted, "{name} is not current: UPDATE_DOCS=1 cargo test --test schemas");
    }
}

/// The keys of an object of the schema, its references followed.
fn keys<'a>(root: &'a Value, mut object: &'a Value) -> Vec<&'a str> {
    while let Some(target) = object["$ref"].as_str() {
        object = root.pointer(target.trim_start_matches('#')).expect("a reference leads somewhere");
    }
    object["properties"].as_object().expect("an object").keys().map(String::as_str).collect()
}

#[test]
fn every_key_of_a_configuration_is_described_and_no_other_is_allowed() {
    let schema = config::schema().to_value();
    assert_eq!(keys(&schema, &schema), ["check", "extend", "glossary", "names", "publication", "style"]);
    assert_eq!(schema["additionalProperties"], Value::Bool(false));
    let check = &schema["properties"]["check"];
    assert_eq!(keys(&schema, check), ["ignore", "per-file-ignores", "select", "severity"]);
    for (key, property) in schema["properties"].as_object().expect("it has properties") {
        assert!(property["description"].is_string(), "{key} is not described");
    }
}

#[test]
fn the_rules_of_a_configuration_are_known_to_its_schema() {
    let schema = config::schema().to_value();
    let known = schema["$defs"]["Rules"]["enum"].as_array().expect("the rules are listed");
    for rule in kanwu::rules::ALL {
        assert!(known.iter().any(|name| name == rule.name), "{}", rule.name);
    }
    assert!(known.iter().any(|name| name == "punctuation/*") && known.iter().any(|name| name == "*"));
}

/// What a subcommand prints of the sample bulletins, a document each.
fn printed(command: &str, format: &str) -> Vec<Value> {
    let output = Command::new(env!("CARGO_BIN_EXE_kanwu"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("KANWU_LANG")
        .args([command, "seeds", "--exit-zero", "--output-format", format])
        .output()
        .expect("kanwu runs");
    assert!(output.status.success(), "{command}: {}", String::from_utf8_lossy(&output.stderr));
    let text = String::from_utf8(output.stdout).expect("it is UTF-8");
    let read = |text: &str| serde_json::from_str(text).expect("it is JSON");
    match format {
        "json" => serde_json::from_str(&text).expect("it is an array"),
        _ => text.lines().map(read).collect(),
    }
}

#[test]
fn what_is_printed_of_every_sample_is_as_the_schema_says() {
    let samples = fs::read_dir(Path::new(FOLDER).with_file_name("seeds")).expect("the samples are there");
    let is_draft = |path: &Path| path.extension().is_some_and(|extension| extension == "txt");
    let count = samples.filter(|entry| is_draft(&entry.as_ref().expect("it can be listed").path())).count();
    for (command, schema, parts) in [
        ("check", contract::findings_schema(), &["findings"][..]),
        ("annotate", contract::annotations_schema(), &["articles", "annotations"]),
        ("figures", contract::ledger_schema(), &["articles", "figures", "dates", "relations"]),
    ] {
        let validator = jsonschema::validator_for(&schema.to_value()).expect("it is a schema");
        let [array, lines] = ["json", "jsonl"].map(|format| printed(command, format));
        for (format, documents) in [("json", &array), ("jsonl", &lines)] {
            assert_eq!(documents.len(), count, "{command} {format}");
            for document in documents {
                let faults: Vec<String> = validator
                    .iter_errors(document)
                    .map(|fault| format!("{}: {fault}", fault.instance_path()))
                    .collect();
                assert!(faults.is_empty(), "{command} {}: {faults:#?}", document["path"]);
            }
        }
        // A schema that anything passes would say nothing.
        for part in parts {
            let filled = array
                .iter()
                .find(|document| document[part].as_array().is_some_and(|entries| !entries.is_empty()));
            let mut document = filled.cloned().unwrap_or_else(|| panic!("no sample has {part}"));
            document[part][0].as_object_mut().expect("an object").remove("range");
            document[part][0].as_object_mut().expect("an object").remove("claim");
            assert!(!validator.is_valid(&document), "{command}: {part} need no range");
            document.as_object_mut().expect("an object").remove(*part);
            assert!(!validator.is_valid(&document), "{command}: {part} may be left out");
        }
    }
}
