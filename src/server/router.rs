//! One connection: what it knows, and how requests are answered from it.

use std::{
    collections::{HashMap, HashSet},
    future::{Ready, ready},
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, OnceLock, PoisonError,
        atomic::{AtomicBool, AtomicU8, Ordering},
    },
};

use tokio::sync::{mpsc, watch};
use tower_lsp::{
    Client, gen_lsp_types as lsp,
    jsonrpc::{Error, Result},
};

use super::{
    abilities::Abilities,
    configuration,
    index::{Draft, Folders, Index},
    ledger::Shelf,
    progress::{self, Step, Whom},
    publish,
    reading::{Failure, Stop, failure},
    semantic_tokens::Given,
    session::{Open, Session, Settled, Snapshot},
    settings::Settings,
};
use crate::{check::Profile, workspace::config::Configurations};

/// One connection.
pub struct Router {
    /// Where messages to the client go.
    pub client: Client,
    /// Settled by `initialize`, before which no other message is let through.
    abilities: OnceLock<Abilities>,
    session: Arc<Mutex<Session>>,
    folders: Mutex<Folders>,
    /// What was read in the folders.
    index: Arc<Index>,
    pub(super) settings: Mutex<Arc<Settings>>,
    /// The tokens that the client has of each document.
    tokens: Mutex<HashMap<lsp::Uri, Given>>,
    /// The ledgers that were shown.
    pub shelf: Arc<Mutex<Shelf>>,
    /// What the transport is to know.
    pub shared: Shared,
}

/// What is known to the connection and to its transport.
#[derive(Clone, Debug, Default)]
pub struct Shared {
    /// Whether the client said good-bye before it leaves.
    pub shutdown: Arc<AtomicBool>,
    /// How much the client wants to be told of what is done: nothing, each message, or how it went as well.
    pub trace: Arc<AtomicU8>,
    /// Whether the client can say nothing more: no answer of it is waited for.
    pub is_mute: Arc<watch::Sender<bool>>,
}

impl Router {
    /// A connection of which nothing is known yet.
    pub fn new(client: Client, shared: Shared) -> Self {
        Self {
            client,
            abilities: OnceLock::new(),
            session: Arc::default(),
            folders: Mutex::default(),
            index: Arc::default(),
            settings: Mutex::default(),
            tokens: Mutex::default(),
            shelf: Arc::default(),
            shared,
        }
    }

    /// What the client can do, in the language that the user has set.
    pub fn abilities(&self) -> Abilities {
        let agreed = self.abilities.get().copied().unwrap_or_default();
        Abilities { language: self.settings().language.unwrap_or(agreed.language), ..agreed }
    }

    /// `$/setTrace`.
    #[allow(clippy::needless_pass_by_value, reason = "as the framework calls it")]
    pub fn set_trace(&self, params: lsp::SetTraceParams) -> Ready<()> {
        self.trace(Some(&params.value));
        ready(())
    }

    /// Notes how much the client wants to be told of what is done.
    pub fn trace(&self, value: Option<&lsp::TraceValue>) {
        let how_much = match value {
            Some(lsp::TraceValue::Messages) => 1,
            Some(lsp::TraceValue::Verbose) => 2,
            _ => 0,
        };
        self.shared.trace.store(how_much, Ordering::Relaxed);
    }

    /// What the user has set.
    pub fn settings(&self) -> Arc<Settings> {
        Arc::clone(&self.settings.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// The tokens that the client has of a document, in whose place it is given `now`.
    pub fn give_tokens(&self, uri: lsp::Uri, now: Given) -> Option<Given> {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).insert(uri, now)
    }

    /// Forgets what the client has of a document that it closed.
    pub fn forget_tokens(&self, uri: &lsp::Uri) {
        self.tokens.lock().unwrap_or_else(PoisonError::into_inner).remove(uri);
    }

    /// Notes what the client can do.
    pub fn agree(&self, params: &lsp::InitializeParams) -> Abilities {
        *self.abilities.get_or_init(|| Abilities::of(params))
    }

    /// The documents.
    pub fn session(&self) -> MutexGuard<'_, Session> {
        self.session.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The folders of the workspace as they are now.
    pub fn folders(&self) -> Folders {
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes folders in, and leaves folders out.
    pub fn change_folders(&self, added: &[lsp::Uri], removed: &[lsp::Uri]) {
        self.folders.lock().unwrap_or_else(PoisonError::into_inner).change(added, removed);
    }

    /// Changes the documents, and sees to it that the diagnostics follow.
    pub fn update(&self, uri: lsp::Uri, update: impl FnOnce(&mut Session, &lsp::Uri) -> bool) {
        let needs_publisher = update(&mut self.session(), &uri);
        if needs_publisher {
            self.keep_published(uri);
        }
    }

    /// Sees to it that what was not told of a sentence while it was typed is told now.
    pub fn settle(&self, uri: lsp::Uri, settle: impl FnOnce(&mut Session, &lsp::Uri) -> Settled) {
        let settled = settle(&mut self.session(), &uri);
        if let Settled::Now { needs_publisher } = settled {
            if needs_publisher {
                self.keep_published(uri);
            }
            self.refresh_diagnostics();
        }
    }

    /// Takes note of where a client asks what it asks wherever the caret goes: no message of its own says that.
    pub fn note_caret(&self, uri: &lsp::Uri, at: lsp::Range) {
        let encoding = self.abilities().encoding;
        self.settle(uri.clone(), |session, uri| session.moved(uri, at, encoding));
    }

    /// A client that asks for diagnostics is never sent any.
    fn keep_published(&self, uri: lsp::Uri) {
        let abilities = self.abilities();
        if abilities.pulls_diagnostics {
            self.session().leave_unpublished(&uri);
        } else {
            let (client, session) = (self.client.clone(), Arc::clone(&self.session));
            tokio::spawn(publish::keep_published(client, session, abilities, uri));
        }
    }

    /// Asks a client that asks for diagnostics to ask anew.
    pub fn refresh_diagnostics(&self) {
        let abilities = self.abilities();
        if abilities.pulls_diagnostics && abilities.refreshes_diagnostics {
            let client = self.client.clone();
            // A client that will not goes on as if it could not.
            tokio::spawn(async move { client.workspace_diagnostic_refresh().await });
        }
    }

    /// How a document is checked; the client is told where its configuration is wrong.
    pub fn profile(&self, uri: &lsp::Uri) -> Arc<Profile> {
        let (profile, wrong) = configuration::profile(uri, &self.settings(), &self.folders());
        if let Some(error) = wrong {
            let (client, line) = (self.client.clone(), error.line(self.abilities().language));
            tokio::spawn(async move { client.show_message(lsp::MessageType::Error, line).await });
        }
        profile
    }

    /// Reads the configurations of the open documents anew, and forgets what was found under the old ones.
    pub fn reconfigure(&self) {
        self.index.forget_all();
        let open = self.session().addresses();
        for uri in open {
            let profile = self.profile(&uri);
            self.update(uri, |session, uri| session.reconfigure(uri, profile));
        }
        self.refresh_diagnostics();
    }

    /// Publishes the open documents anew, in the words of another language.
    pub fn republish(&self) {
        let open = self.session().addresses();
        for uri in open {
            self.update(uri, Session::touch);
        }
    }

    /// Where the configurations of drafts come from.
    pub fn configurations(&self) -> Configurations {
        configuration::configurations(&self.settings(), &self.folders())
    }

    /// Goes through the bulletins of the workspace that are not open, until `each` has enough. Files are read on a thread
    /// where that holds up nothing; the client is told how far that has come, and no more is read if it cancels.
    pub async fn each_draft<T: Send + 'static>(
        &self,
        token: Option<lsp::ProgressToken>,
        open: HashSet<PathBuf>,
        mut all: T,
        each: impl Fn(&mut T, lsp::Uri, &Draft) -> bool + Send + 'static,
    ) -> Result<T> {
        let (index, folders, abilities) = (Arc::clone(&self.index), self.folders(), self.abilities());
        let mut configurations = self.configurations();
        let whom = match token {
            Some(token) => Whom::Asked(token),
            None if abilities.shows_progress => Whom::Shows,
            None => Whom::Nobody,
        };
        let must_end_first = matches!(whom, Whom::Asked(_));
        let (steps, told) = mpsc::unbounded_channel();
        // By itself, so that its end is told where the request is cancelled, too.
        let telling = tokio::spawn(progress::tell(self.client.clone(), whom, told, abilities.language));
        let stop = Stop::default();
        let goes_on = stop.goes_on();
        let all = self
            .work(move || {
                let paths = index.paths(&folders, &open);
                let total = paths.len();
                for (done, path) in paths.iter().enumerate() {
                    if !goes_on() {
                        break;
                    }
                    let Some((uri, draft, is_new)) = index.draft(path, &mut configurations, abilities) else {
                        continue;
                    };
                    if is_new {
                        // Nobody may be listening.
                        steps.send(Step { done: done + 1, total }).ok();
                    }
                    if !each(&mut all, uri, &draft) {
                        break;
                    }
                }
                all
            })
            .await;
        if must_end_first {
            drop(telling.await);
        }
        all
    }

    /// The document as it is now, if it is open.
    pub fn newest(&self, uri: &lsp::Uri) -> Option<Arc<Snapshot>> {
        self.session().newest(uri)
    }

    /// The open documents as they are now.
    pub fn all_newest(&self) -> HashMap<lsp::Uri, Arc<Snapshot>> {
        let session = self.session();
        let newest = |uri: lsp::Uri| session.newest(&uri).map(|snapshot| (uri, snapshot));
        session.addresses().into_iter().filter_map(newest).collect()
    }

    /// Answers of a document as it is now, before the first wait; `None` if it is not open.
    pub async fn ask<T: Send + 'static>(
        &self,
        uri: &lsp::Uri,
        answer: impl FnOnce(&Open, Abilities) -> T + Send + 'static,
    ) -> Result<Option<T>> {
        let snapshot = self.newest(uri);
        let Some(snapshot) = snapshot else { return Ok(None) };
        self.ask_of(&snapshot, answer).await.map(Some)
    }

    /// Answers of a document as it was.
    pub async fn ask_of<T: Send + 'static>(
        &self,
        snapshot: &Snapshot,
        answer: impl FnOnce(&Open, Abilities) -> T + Send + 'static,
    ) -> Result<T> {
        let abilities = self.abilities();
        let answered = async {
            let open = snapshot.read().await?;
            tokio::task::spawn_blocking(move || answer(&open, abilities)).await.map_err(failure)
        };
        match answered.await {
            Ok(answer) => Ok(answer),
            Err(why) => Err(self.failed(&why).await),
        }
    }

    /// Does work of no document on a thread where it holds up nothing.
    pub async fn work<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        match tokio::task::spawn_blocking(work).await.map_err(failure) {
            Ok(done) => Ok(done),
            Err(why) => Err(self.failed(&why).await),
        }
    }

    /// Tells the client's log of an error of ours; the answer to the request.
    async fn failed(&self, why: &Failure) -> Error {
        report(&self.client, why).await;
        Error { message: why.to_string().into(), ..Error::internal_error() }
    }
}

/// Tells the client's log of an error of ours.
pub async fn report(client: &Client, why: &Failure) {
    client.log_message(lsp::MessageType::Error, format!("服务器内部错误 · internal error: {why}")).await;
}
