//! The language server: a router, and one file a feature.
//!
//! The framework, `tower-lsp-server`, gives the protocol's types, the routing of methods, the life cycle (-32002 before
//! `initialize`, -32600 after `shutdown`) and the cancelling of requests. What it does not do well is done here:
//!
//! - Its handlers interleave, so that edits may be applied out of order. Here every handler runs up to its first wait
//!   in the order of the messages ([`transport`]); edits are applied, and a request takes the text it asks about,
//!   before that ([`session`]).
//! - It works on four messages at a time, so that slow ones hold up cheap ones and `$/cancelRequest`. Here reading goes
//!   on whatever is being worked on.
//! - Work on its threads stops all reading and writing. Here documents are analysed, and answers made, on threads of
//!   their own, and work that nobody waits for any more stops ([`reading`]); of a document only its newest text is
//!   analysed for its diagnostics, and what was found in an older one is not sent ([`publish`], [`pull`]).
//! - A panic ends it. Here a panic answers its request with -32603, is told to the client's log, and changes no state:
//!   a text is replaced in one step or not at all.
//! - A malformed message ends it. Here it is answered with -32700, or -32600 if it is JSON, and what follows is read
//!   on from the next header ([`frames`]).
//! - It does not tell an `exit` without `shutdown` from one with it. [`serve`] does.

mod abilities;
mod capabilities;
mod code_action;
mod code_lens;
mod completion;
mod configuration;
mod convert;
mod diagnostics;
mod document_link;
mod document_symbol;
mod file_uri;
mod folding_range;
mod formatting;
mod frames;
mod hover;
mod index;
mod inlay_hint;
mod ledger;
mod linked_editing;
mod methods;
mod name;
mod navigation;
mod progress;
mod publish;
mod pull;
mod reading;
mod rename;
mod router;
mod sections;
mod selection_range;
mod semantic_tokens;
mod session;
mod settings;
mod transport;
mod typing;
mod units;
mod workspace_symbol;

use std::sync::atomic::Ordering;

use tokio::io::{AsyncRead, AsyncWrite};
use tower_lsp::LspService;

use router::{Router, Shared};

/// Serves one client until it leaves; returns whether it left in order, with `shutdown` first.
pub async fn serve(input: impl AsyncRead + Unpin, output: impl AsyncWrite) -> bool {
    let shared = Shared::default();
    let known = shared.clone();
    let service = LspService::build(|client| Router::new(client, known));
    let (service, socket) = service.custom_method("$/setTrace", Router::set_trace).finish();
    transport::serve(input, output, service, socket, &shared).await;
    shared.shutdown.load(Ordering::SeqCst)
}
