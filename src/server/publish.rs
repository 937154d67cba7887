//! `textDocument/publishDiagnostics`: what is found in the newest text of a document, as often as it changes.

use std::sync::{Arc, Mutex, PoisonError};

use tower_lsp::{Client, gen_lsp_types as lsp};

use super::{
    abilities::Abilities,
    diagnostics, report,
    session::{Session, Snapshot, failure},
};

/// Publishes a document until its newest text is published, or an empty list if it is closed.
///
/// There is never more than one at work for a document, so that versions cannot go backwards; the edits that come
/// while a text is analysed are taken together, and what was found in a text that is no longer the newest is dropped.
pub async fn keep_published(
    client: Client,
    session: Arc<Mutex<Session>>,
    abilities: Abilities,
    uri: lsp::Uri,
) {
    let lock = || session.lock().unwrap_or_else(PoisonError::into_inner);
    loop {
        let (generation, snapshot) = lock().to_publish(&uri);
        let version = snapshot.as_deref().map(Snapshot::version);
        let found = match snapshot {
            None => Ok(Vec::new()),
            Some(snapshot) => find(&snapshot, abilities).await,
        };
        let newest = lock().is_newest(&uri, generation);
        match found {
            Ok(found) if newest => client.publish_diagnostics(uri.clone(), found, version).await,
            Ok(_) => {}
            Err(why) => report(&client, &why).await,
        }
        if lock().published(&uri, generation) {
            return;
        }
    }
}

async fn find(snapshot: &Snapshot, abilities: Abilities) -> Result<Vec<lsp::Diagnostic>, super::Failure> {
    let open = snapshot.read().await?;
    tokio::task::spawn_blocking(move || diagnostics::of(&open, abilities)).await.map_err(failure)
}
