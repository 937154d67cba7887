//! Forms of the tables of the standards, where they are words of their own in the text.

use super::{Found, Reading, SlipKind};
use crate::lexicon::word_pair::{self, PairKind};

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

/// Words for what those who sign have done.
const ROLES: &[&str] = &["通讯", "编辑", "摄像", "供稿", "校对", "采访"];

/// Misspelt roles alone, for bylines: 通迅员, 责任编缉.
pub(super) fn find_roles(reading: Reading<'_>) -> Vec<Found> {
    let is_role = |slip: &Found| {
        slip.kind == SlipKind::Listed(PairKind::Misspelling)
            && ROLES.iter().any(|role| slip.right.starts_with(role))
    };
    find(reading).into_iter().filter(is_role).collect()
}
