//! Which documents a subcommand reads.

use std::{
    collections::HashSet,
    fs::File,
    io,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};

use super::job::{Incoming, Job, STANDARD_INPUT};
use crate::{
    rules::Words,
    workspace::{Changed, Found, ReadError, Shard, discover, read_list},
};

/// Which documents are read.
#[derive(Clone, Debug, Args)]
#[expect(clippy::struct_field_names, reason = "they are called as the options are")]
pub struct Input {
    /// 文件、目录或通配符；- 为标准输入；默认为当前目录 · Files, directories or globs; - is standard input; the default
    /// is the current directory
    ///
    /// 目录中只读 .txt、.bulletin、.jianbao 文件，并遵守 .gitignore、.ignore 和 .kanwuignore；直接写明的文件总会读取：
    /// .md、.markdown 只查正文，.docx 每段算一行，其余按纯文本读。
    ///
    /// Of a directory, .txt, .bulletin and .jianbao files are read, but for those that .gitignore, .ignore or
    /// .kanwuignore leave out. A file that is named is always read: .md and .markdown as Markdown, of which the prose is
    /// checked, .docx as a Word draft, of which a line is a paragraph, anything else as plain text.
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// 还要读清单中的文件：每行一个，或以 NUL 分隔；- 为标准输入 · Read the files of a list, too: one a line, or closed
    /// by NUL; - is standard input
    #[arg(long, value_name = "FILE")]
    files_from: Option<PathBuf>,

    /// 只读自某个 git 版本以来改动或新增的文件 · Only files that were changed or added since a revision of git
    ///
    /// 未提交的改动也算；REV 是另一分支时，从分叉处算起。
    ///
    /// Changes that are not committed count; of another branch, what counts is since the two parted.
    #[arg(long, value_name = "REV")]
    changed_since: Option<String>,

    /// 只读其中一份，如 1/8；各份互不重复，合起来是全部 · Only one of several equal shares, such as 1/8
    #[arg(long, value_name = "N/OF", value_parser = shard)]
    shard: Option<Shard>,

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

fn shard(text: &str) -> Result<Shard, String> {
    text.parse().map_err(|words: Words| format!("{} · {}", words.zh, words.en))
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
    pub fn documents(&self) -> impl Iterator<Item = Incoming> + use<> {
        self.jobs().into_iter().flat_map(Job::documents)
    }

    /// What is to be read, in the order it was asked for. Of files nothing but their names is read yet.
    pub fn jobs(&self) -> Vec<Job> {
        let mut unknown = Vec::new();
        let roots = self.roots(&mut unknown);
        let mut jobs = match self.input_format {
            InputFormat::Text => self.texts(&roots),
            InputFormat::Jsonl if self.changed_since.is_some() => vec![Job::Unknown(
                "--changed-since".to_owned(),
                Words::new("只适用于文件，不适用于 jsonl", "is for files, not for jsonl"),
            )],
            InputFormat::Jsonl => roots.into_iter().map(|path| Job::Stream(path, self.shard)).collect(),
        };
        jobs.extend(unknown);
        jobs
    }

    /// The paths that were asked for; a list that could not be read goes to `unknown`.
    pub fn roots(&self, unknown: &mut Vec<Job>) -> Vec<PathBuf> {
        let mut roots = self.paths.clone();
        match &self.files_from {
            Some(list) => match files_of(list) {
                Ok(files) => roots.extend(files),
                Err(words) => unknown.push(Job::Unknown(list.display().to_string(), words)),
            },
            None if roots.is_empty() => roots.push(self.default_root().into()),
            None => {}
        }
        roots
    }

    const fn default_root(&self) -> &'static str {
        match self.input_format {
            InputFormat::Text => ".",
            InputFormat::Jsonl => STANDARD_INPUT,
        }
    }

    /// The bulletins under the paths, each once.
    fn texts(&self, roots: &[PathBuf]) -> Vec<Job> {
        let mut jobs = Vec::new();
        let mut seen = HashSet::new();
        let mut changed = self.changed_since.clone().map(Changed::since);
        let mut place = 0;
        for root in roots {
            if root.as_os_str() == STANDARD_INPUT {
                jobs.push(Job::StandardInput(self.stdin_filename.clone()));
                continue;
            }
            let changed = match changed.as_mut().map(|changed| changed.around(root)).transpose() {
                Ok(changed) => changed,
                Err(words) => {
                    jobs.push(Job::Unknown(root.display().to_string(), words));
                    continue;
                }
            };
            let mut nothing = true;
            for found in discover(root) {
                nothing = false;
                match found {
                    Found::Failed(path, error) => jobs.push(Job::Unfound(path, error)),
                    Found::File(path) => {
                        let whole = path.canonicalize().unwrap_or_else(|_| path.clone());
                        let is_wanted = changed.is_none_or(|changed| changed.contains(&whole));
                        if !is_wanted || !seen.insert(whole) {
                            continue;
                        }
                        if self.shard.is_none_or(|shard| shard.holds(place)) {
                            jobs.push(Job::File(path));
                        }
                        place += 1;
                    }
                }
            }
            if nothing {
                jobs.push(Job::Nothing(root.clone()));
            }
        }
        jobs
    }
}

fn files_of(list: &Path) -> Result<Vec<PathBuf>, Words> {
    if list.as_os_str() == STANDARD_INPUT {
        return read_list(io::stdin().lock());
    }
    read_list(File::open(list).map_err(|error| ReadError::from(error).words())?)
}
