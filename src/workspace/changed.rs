//! Which files were changed since a revision, as git has it.

use std::{
    collections::{HashMap, HashSet},
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use crate::rules::Words;

/// The files changed since a revision, in every repository that was asked about.
#[derive(Debug)]
pub struct Changed {
    revision: String,
    /// The repository around each folder that was asked about.
    repositories: HashMap<PathBuf, PathBuf>,
    by_repository: HashMap<PathBuf, HashSet<PathBuf>>,
}

impl Changed {
    /// Since `revision`: a commit, a branch, a tag. Of a branch it is the commit at which the current one left it.
    pub fn since(revision: String) -> Self {
        Self { revision, repositories: HashMap::new(), by_repository: HashMap::new() }
    }

    /// The files of the repository around `path` that were changed, committed or not, or are new; by their whole paths.
    pub fn around(&mut self, path: &Path) -> Result<&HashSet<PathBuf>, Words> {
        let folder = if path.is_dir() { path } else { path.parent().unwrap_or(path) };
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let top = if let Some(top) = self.repositories.get(folder) {
            top.clone()
        } else {
            let top = git(folder, &["rev-parse", "--show-toplevel"])?;
            let top = PathBuf::from(os_string(top.trim_ascii_end()));
            self.repositories.insert(folder.to_owned(), top.clone());
            top
        };
        if !self.by_repository.contains_key(&top) {
            let files = changed(&top, &self.revision)?;
            self.by_repository.insert(top.clone(), files);
        }
        Ok(&self.by_repository[&top])
    }
}

fn changed(top: &Path, revision: &str) -> Result<HashSet<PathBuf>, Words> {
    // A revision that looks like an option would be taken for one.
    let commit = format!("{revision}^{{commit}}");
    git(top, &["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]).map_err(|_| {
        Words::new(
            format!("git 仓库 {} 中没有版本“{revision}”；浅克隆须先取全历史", top.display()),
            format!(
                "no revision “{revision}” in {}; a shallow clone has to be deepened first",
                top.display()
            ),
        )
    })?;
    let base = git(top, &["merge-base", &commit, "HEAD"]);
    let base = base.map_or(commit, |base| String::from_utf8_lossy(&base).trim().to_owned());
    let differing = git(top, &["diff", "--name-only", "--no-renames", "--diff-filter=d", "-z", &base, "--"])?;
    let new = git(top, &["ls-files", "--others", "--exclude-standard", "-z"])?;
    let top = top.canonicalize().unwrap_or_else(|_| top.to_owned());
    let names = differing.split(|&byte| byte == 0).chain(new.split(|&byte| byte == 0));
    Ok(names.filter(|name| !name.is_empty()).map(|name| top.join(os_string(name))).collect())
}

/// What git prints.
fn git(folder: &Path, arguments: &[&str]) -> Result<Vec<u8>, Words> {
    let output = Command::new("git").arg("-C").arg(folder).args(arguments).output().map_err(|error| {
        Words::new(
            format!("--changed-since 要用 git，但它无法运行：{error}"),
            format!("--changed-since needs git, which cannot be run: {error}"),
        )
    })?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.trim();
    Err(Words::new(format!("git 报错：{said}"), format!("git failed: {said}")))
}

#[cfg(unix)]
fn os_string(bytes: &[u8]) -> OsString {
    use std::os::unix::ffi::OsStringExt;
    OsString::from_vec(bytes.to_owned())
}

#[cfg(not(unix))]
fn os_string(bytes: &[u8]) -> OsString {
    String::from_utf8_lossy(bytes).into_owned().into()
}
