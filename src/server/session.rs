//! The open documents, and what is read in them when somebody asks.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, OnceLock, PoisonError},
};

use futures_util::{
    FutureExt,
    future::{BoxFuture, Shared},
};
use tower_lsp::gen_lsp_types as lsp;

use super::{convert, transport::panic_message};
use crate::{
    check::{Analysis, Profile},
    text::{Document, Encoding},
};

/// What an analysis said when it panicked.
pub type Failure = Arc<str>;

/// What came of an analysis.
type Analysed = Result<Arc<Analysis>, Failure>;

/// A document with what was found in it.
#[derive(Clone, Debug)]
pub struct Open {
    /// Its address.
    pub uri: lsp::Uri,
    /// The text.
    pub document: Document,
    /// The client's version of it.
    pub version: i32,
    /// What was read and found; always of this very text.
    pub analysis: Arc<Analysis>,
}

/// A document as it was when a message came. Later edits make new ones; this stays as it is.
#[derive(Debug)]
pub struct Snapshot {
    uri: lsp::Uri,
    document: Document,
    version: i32,
    /// How it is checked.
    profile: Arc<Profile>,
    /// The last analysis of the document that was finished, of whatever version: the next takes over from it.
    last: Arc<Mutex<Arc<Analysis>>>,
    /// The analysis of this very text, once somebody has asked for it.
    analysis: OnceLock<Shared<BoxFuture<'static, Analysed>>>,
}

impl Snapshot {
    fn new(uri: lsp::Uri, document: Document, version: i32, profile: Arc<Profile>) -> Self {
        Self { uri, document, version, profile, last: Arc::default(), analysis: OnceLock::new() }
    }

    /// The same document with another text, or checked in another way.
    fn followed_by(&self, document: Document, version: i32, profile: Arc<Profile>) -> Self {
        let last = Arc::clone(&self.last);
        Self { uri: self.uri.clone(), document, version, profile, last, analysis: OnceLock::new() }
    }

    /// The client's version of the text.
    pub const fn version(&self) -> i32 {
        self.version
    }

    /// The text alone.
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// The document with its analysis, made once however many ask, on a thread where it holds up nothing.
    pub async fn read(&self) -> Result<Open, Failure> {
        let analysis = self.analysis.get_or_init(|| {
            let (document, last) = (self.document.clone(), Arc::clone(&self.last));
            let profile = Arc::clone(&self.profile);
            let work = tokio::task::spawn_blocking(move || {
                let before = Arc::clone(&last.lock().unwrap_or_else(PoisonError::into_inner));
                let analysis = Arc::new(before.update_under(&document.text(), &profile));
                *last.lock().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&analysis);
                analysis
            });
            work.map(|done| done.map_err(failure)).boxed().shared()
        });
        let (uri, document, version) = (self.uri.clone(), self.document.clone(), self.version);
        Ok(Open { uri, document, version, analysis: analysis.clone().await? })
    }
}

/// What a task that did not end well said.
pub fn failure(error: tokio::task::JoinError) -> Failure {
    match error.try_into_panic() {
        Ok(panic) => panic_message(&*panic).into(),
        Err(error) => error.to_string().into(),
    }
}

/// What is kept for one address.
#[derive(Debug)]
struct Slot {
    /// The newest text; `None` once the document is closed.
    newest: Option<Arc<Snapshot>>,
    /// Counts what was opened, changed and closed.
    generation: u64,
    /// Whether somebody is at work publishing it.
    published_by_someone: bool,
}

/// The open documents by their address.
#[derive(Debug, Default)]
pub struct Session {
    documents: HashMap<lsp::Uri, Slot>,
}

impl Session {
    /// Takes in a document that was opened; whether it needs somebody to publish it.
    pub fn open(&mut self, uri: lsp::Uri, version: i32, text: &str, profile: Arc<Profile>) -> bool {
        let snapshot = Snapshot::new(uri.clone(), Document::new(text), version, profile);
        let slot = self.documents.entry(uri).or_insert(Slot {
            newest: None,
            generation: 0,
            published_by_someone: false,
        });
        slot.set(Some(Arc::new(snapshot)))
    }

    /// Applies changes in order; whether the document needs somebody to publish it. A change to a document that is
    /// not open is ignored.
    pub fn change(
        &mut self,
        uri: &lsp::Uri,
        version: i32,
        changes: Vec<lsp::TextDocumentContentChangeEvent>,
        encoding: Encoding,
    ) -> bool {
        let Some(slot) = self.documents.get_mut(uri) else { return false };
        let Some(before) = &slot.newest else { return false };
        let mut document = before.document.clone();
        for change in changes {
            match change {
                lsp::TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let span = convert::span(&document, part.range, encoding);
                    document.replace(span, &part.text);
                }
                lsp::TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                    document = Document::new(&whole.text);
                }
            }
        }
        let snapshot = before.followed_by(document, version, Arc::clone(&before.profile));
        slot.set(Some(Arc::new(snapshot)))
    }

    /// Checks a document in another way from now on; whether it needs somebody to publish it.
    pub fn reconfigure(&mut self, uri: &lsp::Uri, profile: Arc<Profile>) -> bool {
        let Some(slot) = self.documents.get_mut(uri) else { return false };
        let Some(before) = &slot.newest else { return false };
        let snapshot = before.followed_by(before.document.clone(), before.version, profile);
        slot.set(Some(Arc::new(snapshot)))
    }

    /// Forgets a document; whether it needs somebody to publish that.
    pub fn close(&mut self, uri: &lsp::Uri) -> bool {
        self.documents.get_mut(uri).is_some_and(|slot| slot.newest.is_some() && slot.set(None))
    }

    /// The addresses of the open documents, in order.
    pub fn addresses(&self) -> Vec<lsp::Uri> {
        let open = self.documents.iter().filter(|(_, slot)| slot.newest.is_some());
        let mut addresses: Vec<lsp::Uri> = open.map(|(uri, _)| uri.clone()).collect();
        addresses.sort_by(|one, other| one.0.cmp(&other.0));
        addresses
    }

    /// The document as it is now, if it is open.
    pub fn newest(&self, uri: &lsp::Uri) -> Option<Arc<Snapshot>> {
        self.documents.get(uri)?.newest.clone()
    }

    /// The document as it is now for whoever publishes it, and which generation that is.
    pub fn to_publish(&self, uri: &lsp::Uri) -> (u64, Option<Arc<Snapshot>>) {
        self.documents.get(uri).map_or((0, None), |slot| (slot.generation, slot.newest.clone()))
    }

    /// Whether nothing has come since this generation.
    pub fn is_newest(&self, uri: &lsp::Uri, generation: u64) -> bool {
        self.documents.get(uri).is_some_and(|slot| slot.generation == generation)
    }

    /// Notes that a generation is published; whether there is nothing more to publish.
    pub fn published(&mut self, uri: &lsp::Uri, generation: u64) -> bool {
        if !self.is_newest(uri, generation) {
            return false;
        }
        if let Some(slot) = self.documents.get_mut(uri) {
            slot.published_by_someone = false;
            if slot.newest.is_none() {
                self.documents.remove(uri);
            }
        }
        true
    }
}

impl Slot {
    /// Takes in what is newest now; whether nobody is at work publishing yet, which the caller then must see to.
    fn set(&mut self, newest: Option<Arc<Snapshot>>) -> bool {
        self.newest = newest;
        self.generation += 1;
        !std::mem::replace(&mut self.published_by_someone, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Vec<lsp::TextDocumentContentChangeEvent> {
        vec![lsp::TextDocumentContentChangeWholeDocument { text: text.to_owned() }.into()]
    }

    #[test]
    fn one_publisher_is_asked_for_until_the_newest_generation_is_published() {
        let (mut session, uri) = (Session::default(), lsp::Uri::from("file:///a"));
        let encoding = Encoding::Utf16;
        assert!(!session.change(&uri, 1, whole("甲"), encoding), "it is not open");
        assert!(session.open(uri.clone(), 1, "甲", Arc::default()));
        let (first, _) = session.to_publish(&uri);
        assert!(!session.change(&uri, 2, whole("乙"), encoding), "somebody is at work");
        assert!(!session.published(&uri, first), "there is a newer text");
        let (second, snapshot) = session.to_publish(&uri);
        assert_eq!(snapshot.map(|snapshot| snapshot.version()), Some(2));
        assert!(session.published(&uri, second));
        assert!(session.change(&uri, 3, whole("丙"), encoding), "nobody is at work any more");
    }

    #[test]
    fn a_document_closed_and_opened_again_keeps_its_publisher() {
        let (mut session, uri) = (Session::default(), lsp::Uri::from("file:///a"));
        assert!(session.open(uri.clone(), 1, "甲", Arc::default()));
        assert!(!session.close(&uri));
        let (closed, snapshot) = session.to_publish(&uri);
        assert!(snapshot.is_none() && session.newest(&uri).is_none());
        assert!(!session.open(uri.clone(), 1, "乙", Arc::default()));
        assert!(!session.published(&uri, closed), "the closing is no longer the newest");
        assert!(!session.close(&uri));
        let (closed, _) = session.to_publish(&uri);
        assert!(session.published(&uri, closed));
        assert!(session.documents.is_empty());
        assert!(!session.close(&uri), "it is closed already");
    }

    #[test]
    fn a_snapshot_is_read_once_and_stays_as_it_was() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let (mut session, uri) = (Session::default(), lsp::Uri::from("file:///a"));
            session.open(uri.clone(), 1, "甲县开工\n", Arc::default());
            let before = session.newest(&uri).expect("it is open");
            session.change(&uri, 2, whole("乙县开工\n"), Encoding::Utf16);
            let open = before.read().await.expect("it can be read");
            assert_eq!((open.version, open.document.text().as_str()), (1, "甲县开工\n"));
            assert!(Arc::ptr_eq(&open.analysis, &before.read().await.expect("again").analysis));
            let failed = tokio::task::spawn_blocking(|| panic!("out of luck")).await;
            assert_eq!(&*failure(failed.expect_err("it panics")), "out of luck");
        });
    }
}
