//! Measure words that do not go with their noun: 一辆货轮, 一位小偷, 一副照片.
//!
//! Only nouns that the measure word never goes with, right behind it: in 一位歹徒的母亲 it is the mother who is counted.

use std::sync::LazyLock;

use regex::Regex;

use super::{Found, Reading, SlipKind};
use crate::text::Span;

/// A measure word, what ought to stand for it, and the nouns it does not go with.
const PAIRS: &[(&str, &str, &str)] = &[
    ("辆", "艘", "轮船 货轮 客轮 油轮 邮轮 渔船 货船 帆船 军舰 舰艇 潜艇 游艇 渡轮 航母 航空母舰"),
    ("辆", "架", "飞机 客机 直升机 战斗机 战机 无人机 滑翔机"),
    ("架", "辆", "汽车 轿车 客车 货车 卡车 公交车 自行车 摩托车 电动车"),
    ("艘", "辆", "汽车 轿车 客车 货车 卡车 公交车 自行车 摩托车 电动车"),
    ("艘", "架", "飞机 客机 直升机 战斗机 战机 无人机"),
    ("副", "幅", "照片 油画 国画 山水画 书画 地图 漫画 标语"),
    ("付", "副", "对联 春联 手套 眼镜 扑克 担子 重担 药"),
    ("幅", "副", "对联 春联 楹联 挽联 手套 眼镜 扑克 担架 手铐"),
    ("位", "名", "小偷 窃贼 歹徒 罪犯 嫌犯 凶手 骗子 逃犯 犯罪分子 犯罪嫌疑人 诈骗犯 杀人犯 毒贩"),
    ("座", "家", "企业 公司 商店 超市 饭店"),
    ("匹", "头", "牛 奶牛 水牛 黄牛 猪 生猪 母猪"),
    ("头", "匹", "马 骏马 赛马"),
];

static QUANTITY: LazyLock<Regex> = LazyLock::new(|| {
    let measures: String = PAIRS.iter().map(|(measure, ..)| *measure).collect();
    Regex::new(&format!("[0-9一两二三四五六七八九十百千万几数多这那每](?P<measure>[{measures}])"))
        .expect("the pattern is sound")
});

/// Measure words that do not go with the noun behind them.
pub(super) fn find(reading: Reading<'_>) -> Vec<Found> {
    let text = reading.text;
    let hits = QUANTITY.captures_iter(text).filter_map(|hit| hit.name("measure"));
    let mut found = Vec::new();
    for hit in hits {
        let measure = Span::from(hit.range());
        let rows = PAIRS.iter().filter(|(written, ..)| *written == measure.of(text));
        let fitting = rows.flat_map(|(_, right, nouns)| nouns.split(' ').map(move |noun| (*right, noun)));
        let behind = &text[measure.end..];
        let Some((right, noun)) =
            fitting.filter(|(_, noun)| behind.starts_with(noun)).max_by_key(|(_, noun)| noun.len())
        else {
            continue;
        };
        let noun = Span::new(measure.end, measure.end + noun.len());
        if !reading.cuts_a_word(noun) && !goes_on(reading, noun.end) {
            found.push(Found::certain(measure, SlipKind::Measure, right));
        }
    }
    found
}

/// Whether what is counted may be another noun, farther behind: 一位歹徒的母亲, 一座企业展厅.
fn goes_on(reading: Reading<'_>, end: usize) -> bool {
    let next = reading.word_at(end).map(|next| reading.words[next]);
    next.is_some_and(|word| {
        matches!(word.tag, "n" | "vn" | "nz" | "b" | "q" | "ng" | "uj" | "f" | "s" | "a" | "an" | "j" | "l")
            || matches!(word.at.of(reading.text), "的" | "、" | "和" | "与" | "及")
    })
}
