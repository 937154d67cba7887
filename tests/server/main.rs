//! The language server as a client meets it: a process, its standard input and output.

mod client;
mod concurrency;
mod configuration;
mod edits;
mod features;
mod formatting;
mod hover;
mod inlay_hint;
mod lifecycle;
mod malformed;
mod names;
