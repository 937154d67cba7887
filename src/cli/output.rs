//! What the subcommands share in saying what they found: format, language, colour, and where it goes.

use std::io::{self, BufWriter, Write};

use anstream::AutoStream;
use clap::{Args, ValueEnum};

use crate::{
    rules::{Language, Words},
    workspace::EXTENSIONS,
};

/// The exit code for what could not be run.
pub const COULD_NOT_RUN: u8 = 2;

/// In which language and colour it is said.
#[derive(Clone, Copy, Debug, Args)]
pub struct Style {
    /// 说明文字的语言 · The language of messages
    #[arg(long, value_enum, value_name = "LANGUAGE", env = "KANWU_LANG", default_value_t)]
    lang: Lang,

    /// 何时着色；遵守 NO_COLOR · When to use colour; NO_COLOR is respected
    #[arg(long, value_enum, value_name = "WHEN", default_value_t)]
    color: Color,

    /// 不打印总结 · Leave out the summary
    #[arg(long, short)]
    pub quiet: bool,
}

/// The languages of the command line.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Lang {
    /// 中文
    #[default]
    Zh,
    /// English
    En,
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Color {
    /// 仅在终端 · On a terminal only
    #[default]
    Auto,
    /// 总是 · Always
    Always,
    /// 从不 · Never
    Never,
}

impl Style {
    /// The language of messages.
    pub const fn language(self) -> Language {
        match self.lang {
            Lang::Zh => Language::Chinese,
            Lang::En => Language::English,
        }
    }

    /// Standard output for people: styles are dropped where they are not wanted.
    pub fn styled_output(self) -> Box<dyn Write> {
        let choice = match self.color {
            Color::Auto => AutoStream::choice(&io::stdout()),
            Color::Always => anstream::ColorChoice::Always,
            Color::Never => anstream::ColorChoice::Never,
        };
        Box::new(BufWriter::new(AutoStream::new(io::stdout().lock(), choice)))
    }

    /// Standard output for a format.
    pub fn output(self, format: OutputFormat) -> Box<dyn Write> {
        match format {
            OutputFormat::Full | OutputFormat::Concise => self.styled_output(),
            OutputFormat::Json | OutputFormat::Jsonl => Self::plain_output(),
        }
    }

    /// Standard output for machines.
    pub fn plain_output() -> Box<dyn Write> {
        Box::new(BufWriter::new(io::stdout().lock()))
    }

    /// Standard error, where standard output is taken.
    pub fn error_output() -> Box<dyn Write> {
        Box::new(BufWriter::new(AutoStream::never(io::stderr())))
    }

    /// Says on standard output what was done. Nobody may be listening.
    pub fn say(self, words: &Words) {
        let _ = writeln!(io::stdout(), "{}", words.get(self.language()));
    }

    /// Says on standard error what went wrong. Nobody may be listening.
    pub fn complain(self, about: &str, words: &Words) {
        let _ = writeln!(io::stderr(), "kanwu: {about}: {}", words.get(self.language()));
    }
}

/// How it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// 供人阅读：附原文摘录，或按篇列出 · For people: with excerpts of the source, or article by article
    #[default]
    Full,
    /// 每处一行 · One line each
    Concise,
    /// 一个 JSON 数组 · One JSON array
    Json,
    /// 每份简报一行 JSON · One line of JSON a bulletin
    Jsonl,
}

/// Whether standard output took what was written. A reader that has seen enough (`| head`) is no failure.
pub fn is_written(written: io::Result<()>, style: Style) -> bool {
    match written {
        Ok(()) => true,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => true,
        Err(error) => {
            style.complain(
                "-",
                &Words::new(format!("无法写到标准输出：{error}"), format!("cannot write: {error}")),
            );
            false
        }
    }
}

/// Says that a folder has no bulletins.
pub fn complain_of_nothing(path: &str, style: Style) {
    if style.quiet {
        return;
    }
    let extensions = EXTENSIONS.iter().map(|extension| format!("*.{extension}")).collect::<Vec<_>>();
    let words = Words::new(
        format!("没有找到简报（{}）", extensions.join("、")),
        format!("no bulletins found ({})", extensions.join(", ")),
    );
    style.complain(path, &words);
}
