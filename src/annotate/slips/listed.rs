//! Forms of the tables of the standards, where they are words of their own in the text.

use super::{Found, Reading, SlipKind};
use crate::lexicon::word_pair;

/// The forms of all tables in a text.
pub(super) fn find(reading: Reading<'_>) -> Vec<Found> {
    word_pair::find(reading.text)
        .filter(|(at, _)| !reading.cuts_a_word(*at))
        .map(|(at, pair)| Found {
            at,
            kind: SlipKind::Listed(pair.kind),
            right: pair.right.to_owned(),
            ground: pair.ground,
            is_certain: pair.is_certain,
        })
        .collect()
}
