//! One of several equal shares of the drafts, for several machines to check one archive.

use std::str::FromStr;

use crate::rules::Words;

/// A share: every `of`th draft, counted from `at`, which is below `of`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shard {
    at: usize,
    of: usize,
}

impl Shard {
    /// Whether the draft at this place, counted from 0, is in the share.
    pub const fn holds(self, place: usize) -> bool {
        place % self.of == self.at
    }
}

impl FromStr for Shard {
    type Err = Words;

    fn from_str(text: &str) -> Result<Self, Words> {
        let numbers: Option<(usize, usize)> =
            text.split_once('/').and_then(|(at, of)| Some((at.parse().ok()?, of.parse().ok()?)));
        match numbers {
            Some((at, of)) if 0 < at && at <= of => Ok(Self { at: at - 1, of }),
            _ => Err(Words::new(
                "应写成 第几份/共几份，如 1/8",
                "a share is written as its number and how many there are, such as 1/8",
            )),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shares_are_equal_and_together_all_there_is() {
        let shares: Vec<Shard> = ["1/3", "2/3", "3/3"].map(|share| share.parse().unwrap()).to_vec();
        for place in 0..30 {
            assert_eq!(shares.iter().filter(|share| share.holds(place)).count(), 1);
        }
        for share in shares {
            assert_eq!((0..30).filter(|&place| share.holds(place)).count(), 10);
        }
    }

    #[test]
    fn what_is_no_share_is_refused() {
        for text in ["", "1", "0/3", "4/3", "1/0", "-1/3", "1/3/5", "a/b"] {
            assert!(text.parse::<Shard>().is_err(), "{text}");
        }
    }
}
