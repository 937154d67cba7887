//! Bodies that everyone knows by name, and brands that stand for their companies where these act.
//!
//! `data/known_organizations.txt`, tabulated by hand: each list says what it is complete by. A grammar finds all other
//! bodies.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    char_set::CharSet,
    criterion,
    organization_head::HeadKind::{self, Association, Company, Government, Media, Other, Party, School},
    word_list::WordList,
};

static TABLE: &str = include_str!("data/known_organizations.txt");

/// The kind of body that a list of the table is of, and whether its names are those of what a company sells, which stand
/// for it only where it acts.
fn kind(list: &str) -> Option<(HeadKind, bool)> {
    Some(match list {
        "Party" => (Party, false),
        "Government" => (Government, false),
        "Association" => (Association, false),
        "Media" => (Media, false),
        "School" => (School, false),
        "Company" => (Company, false),
        "Brand" => (Company, true),
        "Other" => (Other, false),
        _ => return None,
    })
}

/// What makes a company of a brand before it: its parts, its people, what companies do.
static COMPANY_ACTS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::of(
        "\
公司 集团 旗下 方面 高管 高层 总部 总裁 董事长 创始人 首席 CEO 员工 股价 股票 股东 财报 \
市值 宣布 表示 推出 发布 收购 计划 称 近日 日前 召回 将在 回应 承认 否认 起诉 在华 上市 \
裁员 投资 拥有 决定 正式"
            .split_whitespace(),
    )
});

/// What makes a product, a page or a buyer of the company before it: 微博, 地图, 车主.
static PRODUCTS: LazyLock<WordList> = LazyLock::new(|| {
    WordList::of(
        "\
微博 地图 搜索 商城 易购 网店 网购 网 号 牌 系列 手机 电脑 笔记本 冰箱 空调 彩电 电视 \
轿车 汽车讯 车主 客车 货车 体育 娱乐 财经 科技讯 视频 空间 浏览器 邮箱 输入法 百科 贴吧 \
新闻 房产 读书 教育 用户 快讯 购车 导购 4S"
            .split_whitespace(),
    )
});

/// A known name.
#[derive(Clone, Copy, Debug)]
struct Known {
    name: &'static str,
    kind: HeadKind,
    /// Whether it is more often the name of what the company sells.
    is_brand: bool,
}

/// Known names by their first character.
static BY_FIRST: LazyLock<HashMap<char, Vec<Known>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<Known>> = HashMap::new();
    for list in criterion::lists(TABLE) {
        let Some((kind, is_brand)) = kind(list.kind) else { continue };
        for name in list.names() {
            let first = name.chars().next().expect("a name has characters");
            by_first.entry(first).or_default().push(Known { name, kind, is_brand });
        }
    }
    by_first
});

static FIRST: LazyLock<CharSet> = LazyLock::new(|| CharSet::from_chars(BY_FIRST.keys().copied()));

fn beginning_with(first: char) -> &'static [Known] {
    if FIRST.has(first) { BY_FIRST.get(&first).map_or(&[], Vec::as_slice) } else { &[] }
}

/// Whether `name` is a company or a brand that everyone knows, whatever it does in the text.
pub fn is_company(name: &str) -> bool {
    let known = name.chars().next().map_or(&[][..], beginning_with);
    known.iter().any(|known| known.kind == Company && known.name == name)
}

/// The longest known name that `text` begins with: its length in bytes and the kind of body.
pub fn at_start(text: &str) -> Option<(usize, HeadKind)> {
    let known = beginning_with(text.chars().next()?)
        .iter()
        .filter(|known| text.starts_with(known.name))
        .max_by_key(|known| known.name.len())?;
    let behind = &text[known.name.len()..];
    let is_meant = match known.kind {
        Company if known.is_brand => COMPANY_ACTS.begins(behind),
        Company => !makes_product(behind),
        _ => true,
    };
    // Of a name in Latin letters the whole word counts.
    let is_cut = known.name.ends_with(|c: char| c.is_ascii_alphanumeric())
        && behind.starts_with(|c: char| c.is_ascii_alphanumeric());
    (is_meant && !is_cut).then_some((known.name.len(), known.kind))
}

/// Whether what follows a company is a product of it or its model: 腾讯微博, 三星 S4; 三星6月8日 is a date.
fn makes_product(behind: &str) -> bool {
    let behind = behind.trim_start();
    let digits = behind.trim_start_matches(|c: char| c.is_ascii_digit());
    let is_dated = digits.len() < behind.len() && digits.starts_with(['年', '月', '日']);
    PRODUCTS.begins(behind) || behind.starts_with(|c: char| c.is_ascii_alphanumeric()) && !is_dated
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known(text: &str) -> Option<&str> {
        at_start(text).map(|(length, _)| &text[..length])
    }

    #[test]
    fn every_list_says_what_it_is_complete_by_and_no_name_comes_twice() {
        let mut names = std::collections::HashSet::new();
        for list in criterion::lists(TABLE) {
            assert!(kind(list.kind).is_some(), "{}", list.kind);
            assert!(list.criterion.len() > 20, "{}", list.criterion);
            for name in list.names() {
                assert!(names.insert(name), "{name} comes twice");
            }
        }
        assert!(names.len() > 500);
    }

    #[test]
    fn a_company_is_not_what_it_sells() {
        assert_eq!(known("腾讯宣布"), Some("腾讯"));
        assert_eq!(known("腾讯6月8日宣布"), Some("腾讯"));
        assert_eq!(known("腾讯微博的用户"), None);
        assert_eq!(known("三星 S4手机"), None);
    }

    #[test]
    fn a_brand_is_a_company_where_it_acts() {
        assert_eq!(known("奔驰宣布召回"), Some("奔驰"));
        assert_eq!(known("奔驰的司机"), None);
        assert_eq!(known("苹果熟了"), None);
    }

    #[test]
    fn a_latin_name_is_a_whole_word() {
        assert_eq!(known("LG公司"), Some("LG"));
        assert_eq!(known("LGBT"), None);
    }
}
