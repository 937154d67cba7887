//! Which files are bulletins.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use glob::{MatchOptions, Pattern};
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

/// The bulletins under a path: the file itself, or those of a directory that no ignore file leaves out, by name. A path
/// that is not there may be a glob, for shells that leave globs to the program; what it matches is read whatever its
/// name.
pub fn discover(path: &Path) -> Box<dyn Iterator<Item = Found>> {
    match fs::metadata(path) {
        Err(error) => match glob(path) {
            Some((directory, glob)) => {
                let mut found =
                    walk(&directory, move |path| glob.matches_path_with(&shown(path), GLOB)).peekable();
                match found.peek() {
                    Some(_) => Box::new(found),
                    None => Box::new(std::iter::once(Found::Failed(path.to_owned(), error))),
                }
            }
            None => Box::new(std::iter::once(Found::Failed(path.to_owned(), error))),
        },
        Ok(metadata) if metadata.is_dir() => Box::new(walk(path, is_bulletin)),
        Ok(_) => Box::new(std::iter::once(Found::File(path.to_owned()))),
    }
}

/// A star does not go beyond a folder; what is hidden is left out anyway.
const GLOB: MatchOptions = MatchOptions {
    case_sensitive: true,
    require_literal_separator: true,
    require_literal_leading_dot: false,
};

/// The folder that a glob is about, and what matches in it.
fn glob(path: &Path) -> Option<(PathBuf, Pattern)> {
    let is_pattern = |text: &str| text.contains(['*', '?', '[']);
    let pattern = shown(path);
    let pattern = pattern.to_str().filter(|pattern| is_pattern(pattern))?;
    let glob = Pattern::new(pattern).ok()?;
    let literal =
        |part: &std::path::Component<'_>| part.as_os_str().to_str().is_some_and(|part| !is_pattern(part));
    let directory: PathBuf = Path::new(pattern).components().take_while(literal).collect();
    let directory = if directory.as_os_str().is_empty() { ".".into() } else { directory };
    directory.is_dir().then_some((directory, glob))
}

fn walk<W: Fn(&Path) -> bool>(directory: &Path, is_wanted: W) -> impl Iterator<Item = Found> + use<W> {
    let directory = directory.to_owned();
    WalkBuilder::new(&directory)
        // Ignore files count in a directory that is no git repository, too.
        .require_git(false)
        .add_custom_ignore_filename(IGNORE_FILE)
        .sort_by_file_name(Ord::cmp)
        .build()
        .filter_map(move |entry| match entry {
            Ok(entry) if is_wanted(entry.path()) && entry.path().is_file() => {
                Some(Found::File(shown(entry.path())))
            }
            Ok(_) => None,
            Err(error) => {
                let path = failed_path(&error).map_or_else(|| directory.clone(), Path::to_owned);
                let message = error.to_string();
                Some(Found::Failed(path, error.into_io_error().unwrap_or_else(|| io::Error::other(message))))
            }
        })
}

/// Whether a path has the extension of a bulletin.
pub fn is_bulletin(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    extension.is_some_and(|extension| EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension)))
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
    fn a_glob_gives_what_it_matches_whatever_its_name() {
        let directory = tree(&[
            ("a.md", ""),
            ("b.txt", ""),
            ("期/一/c.txt", ""),
            ("期/二/d.txt", ""),
            ("期/二/e.md", ""),
            ("old/f.txt", ""),
            (".ignore", "old/\n"),
        ]);
        let found = |pattern: &str| found(&directory.path().join(pattern), directory.path());
        assert_eq!(found("*.md"), ["a.md"]);
        assert_eq!(found("**/*.txt"), ["b.txt", "期/一/c.txt", "期/二/d.txt"]);
        assert_eq!(found("期/?/*.[mt]*"), ["期/一/c.txt", "期/二/d.txt", "期/二/e.md"]);
        assert_eq!(found("期/[一三]/*"), ["期/一/c.txt"]);
        let none: Vec<_> = discover(&directory.path().join("*.doc")).collect();
        assert!(matches!(&none[..], [Found::Failed(_, error)] if error.kind() == io::ErrorKind::NotFound));
    }

    #[test]
    fn a_file_whose_name_looks_like_a_glob_is_that_file() {
        let directory = tree(&[("[1].txt", ""), ("1.txt", "")]);
        assert_eq!(found(&directory.path().join("[1].txt"), directory.path()), ["[1].txt"]);
    }

    #[test]
    fn a_missing_path_is_an_error_not_nothing() {
        let directory = tree(&[]);
        let found: Vec<_> = discover(&directory.path().join("nowhere")).collect();
        assert!(matches!(&found[..], [Found::Failed(_, error)] if error.kind() == io::ErrorKind::NotFound));
    }
}
