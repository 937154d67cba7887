//! What a figure may stand for beside others, given the digits it is printed with, and how results are shown.

use super::Correction;
use crate::{
    annotate::{Bound, Figure, Interval, figures::numeral::multiplier},
    lexicon::unit,
};

/// Whether two figures are in the same unit, or count people in two words.
pub fn same_unit(a: &Figure, b: &Figure) -> bool {
    unit::comparable(&a.unit, &b.unit) && unit::factor(&a.unit).total_cmp(&unit::factor(&b.unit)).is_eq()
}

/// The number of a figure as it reads, without words of estimate and unit: 1.15万.
pub fn number(figure: &Figure) -> &str {
    let start = figure.place.at.start;
    &figure.text[figure.number.start - start..figure.number.end - start]
}

/// 万, 亿 or 万亿 behind a number.
fn scale(figure: &Figure) -> &str {
    let number = number(figure);
    let digits = number.trim_end_matches(|c| multiplier(c).is_some());
    if digits.is_empty() { "" } else { &number[digits.len()..] }
}

/// How many digits stand behind the decimal point.
fn decimals(figure: &Figure) -> usize {
    number(figure).split(['.', '．']).nth(1).map_or(0, |rest| rest.chars().filter(|c| c.is_numeric()).count())
}

/// The values of a figure that another is worked out from: a whole number without 万 or 亿 is meant as it stands, even of
/// what is measured.
pub fn as_it_stands(figure: &Figure) -> Interval {
    if decimals(figure) == 0 && scale(figure).is_empty() { figure.interval() } else { figure.rounded() }
}

/// The values of a figure that stands beside another of its kind. A whole number of 万 or 亿 beside one with a fraction
/// is not rounded to whole ones: the 4亿 of 由4亿元增至8.7亿元 are 4.0亿.
pub fn beside(figure: &Figure, other: &Figure) -> Interval {
    if decimals(figure) == 0 && decimals(other) > 0 && scale(figure) == scale(other) {
        figure.interval().widened(figure.step / 20.0)
    } else {
        figure.rounded()
    }
}

/// Every value that a result worked out from other figures may have been printed from: rounded, or cut short behind the
/// last digit. `is_about` tells of words of estimate that stand apart from the figure: 增幅约为.
pub fn computed(figure: &Figure, is_about: bool) -> Interval {
    let (value, step) = (figure.value, figure.step);
    let is_about = is_about || figure.bound == Bound::About;
    let words =
        if is_about { Interval::exactly(value).widened(blur(value, step)) } else { figure.interval() };
    // Tenths, fractions and multiples are rounded and never cut short.
    let is_cut = matches!(figure.unit.as_str(), "%" | "‰");
    Interval::new(words.low - step / 2.0, words.high + if is_cut { step } else { step / 2.0 })
}

/// How far 约 and 左右 reach: the rounder the number, the farther. 约30% may be 26%, 约39% is not 36%.
fn blur(value: f64, step: f64) -> f64 {
    let units = (value / step).round();
    if units % 10.0 < 0.5 {
        5.0 * step
    } else if units % 5.0 < 0.5 {
        2.5 * step
    } else {
        step
    }
}

/// [`computed`] for a percentage or fraction, as a share of one.
pub fn computed_ratio(figure: &Figure, is_about: bool) -> Interval {
    computed(figure, is_about).scaled(unit::factor(&figure.unit))
}

/// A number with no more than `decimals` digits behind the point, and none that are nought.
pub fn to_decimals(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// A value in the 万 or 亿 that a figure is printed with: 30, 11.1亿.
pub fn amount(value: f64, like: &Figure) -> String {
    let weight: f64 = scale(like).chars().filter_map(multiplier).product();
    format!("{}{}", to_decimals(value / weight, decimals(like).max(2)), scale(like))
}

/// A result as a formula shows it, with its sign: `= 25%`, or `≈ 33.3%` where digits are left out.
pub fn result(value: f64, figure: &Figure, sign: &str) -> String {
    let shown = to_decimals(value, decimals(figure).max(1));
    let is_exact =
        shown.parse::<f64>().is_ok_and(|shown| (shown - value).abs() < 1e-9 * value.abs().max(1.0));
    format!("{} {shown}{sign}", if is_exact { '=' } else { '≈' })
}

/// A share of one as a formula shows it: in per cent.
pub fn percent(share: f64, figure: &Figure) -> String {
    result(share * 100.0, figure, "%")
}

/// The figure with another value; nothing where it cannot be printed so, reads as before or would be nought.
pub fn corrected(figure: &Figure, value: f64) -> Option<Correction> {
    let text = figure.restated(value).filter(|text| value > 0.0 && *text != figure.text)?;
    Some(Correction { place: figure.place, text })
}

/// [`corrected`] for a percentage or fraction, from a share of one.
pub fn corrected_ratio(figure: &Figure, share: f64) -> Option<Correction> {
    // Of two thirds the number is none that could be replaced.
    if figure.unit.is_empty() { None } else { corrected(figure, share / unit::factor(&figure.unit)) }
}
