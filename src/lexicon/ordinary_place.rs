//! Names of places that are words, or parts of words, besides: they count with evidence only.

use super::{
    gazetteer::Level,
    word::is_word,
    world::{self, Sort},
};

/// Kinds of zones, villages, communities and farms, by the words that policy and the dictionaries have for them.
const KINDS: &str = "\
开发区 经济开发区 高新区 高新技术产业开发区 工业区 工业园区 产业园区 示范区 保税区 综合保税区 保护区 风景区 旅游区 度假区 管理区 服务区 市辖区 生活区 中心区 功能区 试验区 \
自然村 行政村 中心村 新农村 城中村 度假村 旅游村 文化村 民俗村 民族村 移民村 示范村 先进村 全村 各村 \
中心社区 商业街社区 市场社区 机场社区 车站社区 工业社区 人民街道 街道 社区 市场 广场 原种场 园艺场 畜牧场 养殖场";

/// The last words of names.
const LEVELS: &[&str] = &["街道", "社区", "区", "县", "市", "镇", "乡", "村", "场"];

/// What describes a place by where it lies, how large or old it is, or what it lives on, and names none: 新区, 小镇, 渔村.
const DESCRIBING: &str = "东西南北中上下前后内外大小新老旧古城郊山水渔农林牧茶矿集各全本";

/// Whether the full name of a division is an everyday word, or could be: it counts behind what it belongs to only.
pub fn is_ordinary_full(name: &str) -> bool {
    let stem = || LEVELS.iter().find_map(|level| name.strip_suffix(level));
    KINDS.split_whitespace().any(|kind| kind == name) || stem().is_some_and(describes)
}

/// One word that describes (新|区), or a part of a town and where it lies (城|北|区, 新|市|区).
fn describes(stem: &str) -> bool {
    let mut characters = stem.chars();
    match (characters.next(), characters.next(), characters.next()) {
        (Some(one), None, _) => DESCRIBING.contains(one),
        (Some(one), Some(other), None) => "城市新老".contains(one) && "东西南北中城市".contains(other),
        _ => false,
    }
}

/// Short names that are ordinary words, or that every city gives its streets, schools and shops, though the list of
/// everyday words does not have them.
const WORDS: &str = "\
安康 白银 来宾 大同 长治 东方 和平 中山 朝阳 同仁 三明 平凉 中方 互助 大通 龙江 云和 青年 开平 东安 新华 长安 解放 中原 平和 尚志 平安 吉安 兴安 \
志丹 合作 玉树 金沙 丰满 城关 东乡 高要 连云 信丰 宁安 通化 正安 英德 道真 东平 东明 中宁 金山 宝山 海南 大理 和田 长白 河北区 西安区";

/// Characters that so many everyday words end with that a short name which begins with them is often no name: 平|安吉|祥.
const WORD_ENDS: &str = "安成文武和会大高新民德定";

/// Points of the compass, and what they tell apart.
const POINTS: &str = "东西南北中";
const TOLD_APART: &str = "江河海湖山城市新";

/// Whether a short name counts with evidence only: it is a word, a mountain or a river besides, it says where something
/// lies (江北, 河东, 市南), or it is short for a county and easily the end of one word and the beginning of the next.
pub fn is_ordinary_short(name: &str, level: Level) -> bool {
    let mut characters = name.chars();
    let (first, second) = (characters.next(), characters.next());
    let is_one_of = |c: Option<char>, set: &str| c.is_some_and(|c| set.contains(c));
    let is_two = second.is_some() && characters.next().is_none();
    let lies = |one, other| is_one_of(one, TOLD_APART) && is_one_of(other, POINTS);
    is_word(name)
        || WORDS.split_whitespace().any(|word| word == name)
        || world::sort(name) == Some(Sort::Natural)
        || is_two && (lies(first, second) || lies(second, first))
        || is_two && level == Level::County && is_one_of(first, WORD_ENDS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_name_that_describes_is_ordinary() {
        for name in ["新区", "郊区", "城北区", "新市区", "古镇", "渔村", "老村", "城中村", "开发区", "市场"]
        {
            assert!(is_ordinary_full(name), "{name}");
        }
        for name in ["东城区", "鼓楼区", "石桥镇", "常熟市", "古城镇", "山阳县"] {
            assert!(!is_ordinary_full(name), "{name}");
        }
    }

    #[test]
    fn a_short_name_that_is_a_word_a_mountain_or_a_side_is_ordinary() {
        for name in ["安康", "黄山", "江北", "河东", "市南", "同心", "安吉"] {
            assert!(is_ordinary_short(name, Level::County), "{name}");
        }
        for name in ["睢宁", "沭阳", "溧阳"] {
            assert!(!is_ordinary_short(name, Level::County), "{name}");
        }
        assert!(!is_ordinary_short("安庆", Level::City));
    }
}
