//! Finds quantities: words of estimate, number, 万 or 亿, and unit, with the interval the words allow.
//!
//! - [`numeral`]: the number itself
//! - `bound`: words of estimate before and behind it
//! - `reader`: one figure from its number on: unit, fraction, and what is none
//! - `range`: two numbers with a dash between them
//! - `context`: what it counts, its label and its role
//! - `scope`: whose it is, and of when
//! - `sign`: what makes a number less than nothing
//! - `spaced`: digits that a draft sets apart
//! - `discount`: rates in 折
//! - `restate`: another value in the same form
//! - [`Interval`]: arithmetic on what figures may stand for

mod bound;
mod context;
mod discount;
mod interval;
pub mod numeral;
mod range;
mod reader;
mod restate;
mod scope;
mod sign;
mod spaced;

pub use interval::Interval;
pub use restate::restated_number;
pub(super) use scope::complete as complete_scope;
pub use scope::{Actor, Period, Phrase, Scope};

use super::Place;
use crate::{
    lexicon::unit::{self, Dimension},
    outline::Article,
    text::Span,
};

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
    /// The number alone with its minus and its 万 or 亿, without words of estimate, in the logical text of the block.
    pub number: Span,
    /// The number as printed, in the unit (1.6万 is 16000), with its sign (零下5℃ is −5); of a range (5—10万元) its first end.
    pub value: f64,
    /// The least value the words allow.
    pub low: f64,
    /// The greatest value the words allow.
    pub high: f64,
    /// The weight of the last printed digit: 1000 for 1.6万, 1 for 127, 0.1 for 9.7.
    pub step: f64,
    /// Which words of estimate stand with it.
    pub bound: Bound,
    /// The two ends of a range, in the order in which they are printed.
    pub ends: Option<(f64, f64)>,
    /// The measure word or unit, without 万 and 亿: 人次, 元, %.
    pub unit: String,
    /// The noun behind it: 4家|成员单位.
    pub counts: Option<String>,
    /// The words between the last mark or figure and this one: 脱贫户|18人, 其中出口|575.8亿元.
    pub label: String,
    /// What it is in its sentence.
    pub role: FigureRole,
    /// Of whom and of when it is.
    pub scope: Scope,
}

impl Figure {
    /// Every value the words allow.
    pub fn interval(&self) -> Interval {
        Interval::new(self.low, self.high)
    }

    /// Every value the words and the rounding of the printed digits allow. A count of things is rounded only where it is
    /// printed with a fraction, 万 or 亿.
    pub fn rounded(&self) -> Interval {
        let is_counted = !unit::is_continuous(&self.unit) && !self.unit.is_empty();
        let is_whole = self.step <= 1.0 && self.value.fract() == 0.0;
        if is_counted && is_whole { self.interval() } else { self.interval().widened(self.step / 2.0) }
    }

    /// [`Figure::rounded`] in the base unit of what is measured, so that 亩 and 公顷 can be compared.
    pub fn base(&self) -> Interval {
        self.rounded().scaled(unit::factor(&self.unit))
    }

    /// Whether this and the other can be added and compared.
    pub fn is_comparable(&self, other: &Self) -> bool {
        unit::comparable(&self.unit, &other.unit)
    }

    /// The share of one that a percentage, a fraction or 成 stands for, with rounding.
    pub fn ratio(&self) -> Option<Interval> {
        let is_fraction = self.unit.is_empty() && self.value <= 1.0;
        let is_ratio = unit::named(&self.unit).is_some_and(|unit| unit.dimension == Dimension::Ratio)
            && (self.unit != discount::UNIT || discount::is_rate(self.value));
        (is_ratio || is_fraction).then(|| self.base())
    }
}

/// The quantities of an article, in the order of its text.
pub fn find(article: &Article) -> Vec<Figure> {
    let mut figures = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let first = figures.len();
        reader::read_all(block.text.as_str(), &mut figures);
        for figure in &mut figures[first..] {
            figure.place.block = index;
            figure.place.span = block.text.to_source(figure.place.at);
        }
    }
    figures
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
    fn ranges_fractions_and_compound_units_are_single_figures() {
        let read = |body: &str| {
            figures(body).into_iter().map(|f| (f.text, f.low, f.high, f.unit)).collect::<Vec<_>>()
        };
        assert_eq!(read("每户补助5—10万元。"), [("5—10万元".into(), 5e4, 1e5, "元".into())]);
        assert_eq!(read("年龄在18至60岁。"), [("18至60岁".into(), 18.0, 60.0, "岁".into())]);
        assert_eq!(read("占百分之三十。"), [("百分之三十".into(), 30.0, 30.0, "%".into())]);
        assert_eq!(read("每吨3000元/吨。")[0].3, "元/吨");
        assert_eq!(read("历时两个半小时。"), [("两个半小时".into(), 2.5, 2.5, "个小时".into())]);
        assert_eq!(texts("由5%到10%。"), ["5%", "10%"]);
        assert_eq!(texts("获5金7银2铜。"), ["5金", "7银", "2铜"]);
        assert!(texts("3金融机构，2银行。").is_empty());
    }

    #[test]
    fn a_share_is_read_from_percent_fraction_and_tenths() {
        for (body, share) in
            [("占66%。", 0.66), ("占三分之二。", 2.0 / 3.0), ("占七成。", 0.7), ("占5‰。", 0.005)]
        {
            assert!(figures(body)[0].ratio().is_some_and(|ratio| ratio.holds(share)), "{body}");
        }
        assert_eq!(figures("有66人。")[0].ratio(), None);
    }

    fn values(body: &str) -> Vec<(String, f64)> {
        figures(body).into_iter().map(|figure| (figure.text, figure.value)).collect()
    }

    #[test]
    fn tenths_of_a_price_are_rates() {
        let read: Vec<_> = values("全场八折，会员打八五折，次日7.5折，85折起，七八折的也有。");
        let expected = [("八折", 8.0), ("八五折", 8.5), ("7.5折", 7.5), ("85折", 8.5), ("七八折", 7.0)];
        assert_eq!(read, expected.map(|(text, value)| (text.to_owned(), value)));
        assert!(figures("会员打八五折。")[0].ratio().is_some_and(|ratio| ratio.holds(0.85)));
        assert_eq!(figures("全本共24折戏。")[0].ratio(), None);
        assert!(texts("过程一波三折，使用三折页，百折不挠。").is_empty());
    }

    #[test]
    fn numbers_below_nought_keep_their_sign() {
        for (body, text, value) in [
            ("最低气温-3.2℃。", "-3.2℃", -3.2),
            ("环比－5%。", "－5%", -5.0),
            ("最低零下5摄氏度。", "零下5摄氏度", -5.0),
            ("最低零下二十度。", "零下二十度", -20.0),
            ("出口负增长2.1%。", "2.1%", -2.1),
            ("净利润为-1.2亿元。", "-1.2亿元", -1.2e8),
            ("夜间约零下5℃。", "约零下5℃", -5.0),
        ] {
            assert_eq!(values(body), [(text.to_owned(), value)], "{body}");
        }
        assert_eq!(
            values("种植小麦-3个品种，投入A-5万元。").iter().filter(|(_, value)| *value < 0.0).count(),
            0
        );
        let ends = |body: &str| figures(body).first().and_then(|figure| figure.ends);
        assert_eq!(ends("气温-5～3℃。"), Some((-5.0, 3.0)));
        assert_eq!(ends("气温-5℃至-3℃。"), Some((-5.0, -3.0)));
        assert_eq!(ends("气温零下3至5℃。"), Some((-3.0, -5.0)));
        assert_eq!(ends("气温3℃至-5℃。"), Some((3.0, -5.0)));
        assert_eq!(ends("气温3-5℃。"), Some((3.0, 5.0)));
        let over = &figures("出口负增长超2%。")[0];
        assert_eq!((over.low, over.high, over.bound), (f64::NEG_INFINITY, -2.0, Bound::Over));
        assert_eq!(figures("最低气温-3.2℃。")[0].restated(-4.5).as_deref(), Some("-4.5℃"));
        assert_eq!(figures("最低零下5℃。")[0].restated(-6.0).as_deref(), Some("零下6℃"));
        assert_eq!(figures("最低零下5℃。")[0].restated(6.0), None);
    }

    #[test]
    fn digits_set_apart_are_one_number_where_all_are() {
        assert_eq!(values("全镇有4 0个村、5 组。"), [("4 0个".to_owned(), 40.0), ("5 组".to_owned(), 5.0)]);
        assert!(texts("全镇2024年有4 0个村。").is_empty());
        assert_eq!(values("发放40 万元、30 余万元。")[0], ("40 万元".to_owned(), 4e5));
    }

    #[test]
    fn the_size_of_a_range_tells_whose_ten_thousand_it_is() {
        let ends = |body: &str| figures(body)[0].ends;
        assert_eq!(ends("补贴5000—1万元。"), Some((5e3, 1e4)));
        assert_eq!(ends("补贴5—10万元。"), Some((5e4, 1e5)));
        assert_eq!(ends("补贴800—1.5万元。"), Some((800.0, 15e3)));
        assert_eq!(ends("补贴10—5万元。"), Some((1e5, 5e4)));
        assert_eq!(ends("补贴5万—10万元。"), Some((5e4, 1e5)));
        assert_eq!(ends("投资9—16亿元。"), Some((9e8, 16e8)));
    }

    #[test]
    fn population_is_counted_in_people() {
        let read = &figures("全国有十一亿人口。")[0];
        assert_eq!((read.text.as_str(), read.value, read.unit.as_str()), ("十一亿人口", 11e8, "人口"));
        assert!(read.is_comparable(&figures("全国有11亿人。")[0]));
        assert_eq!(texts("采集3人口述。"), ["3人"]);
    }

    #[test]
    fn words_behind_the_unit_bound_it_too() {
        let bound = |body: &str| figures(body)[0].bound;
        assert_eq!(bound("约有30%左右。"), Bound::About);
        assert_eq!(bound("有500元以上。"), Bound::AtLeast);
        assert_eq!(bound("突破3亿元。"), Bound::Over);
        assert_eq!(bound("有3亿元。"), Bound::Exact);
    }

    #[test]
    fn hostile_numbers_are_refused() {
        for body in [
            format!("有{}元。", "9".repeat(400)),
            "有1e999元。".into(),
            "有万亿亿亿元。".into(),
            "有元千克。".into(),
        ] {
            assert!(texts(&body).is_empty(), "{body}");
        }
        assert_eq!(texts("占0/0%。"), Vec::<String>::new());
    }

    #[test]
    fn dates_ordinals_codes_and_idioms_are_no_figures() {
        let body = "2024年5月20日，第3次会议召开。一些人四处奔走，千家万户一个个响应，A10个，8时30分，2024级，三个代表，三次会议。";
        assert!(texts(body).is_empty(), "{:?}", texts(body));
    }

    #[test]
    fn the_clause_gives_the_role_and_the_noun() {
        let found = figures("共收集建议127件，其中党员干部建议84件，占比66%。");
        let roles: Vec<_> = found.iter().map(|figure| figure.role).collect();
        assert_eq!(roles, [FigureRole::Total, FigureRole::Subset, FigureRole::Rate]);
        assert_eq!(figures("4家成员单位参加。")[0].counts.as_deref(), Some("成员单位"));
    }
}
