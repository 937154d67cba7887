//! What the unit tests of mentions share.

use super::{Annotations, annotate};
use crate::outline::{Article, Outline};

/// The articles of a text, each with what it mentions.
pub fn articles(text: &str) -> Vec<(Article, Annotations)> {
    let outline = Outline::of(text);
    let read = |text: &str| {
        let article = Article::parse(text, &outline.layout);
        let said = annotate(text, &article);
        (article, said)
    };
    outline.articles.iter().map(|span| read(span.of(text))).collect()
}

/// What the last article of a text mentions.
pub fn last(text: &str) -> Annotations {
    articles(text).pop().expect("an article").1
}
