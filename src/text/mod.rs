//! A bulletin's characters: the rope, lines, edits, positions, decoding and encoding.

pub mod chars;
mod decode;
mod document;
mod form;
mod logical;
pub mod nearby;
mod nearest;
mod span;
mod spans;

pub use decode::{DecodeError, decode, decode_with_form};
pub use document::{Document, Encoding, Position};
pub use form::{Charset, Form};
pub use logical::LogicalText;
pub use nearest::nearest;
pub use span::Span;
pub use spans::Spans;
