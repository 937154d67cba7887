//! The bulletins of the workspace that are not open: read when somebody asks, kept while the files stay.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::SystemTime,
};

use tower_lsp::gen_lsp_types as lsp;

use super::{
    abilities::Abilities,
    diagnostics, file_uri,
    pull::Found,
    session::Open,
    workspace_symbol::{self, Named},
};
use crate::{
    check::Analysis,
    text::Document,
    workspace::{self, config::Configurations, discover, read_file},
};

/// How many files are read. A newsroom's folder of a year has a few hundred.
const MOST_FILES: usize = 2000;

/// The largest file that is read, in bytes; a whole book is 2 MB.
const LARGEST: u64 = 4 << 20;

/// The folders of the workspace. They are kept apart from what was read in them, which may take a while to read.
#[derive(Clone, Debug, Default)]
pub struct Folders(Vec<PathBuf>);

impl Folders {
    /// Takes folders in, and leaves folders out.
    pub fn change(&mut self, added: &[lsp::Uri], removed: &[lsp::Uri]) {
        let paths = |uris: &[lsp::Uri]| uris.iter().filter_map(file_uri::path).collect::<Vec<_>>();
        let removed = paths(removed);
        self.0.retain(|folder| !removed.contains(folder));
        for folder in paths(added) {
            if !self.0.contains(&folder) {
                self.0.push(folder);
            }
        }
    }

    /// The first of them.
    pub fn first(&self) -> Option<&Path> {
        self.0.first().map(PathBuf::as_path)
    }

    /// The bulletins in them, each once.
    fn bulletins(&self) -> Vec<PathBuf> {
        let mut seen = HashSet::new();
        let found = self.0.iter().flat_map(|folder| discover(folder));
        let files = found.filter_map(|found| match found {
            workspace::Found::File(path) => Some(path),
            workspace::Found::Failed(..) => None,
        });
        files.filter(|path| seen.insert(path.clone())).take(MOST_FILES).collect()
    }
}

/// What was read in the folders of the workspace.
#[derive(Debug, Default)]
pub struct Index {
    files: Mutex<HashMap<PathBuf, Arc<Draft>>>,
}

/// A file as it was when it was read.
#[derive(Debug)]
pub struct Draft {
    changed: Option<SystemTime>,
    size: u64,
    /// Its names; none if it could not be read as text.
    pub names: Vec<Named>,
    /// What was found in it.
    pub found: Found,
}

impl Index {
    /// Every bulletin in the folders that is not open, as the folders are now.
    pub fn paths(&self, folders: &Folders, open: &HashSet<PathBuf>) -> Vec<PathBuf> {
        let mut paths = folders.bulletins();
        paths.retain(|path| !open.contains(path));
        let known: HashSet<&PathBuf> = paths.iter().collect();
        // What was deleted is forgotten; what is open is read again when it is closed.
        self.files().retain(|path, _| known.contains(path));
        paths
    }

    /// Forgets everything, since it may be checked in another way now.
    pub fn forget_all(&self) {
        self.files().clear();
    }

    fn files(&self) -> MutexGuard<'_, HashMap<PathBuf, Arc<Draft>>> {
        self.files.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A file and its address, and whether it has changed and was read anew; `None` if it is gone.
    pub fn draft(
        &self,
        path: &Path,
        configurations: &mut Configurations,
        abilities: Abilities,
    ) -> Option<(lsp::Uri, Arc<Draft>, bool)> {
        let uri = file_uri::of(path)?;
        let now = fs::metadata(path).ok()?;
        let (changed, size) = (now.modified().ok(), now.len());
        let known = self.files().get(path).cloned();
        if let Some(draft) = known.filter(|draft| (draft.changed, draft.size) == (changed, size)) {
            return Some((uri, draft, false));
        }
        let text = if size > LARGEST { None } else { read_file(path).ok() };
        let (names, items) = text.map_or_else(Default::default, |text| {
            // Whoever opens a draft is told where its configuration is wrong.
            let profile = configurations.profile(Some(path)).unwrap_or_default();
            let (document, analysis) = (Document::new(&text), Arc::new(Analysis::under(&text, &profile)));
            let open = Open { uri: uri.clone(), document, version: 0, analysis, unfinished: None };
            (workspace_symbol::names(&open, abilities), diagnostics::of(&open, abilities))
        });
        let draft = Arc::new(Draft { changed, size, names, found: Found::new(items) });
        self.files().insert(path.to_owned(), Arc::clone(&draft));
        Some((uri, draft, true))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(index: &Index, folders: &Folders, open: &[PathBuf]) -> Vec<String> {
        let open = open.iter().cloned().collect();
        let mut names = Vec::new();
        for path in index.paths(folders, &open) {
            let read = index.draft(&path, &mut Configurations::default(), Abilities::default());
            let (uri, draft, _) = read.expect("it is there");
            let symbols = workspace_symbol::fitting(&uri, &draft.names, "统战部");
            names.extend(symbols.map(|symbol| symbol.base_symbol_information.name));
        }
        names
    }

    fn bulletin(place: &str) -> String {
        format!("{place}：同心课堂开讲\n\n近日，{place}委统战部举办讲座，种粮大户来学育秧。 王小玉\n")
    }

    #[test]
    fn files_are_read_again_when_they_change_and_forgotten_when_they_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("简报.txt");
        fs::write(&path, bulletin("常熟市")).unwrap();
        fs::write(folder.path().join("picture.txt"), b"\x89PNG\r\n\x1a\n\0").unwrap();
        fs::write(folder.path().join("notes.md"), bulletin("昆山市")).unwrap();
        let (index, mut folders) = (Index::default(), Folders::default());
        folders.change(&[file_uri::of(folder.path()).unwrap()], &[]);
        assert_eq!(names(&index, &folders, &[]), ["常熟市委统战部"]);
        assert!(names(&index, &folders, std::slice::from_ref(&path)).is_empty(), "it is open");
        fs::write(&path, bulletin("太仓市").repeat(2)).unwrap();
        assert_eq!(names(&index, &folders, &[]), ["太仓市委统战部"]);
        fs::remove_file(&path).unwrap();
        assert!(names(&index, &folders, &[]).is_empty());
        fs::write(&path, bulletin("常熟市")).unwrap();
        folders.change(&[], &[file_uri::of(folder.path()).unwrap()]);
        assert!(names(&index, &folders, &[]).is_empty(), "the folder was left out");
    }

    #[test]
    fn a_draft_is_read_once_while_its_file_stays_and_again_when_all_is_forgotten() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("1.bulletin"), bulletin("常熟市")).unwrap();
        let (index, mut folders) = (Index::default(), Folders::default());
        folders.change(&[file_uri::of(folder.path()).unwrap()], &[]);
        let one = || {
            let path = index.paths(&folders, &HashSet::new()).remove(0);
            index.draft(&path, &mut Configurations::default(), Abilities::default()).expect("the draft").2
        };
        assert!(one(), "it is read");
        assert!(!one(), "it is kept");
        index.forget_all();
        assert!(one());
    }
}
