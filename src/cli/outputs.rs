//! Where `kanwu check` says what it found: standard output, files, or several of them at once, each in its format.

use std::{
    cell::Cell,
    fmt,
    io::{self, Write},
    path::{Path, PathBuf},
    rc::Rc,
};

use anstream::AutoStream;
use clap::{Args, ValueEnum};

use super::output::Style;
use crate::{
    report::{
        Checked, Checkstyle, Concise, Content, FindingsPage, Framing, Full, Github, Gitlab, Json, Junit,
        Limited, Rdjson, Report, Sarif, Source, Statistics,
    },
    rules::{Severity, Words},
    workspace::NewFile,
};

/// What is written, and where.
#[derive(Clone, Debug, Args)]
pub struct OutputOptions {
    /// 输出格式 · How findings are written
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t)]
    output_format: FindingsFormat,

    /// 写入文件，不写到标准输出；写完才出现，不会只有一半 · Write to a file instead of standard output; it appears when
    /// it is whole
    #[arg(long, value_name = "PATH")]
    output_file: Option<PathBuf>,

    /// 另以某种格式写一份到文件，可多次使用，如 sarif=kanwu.sarif · Also write a file in some format, as often as wanted,
    /// such as sarif=kanwu.sarif
    #[arg(long, value_name = "FORMAT=PATH", value_parser = also)]
    output: Vec<(FindingsFormat, PathBuf)>,

    /// 只按规则统计数量，不逐条列出 · Count findings by rule instead of listing them
    #[arg(long)]
    statistics: bool,

    /// 列出每处修复改动的字词；与 --fix 连用时列出各规则修复了几处 · Show what each fix changes; with --fix also how many
    /// were applied of which rule
    #[arg(long)]
    pub show_fixes: bool,

    /// 最多列出 N 处，其余只计数；退出码不受影响 · List N findings at most and count the others; the exit code stays the
    /// same
    #[arg(long, value_name = "N")]
    max_findings: Option<usize>,
}

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum FindingsFormat {
    /// 供人阅读：附原文摘录 · For people: with excerpts of the source
    #[default]
    Full,
    /// 每处一行 · One line each
    Concise,
    /// 一个 JSON 数组 · One JSON array
    Json,
    /// 每份简报一行 JSON · One line of JSON a bulletin
    Jsonl,
    /// SARIF 2.1.0，用于代码扫描 · SARIF 2.1.0, for code scanning
    Sarif,
    /// GitHub Actions 批注 · Annotations of GitHub Actions
    Github,
    /// GitLab 代码质量报告 · The code quality report of GitLab
    Gitlab,
    /// JUnit XML，用于测试报告 · JUnit XML, for test reports
    Junit,
    /// Checkstyle XML
    Checkstyle,
    /// reviewdog 的 rdjson · The rdjson of reviewdog
    Rdjson,
    /// reviewdog 的 rdjsonl，每处一行 · The rdjsonl of reviewdog, a line each
    Rdjsonl,
    /// 一个网页：原文、旁注、核对单，可打印 · One page of HTML: the text with notes in the margin, and the ledger
    Html,
}

/// `FORMAT=PATH`.
fn also(text: &str) -> Result<(FindingsFormat, PathBuf), String> {
    let (format, path) = text
        .split_once('=')
        .filter(|(_, path)| !path.is_empty())
        .ok_or("应写作 格式=路径，如 sarif=kanwu.sarif · FORMAT=PATH is wanted, such as sarif=kanwu.sarif")?;
    let format = FindingsFormat::from_str(format, false).map_err(|_| {
        let all = FindingsFormat::value_variants().iter().filter_map(ValueEnum::to_possible_value);
        let all = all.map(|format| format.get_name().to_owned()).collect::<Vec<_>>().join(", ");
        format!("没有格式 {format} · there is no format {format}: {all}")
    })?;
    Ok((format, path.into()))
}

/// All that is written in one run. What cannot be written any more is left, and the others go on.
pub struct Outputs {
    all: Vec<Output>,
    style: Style,
    /// How many findings were left out; the same in each output.
    hidden: Vec<Rc<Cell<usize>>>,
    failed: bool,
}

/// One of them.
struct Output {
    report: Box<dyn Report>,
    target: Target,
}

/// Where it goes.
enum Target {
    /// Standard output, or standard error in its place.
    Stream(Box<dyn Write>),
    File(NewFile, PathBuf),
    /// Nobody wants any more of it.
    Closed,
}

impl OutputOptions {
    /// Gets ready to write. `stream` is what is written to where no file is asked for.
    pub fn open(
        &self,
        style: Style,
        fail_on: Severity,
        stream: impl FnOnce(FindingsFormat) -> Box<dyn Write>,
    ) -> Result<Outputs, OpenError> {
        let mut outputs = Outputs { all: Vec::new(), style, hidden: Vec::new(), failed: false };
        let is_table = matches!(self.output_format, FindingsFormat::Full | FindingsFormat::Concise);
        if self.statistics && !is_table {
            return Err(OpenError::Statistics);
        }
        let main: Box<dyn Report> = if self.statistics {
            Box::new(Statistics::new(style.language(), style.quiet))
        } else {
            self.report(self.output_format, style, fail_on)
        };
        let target = match &self.output_file {
            Some(path) => file(path)?,
            None => Target::Stream(stream(self.output_format)),
        };
        // Counts are of everything.
        outputs.add(main, target, self.max_findings.filter(|_| !self.statistics));
        for (at, (format, path)) in self.output.iter().enumerate() {
            let mut earlier = self.output[..at].iter().map(|(_, path)| path).chain(&self.output_file);
            if earlier.any(|earlier| earlier == path) {
                return Err(OpenError::Twice(path.clone()));
            }
            outputs.add(self.report(*format, style, fail_on), file(path)?, self.max_findings);
        }
        Ok(outputs)
    }

    fn report(&self, format: FindingsFormat, style: Style, fail_on: Severity) -> Box<dyn Report> {
        let language = style.language();
        let content = Content::Findings(language);
        match format {
            FindingsFormat::Full => Box::new(Full::new(language, style.quiet).showing_fixes(self.show_fixes)),
            FindingsFormat::Concise => Box::new(Concise::new(content)),
            FindingsFormat::Json => Box::new(Json::new(content, Framing::Array)),
            FindingsFormat::Jsonl => Box::new(Json::new(content, Framing::Lines)),
            FindingsFormat::Sarif => Box::new(Sarif::new(language)),
            FindingsFormat::Github => Box::new(Github::new(language)),
            FindingsFormat::Gitlab => Box::new(Gitlab::new(language)),
            FindingsFormat::Junit => Box::new(Junit::new(language, fail_on)),
            FindingsFormat::Checkstyle => Box::new(Checkstyle::new(language)),
            FindingsFormat::Rdjson => Box::new(Rdjson::new(language, Framing::Array)),
            FindingsFormat::Rdjsonl => Box::new(Rdjson::new(language, Framing::Lines)),
            FindingsFormat::Html => Box::new(FindingsPage::new(language)),
        }
    }
}

fn file(path: &Path) -> Result<Target, OpenError> {
    match NewFile::new(path) {
        Ok(file) => Ok(Target::File(file, path.to_owned())),
        Err(error) => Err(OpenError::File(path.to_owned(), error)),
    }
}

/// Why nothing could be written.
#[derive(Debug)]
pub enum OpenError {
    /// A file cannot be begun.
    File(PathBuf, io::Error),
    /// Two outputs are to stand in one place.
    Twice(PathBuf),
    /// Counts are for people.
    Statistics,
}

impl OpenError {
    /// Says so.
    pub fn complain(&self, style: Style) {
        match self {
            Self::File(path, error) => complain(path, error, style),
            Self::Twice(path) => style.complain(
                &path.display().to_string(),
                &Words::new("两种输出写到了同一个文件", "two outputs are to go to this file"),
            ),
            Self::Statistics => style.complain(
                "--statistics",
                &Words::new(
                    "只能与 full 或 concise 格式连用；其他格式请用 --output",
                    "goes with the formats full and concise; use --output for the others",
                ),
            ),
        }
    }
}

fn complain(path: &Path, error: &io::Error, style: Style) {
    let words = Words::new(format!("无法写入：{error}"), format!("cannot be written: {error}"));
    style.complain(&path.display().to_string(), &words);
}

impl Outputs {
    fn add(&mut self, report: Box<dyn Report>, target: Target, most: Option<usize>) {
        let report: Box<dyn Report> = match most {
            None => report,
            Some(most) => {
                let hidden = Rc::default();
                self.hidden.push(Rc::clone(&hidden));
                Box::new(Limited::new(report, most, hidden))
            }
        };
        self.all.push(Output { report, target });
    }

    /// Writes to each output that is still open.
    fn each(
        &mut self,
        mut write: impl FnMut(&mut dyn Report, &mut dyn Write) -> io::Result<()>,
    ) -> io::Result<()> {
        let only = self.all.len() == 1;
        let mut first_error = None;
        for Output { report, target } in &mut self.all {
            let written = match target {
                Target::Stream(out) => write(&mut **report, out).and_then(|()| out.flush()),
                // Colours are for terminals.
                Target::File(file, _) => write(&mut **report, &mut AutoStream::never(file as &mut dyn Write)),
                Target::Closed => continue,
            };
            let Err(error) = written else { continue };
            match std::mem::replace(target, Target::Closed) {
                // A reader that has seen enough ends the run unless there is more to write.
                Target::Stream(_) if only => first_error = Some(error),
                Target::Stream(_) if error.kind() == io::ErrorKind::BrokenPipe => {}
                Target::Stream(_) => {
                    self.failed = true;
                    complain("-".as_ref(), &error, self.style);
                }
                Target::File(_, path) => {
                    self.failed = true;
                    complain(&path, &error, self.style);
                }
                Target::Closed => {}
            }
        }
        first_error.map_or(Ok(()), Err)
    }

    /// Whether something could not be written.
    pub const fn failed(&self) -> bool {
        self.failed
    }
}

impl Report for Outputs {
    fn needs_articles(&self) -> bool {
        self.all.iter().any(|output| output.report.needs_articles())
    }

    fn document(&mut self, _: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        self.each(|report, out| report.document(out, checked))
    }

    fn failure(&mut self, _: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        self.each(|report, out| report.failure(out, source, error))
    }

    fn finish(&mut self, _: &mut dyn Write) -> io::Result<()> {
        let finished = self.each(|report, out| report.finish(out));
        for output in &mut self.all {
            if let Target::File(file, path) = std::mem::replace(&mut output.target, Target::Closed)
                && let Err(error) = file.finish()
            {
                self.failed = true;
                complain(&path, &error, self.style);
            }
        }
        let hidden = self.hidden.iter().map(|hidden| hidden.get()).max().unwrap_or_default();
        if hidden > 0 && !self.style.quiet {
            let (so, are) = if hidden == 1 { ("", "is") } else { ("s", "are") };
            let words = Words::new(
                format!("另有 {hidden} 处没有列出"),
                format!("{hidden} more finding{so} {are} not listed"),
            );
            self.style.complain("--max-findings", &words);
        }
        finished
    }
}

impl fmt::Debug for Outputs {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Outputs").field("count", &self.all.len()).finish_non_exhaustive()
    }
}
