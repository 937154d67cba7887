//! Reads ranges as single figures: 5—10万元, 18至60岁, -5℃至-3℃; and tells whose 万 it is where one of the two has none.

use super::{
    Bound, Figure, Interval, context,
    numeral::{Digits, Number},
    reader::{Extent, is_bare, scan, unit_at},
    sign::{self, MINUS, Sign},
};
use crate::lexicon::measure_word;

/// 5—10万元, 18至60岁, 15%～30%.
pub(super) fn read_range(text: &str, at: usize, last_end: usize) -> Option<Figure> {
    let first = scan(&text[at..])?;
    let mut end = at + first.len;
    let first_unit = measure_word::at_start(&text[end..]).filter(|_| !is_bare(&text[at..end]));
    end += first_unit.map_or(0, str::len);
    let dash = text[end..].chars().next().filter(|c| "—－-～~–至到".contains(*c))?;
    let clause = text[last_end..at].rsplit(context::is_boundary).next().unwrap_or_default();
    // 由5%到10% tells of a change, and its ends are figures of their own.
    if matches!(dash, '至' | '到') && first_unit.is_some() && clause.contains(['由', '从', '自']) {
        return None;
    }
    end += dash.len_utf8();
    // -5℃至-3℃: the second number has a sign of its own.
    let own_minus = text[end..].chars().next().filter(|c| MINUS.contains(c) && *c != dash);
    end += own_minus.map_or(0, char::len_utf8);
    let second = scan(&text[end..])?;
    let unit = unit_at(text, end, &second)?;
    let same = first_unit.is_none_or(|first| first == unit.name || first == "％" && unit.name == "%");
    let is_small_chinese =
        second.digits == Digits::Chinese && !measure_word::counts_small_chinese(&unit.name);
    if !same || is_small_chinese || unit.name.is_empty() || first.digits != second.digits {
        return None;
    }
    let shared = if first_unit.is_none() && is_shared(&first, &second) { second.scale } else { 1.0 };
    let number_len = end + second.len - at;
    let extent = Extent { text, at, number_len, last_end };
    let lead = extent.lead(&unit.name);
    if own_minus.is_some() && lead.sign.is_none() && !sign::is_temperature(&unit.name) {
        return None;
    }
    let sign = |is_negative: bool| if is_negative { -1.0 } else { 1.0 };
    // 零下3至5℃: both; -3～5℃: the first alone.
    let is_said_of_both =
        lead.sign.is_some_and(|sign| !matches!(sign, Sign::Minus(_))) && first_unit.is_none();
    let is_second_negative = own_minus.is_some() || is_said_of_both;
    let ends = (sign(lead.sign.is_some()) * first.value * shared, sign(is_second_negative) * second.value);
    let highest = sign(is_second_negative) * second.high.max(second.value);
    let interval = Interval::new(ends.0.min(ends.1), ends.0.max(ends.1).max(highest));
    let mut figure =
        extent.build(ends.0, interval, (first.step * shared).max(second.step), Bound::Range, unit, lead);
    figure.ends = Some(ends);
    Some(figure)
}

/// How many times the first number of a range may be as great as the digits of the second, for it to share its 万: the
/// range then runs down, which is a slip of its own.
const SHARED: f64 = 10.0;

/// Whether the 万 or 亿 of the second number of a range belongs to the first as well. GB/T 15835-2011, 5.1.3, has it
/// repeated (5万—10万元) wherever leaving it out could mislead; where it is left out, the size of the numbers tells:
/// it is shared in 5—10万元, and not in 5000—1万元.
fn is_shared(first: &Number, second: &Number) -> bool {
    first.scale <= 1.0 && first.value < second.scale && first.value <= second.value / second.scale * SHARED
}
