//! The eight democratic parties: their names, their order, and what each calls its members.

use crate::text::Span;

/// A democratic party, in the customary order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DemocraticParty {
    /// 中国国民党革命委员会.
    Ge,
    /// 中国民主同盟.
    Meng,
    /// 中国民主建国会.
    Jian,
    /// 中国民主促进会.
    Jin,
    /// 中国农工民主党.
    Nonggong,
    /// 中国致公党.
    Zhigong,
    /// 九三学社.
    Jiusan,
    /// 台湾民主自治同盟.
    Taimeng,
}

/// Each party with its short name, its full name, and the word for a member.
const PARTIES: [(DemocraticParty, &str, &str, &str); 8] = [
    (DemocraticParty::Ge, "民革", "中国国民党革命委员会", "党员"),
    (DemocraticParty::Meng, "民盟", "中国民主同盟", "盟员"),
    (DemocraticParty::Jian, "民建", "中国民主建国会", "会员"),
    (DemocraticParty::Jin, "民进", "中国民主促进会", "会员"),
    (DemocraticParty::Nonggong, "农工党", "中国农工民主党", "党员"),
    (DemocraticParty::Zhigong, "致公党", "中国致公党", "党员"),
    (DemocraticParty::Jiusan, "九三学社", "九三学社", "社员"),
    (DemocraticParty::Taimeng, "台盟", "台湾民主自治同盟", "盟员"),
];

/// Characters that make of 民革, 民盟, 民建 and 民进 the end of one word and the beginning of another: 人民|进步.
const BEFORE_MIN: &str = "人农村居公国渔牧移灾股网难选军全为便惠利富";

impl DemocraticParty {
    /// Its short name.
    pub const fn short_name(self) -> &'static str {
        PARTIES[self as usize].1
    }

    /// What it calls its members.
    pub const fn member(self) -> &'static str {
        PARTIES[self as usize].3
    }
}

/// The parties named in `text`, in order, without overlap.
pub fn mentions(text: &str) -> impl Iterator<Item = (Span, DemocraticParty)> {
    let mut found: Vec<(Span, DemocraticParty)> = PARTIES
        .iter()
        .flat_map(|(party, short, full, _)| {
            let shorts = text.match_indices(short).filter(|(at, _)| is_name(text, *at, short));
            // 九三学社 has no shorter name.
            let fulls = text.match_indices(full).filter(move |_| full != short);
            shorts.chain(fulls).map(|(at, name)| (Span::new(at, at + name.len()), *party)).collect::<Vec<_>>()
        })
        .collect();
    found.sort_by_key(|(at, _)| (at.start, usize::MAX - at.end));
    let mut from = 0;
    found.retain(|(at, _)| {
        let is_free = at.start >= from;
        if is_free {
            from = at.end;
        }
        is_free
    });
    found.into_iter()
}

fn is_name(text: &str, at: usize, short: &str) -> bool {
    !short.starts_with('民') || !text[..at].chars().next_back().is_some_and(|c| BEFORE_MIN.contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn full_and_short_names_are_found_in_order() {
        let text = "中国民主同盟、九三学社与民革的成员，农民建房，人民进步";
        let found: Vec<_> = mentions(text).map(|(at, party)| (at.of(text), party)).collect();
        assert_eq!(
            found,
            [
                ("中国民主同盟", DemocraticParty::Meng),
                ("九三学社", DemocraticParty::Jiusan),
                ("民革", DemocraticParty::Ge)
            ]
        );
    }
}
