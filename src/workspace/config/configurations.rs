//! Finds the configuration of each draft, and keeps what was read.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};

use super::{AcceptedFindings, CONFIG_FILE, Config, ConfigError, Overrides, accepted::ACCEPTED_FILE};
use crate::check::Profile;

/// Where configurations come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Source {
    /// The nearest one up the tree.
    #[default]
    Nearest,
    /// One file for all drafts.
    File(PathBuf),
    /// None.
    Nowhere,
}

/// The configurations of all drafts.
#[derive(Clone, Debug, Default)]
pub struct Configurations {
    source: Source,
    overrides: Overrides,
    by_folder: HashMap<PathBuf, Result<Arc<House>, ConfigError>>,
}

/// What counts in a folder.
#[derive(Debug, Default)]
pub struct House {
    /// The configuration, if there is one.
    pub config: Option<Config>,
    /// What was accepted.
    pub accepted: AcceptedFindings,
}

impl Configurations {
    /// Takes this file for all drafts.
    pub fn from_file(path: PathBuf) -> Self {
        Self { source: Source::File(path), ..Self::default() }
    }

    /// Takes none.
    pub fn none() -> Self {
        Self { source: Source::Nowhere, ..Self::default() }
    }

    /// Lays this over whatever is found.
    #[must_use]
    pub fn with(mut self, overrides: Overrides) -> Self {
        self.overrides = overrides;
        self
    }

    /// What counts for a draft; for one that is no file, what counts in the current folder.
    pub fn house(&mut self, draft: Option<&Path>) -> Result<Arc<House>, ConfigError> {
        let draft = absolute(draft.unwrap_or(Path::new(".")).to_owned());
        let folder = if draft.is_dir() { &*draft } else { draft.parent().unwrap_or(&draft) };
        let folder = folder.to_owned();
        let source = &self.source;
        self.by_folder
            .entry(folder)
            .or_insert_with_key(|folder| House::read(source, folder).map(Arc::new))
            .clone()
    }

    /// How a draft is checked.
    pub fn profile(&mut self, draft: Option<&Path>) -> Result<Arc<Profile>, ConfigError> {
        let house = self.house(draft)?;
        let draft = draft.map(|draft| absolute(draft.to_owned()));
        let mut selection =
            house.config.as_ref().map(|config| config.selection(draft.as_deref())).unwrap_or_default();
        self.overrides.apply(&mut selection);
        Ok(Arc::new(Profile {
            settings: house.config.as_ref().map(|config| Arc::clone(&config.settings)).unwrap_or_default(),
            selection,
            accepted: house.accepted.of(draft.as_deref()).cloned().collect(),
        }))
    }
}

impl House {
    fn read(source: &Source, folder: &Path) -> Result<Self, ConfigError> {
        let up = |name: &str| folder.ancestors().map(|above| above.join(name)).find(|path| path.is_file());
        let config = match source {
            Source::Nowhere => return Ok(Self::default()),
            Source::File(path) => Some(Config::load(path)?),
            Source::Nearest => up(CONFIG_FILE).map(|path| Config::load(&path)).transpose()?,
        };
        let accepted = match &config {
            Some(config) => Some(absolute(config.folder().to_owned()).join(ACCEPTED_FILE)),
            None => up(ACCEPTED_FILE),
        };
        let accepted = accepted.map(|path| AcceptedFindings::load(&path)).transpose()?.unwrap_or_default();
        Ok(Self { config, accepted })
    }
}

/// The path from the root; as it is where the current folder is gone.
pub(super) fn absolute(path: PathBuf) -> PathBuf {
    // `.` and `..` are resolved where they can be, so that paths can be compared.
    path.canonicalize().or_else(|_| std::path::absolute(&path)).unwrap_or(path)
}
