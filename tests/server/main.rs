//! The language server as a client meets it.

mod client;
mod commands;
mod concurrency;
mod configuration;
mod diagnostics;
mod edits;
mod features;
mod formatting;
mod hover;
mod inlay_hint;
mod lifecycle;
mod malformed;
mod names;
mod structure;
mod tokens;
mod transports;
mod typing;
mod workspace;
