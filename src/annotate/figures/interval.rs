//! Intervals of numbers, and the arithmetic that keeps every value a printed figure may stand for.

use std::ops::{Add, Div, Mul, Sub};

/// All numbers from `low` to `high`, both included. `high` may be infinite (超200), and `low` too, below zero.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The least.
    pub low: f64,
    /// The greatest.
    pub high: f64,
}

/// Room for the last bits of binary fractions, relative to the greater of two compared values.
const EPSILON: f64 = 1e-9;

impl Interval {
    /// From `low` to `high`; the two are put in order.
    pub fn new(low: f64, high: f64) -> Self {
        Self { low: low.min(high), high: low.max(high) }
    }

    /// One number and no other.
    pub const fn exactly(value: f64) -> Self {
        Self { low: value, high: value }
    }

    /// What rounds to `value` when the last digit kept weighs `step`.
    pub fn rounded(value: f64, step: f64) -> Self {
        Self::exactly(value).widened(step / 2.0)
    }

    /// `by` more at either end.
    #[must_use]
    pub fn widened(self, by: f64) -> Self {
        Self { low: self.low - by, high: self.high + by }
    }

    /// The same numbers in a unit `factor` times as small; `factor` must be positive.
    #[must_use]
    pub fn scaled(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor }
    }

    /// Whether some number lies in both.
    pub fn meets(self, other: Self) -> bool {
        let slack = EPSILON
            * [self.low, self.high, other.low, other.high]
                .into_iter()
                .filter(|end| end.is_finite())
                .fold(0.0, |greatest: f64, end| greatest.max(end.abs()));
        self.low <= other.high + slack && other.low <= self.high + slack
    }

    /// Whether `value` lies inside.
    pub fn holds(self, value: f64) -> bool {
        self.meets(Self::exactly(value))
    }

    /// Whether both ends are finite.
    pub fn is_bounded(self) -> bool {
        self.low.is_finite() && self.high.is_finite()
    }
}

impl Add for Interval {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }
}

impl Sub for Interval {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { low: self.low - other.high, high: self.high - other.low }
    }
}

/// Nothing times infinity is nothing here: an end that is not known is never reached by no items at all.
fn product(a: f64, b: f64) -> f64 {
    if a == 0.0 || b == 0.0 { 0.0 } else { a * b }
}

impl Mul for Interval {
    type Output = Self;

    fn mul(self, other: Self) -> Self {
        let ends = [
            product(self.low, other.low),
            product(self.low, other.high),
            product(self.high, other.low),
            product(self.high, other.high),
        ];
        Self {
            low: ends.into_iter().fold(f64::INFINITY, f64::min),
            high: ends.into_iter().fold(f64::NEG_INFINITY, f64::max),
        }
    }
}

impl Div for Interval {
    type Output = Self;

    /// All quotients; everything, where the divisor may be zero.
    fn div(self, other: Self) -> Self {
        if other.low <= 0.0 && other.high >= 0.0 {
            return Self { low: f64::NEG_INFINITY, high: f64::INFINITY };
        }
        self * Self { low: 1.0 / other.high, high: 1.0 / other.low }
    }
}

impl std::iter::Sum for Interval {
    fn sum<I: Iterator<Item = Self>>(intervals: I) -> Self {
        intervals.fold(Self::exactly(0.0), Add::add)
    }
}

#[cfg(test)]
mod tests {
    use super::Interval;

    #[test]
    fn rounding_leaves_half_a_digit_on_either_side() {
        assert!(Interval::rounded(24.0, 1.0).holds(23.6));
        assert!(!Interval::rounded(24.0, 1.0).holds(23.4));
        assert!(Interval::rounded(0.3, 0.1).meets(Interval::exactly(0.1) + Interval::exactly(0.2)));
    }

    #[test]
    fn arithmetic_keeps_every_possible_value() {
        let (a, b) = (Interval::new(2.0, 3.0), Interval::new(4.0, 5.0));
        assert_eq!(a + b, Interval::new(6.0, 8.0));
        assert_eq!(b - a, Interval::new(1.0, 3.0));
        assert_eq!(a * b, Interval::new(8.0, 15.0));
        assert_eq!(a / b, Interval::new(0.4, 0.75));
        assert_eq!([a, b].into_iter().sum::<Interval>(), Interval::new(6.0, 8.0));
    }

    #[test]
    fn nothing_is_not_a_number() {
        let open = Interval::new(200.0, f64::INFINITY);
        let nothing = Interval::exactly(0.0);
        assert_eq!(open * nothing, nothing);
        assert!((nothing / nothing).holds(7.0));
        assert!(!(open - open).low.is_nan() && !(open - open).high.is_nan());
        assert!(!open.is_bounded());
    }
}
