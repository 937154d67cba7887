//! `textDocument/publishDiagnostics`: what is found in the newest text of a document, as often as it changes, for a client
//! that does not ask.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use tokio::{sync::watch, time};
use tower_lsp::{Client, gen_lsp_types as lsp};

use super::{
    abilities::Abilities,
    diagnostics,
    reading::{Failure, failure},
    router::report,
    session::{Session, Snapshot},
};

/// How long nothing must have changed before a text that has been changed is looked at.
const PAUSE: Duration = Duration::from_millis(30);

/// How long a text is waited for that does not stop changing.
const LONGEST: Duration = Duration::from_millis(300);

/// Publishes a document until its newest text is published, or an empty list if it is closed.
///
/// There is never more than one at work for a document, so that versions cannot go backwards; the edits that come
/// in quick succession are taken together, and a text that is no longer the newest is looked at no further.
pub async fn keep_published(
    client: Client,
    session: Arc<Mutex<Session>>,
    abilities: Abilities,
    uri: lsp::Uri,
) {
    let lock = || session.lock().unwrap_or_else(PoisonError::into_inner);
    let Some(mut generations) = lock().generations(&uri) else { return };
    loop {
        // The first look is taken at once: a document that was just opened, or a single edit.
        let (generation, snapshot) = lock().to_publish(&uri);
        generations.mark_unchanged();
        let version = snapshot.as_deref().map(Snapshot::version);
        let found = match snapshot {
            None => Some(Ok(Vec::new())),
            Some(snapshot) => tokio::select! {
                biased;
                () = newer(&mut generations, generation) => None,
                found = find(&snapshot, abilities) => Some(found),
            },
        };
        let newest = lock().is_newest(&uri, generation);
        match found {
            Some(Ok(found)) if newest => client.publish_diagnostics(uri.clone(), found, version).await,
            Some(Err(why)) => report(&client, &why).await,
            Some(Ok(_)) | None => {}
        }
        if lock().published(&uri, generation) {
            return;
        }
        // Whatever goes on changing is looked at again when it has come to rest, or after a while.
        drop(time::timeout(LONGEST, rest(&mut generations)).await);
    }
}

/// Waits until there is a newer text.
async fn newer(generations: &mut watch::Receiver<u64>, generation: u64) {
    if generations.wait_for(|&newest| newest != generation).await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Waits until nothing has changed for a moment.
async fn rest(generations: &mut watch::Receiver<u64>) {
    while let Ok(Ok(())) = time::timeout(PAUSE, generations.changed()).await {}
}

async fn find(snapshot: &Snapshot, abilities: Abilities) -> Result<Vec<lsp::Diagnostic>, Failure> {
    let open = snapshot.read().await?;
    tokio::task::spawn_blocking(move || diagnostics::of(&open, abilities)).await.map_err(failure)
}
