//! Finds quantities: modifier, number, 万 or 亿, marker and measure word, with the interval the words allow.

mod interval;
pub mod numeral;

use std::sync::LazyLock;

pub use interval::Interval;

use regex::{Captures, Regex};

use super::Place;
use crate::{lexicon::measure_word::MEASURE_WORDS, outline::Article, text::Span};

/// What a figure is in its sentence.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FigureRole {
    /// A quantity of its own.
    #[default]
    Plain,
    /// The sum of others: 共, 合计, 总计.
    Total,
    /// One of the parts of a total.
    Part,
    /// A subset: 其中.
    Subset,
    /// A change: 增长, 减少.
    Change,
    /// A rate or a share: 占, 率.
    Rate,
    /// Per unit: 每人, 每亩.
    PerUnit,
}

/// Words of estimate, and on which side they leave room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Bound {
    /// None: the number is meant as it stands.
    #[default]
    Exact,
    /// 约, 大约, 左右, 上下, 几十: more or less.
    About,
    /// 余, 多, 超, 逾, 突破: more, by less than would change the number.
    Over,
    /// 近, 接近, 不足, 不到: less, by little.
    Under,
    /// 至少, 以上, 不低于: as much or more.
    AtLeast,
    /// 至多, 以下, 以内, 不超过: as much or less.
    AtMost,
    /// 5—10万元: between two numbers.
    Range,
}

/// A quantity.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Where modifier, number, marker and unit stand.
    pub place: Place,
    /// As it reads.
    pub text: String,
    /// The number alone with its 万 or 亿, without words of estimate, in the logical text of the block.
    pub number: Span,
    /// The number as printed, in the unit (1.6万 is 16000); of a range (5—10万元) its lower end.
    pub value: f64,
    /// The least value the words allow.
    pub low: f64,
    /// The greatest value the words allow.
    pub high: f64,
    /// The weight of the last printed digit: 1000 for 1.6万, 1 for 127, 0.1 for 9.7.
    pub step: f64,
    /// Which words of estimate stand with it.
    pub bound: Bound,
    /// The measure word or unit, without 万 and 亿: 人次, 元, %.
    pub unit: String,
    /// The noun behind it: 4家|成员单位.
    pub counts: Option<String>,
    /// The words between the last mark or figure and this one: 脱贫户|18人, 其中出口|575.8亿元.
    pub label: String,
    /// What it is in its sentence.
    pub role: FigureRole,
}

impl Figure {
    /// Every value the words allow.
    pub fn interval(&self) -> Interval {
        Interval::new(self.low, self.high)
    }

    /// Every value the words and the rounding of the printed digits allow. A count of things is not rounded unless it
    /// is printed with a fraction, 万 or 亿.
    pub fn rounded(&self) -> Interval {
        self.interval().widened(self.step / 2.0)
    }
}

static FIGURE: LazyLock<Regex> = LazyLock::new(|| {
    let mut units = MEASURE_WORDS.to_vec();
    units.sort_by_key(|unit| std::cmp::Reverse(unit.len()));
    Regex::new(&format!(
        "(?P<modifier>超过|超|接近|将近|近|大约|约|逾|不足|不到|至少|突破|上|达到|达)?\
         (?:(?P<arabic>[0-9０-９]{{1,3}}(?:[,，][0-9０-９]{{3}})+|[0-9０-９]+(?:[.．][0-9０-９]+)?)|\
         (?P<chinese>[零〇一二两三四五六七八九十百千万亿]+))\
         (?P<inner>[余多几])?(?P<scale>万亿|亿|万|千|百)?(?P<outer>[余多几])?(?P<unit>{})",
        units.join("|")
    ))
    .expect("the pattern is well formed")
});

/// Words that look like a quantity and are none.
const IDIOMS: &[&str] = &[
    "四处",
    "两头",
    "三位一体",
    "两岸",
    "八道",
    "七天无理由",
    "两双手",
    "十头",
    "三级联动",
    "四级联动",
    "二级",
    "三级",
];

/// The quantities of an article, in the order of its text.
pub fn find(article: &Article) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let text = block.text.as_str();
        for found in FIGURE.captures_iter(text) {
            let Some(mut figure) = read(text, &found) else { continue };
            figure.place.block = index;
            figure.place.span = block.text.to_source(figure.place.at);
            figures.push(figure);
        }
    }
    figures
}

fn read(text: &str, found: &Captures<'_>) -> Option<Figure> {
    let part = |name: &str| found.name(name).map_or("", |part| part.as_str());
    let at = Span::from(found.get_match().range());
    let (before, after) = (&text[..at.start], &text[at.end..]);
    let modifier = part("modifier");
    let previous = before.chars().next_back().filter(|_| modifier.is_empty());
    if previous.is_some_and(|c| "第初周.．:-/".contains(c) || c.is_ascii_alphanumeric())
        || before.ends_with("星期")
    {
        return None;
    }
    let has_marker = !part("inner").is_empty() || !part("outer").is_empty();
    let number = if let Some(arabic) = found.name("arabic") {
        numeral::read_arabic(arabic.as_str())?
    } else {
        let chinese = part("chinese");
        let is_bare = chinese.chars().all(|c| "百千万亿".contains(c));
        if chinese == "一" && !has_marker && part("scale").is_empty()
            || is_bare && modifier.is_empty() && !has_marker
            || IDIOMS.iter().any(|idiom| text[at.start + modifier.len()..].starts_with(idiom))
        {
            return None;
        }
        numeral::read_chinese(chinese)?
    };
    let scale = numeral::scale(part("scale"));
    let value = number.value * scale;
    // 40余万: the last printed digit counts ten thousands; of 40 the tens are meant, of 45 the units.
    let step = match found.name("arabic") {
        Some(_) if number.last_place >= 1.0 => {
            let mut step = 1.0;
            while number.value > 0.0 && (number.value / (step * 10.0)).fract() == 0.0 && step < number.value {
                step *= 10.0;
            }
            step * scale
        }
        _ => number.last_place * scale,
    };
    let (low, high) = match modifier {
        "超过" | "超" | "逾" | "至少" | "突破" | "上" => (value, f64::INFINITY),
        "接近" | "将近" | "近" | "不足" | "不到" => (value * 0.8, value),
        "大约" | "约" => (value * 0.9, value * 1.1),
        _ if has_marker => (value, value + step),
        _ => (value, value),
    };
    let unit = match part("unit") {
        "％" => "%",
        unit => unit,
    };
    let counts: String = after.chars().take_while(|&c| is_noun(c)).take(8).collect();
    Some(Figure {
        place: Place { span: at, block: 0, at },
        text: at.of(text).to_owned(),
        number: at,
        value,
        low,
        high,
        step,
        bound: Bound::Exact,
        unit: unit.to_owned(),
        counts: (!counts.is_empty()).then_some(counts),
        label: String::new(),
        role: role(before, unit),
    })
}

/// Whether a character may belong to the noun behind a figure: no punctuation and no function word.
fn is_noun(c: char) -> bool {
    c.is_alphanumeric() && !"的了在和与及、被把为是将等从向对并就也都已".contains(c)
}

/// What the words in front, within the clause, make of the figure.
fn role(before: &str, unit: &str) -> FigureRole {
    let clause = before.rsplit(|c: char| "，。；：！？,;、（(".contains(c)).next().unwrap_or_default();
    let near: String = {
        let tail: Vec<char> = clause.chars().rev().take(10).collect();
        tail.into_iter().rev().collect()
    };
    let ends = |words: &[&str]| words.iter().any(|word| near.trim_end_matches('了').ends_with(word));
    let is_total = ["合计", "总计", "共计", "一共", "累计"].iter().any(|word| near.contains(word))
        || near.char_indices().any(|(at, c)| {
            c == '共'
                && !near[..at].ends_with(['公', '中'])
                && !near[at + c.len_utf8()..].starts_with(['同', '青', '产', '享', '建', '治', '和', '识'])
        });
    if near.contains("其中") {
        FigureRole::Subset
    } else if ends(&["增长", "增加", "减少", "下降", "提高", "提升", "增至", "上升"]) {
        FigureRole::Change
    } else if matches!(unit, "%" | "‰") || ends(&["占", "率", "率为", "率达"]) {
        FigureRole::Rate
    } else if is_total {
        FigureRole::Total
    } else if near.contains('每') || ends(&["平均", "人均", "户均"]) {
        FigureRole::PerUnit
    } else {
        FigureRole::Plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::Layout;

    fn figures(body: &str) -> Vec<Figure> {
        let text = format!("统战工作见成效\n　　{body}\n");
        find(&Article::parse(&text, &Layout::default()))
    }

    fn texts(body: &str) -> Vec<String> {
        figures(body).into_iter().map(|figure| figure.text).collect()
    }

    #[test]
    fn a_figure_runs_from_its_modifier_to_its_unit() {
        assert_eq!(
            texts("开展活动超200场，动员1000余人次，捐款40余万元，近百名志愿者参加。"),
            ["超200场", "1000余人次", "40余万元", "近百名"]
        );
    }

    #[test]
    fn words_of_estimate_widen_the_interval() {
        let read = |body: &str| figures(body).first().map(|f| (f.value, f.low, f.high, f.unit.clone()));
        assert_eq!(read("募集40余万元善款。"), Some((4e5, 4e5, 5e5, "元".into())));
        assert_eq!(read("开展超200场活动。"), Some((200.0, 200.0, f64::INFINITY, "场".into())));
        assert_eq!(read("惠及1.6万人。"), Some((16000.0, 16000.0, 16000.0, "人".into())));
    }

    #[test]
    fn dates_ordinals_codes_and_idioms_are_no_figures() {
        let body = "2024年5月20日，第3次会议召开。一些人四处奔走，千家万户一个个响应，A10个。";
        assert!(texts(body).is_empty(), "{:?}", texts(body));
    }

    #[test]
    fn the_clause_gives_the_role_and_the_noun() {
        let found = figures("共收集建议127件，其中党员干部建议84件，占比66%。");
        let roles: Vec<_> = found.iter().map(|figure| figure.role).collect();
        assert_eq!(roles, [FigureRole::Total, FigureRole::Subset, FigureRole::Rate]);
        assert_eq!(figures("4家成员单位参加。")[0].counts.as_deref(), Some("成员单位参加"));
    }
}
