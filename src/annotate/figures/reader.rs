//! Reads one figure from its number on: its unit, a fraction, words of estimate; and tells numbers that are no
//! quantities (ordinals, dates, times, codes, years of schools, slogans).

use super::{
    super::Place,
    Bound, Figure, Interval, Scope, bound, context, discount,
    numeral::{self, Digits, Number},
    range::read_range,
    sign::{Lead, Sign},
    spaced,
};
use crate::{
    lexicon::{measure_word, number_idiom},
    text::Span,
};

/// A unit as it stands behind a number.
pub(super) struct Unit {
    pub(super) name: String,
    /// Bytes from the end of the number to the end of the unit.
    len: usize,
    /// 个半月: half a unit more.
    half: bool,
    /// 个多月: something more.
    open: bool,
}

/// Reads all figures of a block's text, in order; `block` and `span` of their places are left to the caller.
pub(super) fn read_all(text: &str, figures: &mut Vec<Figure>) {
    let mut at = 0;
    let mut last_end = 0;
    let is_set_apart = spaced::may_set_apart(text);
    while let Some(c) = text[at..].chars().next() {
        if !numeral::begins_number(c) {
            at += c.len_utf8();
            continue;
        }
        if let Some(idiom) = number_idiom::at_start(&text[at..]) {
            at += idiom;
            continue;
        }
        let run = spaced::run(&text[at..]);
        let read = match run {
            // Digits set apart that are not one number are none that can be read.
            Some(_) if !is_set_apart => None,
            _ => read_at(text, at, last_end),
        };
        if let Some(figure) = read {
            at = figure.place.at.end;
            last_end = at;
            figures.push(figure);
        } else {
            let number = numeral::scan(&text[at..]).map_or(0, |number| number.len);
            at += number.max(digits_len(&text[at..])).max(run.unwrap_or(0)).max(c.len_utf8());
        }
    }
}

/// The length of a run of Arabic digits, which is passed over as a whole.
fn digits_len(text: &str) -> usize {
    text.chars().take_while(|&c| numeral::arabic_digit(c).is_some()).map(char::len_utf8).sum()
}

fn read_at(text: &str, at: usize, last_end: usize) -> Option<Figure> {
    if is_cut_from_another(text, at) {
        return None;
    }
    read_fraction(text, at, last_end).or_else(|| read_range(text, at, last_end)).or_else(|| {
        let number = scan(&text[at..])?;
        let unit = unit_at(text, at, &number)?;
        let number_end = at + number.len;
        let number = if unit.name == discount::UNIT {
            discount::meant(number, &text[at..number_end], &text[number_end + unit.len..])
        } else {
            number
        };
        let extent = Extent { text, at, number_len: number.len, last_end };
        is_quantity(&extent, &number, &unit).then(|| extent.figure(&number, unit))
    })
}

/// The number that a text begins with, its digits side by side or set apart.
pub(super) fn scan(text: &str) -> Option<Number> {
    spaced::scan(text).or_else(|| discount::scan(text)).or_else(|| numeral::scan(text))
}

/// Whether a number here belongs to something in front of it: an ordinal, a decimal, a time, a code.
fn is_cut_from_another(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let Some(previous) = before.chars().next_back() else { return false };
    let is_chinese = text[at..].chars().next().is_some_and(|c| numeral::arabic_digit(c).is_none());
    let second = before[..before.len() - previous.len_utf8()].chars().next_back();
    previous.is_ascii_alphanumeric()
        || "第/．.＋+".contains(previous)
        || is_chinese && ("初周".contains(previous) || before.ends_with("星期") || before.ends_with("礼拜"))
        || ":：-－—–·".contains(previous)
            && second.is_some_and(|c| numeral::arabic_digit(c).is_some() || c.is_ascii_alphabetic())
        || text[at..].starts_with('数') && "人总次户件多少分指系参函倍岁票得无".contains(previous)
}

/// The number, where it stands, and where the figure before it ended.
pub(super) struct Extent<'a> {
    pub(super) text: &'a str,
    pub(super) at: usize,
    pub(super) number_len: usize,
    pub(super) last_end: usize,
}

impl<'a> Extent<'a> {
    fn before(&self) -> &'a str {
        &self.text[self.last_end..self.at]
    }

    /// The words of the figure in front of its number.
    pub(super) fn lead(&self, unit: &str) -> Lead {
        Lead::of(self.before(), unit, self.last_end == 0)
    }

    /// The figure of a number and a unit, with the words of estimate around them.
    fn figure(&self, number: &Number, unit: Unit) -> Figure {
        let number_end = self.at + self.number_len;
        let place_end = number_end + unit.len;
        let mut lead = self.lead(&unit.name);
        let is_bare = is_bare(&self.text[self.at..number_end]);
        if is_bare && lead.bound == Bound::Exact && self.before().ends_with('上') {
            lead = Lead { len: '上'.len_utf8(), bound: Bound::Over, ..lead };
        }
        let mut bound = lead.bound;
        if bound == Bound::Exact && bound::is_reached(self.before()) {
            bound = Bound::Over;
        }
        if bound == Bound::Exact {
            bound = bound::behind(&self.text[place_end..]).unwrap_or(Bound::Exact);
        }
        if bound == Bound::Exact && (number.is_open || unit.open) {
            bound = Bound::Over;
        }
        let half = if unit.half { 0.5 } else { 0.0 };
        let value = number.value + half;
        let mut high = (number.high + half).max(value);
        if unit.open {
            high = value + 1.0;
        }
        let interval = bound::interval(bound, value, high);
        if lead.sign.is_some() {
            let nothing = Interval::exactly(0.0);
            return self.build(-value, nothing - interval, number.step, bound, unit, lead);
        }
        self.build(value, interval, number.step, bound, unit, lead)
    }

    pub(super) fn build(
        &self,
        value: f64,
        interval: Interval,
        step: f64,
        bound: Bound,
        unit: Unit,
        lead: Lead,
    ) -> Figure {
        let minus = if let Some(Sign::Minus(len)) = lead.sign { len } else { 0 };
        let number = Span::new(self.at - minus, self.at + self.number_len);
        let at = Span::new(self.at - lead.len, number.end + unit.len);
        let before = &self.text[self.last_end..at.start];
        let role = context::role(&self.text[..at.start], &unit.name);
        Figure {
            place: Place { span: at, block: 0, at },
            text: at.of(self.text).to_owned(),
            number,
            value,
            low: interval.low,
            high: interval.high,
            step,
            bound,
            ends: None,
            label: context::label(before),
            counts: context::noun(&self.text[at.end..]),
            unit: unit.name,
            role,
            scope: Scope::default(),
        }
    }
}

/// 百, 千, 万 alone: a number only with a word of estimate.
pub(super) fn is_bare(number: &str) -> bool {
    number.chars().all(|c| matches!(c, '百' | '千' | '万' | '亿'))
}

/// The unit behind a number.
pub(super) fn unit_at(text: &str, at: usize, number: &Number) -> Option<Unit> {
    let behind = &text[at + number.len..];
    let unit = |name: &str, len: usize| Unit { name: name.to_owned(), len, half: false, open: false };
    for (more, half) in [("个多", false), ("个半", true)] {
        if let Some(rest) = behind.strip_prefix(more)
            && let Some(noun) = ["月", "小时", "星期", "钟头"].iter().find(|noun| rest.starts_with(**noun))
        {
            return Some(Unit { half, open: !half, ..unit(&format!("个{noun}"), more.len() + noun.len()) });
        }
    }
    if let Some(medal) = medal(text, at + number.len) {
        return Some(unit("枚", medal));
    }
    // 三点要求 counts; 三点 alone is a time of day.
    if let Some(noun) = behind.strip_prefix('点')
        && ["要求", "建议", "意见", "希望", "体会", "启示", "认识", "看法", "倡议"]
            .iter()
            .any(|word| noun.starts_with(word))
    {
        return Some(unit("点", '点'.len_utf8()));
    }
    // A space between number and unit is thin in print and plain in drafts.
    let space =
        behind.chars().next().filter(|c| matches!(c, ' ' | '\u{2009}' | '\u{a0}')).map_or(0, char::len_utf8);
    if let Some(name) = measure_word::at_start(&behind[space..]) {
        let name_end = space + name.len();
        // 元/吨: so much for each.
        let compound = behind[name_end..].strip_prefix(['/', '／']).and_then(measure_word::at_start);
        if let Some(each) = compound {
            let slash = behind[name_end..].chars().next().map_or(0, char::len_utf8);
            return Some(unit(&format!("{name}/{each}"), name_end + slash + each.len()));
        }
        return Some(unit(if name == "％" { "%" } else { name }, name_end));
    }
    // 3.2亿 with nothing behind it is a quantity all the same.
    let is_alone = behind.chars().next().is_none_or(context::is_boundary);
    (number.digits == Digits::Arabic && number.scale >= 1e4 && is_alone).then(|| unit("", 0))
}

/// 5金7银2铜: the length of the metal, if another one is counted right beside it.
fn medal(text: &str, at: usize) -> Option<usize> {
    const METALS: [char; 3] = ['金', '银', '铜'];
    let metal = text[at..].chars().next().filter(|c| METALS.contains(c))?;
    let is_counted = |side: &str| {
        let mut previous = None;
        side.chars().any(|c| {
            let counted = METALS.contains(&c)
                && c != metal
                && previous.is_some_and(|before| {
                    numeral::arabic_digit(before).is_some() || numeral::chinese_digit(before).is_some()
                });
            previous = Some(c);
            counted
        })
    };
    let end = at + metal.len_utf8();
    let ahead = text[end..].char_indices().nth(7).map_or(text.len(), |(to, _)| end + to);
    let back = text[..at].char_indices().rev().nth(8).map_or(0, |(from, _)| from);
    let closes = text[end..].chars().next().is_none_or(|next| {
        numeral::begins_number(next) || !crate::text::chars::is_han(next) || "的共和牌，".contains(next)
    });
    (closes && (is_counted(&text[end..ahead]) || is_counted(&text[back..at]))).then(|| metal.len_utf8())
}

/// Whether a number with a unit is a quantity, and no ordinal, time of day, class of a year or word of its own.
fn is_quantity(extent: &Extent<'_>, number: &Number, unit: &Unit) -> bool {
    let (text, number_end) = (extent.text, extent.at + extent.number_len);
    let printed = &text[extent.at..number_end];
    let before = extent.before();
    let behind = &text[number_end + unit.len..];
    let has_word = bound::before(before).is_some();
    let name = unit.name.as_str();
    if matches!(name, "分" | "秒") && before.ends_with(['时', '点', '度', '：', ':', '分']) {
        return false;
    }
    if matches!(name, "级" | "届" | "期" | "款") && (1900.0..2100.0).contains(&number.value) {
        return false;
    }
    if number.digits == Digits::Arabic {
        return true;
    }
    if is_bare(printed) && !has_word && !before.ends_with('上') && !number.is_open {
        return false;
    }
    if number.is_open || unit.half || unit.open {
        return true;
    }
    let is_meeting = ["会议", "全会", "全体", "代表大会", "常委会", "党代会", "学代会"]
        .iter()
        .any(|word| behind.starts_with(word));
    let is_ordinal = matches!(name, "届" | "期" | "级") || name == "次" && is_meeting;
    let is_small = number.value <= 10.0 && number.scale <= 1.0;
    !matches!(printed, "一" | "零")
        && !is_ordinal
        && (!is_small || has_word || measure_word::counts_small_chinese(name))
}

/// 百分之三十, 千分之五, 三分之二.
fn read_fraction(text: &str, at: usize, last_end: usize) -> Option<Figure> {
    let near = text.floor_char_boundary(at + "百分分之".len());
    let over = text[at..near].find("分之").filter(|over| *over > 0)?;
    let denominator = numeral::read(&text[at..at + over])?;
    let rest = at + over + "分之".len();
    let numerator = numeral::scan(&text[rest..])?;
    let number_len = rest + numerator.len - at;
    let (name, scale) = match &text[at..at + over] {
        "百" => ("%", 1.0),
        "千" => ("‰", 1.0),
        _ if denominator.value >= 1.0 => ("", 1.0 / denominator.value),
        _ => return None,
    };
    let number = Number {
        value: numerator.value * scale,
        high: numerator.high * scale,
        // Fractions are rounded as words are: two thirds stands for anything near it.
        step: if name.is_empty() { scale * 0.2 } else { numerator.step },
        len: number_len,
        ..numerator
    };
    let extent = Extent { text, at, number_len, last_end };
    Some(extent.figure(&number, Unit { name: name.to_owned(), len: 0, half: false, open: false }))
}
