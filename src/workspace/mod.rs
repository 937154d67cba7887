//! Many bulletins: which files are bulletins, how they are read and written.

pub mod config;
mod discover;
mod jsonl;
mod read;
mod write;

pub use discover::{EXTENSIONS, Found, discover};
pub use jsonl::{JsonDocument, JsonLines, LineError};
pub use read::{MAX_DOCUMENT_BYTES, ReadError, read_file, read_from};
pub use write::{WriteError, rewrite_file};
