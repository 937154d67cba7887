//! Many bulletins: which files are bulletins, how they are read and written, and what was found in them before.

mod cache;
mod changed;
pub mod config;
mod create;
mod discover;
pub mod docx;
mod draft;
mod jsonl;
mod list;
pub mod markdown;
mod read;
mod shard;
mod write;

pub use cache::{Cache, Key};
pub use changed::Changed;
pub use create::NewFile;
pub use discover::{EXTENSIONS, Found, discover, is_bulletin};
pub use draft::{DraftKind, read_draft};
pub use jsonl::{JsonDocument, JsonLines, LineError};
pub use list::read_list;
pub use read::{MAX_DOCUMENT_BYTES, ReadError, read_file, read_from};
pub use shard::Shard;
pub use write::{WriteError, rewrite_file};
