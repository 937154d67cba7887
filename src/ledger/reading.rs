//! How a figure was read: 40余万元 is 40万至50万元.

use crate::{
    annotate::{Bound, Figure, FigureRole},
    rules::Words,
};

/// The values that the words of a figure allow, with their unit.
pub fn figure(figure: &Figure) -> Words {
    let scale = Scale::of(figure);
    let zh = |value: f64| format!("{}{}", digits(value / scale.weight()), scale.word());
    let (unit, low, high) = (figure.unit.as_str(), figure.low, figure.high);
    // Signs of percentage stand close to the number in both languages, words do not in English.
    let en_unit = if unit.chars().any(char::is_alphanumeric) { format!(" {unit}") } else { unit.to_owned() };
    let (zh_low, zh_high) = (zh(low), zh(high));
    let (en_low, en_high) = (grouped(low), grouped(high));
    match (low.is_finite(), high.is_finite()) {
        (true, true) if zh_low == zh_high => {
            Words::new(format!("{zh_low}{unit}"), format!("{en_low}{en_unit}"))
        }
        (_, true) if low == f64::NEG_INFINITY || figure.bound == Bound::AtMost && figure.value >= 0.0 => {
            Words::new(format!("至多{zh_high}{unit}"), format!("at most {en_high}{en_unit}"))
        }
        (true, true) => {
            Words::new(format!("{zh_low}至{zh_high}{unit}"), format!("{en_low} to {en_high}{en_unit}"))
        }
        (true, false) if figure.bound == Bound::Over => {
            Words::new(format!("{zh_low}{unit}以上"), format!("more than {en_low}{en_unit}"))
        }
        (true, false) => Words::new(format!("至少{zh_low}{unit}"), format!("at least {en_low}{en_unit}")),
        (false, _) => Words::new("不限", "any"),
    }
}

/// What a figure is of: the noun behind it (4家|成员单位), or else the words in front (脱贫户|18人); may be empty.
pub fn subject(figure: &Figure) -> &str {
    figure.counts.as_deref().unwrap_or(&figure.label)
}

/// What a figure is in its sentence.
pub fn role(role: FigureRole) -> Words {
    let (zh, en) = match role {
        FigureRole::Plain => ("数量", "quantity"),
        FigureRole::Total => ("总数", "total"),
        FigureRole::Part => ("分项", "part"),
        FigureRole::Subset => ("其中", "subset"),
        FigureRole::Change => ("增减", "change"),
        FigureRole::Rate => ("比率", "rate"),
        FigureRole::PerUnit => ("单位量", "per unit"),
    };
    Words::new(zh, en)
}

/// In what a reading counts.
#[derive(Clone, Copy)]
enum Scale {
    One,
    TenThousand,
    HundredMillion,
}

impl Scale {
    /// As printed, so that the two are easily compared; for a number in characters (一万二千) the greatest that leaves
    /// few decimals.
    fn of(figure: &Figure) -> Self {
        let has_digits = figure.text.contains(|c: char| c.is_ascii_digit() || ('０'..='９').contains(&c));
        let fits = |scale: Self| {
            figure.value.abs() >= scale.weight() && figure.value % (scale.weight() / 100.0) == 0.0
        };
        // 5000—1万元 begins below one 万.
        let is_below = |scale: Self| figure.ends.is_some() && figure.value.abs() < scale.weight();
        let suits = |scale: Self| {
            if has_digits { figure.text.contains(scale.word()) && !is_below(scale) } else { fits(scale) }
        };
        [Self::HundredMillion, Self::TenThousand].into_iter().find(|&scale| suits(scale)).unwrap_or(Self::One)
    }

    const fn weight(self) -> f64 {
        match self {
            Self::One => 1.0,
            Self::TenThousand => 1e4,
            Self::HundredMillion => 1e8,
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::One => "",
            Self::TenThousand => "万",
            Self::HundredMillion => "亿",
        }
    }
}

/// The shortest digits, without the last bits of binary fractions (575.8 × 10⁸ ÷ 10⁸); two thirds are about 0.6667.
fn digits(value: f64) -> String {
    let fixed = |decimals: usize| {
        let fixed = format!("{value:.decimals$}");
        let short = fixed.trim_end_matches('0').trim_end_matches('.');
        if fixed.contains('.') { short.to_owned() } else { fixed }
    };
    let exact = fixed(6);
    let is_exact = exact.parse().is_ok_and(|read: f64| (read - value).abs() <= value.abs() * 1e-13);
    if is_exact { exact } else { format!("≈{}", fixed(4)) }
}

/// The same with commas between the thousands, as English has them.
fn grouped(value: f64) -> String {
    let digits = digits(value);
    let whole = digits.find('.').unwrap_or(digits.len());
    let mut grouped = String::with_capacity(digits.len() + whole / 3);
    for (at, c) in digits.char_indices() {
        if at > 0
            && at < whole
            && (whole - at).is_multiple_of(3)
            && grouped.ends_with(|c: char| c.is_ascii_digit())
        {
            grouped.push(',');
        }
        grouped.push(c);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        annotate::{Place, Scope},
        text::Span,
    };

    fn read(text: &str, (value, low, high): (f64, f64, f64), bound: Bound, unit: &str) -> Words {
        figure(&Figure {
            place: Place { span: Span::default(), block: 0, at: Span::default() },
            text: text.to_owned(),
            number: Span::default(),
            value,
            low,
            high,
            step: 1.0,
            bound,
            ends: None,
            unit: unit.to_owned(),
            counts: None,
            label: String::new(),
            role: FigureRole::Plain,
            scope: Scope::default(),
        })
    }

    #[test]
    fn a_figure_is_read_out_in_what_it_is_printed_in() {
        let words = read("40余万元", (4e5, 4e5, 5e5), Bound::Over, "元");
        assert_eq!((words.zh.as_str(), words.en.as_str()), ("40万至50万元", "400,000 to 500,000 元"));
        let billions = 575.8 * 1e8;
        assert_eq!(read("575.8亿元", (billions, billions, billions), Bound::Exact, "元").zh, "575.8亿元");
        assert_eq!(read("一万二千人", (12e3, 12e3, 12e3), Bound::Exact, "人").zh, "1.2万人");
        assert_eq!(read("一万二千零三人", (12003.0, 12003.0, 12003.0), Bound::Exact, "人").zh, "12003人");
        assert_eq!(read("近百名", (100.0, 90.0, 100.0), Bound::Under, "名").zh, "90至100名");
    }

    #[test]
    fn open_ends_are_said_in_words() {
        let open = (200.0, 200.0, f64::INFINITY);
        assert_eq!(read("超200场", open, Bound::Over, "场").zh, "200场以上");
        assert_eq!(read("200场以上", open, Bound::AtLeast, "场").zh, "至少200场");
        let most = read("不超过30人", (30.0, 0.0, 30.0), Bound::AtMost, "人");
        assert_eq!((most.zh.as_str(), most.en.as_str()), ("至多30人", "at most 30 人"));
        let below = read("以内", (30.0, f64::NEG_INFINITY, 30.0), Bound::AtMost, "%");
        assert_eq!((below.zh.as_str(), below.en.as_str()), ("至多30%", "at most 30%"));
    }

    #[test]
    fn a_fraction_that_no_decimals_reach_is_said_to_be_near() {
        let third = 2.0 / 3.0;
        assert_eq!(read("三分之二", (third, third, third), Bound::Exact, "").zh, "≈0.6667");
        assert_eq!(read("四分之三", (0.75, 0.75, 0.75), Bound::Exact, "").zh, "0.75");
    }

    #[test]
    fn thousands_are_set_apart_in_english_alone() {
        assert_eq!(grouped(-123_456.5), "-123,456.5");
        assert_eq!(grouped(1_234_567.0), "1,234,567");
        assert_eq!(grouped(999.25), "999.25");
        assert_eq!(grouped(1e6 / 3.0), "≈333,333.3333");
    }
}
