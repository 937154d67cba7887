//! The posts printed before a name: 市委统战部副部长、侨办主任、侨联主席席宇焯 has three.

use crate::{
    lexicon::{boundary::ends_before_name, post::post_len},
    text::{Span, Spans, chars::is_han},
};

/// How many characters a post may have, with its organization.
const LONGEST: usize = 24;

/// The posts that stand right before a name, in order, each with the body it is in.
pub(super) fn before(text: &str, name: usize, bodies: &Spans) -> Vec<String> {
    let mut posts = Vec::new();
    let mut end = name;
    while let Some(length) = post_len(&text[..end]) {
        let start = begin(text, end - length, bodies);
        posts.push(text[start..end].to_owned());
        let Some(rest) = text[..start].strip_suffix('、') else { break };
        end = rest.len();
    }
    posts.reverse();
    posts
}

/// Where a post whose last word begins at `head` begins: with its body, or behind the last mark.
fn begin(text: &str, head: usize, bodies: &Spans) -> usize {
    if let Some(body) = bodies.overlapping(Span::new(head.saturating_sub(1), head)) {
        return body.start;
    }
    let mut start = head;
    for (count, (at, c)) in text[..head].char_indices().rev().enumerate() {
        if count == LONGEST || !is_han(c) {
            break;
        }
        if let Some(body) = bodies.ending(at + c.len_utf8()) {
            return body.start;
        }
        start = at;
        // A verb or preposition ends what belongs to the post.
        if ends_before_name(&text[..at]) {
            break;
        }
    }
    start
}
