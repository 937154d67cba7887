//! The JSON Schemas of `schemas/` are those of the types, and hold for what is written by them.

use std::{fs, path::Path};

use kanwu::{report::contract, workspace::config};
use schemars::Schema;
use serde_json::Value;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/schemas");

/// Each file with its schema.
fn schemas() -> [(&'static str, Schema); 4] {
    [
        ("kanwu.schema.json", config::schema()),
        ("kanwu.accepted.schema.json", config::accepted_schema()),
        ("findings.schema.json", contract::findings_schema()),
        ("annotations.schema.json", contract::annotations_schema()),
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
