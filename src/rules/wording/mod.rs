//! Words that do not belong.

mod foreign_word;

pub use foreign_word::ForeignWord;
