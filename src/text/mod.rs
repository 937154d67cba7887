//! A bulletin's characters: the rope, lines, edits, positions, decoding.

pub mod chars;
mod document;
mod logical;
mod span;

pub use document::{Document, Encoding, Position};
pub use logical::LogicalText;
pub use span::Span;
