//! What is wrong with a configuration, and where.

use std::{
    io,
    path::{Path, PathBuf},
    sync::LazyLock,
};

use regex::Regex;

use crate::{
    rules::{Language, Words},
    text::nearest,
    workspace::ReadError,
};

/// Stands between the two languages of a message while the parser carries it.
const BETWEEN: char = '\u{1f}';

/// A message in both languages, for the parser to carry.
pub(super) fn both(words: &Words) -> String {
    format!("{}{BETWEEN}{}", words.zh, words.en)
}

/// The same of something at an offset of the text.
pub(super) fn both_at(words: &Words, offset: usize) -> String {
    format!("{}{BETWEEN}{offset}", both(words))
}

/// What is wrong with a configuration, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigError {
    /// The file.
    pub path: PathBuf,
    /// 1-based line and column, the latter in Unicode scalar values, if it is a place in the file.
    pub place: Option<(usize, usize)>,
    /// What is wrong.
    pub words: Words,
}

impl ConfigError {
    /// Something wrong at an offset of the file's text.
    pub(super) fn at(path: &Path, text: &str, offset: usize, words: Words) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Self { path: path.to_owned(), place: Some((line, column)), words }
    }

    /// Something wrong with the file as a whole.
    pub(super) fn whole(path: &Path, words: Words) -> Self {
        Self { path: path.to_owned(), place: None, words }
    }

    /// A file that could not be read.
    pub(super) fn io(path: &Path, error: io::Error) -> Self {
        Self::whole(path, ReadError::from(error).words())
    }

    /// What the parser says.
    pub(super) fn parse(path: &Path, text: &str, error: &toml::de::Error) -> Self {
        let mut carried = error.message().split(BETWEEN);
        let message = carried.next().unwrap_or_default();
        let words = carried.next().map_or_else(|| words(message), |english| Words::new(message, english));
        let told = carried.next().and_then(|offset| offset.parse().ok());
        match told.or_else(|| error.span().map(|span| span.start)) {
            Some(offset) => Self::at(path, text, offset, words),
            None => Self::whole(path, words),
        }
    }

    /// The file with the place, as editors and terminals follow it.
    pub fn location(&self) -> String {
        let path = self.path.display();
        self.place.map_or_else(|| path.to_string(), |(line, column)| format!("{path}:{line}:{column}"))
    }

    /// All of it in one line.
    pub fn line(&self, language: Language) -> String {
        format!("{}: {}", self.location(), self.words.get(language))
    }
}

static UNKNOWN: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("^unknown (?<what>field|variant) `(?<found>[^`]*)`(?:, expected (?:one of )?(?<known>.*))?")
        .expect("the pattern is sound")
});

/// The message of the parser, as an editor would put it.
fn words(message: &str) -> Words {
    if let Some(unknown) = UNKNOWN.captures(message) {
        let found = &unknown["found"];
        let known: Vec<&str> =
            unknown.name("known").map_or("", |known| known.as_str()).split('`').skip(1).step_by(2).collect();
        let (zh, en) = if &unknown["what"] == "field" { ("键", "key") } else { ("值", "value") };
        return match nearest(found, known.iter().copied()) {
            Some(nearest) => Words::new(
                format!("没有“{found}”这个{zh}；是不是“{nearest}”？"),
                format!("no {en} “{found}”; did you mean “{nearest}”?"),
            ),
            None => Words::new(
                format!("没有“{found}”这个{zh}；可用的有 {}", known.join("、")),
                format!("no {en} “{found}”; there are {}", known.join(", ")),
            ),
        };
    }
    if let Some(field) = message.strip_prefix("missing field `").and_then(|rest| rest.split('`').next()) {
        return Words::new(format!("缺少“{field}”"), format!("“{field}” is missing"));
    }
    let zh = if message.starts_with("invalid") { "这里的值不对" } else { "不合 TOML 语法" };
    Words::new(format!("{zh}（{message}）"), message)
}
