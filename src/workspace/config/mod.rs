//! `kanwu.toml`: how the drafts of a folder are checked.
//!
//! The nearest one up the tree from a draft counts. It may `extend` another; what it says is laid over what that one
//! says ([`Config::layers`]). [`Configurations`] finds and keeps them; [`origin`] tells where each value comes from.

mod accepted;
mod configurations;
mod error;
mod file;
pub mod origin;
mod value;

#[cfg(test)]
mod tests;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use schemars::Schema;

pub use accepted::{ACCEPTED_FILE, AcceptedFindings};
pub use configurations::{Configurations, House};
pub use error::ConfigError;
use file::ConfigFile;

use crate::{
    check::{RulePattern, Selection},
    rules::{
        Settings, Term, Words,
        settings::{Glossary, HouseStyle, KnownNames, Publication},
    },
};

/// What the file is called.
pub const CONFIG_FILE: &str = "kanwu.toml";

/// What `kanwu init` writes.
pub const TEMPLATE: &str = include_str!("template.toml");

/// One file of a configuration.
#[derive(Debug)]
pub struct Layer {
    /// The file.
    pub path: PathBuf,
    /// What it says, as TOML.
    pub table: toml::Table,
    file: ConfigFile,
    /// The drafts for which some rules are not run.
    per_file: Vec<(Gitignore, Vec<RulePattern>)>,
}

/// A configuration with those it extends.
#[derive(Debug)]
pub struct Config {
    /// The files, those that are extended first.
    pub layers: Vec<Layer>,
    /// What they say of the house.
    pub settings: Arc<Settings>,
}

/// What the command line says over the configuration.
#[derive(Clone, Debug, Default)]
pub struct Overrides {
    /// These rules and no others, whatever the configuration says.
    pub select: Option<Vec<RulePattern>>,
    /// Not these.
    pub ignore: Vec<RulePattern>,
}

impl Config {
    /// Reads a configuration and those it extends.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let mut layers = Vec::new();
        let mut seen = Vec::new();
        let mut next = Some(path.to_owned());
        while let Some(path) = next {
            seen.push(path.canonicalize().map_err(|error| ConfigError::io(&path, error))?);
            let text = fs::read_to_string(&path).map_err(|error| ConfigError::io(&path, error))?;
            let layer = Layer::parse(&path, &text)?;
            next = layer.extended(&text, &seen)?;
            layers.push(layer);
        }
        layers.reverse();
        let settings = Arc::new(settings(&layers));
        Ok(Self { layers, settings })
    }

    /// The folder of the file.
    pub fn folder(&self) -> &Path {
        self.layers.last().and_then(|layer| layer.path.parent()).unwrap_or(Path::new("."))
    }

    /// Which rules are run for a draft, given by its absolute path; `None` for one that is no file.
    pub fn selection(&self, draft: Option<&Path>) -> Selection {
        let mut selection = Selection::default();
        for layer in &self.layers {
            let table = &layer.file.check;
            if let Some(select) = &table.select {
                selection.select(select);
            }
            selection.ignore(&table.ignore);
            for (&pattern, &severity) in &table.severity {
                selection.set_severity(pattern, severity);
            }
        }
        if let Some(draft) = draft {
            for (files, patterns) in self.layers.iter().flat_map(|layer| &layer.per_file) {
                // Of a path that is not below the folder nothing can be said.
                if draft.starts_with(files.path())
                    && files.matched_path_or_any_parents(draft, false).is_ignore()
                {
                    selection.ignore(patterns);
                }
            }
        }
        selection
    }
}

impl Overrides {
    /// Lays what the command line says over a selection.
    pub fn apply(&self, selection: &mut Selection) {
        if let Some(select) = &self.select {
            selection.select(select);
        }
        selection.ignore(&self.ignore);
    }
}

impl Layer {
    fn parse(path: &Path, text: &str) -> Result<Self, ConfigError> {
        let wrong = |error| ConfigError::parse(path, text, &error);
        let file: ConfigFile = toml::from_str(text).map_err(wrong)?;
        let table = toml::from_str(text).map_err(wrong)?;
        for entry in &file.glossary {
            let term = entry.get_ref();
            let nothing =
                term.term.words().is_empty().then(|| Words::new("term 中没有词", "term holds no word"));
            let aimless = (term.preferred.is_none() && !term.forbidden).then(|| {
                Words::new(
                    "既没有推荐写法（preferred），也没有禁用（forbidden = true）",
                    "it names no preferred word and is not forbidden",
                )
            });
            if let Some(words) = nothing.or(aimless) {
                return Err(ConfigError::at(path, text, entry.span().start, words));
            }
        }
        let folder = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let folder = folder.parent().unwrap_or(Path::new("/"));
        let mut per_file = Vec::new();
        for (glob, patterns) in &file.check.per_file_ignores {
            let mut builder = GitignoreBuilder::new(folder);
            let built = builder.add_line(None, glob).and_then(|builder| builder.build());
            let files = built.map_err(|error| {
                ConfigError::whole(
                    path,
                    Words::new(
                        format!("“{glob}”不是路径模式（{error}）"),
                        format!("“{glob}” is no glob: {error}"),
                    ),
                )
            })?;
            per_file.push((files, patterns.clone()));
        }
        Ok(Self { path: path.to_owned(), table, file, per_file })
    }

    /// The file this one extends, which must be there and must not have been `seen` on the way here.
    fn extended(&self, text: &str, seen: &[PathBuf]) -> Result<Option<PathBuf>, ConfigError> {
        let Some(extend) = &self.file.extend else { return Ok(None) };
        let path = self.path.parent().unwrap_or(Path::new("")).join(extend.get_ref());
        let wrong = |words| ConfigError::at(&self.path, text, extend.span().start, words);
        let shown = path.display();
        match path.canonicalize() {
            Ok(found) if seen.contains(&found) => Err(wrong(Words::new(
                format!("extend 绕了一圈又回到 {shown}"),
                format!("extend comes back to {shown}"),
            ))),
            Ok(found) => Ok(Some(found)),
            Err(error) => Err(wrong(Words::new(
                format!("extend 所指的 {shown} 无法读取（{error}）"),
                format!("{shown}, which this extends, cannot be read: {error}"),
            ))),
        }
    }
}

/// What the files say of the house: of a switch the last one counts, lists add up.
fn settings(layers: &[Layer]) -> Settings {
    let mut publication = Publication::default();
    let mut style = HouseStyle::default();
    let mut names = KnownNames::default();
    let mut terms: Vec<Term> = Vec::new();
    for ConfigFile { publication: table, style: house, names: known, glossary, .. } in
        layers.iter().map(|layer| &layer.file)
    {
        publication.issue_date = table.issue_date.map(|date| date.0).or(publication.issue_date);
        publication.kind = table.kind.unwrap_or(publication.kind);
        style.halfwidth.clone_from(house.halfwidth.as_ref().unwrap_or(&style.halfwidth.clone()));
        style.bylines = house.bylines.unwrap_or(style.bylines);
        let known = known.people.iter().chain(&known.organizations).chain(&known.places);
        names.all.extend(known.map(|name| name.0.clone()));
        for entry in glossary.iter().map(toml::Spanned::get_ref) {
            let written: Vec<String> = entry.term.words().iter().map(|word| word.0.clone()).collect();
            // What is said of a word nearer to the draft stands in for what was said of it before.
            for earlier in &mut terms {
                earlier.written.retain(|word| !written.contains(word));
            }
            terms.push(Term {
                written,
                preferred: entry.preferred.as_ref().map(|word| word.0.clone()),
                forbidden: entry.forbidden,
                reason: entry.reason.as_ref().map(|word| word.0.clone()),
                exceptions: entry.exceptions.iter().map(|word| word.0.clone()).collect(),
            });
        }
    }
    terms.retain(|term| !term.written.is_empty());
    Settings { publication, style, names, glossary: Glossary::new(terms) }
}

/// The settings of a configuration that is no file: of the examples in documentation.
pub fn settings_of(text: &str) -> Result<Settings, ConfigError> {
    Layer::parse(Path::new(CONFIG_FILE), text).map(|layer| settings(&[layer]))
}

/// The JSON Schema of `kanwu.toml`.
pub fn schema() -> Schema {
    schemars::schema_for!(ConfigFile)
}

/// The JSON Schema of `kanwu.accepted.toml`.
pub fn accepted_schema() -> Schema {
    schemars::schema_for!(file::AcceptedFile)
}
