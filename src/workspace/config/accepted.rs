//! `kanwu.accepted.toml`: the findings of a folder that were accepted, and how more are written to it.

use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

use super::{ConfigError, file::AcceptedFile};
use crate::check::Accepted;

/// What the file is called; it lies beside `kanwu.toml`.
pub const ACCEPTED_FILE: &str = "kanwu.accepted.toml";

const HEAD: &str = "# 已认可的问题，由 kanwu accept 写入；who 和 reason 可以手改。
# Findings that were accepted, written by `kanwu accept`; who and reason may be edited.
";

/// The findings of a folder that were accepted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AcceptedFindings {
    /// The file, whether or not it is there yet; empty if there is no folder for it.
    pub path: PathBuf,
    /// What is in it.
    pub entries: Vec<Accepted>,
}

impl AcceptedFindings {
    /// Reads a file; one that is not there accepts nothing.
    pub fn load(path: &Path) -> Result<Self, ConfigError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(ConfigError::io(path, error)),
        };
        let file: AcceptedFile =
            toml::from_str(&text).map_err(|error| ConfigError::parse(path, &text, &error))?;
        Ok(Self { path: path.to_owned(), entries: file.accepted })
    }

    /// The file for a draft that has none yet: in this folder if the draft lies below it, or else beside the draft.
    pub fn beside(draft: &Path, folder: Option<PathBuf>) -> Self {
        let draft = super::configurations::absolute(draft.to_owned());
        let beside = || draft.parent().unwrap_or(&draft).to_owned();
        let folder = folder.filter(|folder| draft.starts_with(folder));
        Self { path: folder.unwrap_or_else(beside).join(ACCEPTED_FILE), entries: Vec::new() }
    }

    /// What may accept findings of a draft, given by its absolute path: what was accepted in it, and in drafts that are
    /// gone, since this may be one of them under another name.
    pub fn of(&self, draft: Option<&Path>) -> impl Iterator<Item = &Accepted> {
        let name = draft.map(|draft| self.name(draft));
        self.entries.iter().filter(move |entry| {
            name.as_ref()
                .is_none_or(|name| entry.file.is_empty() || entry.file == *name || self.is_gone(entry))
        })
    }

    /// What a draft is called in the file.
    pub fn name(&self, draft: &Path) -> String {
        let draft = super::configurations::absolute(draft.to_owned());
        let folder = self.path.parent().map(|folder| super::configurations::absolute(folder.to_owned()));
        let below = folder.and_then(|folder| draft.strip_prefix(folder).ok()).unwrap_or(&draft);
        below.to_string_lossy().replace('\\', "/")
    }

    /// Whether the draft of an entry is gone.
    pub fn is_gone(&self, entry: &Accepted) -> bool {
        !self.path.parent().unwrap_or(Path::new("")).join(&entry.file).exists()
    }

    /// Adds entries behind what is in the file, which is left as it is, comments and all.
    pub fn add(&mut self, entries: Vec<Accepted>) -> io::Result<()> {
        let before = match fs::read_to_string(&self.path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => HEAD.to_owned(),
            Err(error) => return Err(error),
        };
        let file = AcceptedFile { accepted: entries };
        let text = format!("{}\n\n{}", before.trim_end(), written(&file)?);
        replace(&self.path, &text)?;
        self.entries.extend(file.accepted);
        Ok(())
    }

    /// Writes the whole file anew, without the entries that `keep` does not keep.
    pub fn retain(&mut self, keep: impl FnMut(&Accepted) -> bool) -> io::Result<()> {
        let count = self.entries.len();
        self.entries.retain(keep);
        if self.entries.len() == count {
            return Ok(());
        }
        let file = AcceptedFile { accepted: self.entries.clone() };
        let text = if file.accepted.is_empty() { String::new() } else { written(&file)? };
        replace(&self.path, &format!("{HEAD}\n{text}"))
    }
}

fn written(file: &AcceptedFile) -> io::Result<String> {
    toml::to_string(file).map_err(io::Error::other)
}

/// Puts a text in the place of a file in one step: whoever reads it meanwhile sees the one or the other.
fn replace(path: &Path, text: &str) -> io::Result<()> {
    let mut file = tempfile::NamedTempFile::new_in(path.parent().unwrap_or(Path::new(".")))?;
    if let Ok(before) = fs::metadata(path) {
        file.as_file().set_permissions(before.permissions())?;
    } else {
        readable(file.as_file())?;
    }
    file.write_all(text.as_bytes())?;
    file.persist(path)?;
    Ok(())
}

/// A temporary file is for its owner alone, but this one is to be shared.
#[cfg(unix)]
fn readable(file: &fs::File) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    file.set_permissions(fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_: &fs::File) -> io::Result<()> {
    Ok(())
}
