//! What the tests of repetitions share.

use super::find;
use crate::{
    annotate::{
        annotate,
        relations::{Relation, Verdict},
    },
    outline::{Article, Layout},
};

/// The repetitions of an article of one head and one paragraph.
pub fn relations(head: &str, body: &str) -> Vec<Relation> {
    let text = format!("{head}\n\n　　{body}\n");
    let article = Article::parse(&text, &Layout { indented: true, spaced: true, ..Layout::default() });
    find(&article, &annotate(&text, &article))
}

/// Whether they hold.
pub fn verdicts(head: &str, body: &str) -> Vec<Verdict> {
    relations(head, body).iter().map(|relation| relation.verdict).collect()
}
