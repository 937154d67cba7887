//! Findings, annotations and the ledger of figures for people and machines.
//!
//! A [`Report`] is told of each document as it has been checked, so that nothing is held back until all are done.

mod checkstyle;
mod concise;
pub mod contract;
mod error_rate;
mod excerpt;
mod fingerprint;
mod full;
mod github;
mod gitlab;
mod html;
mod json;
mod junit;
mod ledger;
mod limited;
mod position;
mod rdjson;
#[cfg(test)]
mod samples;
mod sarif;
mod statistics;
pub mod style;
mod tree;

use std::io;

pub use checkstyle::Checkstyle;
pub use concise::Concise;
pub use contract::Source;
pub use full::Full;
pub use github::Github;
pub use gitlab::Gitlab;
pub use html::FindingsPage;
pub use json::{Content, Framing, Json};
pub use junit::Junit;
pub use ledger::{Html, Table};
pub use limited::Limited;
pub use position::Positions;
pub use rdjson::Rdjson;
pub use sarif::Sarif;
pub use statistics::Statistics;
pub use tree::Tree;

use crate::check::{Analysis, error_rate::ErrorRate};

/// A document that was read and checked.
#[derive(Clone, Copy, Debug)]
pub struct Checked<'a> {
    /// What it is called.
    pub source: &'a Source,
    /// Its whole text.
    pub text: &'a str,
    /// What was read and found in it.
    pub analysis: &'a Analysis,
    /// Its error rate, if that is wanted.
    pub error_rate: Option<&'a ErrorRate>,
}

/// One way to say what was found. Errors are those of the writer.
pub trait Report {
    /// Whether it looks at articles and what they mention, or at findings alone, which may come from an earlier check.
    fn needs_articles(&self) -> bool {
        true
    }

    /// Says what is in a document.
    fn document(&mut self, out: &mut dyn io::Write, checked: &Checked<'_>) -> io::Result<()>;

    /// Says that a document could not be read. Formats for people leave that to standard error.
    fn failure(&mut self, out: &mut dyn io::Write, source: &Source, error: &str) -> io::Result<()> {
        let _ = (out, source, error);
        Ok(())
    }

    /// Says what can only be said at the end.
    fn finish(&mut self, out: &mut dyn io::Write) -> io::Result<()> {
        let _ = out;
        Ok(())
    }
}
