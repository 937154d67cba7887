//! The open documents, and what is read in them when somebody asks.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use tokio::sync::watch;
use tower_lsp::gen_lsp_types as lsp;

use super::{
    convert,
    reading::{Failure, Reading},
    typing,
};
use crate::{
    check::{Analysis, Profile},
    text::{Document, Encoding, Span},
};

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
    /// The sentence that is being typed: what is found in it is not told yet.
    pub unfinished: Option<Span>,
}

/// A document as it was when a message came. Later edits make new ones; this stays as it is.
#[derive(Debug)]
pub struct Snapshot {
    uri: lsp::Uri,
    document: Document,
    version: i32,
    /// How it is checked.
    profile: Arc<Profile>,
    /// Where something was typed last, as far as is known.
    caret: Option<usize>,
    /// The last analysis of the document, of whatever version: the next takes over from it.
    last: Arc<Mutex<Arc<Analysis>>>,
    /// The analysis of this very text, once somebody has asked for it.
    reading: Arc<Reading>,
}

impl Snapshot {
    fn new(uri: lsp::Uri, document: Document, version: i32, profile: Arc<Profile>) -> Self {
        let (last, reading) = (Arc::default(), Arc::default());
        Self { uri, document, version, profile, caret: None, last, reading }
    }

    /// The same document with another text, or checked in another way.
    fn followed_by(
        &self,
        document: Document,
        version: i32,
        profile: Arc<Profile>,
        caret: Option<usize>,
    ) -> Self {
        let (uri, last, reading) = (self.uri.clone(), Arc::clone(&self.last), Arc::default());
        Self { uri, document, version, profile, caret, last, reading }
    }

    /// The very same text, in which nobody types any more.
    fn settled(&self) -> Self {
        Self {
            uri: self.uri.clone(),
            document: self.document.clone(),
            version: self.version,
            profile: Arc::clone(&self.profile),
            caret: None,
            last: Arc::clone(&self.last),
            reading: Arc::clone(&self.reading),
        }
    }

    /// The client's version of the text.
    pub const fn version(&self) -> i32 {
        self.version
    }

    /// The text alone.
    pub const fn document(&self) -> &Document {
        &self.document
    }

    /// The sentence that is being typed, if one is.
    fn unfinished(&self) -> Option<Span> {
        typing::unfinished(&self.document, self.caret?)
    }

    /// The document with its analysis, made once however many ask, on a thread where it holds up nothing. It is given up
    /// when nobody waits for it any more.
    pub async fn read(&self) -> Result<Open, Failure> {
        Ok(Open {
            uri: self.uri.clone(),
            document: self.document.clone(),
            version: self.version,
            analysis: self.reading.get(&self.document, &self.profile, &self.last).await?,
            unfinished: self.unfinished(),
        })
    }
}

/// What is kept for one address.
#[derive(Debug)]
struct Slot {
    /// The newest text; `None` once the document is closed.
    newest: Option<Arc<Snapshot>>,
    /// Counts what was opened, changed and closed, and tells who waits for it.
    generation: watch::Sender<u64>,
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
            generation: watch::Sender::new(0),
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
        let mut caret = None;
        let is_one = changes.len() == 1;
        for change in changes {
            match change {
                lsp::TextDocumentContentChangeEvent::TextDocumentContentChangePartial(part) => {
                    let span = convert::span(&document, part.range, encoding);
                    document.replace(span, &part.text);
                    // Several changes at once are no typing, and neither is a change of more than a line.
                    caret =
                        (is_one && !part.text.contains(['\n', '\r'])).then(|| span.start + part.text.len());
                }
                lsp::TextDocumentContentChangeEvent::TextDocumentContentChangeWholeDocument(whole) => {
                    document = Document::new(&whole.text);
                }
            }
        }
        let snapshot = before.followed_by(document, version, Arc::clone(&before.profile), caret);
        slot.set(Some(Arc::new(snapshot)))
    }

    /// Checks a document in another way from now on; whether it needs somebody to publish it.
    pub fn reconfigure(&mut self, uri: &lsp::Uri, profile: Arc<Profile>) -> bool {
        let Some(slot) = self.documents.get_mut(uri) else { return false };
        let Some(before) = &slot.newest else { return false };
        if Arc::ptr_eq(&before.profile, &profile) || before.profile == profile {
            return false;
        }
        let snapshot = before.followed_by(before.document.clone(), before.version, profile, before.caret);
        slot.set(Some(Arc::new(snapshot)))
    }

    /// Publishes a document anew though nothing has changed; whether it needs somebody to publish it.
    pub fn touch(&mut self, uri: &lsp::Uri) -> bool {
        let Some(slot) = self.documents.get_mut(uri) else { return false };
        let newest = slot.newest.clone();
        newest.is_some() && slot.set(newest)
    }

    /// Notes that nobody types in a document any more, since it was saved; whether that needs to be published.
    pub fn settle(&mut self, uri: &lsp::Uri) -> Settled {
        self.leave(uri, |_, _| true)
    }

    /// Notes that the caret stands somewhere; where it has left the sentence that was typed, that may be told of now.
    pub fn moved(&mut self, uri: &lsp::Uri, to: lsp::Range, encoding: Encoding) -> Settled {
        self.leave(uri, |snapshot, unfinished| {
            let span = convert::span(&snapshot.document, to, encoding);
            span.end < unfinished.start || unfinished.end < span.start
        })
    }

    fn leave(&mut self, uri: &lsp::Uri, has_left: impl FnOnce(&Snapshot, Span) -> bool) -> Settled {
        let Some(slot) = self.documents.get_mut(uri) else { return Settled::Already };
        let Some(before) = &slot.newest else { return Settled::Already };
        match before.unfinished() {
            Some(unfinished) if has_left(before, unfinished) => {
                let snapshot = before.settled();
                Settled::Now { needs_publisher: slot.set(Some(Arc::new(snapshot))) }
            }
            _ => Settled::Already,
        }
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
        self.documents.get(uri).map_or((0, None), |slot| (*slot.generation.borrow(), slot.newest.clone()))
    }

    /// What tells of newer generations of an open document.
    pub fn generations(&self, uri: &lsp::Uri) -> Option<watch::Receiver<u64>> {
        self.documents.get(uri).map(|slot| slot.generation.subscribe())
    }

    /// Whether nothing has come since this generation.
    pub fn is_newest(&self, uri: &lsp::Uri, generation: u64) -> bool {
        self.documents.get(uri).is_some_and(|slot| *slot.generation.borrow() == generation)
    }

    /// Notes that nobody publishes a document, since the client asks.
    pub fn leave_unpublished(&mut self, uri: &lsp::Uri) {
        let newest = self.to_publish(uri).0;
        self.published(uri, newest);
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

/// Whether nobody types in a document any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settled {
    /// That was known, or the document is not open, or somebody does.
    Already,
    /// That is new, so that there may be more to tell of it.
    Now {
        /// Whether the document needs somebody to publish it.
        needs_publisher: bool,
    },
}

impl Slot {
    /// Takes in what is newest now; whether nobody is at work publishing yet, which the caller then must see to.
    fn set(&mut self, newest: Option<Arc<Snapshot>>) -> bool {
        self.newest = newest;
        self.generation.send_modify(|generation| *generation += 1);
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
        });
    }

    #[test]
    fn a_sentence_is_typed_until_the_caret_leaves_it_or_the_document_is_saved() {
        let (mut session, uri) = (Session::default(), lsp::Uri::from("file:///a"));
        let at = |line, character| lsp::Position { line, character };
        let range = |line, character| lsp::Range { start: at(line, character), end: at(line, character) };
        let part = |line, character, text: &str| {
            vec![lsp::TextDocumentContentChangeEvent::TextDocumentContentChangePartial(
                lsp::TextDocumentContentChangePartial {
                    range: range(line, character),
                    text: text.to_owned(),
                    ..lsp::TextDocumentContentChangePartial::default()
                },
            )]
        };
        let encoding = Encoding::Utf16;
        session.open(uri.clone(), 1, "甲县开工。\n乙县\n", Arc::default());
        let unfinished = |session: &Session| {
            let snapshot = session.newest(&uri).expect("it is open");
            snapshot.unfinished().map(|span| snapshot.document().slice(span))
        };
        assert_eq!(unfinished(&session), None);
        session.change(&uri, 2, part(1, 2, "也"), encoding);
        assert_eq!(unfinished(&session).as_deref(), Some("乙县也"));
        assert_eq!(session.moved(&uri, range(1, 3), encoding), Settled::Already);
        assert!(matches!(session.moved(&uri, range(0, 1), encoding), Settled::Now { .. }));
        assert_eq!(unfinished(&session), None);
        session.change(&uri, 3, part(1, 3, "开工"), encoding);
        assert_eq!(unfinished(&session).as_deref(), Some("乙县也开工"));
        assert!(matches!(session.settle(&uri), Settled::Now { .. }));
        assert_eq!(session.settle(&uri), Settled::Already);
        // What is pasted by the line is not typed.
        session.change(&uri, 4, part(1, 5, "了\n丙县"), encoding);
        assert_eq!(unfinished(&session), None);
    }
}
