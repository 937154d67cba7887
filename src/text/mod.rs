//! A bulletin's characters: the rope, lines, edits, positions, decoding.

pub mod chars;
mod decode;
mod document;
mod logical;
pub mod nearby;
mod nearest;
mod span;
mod spans;

pub use decode::{DecodeError, decode};
pub use document::{Document, Encoding, Position};
pub use logical::LogicalText;
pub use nearest::nearest;
pub use span::Span;
pub use spans::Spans;
