//! What the unit tests of the relations share.

use super::{Relation, RelationKind, Verdict, find};
use crate::{
    annotate::{Annotations, figures},
    outline::{Article, Layout},
};

/// The relations of a kind in a paragraph, read from its figures alone.
pub fn relations(kind: RelationKind, body: &str) -> Vec<Relation> {
    let text = format!("青禾县春耕有序\n　　{body}\n");
    let article = Article::parse(&text, &Layout::default());
    let said = Annotations { figures: figures::find(&article), ..Annotations::default() };
    find(&article, &said).into_iter().filter(|relation| relation.kind == kind).collect()
}

/// Whether they hold.
pub fn verdicts(kind: RelationKind, body: &str) -> Vec<Verdict> {
    relations(kind, body).into_iter().map(|relation| relation.verdict).collect()
}
