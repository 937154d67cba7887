//! The machine formats, as their types: what `--output-format json` and `jsonl` print.
//!
//! Fields may be added, never renamed. Lines and columns are 1-based, columns count Unicode scalar values, and ends
//! are exclusive.

mod annotations;
mod error_rate;
mod findings;
mod ledger;
mod rule;
mod scope;
mod words;

pub use annotations::{
    Annotation, Article, Byline, DocumentAnnotations, LocalityType, Mention, OrganizationType, Paragraph,
    Role,
};
pub use error_rate::{CountedErrors, ErrorRate};
pub use findings::{DocumentFindings, Edit, Finding, Fix, Related};
pub use ledger::{
    Correction, Date, DocumentLedger, Figure, LedgerArticle, Operand, OperandPart, Reason, Relation,
    RelationType, Verdict,
};
pub use rule::Rule;
pub use scope::{Actor, Period, Scope};

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, generate::SchemaSettings};
use serde::Serialize;
use serde_json::value::RawValue;

/// The JSON Schema of what `check` prints of a document.
pub fn findings_schema() -> Schema {
    serialized().into_root_schema_for::<DocumentFindings>()
}

/// The JSON Schema of what `annotate` prints of a document.
pub fn annotations_schema() -> Schema {
    serialized().into_root_schema_for::<DocumentAnnotations>()
}

/// The JSON Schema of what `figures` prints of a document.
pub fn ledger_schema() -> Schema {
    serialized().into_root_schema_for::<DocumentLedger>()
}

/// Schemas of what is written rather than read.
fn serialized() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}

/// A place between two characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
pub struct Position {
    /// 1-based line. Lines end at LF, CRLF or a lone CR.
    pub line: usize,
    /// 1-based, in Unicode scalar values.
    pub column: usize,
}

/// A stretch of text; `end` is exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Range {
    /// Before its first character.
    pub start: Position,
    /// Behind its last character.
    pub end: Position,
}

/// A stretch of text and how it reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct Text {
    /// How it reads, line breaks left out.
    pub text: String,
    /// Where it stands.
    pub range: Range,
}

/// Which document an answer is about: one field, `id` or `path`.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Source {
    /// The `id` that came with the document, as it came; `null` where there was none.
    Id(#[schemars(with = "serde_json::Value")] Box<RawValue>),
    /// The file; `-` for standard input.
    Path(String),
}

/// A document that could not be read.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct DocumentError<'a> {
    /// Which document.
    #[serde(flatten)]
    pub source: &'a Source,
    /// What went wrong.
    pub error: &'a str,
}

impl Source {
    /// How it is called where paths are told apart by their spelling: with slashes, and without `./` in front.
    pub fn path(&self) -> String {
        let name = self.to_string().replace(std::path::MAIN_SEPARATOR, "/");
        name.strip_prefix("./").map(str::to_owned).unwrap_or(name)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

impl fmt::Display for Source {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Path(path) => f.write_str(path),
            // A string is shown without its quotes, anything else as it was written.
            Self::Id(id) => match serde_json::from_str::<String>(id.get()) {
                Ok(id) => f.write_str(&id),
                Err(_) => f.write_str(id.get()),
            },
        }
    }
}
