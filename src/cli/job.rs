//! One thing to be read, found out beforehand and read when its turn comes: a file, standard input, a stream of documents.

use std::{
    fs::File,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
};

use serde_json::value::RawValue;

use crate::{
    report::Source,
    rules::Words,
    workspace::{DraftKind, JsonLines, ReadError, Shard, read_draft, read_from},
};

/// The name of standard input.
pub const STANDARD_INPUT: &str = "-";

/// One thing to be read.
#[derive(Debug)]
pub enum Job {
    /// A file that is a document.
    File(PathBuf),
    /// Standard input as a document, and the file it would be.
    StandardInput(Option<PathBuf>),
    /// A file, or standard input, that holds a document a line, and the share of them that is wanted.
    Stream(PathBuf, Option<Shard>),
    /// A path that could not be gone into.
    Unfound(PathBuf, io::Error),
    /// What was to be read could not be found out.
    Unknown(String, Words),
    /// A directory without bulletins.
    Nothing(PathBuf),
}

/// A document that was read, or not.
#[derive(Debug)]
pub enum Incoming {
    /// A document.
    Document {
        /// What it is called.
        source: Source,
        /// The file it is, or would be.
        file: Option<PathBuf>,
        /// Where it came from.
        origin: Origin,
        /// What it is written in.
        kind: DraftKind,
        /// Its text.
        text: String,
    },
    /// A document that could not be read.
    Failure {
        /// What an answer would call it.
        source: Source,
        /// Where it would have come from.
        path: String,
        /// What went wrong.
        words: Words,
    },
    /// A directory without bulletins.
    Nothing {
        /// The directory.
        path: String,
    },
}

/// Where a document came from, and so where a new text of it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// A file.
    File(PathBuf),
    /// Standard input.
    StandardInput,
    /// A line of a stream.
    Stream,
}

type Documents = Box<dyn Iterator<Item = Incoming>>;

impl Job {
    /// Reads what there is to be read: one document, or those of a stream as they come.
    pub fn documents(self) -> Documents {
        once(match self {
            Self::Stream(path, shard) => return stream(&path, shard),
            Self::File(path) => {
                text(&path, Some(path.clone()), Origin::File(path.clone()), read_draft(&path))
            }
            Self::StandardInput(file) => {
                // A Word draft is a file: of what comes this way only text can be read.
                let kind = match file.as_deref().map(DraftKind::of) {
                    Some(DraftKind::Markdown) => DraftKind::Markdown,
                    _ => DraftKind::Plain,
                };
                let read = read_from(io::stdin().lock()).map(|text| (text, kind));
                text(Path::new(STANDARD_INPUT), file, Origin::StandardInput, read)
            }
            Self::Unfound(path, error) => text(&path, None, Origin::File(path.clone()), Err(error.into())),
            Self::Unknown(path, words) => {
                Incoming::Failure { source: Source::Path(path.clone()), path, words }
            }
            Self::Nothing(path) => Incoming::Nothing { path: path.display().to_string() },
        })
    }
}

fn text(
    path: &Path,
    file: Option<PathBuf>,
    origin: Origin,
    read: Result<(String, DraftKind), ReadError>,
) -> Incoming {
    let path = file.as_deref().unwrap_or(path).display().to_string();
    match read {
        Ok((text, kind)) => Incoming::Document { source: Source::Path(path), file, origin, kind, text },
        Err(error) => Incoming::Failure { source: Source::Path(path.clone()), path, words: error.words() },
    }
}

/// The documents of a stream.
fn stream(path: &Path, shard: Option<Shard>) -> Documents {
    let name = path.display().to_string();
    let is_wanted = move |place: usize| shard.is_none_or(|shard| shard.holds(place));
    let wanted = move |(place, incoming)| is_wanted(place).then_some(incoming);
    if path.as_os_str() == STANDARD_INPUT {
        return Box::new(lines(io::stdin().lock(), name).enumerate().filter_map(wanted));
    }
    match File::open(path) {
        Ok(file) => Box::new(lines(BufReader::new(file), name).enumerate().filter_map(wanted)),
        Err(error) => once(unreadable(&name, error)),
    }
}

fn lines(reader: impl BufRead, path: String) -> impl Iterator<Item = Incoming> {
    let mut broken = false;
    JsonLines::new(reader).map_while(move |line| {
        if broken {
            return None;
        }
        Some(match line {
            Ok(Ok(document)) => Incoming::Document {
                source: Source::Id(document.id),
                file: None,
                origin: Origin::Stream,
                kind: DraftKind::Plain,
                text: document.text,
            },
            Ok(Err(error)) => Incoming::Failure {
                source: Source::Id(RawValue::NULL.to_owned()),
                path: path.clone(),
                words: error.words,
            },
            Err(error) => {
                broken = true;
                unreadable(&path, error)
            }
        })
    })
}

fn unreadable(path: &str, error: io::Error) -> Incoming {
    Incoming::Failure {
        source: Source::Path(path.to_owned()),
        path: path.to_owned(),
        words: ReadError::from(error).words(),
    }
}

fn once(incoming: Incoming) -> Documents {
    Box::new(std::iter::once(incoming))
}
