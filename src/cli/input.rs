//! Which documents a subcommand reads, and how.

use std::{
    collections::HashSet,
    fs::File,
    io::{self, BufRead, BufReader},
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use serde_json::value::RawValue;

use crate::{
    report::Source,
    rules::Words,
    workspace::{Found, JsonLines, ReadError, discover, read_file, read_from},
};

/// The name of standard input.
const STANDARD_INPUT: &str = "-";

/// Which documents are read.
#[derive(Debug, Args)]
#[expect(clippy::struct_field_names, reason = "they are called as the options are")]
pub struct Input {
    /// 文件或目录；- 为标准输入；默认为当前目录 · Files or directories; - is standard input; the default is the
    /// current directory
    ///
    /// 目录中只读 .txt、.bulletin、.jianbao 文件，并遵守 .gitignore、.ignore 和 .kanwuignore；直接写明的文件总会读取。
    ///
    /// Of a directory, .txt, .bulletin and .jianbao files are read, but for those that .gitignore, .ignore or
    /// .kanwuignore leave out. A file that is named is always read.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// 输入格式 · What the input is
    ///
    /// jsonl：每行一篇 {"id": …, "text": …}，默认读标准输入；读完一篇即答一篇，次序和 id 不变。某行格式不对时，该行答
    /// {"id": null, "error": …}，其余照常，退出码为 2。
    ///
    /// jsonl is one {"id": …, "text": …} a line, by default from standard input; each is answered as it comes, in
    /// order, with its id. A malformed line is answered {"id": null, "error": …}, the rest goes on, and the exit
    /// code is 2.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    input_format: InputFormat,

    /// 标准输入的文件名，用来找配置和列出问题 · What standard input is called: by this its configuration is found
    #[arg(long, value_name = "FILE")]
    stdin_filename: Option<PathBuf>,
}

/// How documents are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum InputFormat {
    /// 一个文件是一份简报 · A file is a bulletin
    #[default]
    Text,
    /// 每行一份 JSON · A line is a bulletin, in JSON
    Jsonl,
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

impl Input {
    /// Whether new texts go to standard output, which then is no place for anything else.
    pub fn has_standard_input(&self) -> bool {
        self.paths.iter().any(|path| path.as_os_str() == STANDARD_INPUT)
    }

    /// Whether documents come one a line.
    pub fn is_stream(&self) -> bool {
        self.input_format == InputFormat::Jsonl
    }

    /// The documents in the order they were asked for, each read when it is asked for.
    pub fn documents(&self) -> impl Iterator<Item = Incoming> {
        let default = match self.input_format {
            InputFormat::Text => ".",
            InputFormat::Jsonl => STANDARD_INPUT,
        };
        let default = self.paths.is_empty().then(|| Path::new(default));
        let mut seen = HashSet::new();
        self.paths.iter().map(PathBuf::as_path).chain(default).flat_map(move |path| match self.input_format {
            InputFormat::Text if path.as_os_str() == STANDARD_INPUT => {
                let file = self.stdin_filename.clone();
                once(text(path, file, Origin::StandardInput, read_from(io::stdin().lock())))
            }
            InputFormat::Text => texts(path, &mut seen),
            InputFormat::Jsonl => stream(path),
        })
    }
}

type Documents = Box<dyn Iterator<Item = Incoming>>;

/// The bulletins under a path that were not read yet.
fn texts(path: &Path, seen: &mut HashSet<PathBuf>) -> Documents {
    // Finding files is quick, so that which were seen need not be shared with what is still to be read.
    let mut found: Vec<_> = discover(path).collect();
    if found.is_empty() {
        return once(Incoming::Nothing { path: path.display().to_string() });
    }
    found.retain(|found| match found {
        Found::File(path) => seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())),
        Found::Failed(..) => true,
    });
    Box::new(found.into_iter().map(|found| match found {
        Found::File(path) => text(&path, Some(path.clone()), Origin::File(path.clone()), read_file(&path)),
        Found::Failed(path, error) => text(&path, None, Origin::File(path.clone()), Err(error.into())),
    }))
}

fn text(path: &Path, file: Option<PathBuf>, origin: Origin, text: Result<String, ReadError>) -> Incoming {
    let path = file.as_deref().unwrap_or(path).display().to_string();
    match text {
        Ok(text) => Incoming::Document { source: Source::Path(path), file, origin, text },
        Err(error) => Incoming::Failure { source: Source::Path(path.clone()), path, words: error.words() },
    }
}

/// The documents of a stream.
fn stream(path: &Path) -> Documents {
    let name = path.display().to_string();
    if path.as_os_str() == STANDARD_INPUT {
        return Box::new(lines(io::stdin().lock(), name));
    }
    match File::open(path) {
        Ok(file) => Box::new(lines(BufReader::new(file), name)),
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
