//! kanwu (勘误) proofreads Chinese news bulletins.
//!
//! ```text
//! bytes → text → outline → annotate → rules → check → report | server
//! ```
//!
//! - [`text`]: a bulletin's characters, lines and positions
//! - [`outline`]: articles, headlines, sections, paragraphs, bylines
//! - [`annotate`]: localities, organizations, persons, figures, dates
//! - [`rules`]: what can be wrong, one file a rule
//! - [`check`]: runs the rules, and after an edit only those whose article changed; applies their fixes
//! - [`format`](mod@format): sets a draft out anew without changing a word
//! - [`ledger`]: figures and the relations between them, put into words
//! - [`workspace`]: many bulletins: file discovery and reading
//! - [`report`]: findings and annotations for people and machines
//!
//! Imports point up this list only.

pub mod annotate;
pub mod check;
pub mod cli;
pub mod format;
pub mod ledger;
pub mod lexicon;
pub mod outline;
pub mod report;
pub mod rules;
pub mod server;
pub mod text;
pub mod workspace;
