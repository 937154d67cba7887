//! Measure words that make a number a quantity, and the words that only begin like one.

use std::{collections::HashMap, sync::LazyLock};

use super::unit;

/// Measure words; units of measurement stand in [`super::unit`]. 年, 月, 日 and 时 are left out, since they make dates and
/// times. Source: 《现代汉语词典》 and the measure words that news counts by (人次, 架次, 标箱).
const MEASURE_WORDS: &str = "个 口 户 家 所 座 栋 幢 间 套 处 项 条 件 份 次 场 回 趟 遍 届 期 批 组 队 支 只 头 匹 峰 尾 羽 \
     辆 台 架 艘 部 列 节 副 幅 张 本 册 卷 篇 首 封 页 枚 颗 粒 棵 株 根 朵 束 丛 片 块 段 道 层 级 门 堂 课 集 出 盏 面 顶 \
     把 枝 盘 碗 杯 瓶 罐 桶 箱 盒 袋 包 筐 篮 捆 叠 沓 堆 盆 桌 席 票 单 笔 宗 起 例 桩 类 种 款 样 步 圈 轮 局 拨 班 双 对 \
     倍 番 字 句 声 针 床 站 程 垄 畦 孔 眼 口井 蔸 穗 窝 箩 担 锅 壶 串 棚 爿 架次 人次 车次 班次 航次 户次 件次 场次 \
     台次 辆次 艘次 例次 批次 剂次 频次 人份 剂 针次 标箱 标准箱 车皮 吨公里 人公里 户家庭 名额 个名额 席位 位数 款次 岁 \
     周岁 度 分 克拉 赫兹 马力 千卡 焦耳 帕 伏 安 千伏 千伏安 兆 字节 比特 盎司 磅 加仑 蒲式耳 打 令 听 贴 帖 味 服 \
     美元 欧元 日元 港元 澳元 加元 韩元 新元 新台币 英镑 法郎 卢布 卢比 马克 美金 元港币 元港元 个点 个基点 基点 \
     股 手 站次 天次 小时次 公顷次 亩次 平方米次 学时 课时 学分 工时 工日 人天 人日 桌次 例确诊病例";

/// Measure words that Chinese numerals below ten may stand with: the others make words of their own (三级, 四面, 两手).
const WITH_SMALL_CHINESE: &str = "个 户 家 所 座 栋 幢 间 套 项 条 件 份 次 场 批 组 支 只 辆 台 架 艘 部 篇 首 本 册 张 枚 颗 棵 \
     株 类 种 款 轮 笔 宗 起 例 倍 番 成 折 人次 架次 口 箱 袋 瓶 盒 岁 周岁 人 名 位 元 亩 吨 米 公里 千米 公斤 千克 斤 克 \
     公顷 平方米 平方公里 立方米 小时 个小时 分钟 天 周 个月 个星期 周年 美元 个百分点 百分点 块钱 万元 度电 千瓦时 千瓦 兆瓦 \
     剂次 批次 班次 车次 场次 人份 台次 点";

/// A measure word and the characters behind it that make it the beginning of another word: 部|门, 支|持.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("部", "门委队署长分落"),
    ("处", "理于罚分置境长方所"),
    ("组", "织建成合长阁委"),
    ("项", "目链"),
    ("对", "于应接照口外内准面方待话"),
    ("台", "湾州风胞商资海属"),
    ("支", "持援出付撑部教柱书"),
    ("批", "准评复示发"),
    ("种", "植粮养子"),
    ("期", "间货盼望限刊"),
    ("门", "店诊票户头"),
    ("节", "约能目日假省水"),
    ("道", "路德歉理"),
    ("面", "积对向临貌试"),
    ("包", "括含装裹容"),
    ("股", "份票东权市民"),
    ("例", "如会外行"),
    ("轮", "换流训岗椅"),
    ("起", "来步诉义草到伏点重"),
    ("天", "津然气下空山水门府台"),
    ("周", "边围刊报一二三四五六日末期庄口"),
    ("升", "至到级高温降学旗格值"),
    ("分", "别布为公之析会局工成红类享配行级流赛散部校局支店管"),
    ("成", "为立功员都果效交本长品就绩熟人分套语年千才"),
    ("折", "合算叠射磨页线扇"),
    ("角", "度色落逐"),
    ("里", "程面外"),
    ("米", "饭粉线兰"),
    ("克", "服隆"),
    ("斤", "两"),
    ("层", "级次面"),
    ("级", "别"),
    ("口", "岸罩号"),
    ("条", "例款约件"),
    ("所", "有以在属谓"),
    ("场", "所馆地景"),
    ("次", "日要年月"),
    ("家", "庭"),
    ("单", "位元"),
    ("回", "来到归家"),
    ("出", "生国口现台来入席"),
    ("集", "团中体聚结资市"),
    ("班", "子长级"),
    ("站", "在位点"),
    ("手", "机"),
    ("步", "入行伐"),
    ("头", "部条"),
    ("首", "个次届批家府都创"),
    ("名", "单义称列"),
    ("位", "于居列置"),
    ("座", "谈"),
    ("度", "过假"),
    ("安", "全排置徽"),
    ("票", "价"),
    ("打", "造击"),
    ("听", "取"),
    ("服", "务"),
    ("味", "道"),
    ("人", "制民"),
    // 3人口述 is three people.
    ("人口", "述头服供罩味岸腔吃吐齿令水红角音中"),
    ("间", "隔"),
    ("把", "握"),
    ("队", "员伍"),
    ("样", "本"),
    ("字", "塔"),
];

/// Measure words and units by their first character, the longer first.
static BY_FIRST: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<&'static str>> = HashMap::new();
    for word in MEASURE_WORDS.split_whitespace().chain(unit::names()).chain(["％"]) {
        let Some(first) = word.chars().next() else { continue };
        by_first.entry(first).or_default().push(word);
    }
    for words in by_first.values_mut() {
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words.dedup();
    }
    by_first
});

/// The measure word or unit that `text` begins with.
pub fn at_start(text: &str) -> Option<&'static str> {
    let first = text.chars().next()?;
    BY_FIRST
        .get(&first)?
        .iter()
        .copied()
        .filter(|word| text.starts_with(word))
        .find(|word| !is_other(text, word))
}

/// Whether a text goes on so that the measure word at its start is the beginning of another word.
fn is_other(text: &str, word: &str) -> bool {
    text[word.len()..].chars().next().is_some_and(|behind| {
        OTHER_WORDS.iter().any(|(begin, rest)| *begin == word && rest.contains(behind))
            || word.is_ascii() && word != "%" && behind.is_ascii_alphanumeric()
    })
}

/// Whether a Chinese numeral below ten may be counted by this word.
pub fn counts_small_chinese(word: &str) -> bool {
    WITH_SMALL_CHINESE.split_whitespace().any(|known| known == word)
}

#[cfg(test)]
mod tests {
    use super::{at_start, counts_small_chinese};

    #[test]
    fn the_longest_word_counts() {
        assert_eq!(at_start("人次参加"), Some("人次"));
        assert_eq!(at_start("平方公里土地"), Some("平方公里"));
        assert_eq!(at_start("个百分点"), Some("个百分点"));
        assert_eq!(at_start("人口净流入"), Some("人口"));
        assert_eq!(at_start("人口述历史"), Some("人"));
    }

    #[test]
    fn words_that_begin_like_a_measure_word_are_none() {
        assert_eq!(at_start("部门联合"), None);
        assert_eq!(at_start("支持发展"), None);
        assert_eq!(at_start("支队伍"), Some("支"));
        assert_eq!(at_start("gdp"), None);
    }

    #[test]
    fn small_chinese_numerals_make_words_with_many_measure_words() {
        assert!(counts_small_chinese("个"));
        assert!(!counts_small_chinese("级"));
    }
}
