//! One document a line, or one array of documents: the contract's types, written as they come.

use std::io::{self, Write};

use serde::Serialize;

use super::{
    Checked, Report, Source,
    contract::{DocumentAnnotations, DocumentError, DocumentFindings},
};
use crate::rules::Language;

/// What is written of each document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// What was found, with messages in this language.
    Findings(Language),
    /// Outline and mentions.
    Annotations,
}

/// How documents are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// One JSON array.
    Array,
    /// One line each.
    Lines,
}

/// Writes documents as JSON.
#[derive(Debug)]
pub struct Json {
    content: Content,
    framing: Framing,
    /// How many documents were written.
    count: usize,
}

impl Json {
    /// Writes `content` of each document, framed in one of the two ways.
    pub const fn new(content: Content, framing: Framing) -> Self {
        Self { content, framing, count: 0 }
    }

    fn write(&mut self, out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
        if self.framing == Framing::Array {
            out.write_all(if self.count == 0 { b"[\n" } else { b",\n" })?;
        }
        self.count += 1;
        // An error here can only be the writer's: nothing in the contract fails to serialize.
        serde_json::to_writer(&mut *out, value).map_err(io::Error::from)?;
        if self.framing == Framing::Lines { out.write_all(b"\n") } else { Ok(()) }
    }
}

impl Report for Json {
    fn document(&mut self, out: &mut dyn Write, checked: &Checked<'_>) -> io::Result<()> {
        let Checked { source, text, analysis } = *checked;
        match self.content {
            Content::Findings(language) => {
                self.write(out, &DocumentFindings::new(source, text, analysis, language))
            }
            Content::Annotations => self.write(out, &DocumentAnnotations::new(source, text, analysis)),
        }
    }

    fn failure(&mut self, out: &mut dyn Write, source: &Source, error: &str) -> io::Result<()> {
        self.write(out, &DocumentError { source, error })
    }

    fn finish(&mut self, out: &mut dyn Write) -> io::Result<()> {
        match (self.framing, self.count) {
            (Framing::Lines, _) => Ok(()),
            (Framing::Array, 0) => out.write_all(b"[]\n"),
            (Framing::Array, _) => out.write_all(b"\n]\n"),
        }
    }
}
