//! What a clause says of a change that was named before it: 增加30家, 增长25%, 提高5个百分点, 翻一番.

use std::sync::LazyLock;

use regex::Regex;

use super::ADJUSTED;
use crate::annotate::{
    Figure,
    relations::{clause::mentions, printed::same_unit},
};

/// Which way a quantity goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// 增长, 提高.
    Up,
    /// 减少, 缩短.
    Down,
}

/// How a figure measures a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measure {
    /// In the unit of the values themselves, or in points of percentages.
    Difference,
    /// As a share of the value before: per cent, tenths, fractions.
    Share,
    /// In multiples of the value before, beyond itself: 增长2倍.
    Times,
    /// In multiples of the value before, itself counted in: 是原来的3倍.
    Multiple,
}

/// What the words in front of a figure make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Effect {
    /// Which way.
    pub direction: Direction,
    /// In what.
    pub measure: Measure,
    /// What the change is measured from: 同比, 比上年.
    pub since: Since,
    /// Whether the rate is one of prices held level, or of an average year.
    pub is_adjusted: bool,
    /// Whether the words lead to an estimate: 增幅约为.
    pub is_about: bool,
}

/// What a change is measured from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Since {
    /// From the value named before.
    Named,
    /// From the year before, named in the same breath: 同比, 比上年, 较去年同期.
    LastYear,
    /// From another time: 环比, 比“十三五”时期.
    Other,
}

static EFFECT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^(?:[^，。；：、（）()]{0,10}[，、,（(])?(?P<subject>[^，。；：、（）()0-9０-９]{0,8}?)\
         (?P<lead>(?:(?:(?P<since>同比|环比|(?:比|较|同)(?:[^，。；、（）比较]{1,12}?|“[^”]{1,8}”[^，。；、]{0,4}?)(?:相比)?)\
         |[一二三四五六七八九十两0-9０-９]+年(?:间|来|中)?|按可比[^，。；]{0,8}?|扣除[^，。；]{1,10}?|年均|年平均|平均每年|每年|月均|日均|平均|名义|实际|每[亩户人头台家村]|\
         累计|总计|总体|整体|共|净|又|再|也|均|就|便|已|分别|实现|达到|足足|整整|大幅|大约|约|可|将)，?)*)\
         (?:(?P<up>增长|增加|增收|增产|增多|增幅|增|提高|提升|上升|上涨|涨幅|升幅|增速|扩大|攀升|多)\
         |(?P<down>下降|减少|减产|减收|减|降低|降幅|减幅|降|缩短|缩减|压缩|压减|压降|回落|下跌|跌幅|下滑|少))\
         (?P<link>(?:了|率|幅度|速度|幅|达到|达|为|约|近|超过|超|逾|大约|高达|多达|将近|接近|整整)*)$",
    )
    .expect("the pattern is well formed")
});

/// 是原来的3倍: what the value behind is of the value before.
static MULTIPLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        "^(?:[^，。；：、（）()]{0,10}[，、,（(])?(?:是|为|达到|达|相当于|约为|约是|已是)\
         (?:原来|原先|过去|此前|之前|当初|最初|(?P<year>上年|去年)(?:同期)?)的$",
    )
    .expect("the pattern is well formed")
});

impl Effect {
    /// Reads the words between the figure before and `figure`, as a change of `subject`, of which `value` is a value.
    pub fn of(words: &str, figure: &Figure, value: &Figure, subject: &str) -> Option<Self> {
        if figure.unit == "倍"
            && let Some(found) = MULTIPLE.captures(words)
        {
            let since = if found.name("year").is_some() { Since::LastYear } else { Since::Named };
            return Some(Self::multiple(since));
        }
        let found = EFFECT.captures(words)?;
        if !found["subject"].is_empty() && !is_short_for(&found["subject"], subject) {
            return None;
        }
        let direction = if found.name("up").is_some() { Direction::Up } else { Direction::Down };
        let is_of_shares = value.ratio().is_some();
        let measure = match figure.unit.as_str() {
            "百分点" | "个百分点" if is_of_shares => Measure::Difference,
            // Of percentages, per cent may be meant as points: both are read, and neither is held against the other.
            _ if is_of_shares => return None,
            _ if figure.ratio().is_some() => Measure::Share,
            "倍" => Measure::Times,
            _ if same_unit(figure, value) => Measure::Difference,
            _ => return None,
        };
        let lead = found.name("lead").map_or("", |lead| lead.as_str());
        let since = match found.name("since").map(|since| since.as_str()) {
            None => Since::Named,
            Some(words) if mentions(words, &["同比", "上年", "去年"]) => Since::LastYear,
            Some(_) => Since::Other,
        };
        Some(Self {
            direction,
            measure,
            since,
            is_adjusted: mentions(lead, ADJUSTED),
            is_about: found["link"].contains('约'),
        })
    }

    /// So many times the value before.
    pub const fn multiple(since: Since) -> Self {
        Self {
            direction: Direction::Up,
            measure: Measure::Multiple,
            since,
            is_adjusted: false,
            is_about: false,
        }
    }
}

/// Whether one noun is the other in short: 产量 after 全县粮食产量, 亩基本苗 after 每亩秧苗.
fn is_short_for(short: &str, full: &str) -> bool {
    let ((per, short), (per_full, full)) = (bare(short), bare(full));
    per == per_full && !short.is_empty() && full.ends_with(short)
}

/// A noun without what it is counted by (每亩, 户均) and without words that any noun may have.
fn bare(noun: &str) -> (Option<char>, &str) {
    let rest = noun.trim_start_matches('每');
    let per = rest.chars().next().filter(|c| "亩户人头".contains(*c));
    let rest = rest.trim_start_matches(|c| Some(c) == per).trim_start_matches('均');
    let vague = ["基本", "平均", "整体", "总体", "总"];
    (per, vague.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest))
}
