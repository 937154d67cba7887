//! Posts and callings that stand before a person's name.

use std::{collections::HashMap, sync::LazyLock};

use super::char_set::CharSet;

/// Posts; 副 and 常务副 may stand before each. Of two that end at one place the longer counts.
const POSTS: &str = "\
师傅 木匠 铁匠 部长 主任 主席 书记 会长 秘书长 县长 市长 区长 州长 盟长 旗长 镇长 乡长 村长 局长 院长 \
校长 理事长 董事长 总经理 总裁 总监 总编辑 总编 主编 编辑 负责人 队长 教练 主教练 领队 \
村民 居民 市民 农民 志愿者 记者 通讯员 医生 护士 护士长 教师 老师 教授 研究员 工程师 \
农艺师 农技员 站长 所长 科长 处长 厅长 省长 委员 代表 会员 理事 监事 监事长 网格员 调解员 \
店主 党员 常委 干事 组长 厂长 经理 社长 馆长 行长 台长 园长 班长 排长 连长 营长 团长 \
旅长 师长 军长 司令 司令员 政委 参谋长 检察长 庭长 法官 检察官 审判员 民警 交警 警官 律师 \
选手 业主 创始人 创办人 传承人 大队长 支队长 中队长 总队长 分会长 支书 村支书 总理 总统 \
首相 大臣 外长 防长 议长 议员 国王 女王 王储 亲王 发言人 大使 公使 参赞 总领事 特使 专员 \
主委 副主委 主任委员 委员长 政府主席 常务委员 主持人 导演 演员 歌手 作家 诗人 画家 书法家 \
音乐家 科学家 企业家 专家 学者 院士 博士 硕士 学生 同学 球员 队员 运动员 裁判 裁判长 门将 \
前锋 后卫 中场 司机 乘客 游客 顾客 消费者 用户 网友 老板 店长 店员 工人 职工 员工 工匠 \
匠人 技师 技术员 讲解员 管理员 协管员 护林员 护鸟员 巡护员 饲养员 养殖户 种植户 种粮大户 \
大户 农户 渔民 牧民 商户 摊主 房东 租客 家长 母亲 父亲 妻子 丈夫 儿子 女儿 爷爷 奶奶 \
老人 女士 男子 女子 青年 少年 战士 士兵 军官 少将 中将 上将 上校 大校 元帅 嫌疑人 被告 \
被告人 原告 证人 死者 伤者 患者 病人 庄主 掌门人 带头人 领头人 合伙人 股东 秘书 助理 顾问 \
参事 调研员 巡视员 监察专员 督学 督导员 辅导员 班主任 主管 主席团成员 书记员 会计 出纳 艺人 \
手艺人 非遗传承人 农机手 机手 骑手 店老板 社员 盟员 干部 同志 战友 烈士 英雄 劳模 \
先进工作者 乡贤 族长 寨老 住持 方丈 阿訇 牧师 神父 主教 经济学家 分析师 设计师 建筑师 \
摄影师 厨师 主厨 药剂师 心理咨询师 教头 馆员 船长 机长 列车长 乘务员 消防员 指导员 教导员 \
政治委员 首席执行官 首席运营官 首席财务官 执行董事 董事 独立董事 发起人 总指挥 指挥 指挥长 \
副总 老总 总干事 干事长 参议员 众议员 酋长 教皇 教宗 理事会主席 路长 河长 湖长 林长 田长 \
链长 楼长 楼栋长 网格长 单元长 片长 店总 厂医 校医 村医 乡村医生 讲师 副教授 党组书记 人员 \
成员 财长 总书记 国务卿 财政大臣 外相 防相 天皇 影星 女星 男星 歌星 球星 影帝 影后 天后 笔者 制片人 名将 老将 小将 \
国脚 外援 主帅 女孩 男孩 女童 男童 小伙 小伙子 姑娘 少女 少年犯 弟弟 哥哥 姐姐 妹妹 老伴 夫人 遗孀 女婿 儿媳 孙子 孙女 好友 \
邻居 室友 同伴 同伙 同事 逃犯 毒贩 评论员 评论家 漫画家 作曲家 歌唱家 舞蹈家 数学家 物理学家 化学家 历史学家 哲学家 \
思想家 革命家 政治家 军事家 教育家 文学家 小说家 艺术家 收藏家 银行家 巨星 健将 冠军 亚军 棋手 车手 射手 老板娘 馆主";

/// Posts by their last character.
static BY_LAST: LazyLock<HashMap<char, Vec<&'static str>>> = LazyLock::new(|| {
    let mut by_last: HashMap<char, Vec<_>> = HashMap::new();
    for post in POSTS.split_whitespace() {
        let last = post.chars().next_back().expect("a post has characters");
        by_last.entry(last).or_default().push(post);
    }
    by_last
});

/// The post that ends `before`, in bytes, with 副 and 常务.
pub fn post_len(before: &str) -> Option<usize> {
    let posts = BY_LAST.get(&before.chars().next_back()?)?;
    let length = posts.iter().filter(|post| before.ends_with(**post)).map(|post| post.len()).max()?;
    let mut start = before.len() - length;
    for prefix in ["副", "常务", "执行", "总", "第一"] {
        if before[..start].ends_with(prefix) {
            start -= prefix.len();
        }
    }
    Some(before.len() - start)
}

/// Posts that stand behind a name.
const BEHIND: &[&str] = &[
    "副主席",
    "主席",
    "副主任",
    "主任",
    "副书记",
    "书记",
    "部长",
    "总理",
    "总统",
    "副总统",
    "委员长",
    "市长",
    "省长",
    "县长",
    "区长",
    "局长",
    "院长",
    "校长",
    "会长",
    "教授",
    "博士",
    "同志",
    "先生",
    "女士",
    "老师",
    "医生",
    "将军",
    "院士",
    "外长",
    "夫妇",
    "等人",
    "一行",
    "一家",
    "烈士",
    "教练",
    "队长",
    "经理",
    "董事长",
    "师傅",
    "大使",
    "议长",
    "首相",
    "大爷",
    "大妈",
    "奶奶",
    "爷爷",
];

static BEHIND_FIRST: LazyLock<CharSet> =
    LazyLock::new(|| CharSet::from_chars(BEHIND.iter().filter_map(|post| post.chars().next())));

/// The post that `behind` begins with, in bytes.
pub fn post_at_start(behind: &str) -> Option<usize> {
    let first = behind.chars().next()?;
    if !BEHIND_FIRST.has(first) {
        return None;
    }
    BEHIND.iter().filter(|post| behind.starts_with(**post)).map(|post| post.len()).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_post_counts_with_its_deputy() {
        assert_eq!(post_len("市委统战部常务副部长"), Some("常务副部长".len()));
        assert_eq!(post_len("市人大常委会副主任委员"), Some("副主任委员".len()));
        assert_eq!(post_len("增长"), None);
    }
}
