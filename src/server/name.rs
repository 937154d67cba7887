//! The name at a position, and everywhere the draft mentions what it names.

use tower_lsp::gen_lsp_types as lsp;

use super::{convert, session::Open};
use crate::text::{Encoding, Span};

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A place.
    Locality,
    /// A body.
    Organization,
    /// A person.
    Person,
}

/// One mention of a name.
#[derive(Clone, Debug)]
pub struct Mention {
    /// What kind of thing it names.
    pub kind: Kind,
    /// As written.
    pub text: String,
    /// The full name, where it is known.
    pub full: Option<String>,
    /// Where it stands in the draft.
    pub span: Span,
}

impl Mention {
    /// Whether two mentions name one thing: by their full names, or else by the names as written.
    pub fn is_same(&self, other: &Self) -> bool {
        self.kind == other.kind
            && match (&self.full, &other.full) {
                (Some(one), Some(other)) => one == other,
                (None, None) => self.text == other.text,
                _ => self.text == other.text && self.kind != Kind::Locality,
            }
    }
}

/// Every mention of a draft, in the order of its text.
pub fn all(open: &Open) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for article in &open.analysis.articles {
        let base = article.span.start;
        let said = &article.analysis.annotations;
        let mention = |kind, text: &str, full: Option<&String>, span: Span| Mention {
            kind,
            text: text.to_owned(),
            full: full.cloned(),
            span: span.shift(base),
        };
        mentions.extend(
            said.localities
                .iter()
                .map(|one| mention(Kind::Locality, &one.text, one.normalized.as_ref(), one.place.span)),
        );
        mentions.extend(
            said.organizations
                .iter()
                .map(|one| mention(Kind::Organization, &one.text, one.normalized.as_ref(), one.place.span)),
        );
        mentions
            .extend(said.persons.iter().map(|one| mention(Kind::Person, &one.text, None, one.place.span)));
    }
    mentions.sort_by_key(|one| (one.span, one.kind));
    mentions
}

/// The narrowest name at a position; its end belongs to it, as it does where a cursor stands behind a word.
pub fn at(open: &Open, position: lsp::Position, encoding: Encoding) -> Option<Mention> {
    let offset = open.document.offset(convert::position(position), encoding);
    let touches = |one: &Mention| one.span.start <= offset && offset <= one.span.end;
    let holds = |one: &Mention| one.span.holds(offset);
    all(open).into_iter().filter(touches).min_by_key(|one| (!holds(one), one.span.len()))
}

/// Every mention of what is named at a position.
pub fn everywhere(open: &Open, position: lsp::Position, encoding: Encoding) -> Vec<Mention> {
    let Some(one) = at(open, position, encoding) else { return Vec::new() };
    all(open).into_iter().filter(|other| other.is_same(&one)).collect()
}

/// A mention as a place of the protocol.
pub fn location(open: &Open, mention: &Mention, encoding: Encoding) -> lsp::Location {
    lsp::Location { uri: open.uri.clone(), range: convert::range(&open.document, mention.span, encoding) }
}
