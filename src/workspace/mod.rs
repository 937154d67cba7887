//! Many bulletins: which files are bulletins, and how they are read.

pub mod config;
mod discover;
mod jsonl;
mod read;

pub use discover::{EXTENSIONS, Found, discover};
pub use jsonl::{JsonDocument, JsonLines, LineError};
pub use read::{MAX_DOCUMENT_BYTES, ReadError, read_file, read_from};
