//! Reads a draft in whatever it was written: plain text, Markdown, Word.

use std::path::Path;

use super::{
    ReadError,
    docx::{self, Docx},
    markdown, read_file,
};

/// What a draft is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DraftKind {
    /// Plain text.
    #[default]
    Plain,
    /// Markdown.
    Markdown,
    /// Word: its text is a line a paragraph.
    Word,
}

impl DraftKind {
    /// What a file is written in, by its name.
    pub fn of(path: &Path) -> Self {
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if extension.eq_ignore_ascii_case(docx::EXTENSION) {
            Self::Word
        } else if markdown::is_markdown(path) {
            Self::Markdown
        } else {
            Self::Plain
        }
    }
}

/// Reads a draft: its text, and what it is written in.
pub fn read_draft(path: &Path) -> Result<(String, DraftKind), ReadError> {
    let kind = DraftKind::of(path);
    let text = match kind {
        DraftKind::Plain | DraftKind::Markdown => read_file(path)?,
        DraftKind::Word => Docx::read(path).map_err(ReadError::Docx)?.text().to_owned(),
    };
    Ok((text, kind))
}
