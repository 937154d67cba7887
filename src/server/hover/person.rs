//! The card of a person: the posts that the draft gives, and where the person is mentioned.

use super::{Card, mentions::mentions};
use crate::{annotate::Person, rules::Words, server::session::Open};

/// The card of a person.
pub fn card(open: &Open, one: &Person) -> Card {
    let mut facts = Vec::new();
    // A person is introduced once and named without posts afterwards: the card has what the whole draft says.
    let mut posts: Vec<&str> = Vec::new();
    let articles = open.analysis.articles.iter();
    for other in articles.flat_map(|article| &article.analysis.annotations.persons) {
        for post in other.posts.iter().filter(|_| other.text == one.text) {
            if !posts.contains(&post.as_str()) {
                posts.push(post);
            }
        }
    }
    if !posts.is_empty() {
        let posts = posts.join("、");
        facts.push(Words::new(posts.clone(), posts));
    }
    facts.push(mentions(open, |said| {
        said.persons.iter().filter(|other| other.text == one.text).map(|other| other.place.span).collect()
    }));
    Card { span: one.place.span, name: one.text.clone(), kind: None, facts }
}
