//! Word drafts: their text, and findings written into them as comments.
//!
//! A draft is read and written part by part, and in a part that is changed only what is new is put in, at its place:
//! whatever else is in it, known to us or not, stays as it is to the byte.

mod comment;
mod package;
mod text;

use std::{io, path::Path};

pub use comment::Remark;
use package::Package;
use text::Body;

use crate::rules::Words;

/// The extension of Word drafts.
pub const EXTENSION: &str = "docx";

/// A Word draft.
#[derive(Debug)]
pub struct Docx {
    package: Package,
    body: Body,
}

impl Docx {
    /// Reads a draft.
    pub fn read(path: &Path) -> Result<Self, DocxError> {
        let mut package = Package::open(path)?;
        let part = package.main_part()?;
        let xml = package.part(&part)?;
        let body = Body::read(part, xml)?;
        Ok(Self { package, body })
    }

    /// Its text: a line for every paragraph, and one more for every line break in it. What was deleted and not yet
    /// accepted, and what only tells Word what to compute, is left out.
    pub fn text(&self) -> &str {
        &self.body.text
    }

    /// Writes the draft to another file, with remarks on it.
    pub fn write_with(&mut self, remarks: &[Remark], path: &Path) -> Result<(), DocxError> {
        let changed = comment::parts(&mut self.package, &self.body, remarks)?;
        self.package.write_with(&changed, path)
    }
}

/// Why a Word draft could not be read or written.
#[derive(Debug)]
pub enum DocxError {
    /// The system would not give it out, or take it.
    Io(io::Error),
    /// It is no package of parts.
    NoPackage(String),
    /// It is one of the forms that only Word can open.
    Closed,
    /// A part is not there.
    Missing(String),
    /// A part is larger than may be.
    TooLarge(String),
    /// A part is not well-formed.
    Malformed {
        /// Which one.
        part: String,
        /// From which byte on.
        offset: u64,
        /// What the parser says.
        reason: String,
    },
}

impl From<io::Error> for DocxError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl DocxError {
    /// What went wrong, for the user.
    pub fn words(&self) -> Words {
        match self {
            Self::Io(error) => Words::new(format!("无法读写：{error}"), error.to_string()),
            Self::NoPackage(reason) => Words::new(
                format!("不是 Word 文稿（.docx），或已损坏：{reason}"),
                format!("no Word draft (.docx), or a damaged one: {reason}"),
            ),
            Self::Closed => Words::new(
                "是加密的文稿，或旧格式的 .doc；请在 Word 中去掉密码、另存为 .docx",
                "it is encrypted, or an old .doc; save it as .docx without a password",
            ),
            Self::Missing(part) => Words::new(
                format!("Word 文稿已损坏：缺少 {part}"),
                format!("the Word draft is damaged: {part} is missing"),
            ),
            Self::TooLarge(part) => Words::new(
                format!("Word 文稿中的 {part} 展开后超过上限 {} MB", package::MOST_BYTES >> 20),
                format!("{part} in the Word draft is larger than {} MB", package::MOST_BYTES >> 20),
            ),
            Self::Malformed { part, offset, reason } => Words::new(
                format!("Word 文稿已损坏：{part} 自偏移 {offset} 字节处起不是合格的 XML（{reason}）"),
                format!("the Word draft is damaged: {part} is no XML from byte {offset} on ({reason})"),
            ),
        }
    }
}

#[cfg(test)]
mod tests;
