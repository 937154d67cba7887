//! Which of the candidates that overlap are meant: those that together explain the most of the text.

use super::{Mention, Source};
use crate::lexicon::boundary::ends_before_name;

/// The candidates of greatest weight that do not overlap, in order.
pub(super) fn best<'a>(text: &str, candidates: impl Iterator<Item = &'a Mention>) -> Vec<Mention> {
    let mut candidates: Vec<&Mention> = candidates.collect();
    candidates.sort_by_key(|one| (one.at.end, one.at.start));
    // Best total of the first n candidates, and whether it takes the nth.
    let mut totals = vec![0_u32];
    let mut taken = Vec::with_capacity(candidates.len());
    let before = |at: usize| candidates.partition_point(|one| one.at.end <= at);
    for (index, one) in candidates.iter().enumerate() {
        let with = totals[before(one.at.start).min(index)] + weight(text, one);
        taken.push(with > totals[index]);
        totals.push(with.max(totals[index]));
    }
    let mut chosen = Vec::new();
    let mut index = candidates.len();
    while index > 0 {
        if taken[index - 1] {
            chosen.push(candidates[index - 1].clone());
            index = before(candidates[index - 1].at.start).min(index - 1);
        } else {
            index -= 1;
        }
    }
    chosen.reverse();
    chosen
}

/// What a candidate explains: its length, more if it is known and begins where a name may begin. Each name costs
/// something, so that one long name (睢宁县) outweighs two that share it (睢, 宁县).
fn weight(text: &str, one: &Mention) -> u32 {
    let length = one.at.of(text).chars().count() as u32;
    let begins = u32::from(ends_before_name(&text[..one.at.start]));
    if length == 1 {
        return 2;
    }
    match one.source {
        Source::Full(_) => 10 * length - 5 + 3 + begins,
        Source::Short(_) | Source::World => 10 * length - 5 + 1 + begins,
        Source::Local => 10 * length - 5 + begins,
        // A name that nobody knows yields to known ones in it, but not to a short name at its beginning.
        Source::Grammar => 9 * length - 5 + begins,
    }
}
