//! Where each value of a configuration comes from: what `kanwu config` shows.

use std::path::{Path, PathBuf};

use super::Config;

/// A value that counts, and the file that says so.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// `check.select`.
    pub key: String,
    /// The value, as it was written.
    pub value: toml::Value,
    /// The file; `None` where none says anything, so that it is as by default.
    pub from: Option<PathBuf>,
}

/// What holds where no file says otherwise.
const DEFAULTS: &str = r#"
[check]
select = ["*"]
[publication]
kind = "internal"
[style]
bylines = "majority"
halfwidth = ""
"#;

/// Lists that add up rather than stand in for one another.
const ADDING: &[&str] = &["check.ignore", "names.people", "names.organizations", "names.places", "glossary"];

/// All values that count, in order of their keys, and of a list that adds up those of each file.
pub fn of(config: Option<&Config>) -> Vec<Setting> {
    let mut settings = Vec::new();
    let defaults: toml::Table = toml::from_str(DEFAULTS).unwrap_or_default();
    add(&mut settings, "", &defaults, None);
    for layer in config.iter().flat_map(|config| &config.layers) {
        add(&mut settings, "", &layer.table, Some(&layer.path));
    }
    settings.retain(|setting| setting.key != "extend");
    // The sort is stable: values of one key stay in the order of the files.
    settings.sort_by(|one, other| one.key.cmp(&other.key));
    settings
}

fn add(settings: &mut Vec<Setting>, prefix: &str, table: &toml::Table, from: Option<&Path>) {
    for (key, value) in table {
        let key = format!("{prefix}{}", quoted(key));
        if let toml::Value::Table(table) = value {
            add(settings, &format!("{key}."), table, from);
            continue;
        }
        if !ADDING.contains(&key.as_str()) {
            settings.retain(|setting| setting.key != key);
        }
        settings.push(Setting { key, value: value.clone(), from: from.map(Path::to_owned) });
    }
}

/// A key as TOML wants it: quoted unless it is of letters, figures and hyphens.
fn quoted(key: &str) -> String {
    let bare = !key.is_empty() && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    if bare { key.to_owned() } else { toml::Value::String(key.to_owned()).to_string() }
}
