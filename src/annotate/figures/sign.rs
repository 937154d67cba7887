//! The sign of a number: -3.2℃, －5%, 零下5摄氏度, 负增长2.1%; and the dash of a range, which looks like one.

use super::{Bound, bound};
use crate::lexicon::unit::{self, Dimension};

/// What stands for a minus: the hyphen of a keyboard, its full-width form, and the sign itself.
pub(super) const MINUS: [char; 3] = ['-', '－', '−'];

/// Characters that a signed number may follow: behind anything else a hyphen joins two words or two numbers.
const OPENS: &str = "，。；：、（(:,;为是至到达在从由约近比长降幅率速温低高跌";

/// Words in front of what is less than nothing.
const GROWS_LESS: &[&str] = &["负增长", "负增长了", "负增长率为", "负增长率", "负增长率达"];

/// How a number is said to be less than nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    /// A minus right in front of the digits, of so many bytes.
    Minus(usize),
    /// 零下, which is part of the figure as words of estimate are.
    BelowZero,
    /// 负增长, which is a verb of its own.
    Verb,
}

/// The words right in front of a number that belong to the figure.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lead {
    /// Their length, the sign included.
    pub(super) len: usize,
    /// What the words of estimate say.
    pub(super) bound: Bound,
    /// The sign, if the number is less than nothing.
    pub(super) sign: Option<Sign>,
}

impl Lead {
    /// Reads backwards from a number in `unit`; `before` begins with the block or behind the figure before, which
    /// `is_first` tells.
    pub(super) fn of(before: &str, unit: &str, is_first: bool) -> Self {
        let mut rest = before;
        let mut sign = minus(rest, unit, is_first).map(|len| {
            rest = &rest[..rest.len() - len];
            Sign::Minus(len)
        });
        let below_zero = |rest: &mut &str, sign: &mut Option<Sign>| {
            if sign.is_none()
                && is_temperature(unit)
                && let Some(bare) = rest.strip_suffix("零下")
            {
                (*rest, *sign) = (bare, Some(Sign::BelowZero));
            }
        };
        below_zero(&mut rest, &mut sign);
        let mut bound = Bound::Exact;
        if let Some((len, found)) = bound::before(rest) {
            rest = &rest[..rest.len() - len];
            bound = found;
        }
        // 零下约5℃
        below_zero(&mut rest, &mut sign);
        if sign.is_none() && may_shrink(unit) && GROWS_LESS.iter().any(|word| rest.ends_with(word)) {
            sign = Some(Sign::Verb);
        }
        Self { len: before.len() - rest.len(), bound, sign }
    }
}

/// The length of a minus that `before` ends with.
fn minus(before: &str, unit: &str, is_first: bool) -> Option<usize> {
    let bare = before.strip_suffix(MINUS).filter(|_| may_be_negative(unit))?;
    let opens = match bare.chars().next_back() {
        Some(previous) => OPENS.contains(previous) || bare.ends_with("温度"),
        None => is_first,
    };
    opens.then(|| before.len() - bare.len())
}

/// Whether quantities in a unit can be less than nothing. A count cannot: the hyphen in front of it is a dash or a bullet.
fn may_be_negative(unit: &str) -> bool {
    let of_dimension =
        |dimension| matches!(dimension, Dimension::Temperature | Dimension::Points | Dimension::Length);
    may_shrink(unit)
        || unit == "度"
        || unit::is_money(unit)
        || unit::named(unit).is_some_and(|unit| of_dimension(unit.dimension))
}

fn may_shrink(unit: &str) -> bool {
    matches!(unit, "%" | "‰" | "个百分点" | "百分点")
}

/// Whether a unit is one of temperature, or 度, which may be.
pub(super) fn is_temperature(unit: &str) -> bool {
    unit == "度" || unit::named(unit).is_some_and(|unit| unit.dimension == Dimension::Temperature)
}

#[cfg(test)]
mod tests {
    use super::{Lead, Sign};
    use crate::annotate::Bound;

    fn sign(before: &str, unit: &str) -> Option<Sign> {
        Lead::of(before, unit, true).sign
    }

    #[test]
    fn a_minus_is_told_from_a_dash() {
        assert_eq!(sign("最低气温-", "℃"), Some(Sign::Minus(1)));
        assert_eq!(sign("环比－", "%"), Some(Sign::Minus(3)));
        assert_eq!(sign("净利润为−", "元"), Some(Sign::Minus(3)));
        for (before, unit) in [("增产-", "%"), ("甲区-", "米"), ("为-", "个"), ("宣讲——", "%")] {
            assert_eq!(sign(before, unit), None, "{before} {unit}");
        }
    }

    #[test]
    fn words_say_it_too() {
        assert_eq!(sign("最低零下", "摄氏度"), Some(Sign::BelowZero));
        assert_eq!(sign("出口负增长", "%"), Some(Sign::Verb));
        assert_eq!(sign("负增长", "人"), None);
        let lead = Lead::of("夜间零下约", "度", true);
        assert_eq!((lead.len, lead.bound, lead.sign), (9, Bound::About, Some(Sign::BelowZero)));
        let lead = Lead::of("夜间约零下", "度", true);
        assert_eq!((lead.len, lead.bound, lead.sign), (9, Bound::About, Some(Sign::BelowZero)));
    }
}
