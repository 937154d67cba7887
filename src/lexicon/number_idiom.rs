//! Words and slogans that begin with a number and count nothing: 三个代表, 八项规定, 三番五次.

/// Each as it is printed; only those whose second word could be taken for a measure word.
const IDIOMS: &[&str] = &[
    "两个维护",
    "两个确立",
    "两个一百年",
    "两个大局",
    "两个毫不动摇",
    "两个结合",
    "两个健康",
    "两个屏障",
    "两条腿走路",
    "三个代表",
    "三个务必",
    "三个区分开来",
    "三个面向",
    "三个臭皮匠",
    "三位一体",
    "三支队伍",
    "三条红线",
    "三支一扶",
    "三天两头",
    "三番五次",
    "三番两次",
    "三家村",
    "三条鱼",
    "四个意识",
    "四个自信",
    "四个全面",
    "四个伟大",
    "四个服从",
    "四个一批",
    "四项基本原则",
    "五位一体",
    "五个一",
    "五项原则",
    "六个一",
    "七天无理由",
    "七折八扣",
    "八项规定",
    "八个明确",
    "十个明确",
    "十四个坚持",
    "十三个方面成就",
    "十六个字",
    "十分",
    "十天半月",
    "百分之百",
    "百折不",
    "一波三折",
];

/// The length of the idiom that `text` begins with.
pub fn at_start(text: &str) -> Option<usize> {
    IDIOMS.iter().find(|idiom| text.starts_with(**idiom)).map(|idiom| idiom.len())
}

#[cfg(test)]
mod tests {
    use super::at_start;

    #[test]
    fn slogans_are_idioms_and_counts_are_not() {
        assert_eq!(at_start("三个代表重要思想"), Some("三个代表".len()));
        assert_eq!(at_start("三个乡镇"), None);
    }
}
