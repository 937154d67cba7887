//! Which files are bulletins.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use ignore::WalkBuilder;

/// The extensions a file of a directory must have to be taken for a bulletin. A file that is named is always read.
pub const EXTENSIONS: &[&str] = &["txt", "bulletin", "jianbao"];

/// The name of our own ignore files; they are written like `.gitignore`.
const IGNORE_FILE: &str = ".kanwuignore";

/// A bulletin, or a place where one could not be looked for.
#[derive(Debug)]
pub enum Found {
    /// A file to be read.
    File(PathBuf),
    /// A path that could not be gone into.
    Failed(PathBuf, io::Error),
}

/// The bulletins under a path: the file itself, or those of a directory that no ignore file leaves out, by name.
pub fn discover(path: &Path) -> Box<dyn Iterator<Item = Found>> {
    match fs::metadata(path) {
        Err(error) => Box::new(std::iter::once(Found::Failed(path.to_owned(), error))),
        Ok(metadata) if metadata.is_dir() => Box::new(walk(path)),
        Ok(_) => Box::new(std::iter::once(Found::File(path.to_owned()))),
    }
}

fn walk(directory: &Path) -> impl Iterator<Item = Found> + use<> {
    let directory = directory.to_owned();
    WalkBuilder::new(&directory)
        // Ignore files count in a directory that is no git repository, too.
        .require_git(false)
        .add_custom_ignore_filename(IGNORE_FILE)
        .sort_by_file_name(Ord::cmp)
        .build()
        .filter_map(move |entry| match entry {
            Ok(entry) if is_bulletin(entry.path()) => Some(Found::File(shown(entry.path()))),
            Ok(_) => None,
            Err(error) => {
                let path = failed_path(&error).map_or_else(|| directory.clone(), Path::to_owned);
                let message = error.to_string();
                Some(Found::Failed(path, error.into_io_error().unwrap_or_else(|| io::Error::other(message))))
            }
        })
}

fn is_bulletin(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension)))
        && path.is_file()
}

/// `./a.txt`, as the walk of `.` gives it, reads better as `a.txt`.
fn shown(path: &Path) -> PathBuf {
    path.strip_prefix(".").unwrap_or(path).to_owned()
}

fn failed_path(error: &ignore::Error) -> Option<&Path> {
    match error {
        ignore::Error::WithPath { path, .. } => Some(path),
        ignore::Error::WithDepth { err, .. } | ignore::Error::WithLineNumber { err, .. } => failed_path(err),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> tempfile::TempDir {
        let directory = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let path = directory.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        directory
    }

    fn found(path: &Path, base: &Path) -> Vec<String> {
        let name = |found| match found {
            Found::File(path) => path.strip_prefix(base).unwrap().to_str().unwrap().replace('\\', "/"),
            Found::Failed(path, error) => panic!("{}: {error}", path.display()),
        };
        discover(path).map(name).collect()
    }

    #[test]
    fn a_directory_gives_its_bulletins_in_order_whatever_is_ignored_left_out() {
        let directory = tree(&[
            ("b.txt", ""),
            ("a/2.JIANBAO", ""),
            ("a/1.bulletin", ""),
            ("notes.rs", ""),
            (".hidden.txt", ""),
            ("old/x.txt", ""),
            ("drafts/y.txt", ""),
            ("c.txt", ""),
            (".gitignore", "old/\n"),
            (".ignore", "c.txt\n"),
            (".kanwuignore", "drafts\n"),
        ]);
        assert_eq!(found(directory.path(), directory.path()), ["a/1.bulletin", "a/2.JIANBAO", "b.txt"]);
    }

    #[test]
    fn a_file_that_is_named_is_read_whatever_its_name() {
        let directory = tree(&[("notes.md", ""), (".gitignore", "*\n")]);
        assert_eq!(found(&directory.path().join("notes.md"), directory.path()), ["notes.md"]);
    }

    #[test]
    fn a_missing_path_is_an_error_not_nothing() {
        let directory = tree(&[]);
        let found: Vec<_> = discover(&directory.path().join("nowhere")).collect();
        assert!(matches!(&found[..], [Found::Failed(_, error)] if error.kind() == io::ErrorKind::NotFound));
    }
}
