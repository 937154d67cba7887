//! 期间 alone between two marks, where 其间 is meant: 期间 wants to be told which.

use super::{Found, Reading, SlipKind};
use crate::{lexicon::word_pair::PairKind, text::Span};

/// 期间 as a clause of its own.
pub(super) fn find(reading: Reading<'_>) -> Vec<Found> {
    const WORD: &str = "期间";
    let text = reading.text;
    let alone = text.match_indices(WORD).filter(|(at, _)| {
        text[..*at].ends_with(['，', '。', '；']) && text[at + WORD.len()..].starts_with('，')
    });
    alone
        .map(|(at, _)| Found {
            ground: (
                "“期间”前面要有修饰语，单用作“其间”",
                "期间 stands behind what says which; alone it is 其间",
            ),
            is_certain: false,
            ..Found::certain(Span::new(at, at + WORD.len()), SlipKind::Listed(PairKind::Confused), "其间")
        })
        .collect()
}
