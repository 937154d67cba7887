//! The names in the bulletins of the workspace, open or not: read when somebody asks, kept while the files stay.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use tower_lsp::gen_lsp_types as lsp;

use super::{
    abilities::Abilities,
    file_uri,
    session::Open,
    workspace_symbol::{self, Named},
};
use crate::{
    check::Analysis,
    text::Document,
    workspace::{Found, discover, read_file},
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

    /// The bulletins in them, each once.
    fn bulletins(&self) -> Vec<PathBuf> {
        let mut seen = HashSet::new();
        let found = self.0.iter().flat_map(|folder| discover(folder));
        let files = found.filter_map(|found| match found {
            Found::File(path) => Some(path),
            Found::Failed(..) => None,
        });
        files.filter(|path| seen.insert(path.clone())).take(MOST_FILES).collect()
    }
}

/// What was read in the folders of the workspace.
#[derive(Debug, Default)]
pub struct Index {
    files: HashMap<PathBuf, Read>,
}

/// A file as it was when it was read.
#[derive(Debug)]
struct Read {
    changed: Option<SystemTime>,
    size: u64,
    /// Its names; none if it could not be read as text.
    names: Vec<Named>,
}

impl Index {
    /// The symbols of every bulletin in the folders that is not open, as the files are now; at most `room` of them.
    pub fn symbols(
        &mut self,
        folders: &Folders,
        query: &str,
        open: &HashSet<PathBuf>,
        room: usize,
        abilities: Abilities,
    ) -> Vec<lsp::SymbolInformation> {
        let mut paths = folders.bulletins();
        paths.retain(|path| !open.contains(path));
        let known: HashSet<&PathBuf> = paths.iter().collect();
        // What was deleted is forgotten; what is open is read again when it is closed.
        self.files.retain(|path, _| known.contains(path));
        let mut symbols = Vec::new();
        for path in &paths {
            let Some(uri) = file_uri::of(path) else { continue };
            let names = self.names(path, &uri, abilities);
            symbols.extend(workspace_symbol::fitting(&uri, names, query).take(room - symbols.len()));
            if symbols.len() >= room {
                break;
            }
        }
        symbols
    }

    /// The names in a file, read anew if it has changed.
    fn names(&mut self, path: &Path, uri: &lsp::Uri, abilities: Abilities) -> &[Named] {
        let Ok(now) = fs::metadata(path) else { return &[] };
        let (changed, size) = (now.modified().ok(), now.len());
        let is_current =
            self.files.get(path).is_some_and(|read| (read.changed, read.size) == (changed, size));
        if !is_current {
            let text = if size > LARGEST { None } else { read_file(path).ok() };
            let names = text.map_or_else(Vec::new, |text| {
                let (document, analysis) = (Document::new(&text), Arc::new(Analysis::of(&text)));
                let open = Open { uri: uri.clone(), document, version: 0, analysis };
                workspace_symbol::names(&open, abilities)
            });
            self.files.insert(path.to_owned(), Read { changed, size, names });
        }
        self.files.get(path).map_or(&[], |read| &read.names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(index: &mut Index, folders: &Folders, open: &[PathBuf]) -> Vec<String> {
        let open = open.iter().cloned().collect();
        let symbols = index.symbols(folders, "统战部", &open, 500, Abilities::default());
        symbols.into_iter().map(|symbol| symbol.base_symbol_information.name).collect()
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
        let (mut index, mut folders) = (Index::default(), Folders::default());
        folders.change(&[file_uri::of(folder.path()).unwrap()], &[]);
        assert_eq!(names(&mut index, &folders, &[]), ["常熟市委统战部"]);
        assert!(names(&mut index, &folders, std::slice::from_ref(&path)).is_empty(), "it is open");
        fs::write(&path, bulletin("太仓市").repeat(2)).unwrap();
        assert_eq!(names(&mut index, &folders, &[]), ["太仓市委统战部"]);
        fs::remove_file(&path).unwrap();
        assert!(names(&mut index, &folders, &[]).is_empty());
        fs::write(&path, bulletin("常熟市")).unwrap();
        folders.change(&[], &[file_uri::of(folder.path()).unwrap()]);
        assert!(names(&mut index, &folders, &[]).is_empty(), "the folder was left out");
    }

    #[test]
    fn no_more_is_given_than_there_is_room_for() {
        let folder = tempfile::tempdir().unwrap();
        for (at, place) in ["常熟市", "昆山市", "太仓市"].iter().enumerate() {
            fs::write(folder.path().join(format!("{at}.bulletin")), bulletin(place)).unwrap();
        }
        let (mut index, mut folders) = (Index::default(), Folders::default());
        folders.change(&[file_uri::of(folder.path()).unwrap()], &[]);
        assert_eq!(index.symbols(&folders, "", &HashSet::new(), 2, Abilities::default()).len(), 2);
    }
}
