//! Units of measurement: what they measure, and how many base units they hold.
//!
//! Factors: GB 3100—1993 and 《中华人民共和国法定计量单位》; the market units (亩, 斤, 里) by the metric definitions of 1959.

use std::{collections::HashMap, sync::LazyLock};

/// What a unit measures. Quantities of one dimension can be added and compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Dimension {
    /// Metres.
    Length,
    /// Square metres.
    Area,
    /// Cubic metres.
    Volume,
    /// Kilograms.
    Mass,
    /// Seconds.
    Time,
    /// Months: their length in days differs.
    Months,
    /// Watts.
    Power,
    /// Kilowatt hours.
    Energy,
    /// Yuan.
    Yuan,
    /// Degrees Celsius.
    Temperature,
    /// Fractions of one: 1 % is 0.01. No multiplication by a count keeps the sense, so they are never summed with counts.
    Ratio,
    /// Percentage points.
    Points,
    /// Heads.
    People,
}

/// A unit: its name, what it measures, how many base units it holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// As printed.
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units of the dimension it holds.
    pub factor: f64,
}

/// Square metres of one 亩: 15 亩 are one hectare.
const MU: f64 = 10_000.0 / 15.0;

/// Every unit whose size is known.
#[rustfmt::skip]
const UNITS: &[(Dimension, &[(&str, f64)])] = &[
    (Dimension::Length, &[
        ("米", 1.0), ("公尺", 1.0), ("分米", 0.1), ("厘米", 0.01), ("公分", 0.01), ("毫米", 0.001), ("微米", 1e-6),
        ("纳米", 1e-9), ("千米", 1e3), ("公里", 1e3), ("里", 500.0), ("华里", 500.0), ("海里", 1852.0),
        ("英里", 1609.344), ("英尺", 0.3048), ("英寸", 0.0254), ("km", 1e3), ("m", 1.0), ("cm", 0.01), ("mm", 0.001),
    ]),
    (Dimension::Area, &[
        ("平方米", 1.0), ("平米", 1.0), ("平方厘米", 1e-4), ("平方公里", 1e6), ("平方千米", 1e6), ("公顷", 1e4),
        ("亩", MU), ("分地", MU / 10.0), ("公亩", 100.0), ("英亩", 4046.856), ("㎡", 1.0), ("m²", 1.0),
    ]),
    (Dimension::Volume, &[
        ("立方米", 1.0), ("立方", 1.0), ("立方厘米", 1e-6), ("立方公里", 1e9), ("升", 1e-3), ("公升", 1e-3),
        ("毫升", 1e-6), ("m³", 1.0),
    ]),
    (Dimension::Mass, &[
        ("吨", 1e3), ("公吨", 1e3), ("公斤", 1.0), ("千克", 1.0), ("斤", 0.5), ("市斤", 0.5), ("克", 1e-3),
        ("毫克", 1e-6), ("kg", 1.0), ("g", 1e-3), ("mg", 1e-6),
    ]),
    (Dimension::Time, &[
        ("秒", 1.0), ("秒钟", 1.0), ("分钟", 60.0), ("小时", 3600.0), ("个小时", 3600.0), ("个钟头", 3600.0),
        ("天", 86_400.0), ("昼夜", 86_400.0), ("周", 604_800.0), ("个星期", 604_800.0), ("星期", 604_800.0),
    ]),
    (Dimension::Months, &[("个月", 1.0), ("周年", 12.0)]),
    (Dimension::Power, &[("瓦", 1.0), ("千瓦", 1e3), ("兆瓦", 1e6), ("吉瓦", 1e9), ("kW", 1e3), ("MW", 1e6)]),
    (Dimension::Energy, &[("千瓦时", 1.0), ("兆瓦时", 1e3), ("kWh", 1.0), ("度电", 1.0)]),
    (Dimension::Yuan, &[("元", 1.0), ("块钱", 1.0), ("元人民币", 1.0), ("元钱", 1.0), ("角", 0.1)]),
    (Dimension::Temperature, &[("摄氏度", 1.0), ("℃", 1.0)]),
    (Dimension::Ratio, &[("%", 0.01), ("‰", 0.001), ("成", 0.1), ("折", 0.1)]),
    (Dimension::Points, &[("个百分点", 1.0), ("百分点", 1.0)]),
    (Dimension::People, &[("人", 1.0), ("名", 1.0), ("位", 1.0), ("口人", 1.0), ("人口", 1.0)]),
];

static BY_NAME: LazyLock<HashMap<&'static str, Unit>> = LazyLock::new(|| {
    let all = UNITS.iter().flat_map(|&(dimension, units)| {
        units.iter().map(move |&(name, factor)| (name, Unit { name, dimension, factor }))
    });
    all.collect()
});

/// The unit of this name, as figures carry it: `%`, not `％`.
pub fn named(name: &str) -> Option<Unit> {
    BY_NAME.get(name).copied()
}

/// The names of all units.
pub fn names() -> impl Iterator<Item = &'static str> {
    UNITS.iter().flat_map(|(_, units)| units.iter().map(|(name, _)| *name))
}

/// Whether a unit measures something that is weighed or timed rather than counted, so that a printed number is rounded.
pub fn is_continuous(name: &str) -> bool {
    named(name).is_some_and(|unit| unit.dimension != Dimension::People) || is_money(name)
}

/// Whether a unit is one of money.
pub fn is_money(name: &str) -> bool {
    name.ends_with('元') || matches!(name, "英镑" | "法郎" | "卢布" | "马克" | "卢比" | "块钱")
}

/// Whether quantities in these two units may be added and compared.
pub fn comparable(a: &str, b: &str) -> bool {
    a == b || matches!((named(a), named(b)), (Some(a), Some(b)) if a.dimension == b.dimension)
}

/// How many base units one of this unit holds; 1 for measure words, whose things are counted.
pub fn factor(name: &str) -> f64 {
    named(name).map_or(1.0, |unit| unit.factor)
}

#[cfg(test)]
mod tests {
    use super::{comparable, factor, named, names};

    #[test]
    fn people_are_counted_in_several_words_and_turnouts_in_another() {
        assert!(comparable("人", "名"));
        assert!(!comparable("人", "人次"));
        assert!(!comparable("户", "家"));
    }

    #[test]
    fn units_of_one_dimension_are_comparable() {
        assert!(comparable("亩", "公顷"));
        assert!((factor("公顷") / factor("亩") - 15.0).abs() < 1e-9);
        assert!(comparable("千瓦时", "千瓦时") && !comparable("千瓦", "千瓦时"));
        assert!(!comparable("元", "美元"));
    }

    #[test]
    fn no_unit_is_named_twice() {
        assert_eq!(names().count(), names().collect::<std::collections::HashSet<_>>().len());
        assert!(names().all(|name| named(name).is_some()));
    }
}
