//! Bodies that everyone knows by name, and brands that stand for their companies where these act.
//!
//! Tabulated by hand from common knowledge.

use std::{collections::HashMap, sync::LazyLock};

use super::{
    char_set::CharSet,
    organization_head::HeadKind::{self, Association, Company, Government, Media, Other, Party, School},
    word_list::WordList,
};

/// Bodies that everyone knows by this name.
const KNOWN: &[(HeadKind, &str)] = &[
    (
        Party,
        "中国共产党 中共中央 党中央 中共中央办公厅 中央统战部 中央纪委 中央军委 中央宣传部 中央组织部 中宣部 中组部 中联部 中央党校 中央政法委 \
         中央书记处 中央政治局 国民党 共产党 民进党 民主党 共和党 工党 保守党 自民党 社民党 自由党 社会党 中共",
    ),
    (
        Government,
        "国务院 国台办 国新办 国侨办 国务院台办 国务院侨办 国家发改委 行政院 立法院 监察院 工信部 国家工商总局 国家质检总局 国家药监局 国家食品药品监督管理局 国家广电总局 \
         国家安监总局 国家海洋局 国家地震局 国家文物局 国家旅游局 国家能源局 国家外汇管理局 国家知识产权局 国家电监会 白厅 联邦调查局 中央情报局 中情局 美国国会 \
         全国人大 全国人大常委会 全国人民代表大会 全国政协 最高人民法院 最高人民检察院 外交部 国防部 教育部 科技部 公安部 国家安全部 民政部 司法部 财政部 \
         人力资源和社会保障部 自然资源部 生态环境部 住房和城乡建设部 住建部 交通运输部 交通部 水利部 农业农村部 农业部 商务部 文化和旅游部 文化部 卫生部 应急管理部 \
         退役军人事务部 铁道部 信息产业部 工信部 工业和信息化部 国家发改委 国家发展改革委 国家卫健委 国家民委 国家计委 国家经贸委 国家统计局 国家税务总局 \
         海关总署 审计署 中国人民银行 人民银行 央行 银监会 证监会 保监会 银保监会 国家林业局 国家体育总局 国资委 国家气象局 中国气象局 中央气象台 \
         外经贸部 外贸部 卫生部 人事部 劳动部 内政部 国土安全部 五角大楼 国家环保局 国家环保总局 国家新闻出版署 新闻出版署 国家杜马 参议院 众议院 国会 国民议会 联邦议院 农林部 对外贸易经济合作部 国家计生委 国家教委 国家科委 国家体委 \
         国防科工委 内务部 能源部 劳工部 总政治部 总参谋部 总后勤部 总装备部 沈阳军区 北京军区 兰州军区 济南军区 南京军区 广州军区 成都军区 解放军 中国人民解放军 武警部队 美军 八路军 新四军 红军",
    ),
    (
        Association,
        "海基会 海协会 海协 国际狮子会 世界自然基金会 国际原子能机构 国际劳工组织 国际刑警组织 非统组织 美洲国家组织 独联体 七国集团 八国集团 二十国集团 欧佩克组织 \
         国际篮联 国际排联 国际体操联合会 国际网球联合会 中国篮协 中国田协 中国泳协 中国乒协 中国羽协 中国残联 中国消费者协会 中消协 \
         联合国难民署 联合国艾滋病联合计划署 联合国禁毒署 联合国粮农组织 联合国儿童基金会 联合国秘书处 联合国大会 联合国 联合国安理会 安理会 欧盟 欧洲联盟 欧共体 东盟 非盟 北约 世贸组织 世界贸易组织 世界卫生组织 世卫组织 世界银行 国际货币基金组织 国际奥委会 国际足联 国际泳联 \
         国际乒联 国际羽联 亚足联 中国足协 中国奥委会 奥委会 欧足联 国际武联 国际田联 足协 世行 国际社会党 全国妇联 全国总工会 中华全国总工会 共青团中央 团中央 全国侨联 中国侨联 全国工商联 中国作协 中国文联 中国科协 中国红十字会 世界经济论坛 联合国环境规划署 联合国教科文组织 联合国开发计划署 \
         国际红十字会 红十字国际委员会 亚太经合组织 上海合作组织 上合组织 欧佩克 石油输出国组织 国际奥林匹克委员会 亚洲开发银行 亚行 欧洲中央银行 欧洲央行 美联储 阿盟 巴解组织 \
         民革中央 民盟中央 民建中央 民进中央 农工党中央 致公党中央 九三学社中央 台盟中央",
    ),
    (
        Media,
        "新华社 中新社 人民日报 光明日报 经济日报 解放军报 中央电视台 央视 中央人民广播电台 央广网 新华网 人民网 中新网 法新社 路透社 美联社 塔斯社 俄塔社 共同社 韩联社 \
         朝中社 彭博社 华尔街日报 纽约时报 华盛顿邮报 凤凰卫视 中国青年报 工人日报 农民日报 科技日报 法制日报 参考消息 环球时报 大公报 文汇报",
    ),
    (
        School,
        "清华大学 清华 北大 北京大学 复旦大学 复旦 中国人民大学 南开大学 哈佛大学 牛津大学 剑桥大学 中国科学院 中科院 中国社科院 中国社会科学院 社科院 中国工程院 中国农科院 中国农业科学院",
    ),
    (
        Company,
        "微软 英特尔 谷歌 苹果公司 脸书 推特 亚马逊公司 华为 腾讯 阿里巴巴 百度 京东 网易 搜狐 新浪 小米公司 联想 海尔 格力 中兴 中国移动 中国联通 中国电信 \
         中国石油 中国石化 中石油 中石化 中海油 中粮 国家电网 工商银行 建设银行 农业银行 中国银行 交通银行 招商银行 民生银行 兴业银行 光大银行 浦发银行 华夏银行 中信银行 \
         广发银行 平安银行 渤海银行 邮储银行 汇丰银行 花旗银行 渣打银行 瑞士银行 摩根大通 摩根士丹利 高盛 德意志银行 巴克莱银行 波音 空客 通用汽车 丰田 大众汽车 \
         三星 索尼 夏普 沃尔玛 家乐福 雅虎 甲骨文公司 思科 中兴通讯 飞利浦 西门子 诺基亚 摩托罗拉 爱立信 爱普生 尼康 东芝 雀巢 迪士尼 迪斯尼 麦当劳 肯德基 \
         阿里巴巴集团 苏宁 国美 乐视 乐视网 优酷 工行 农行 建行 招行 中行 交行 长安汽车 吉利汽车 长城汽车 上海汽车 上海大众 上海通用 一汽大众 东风日产 广汽本田 \
         光明乳业 蒙牛 伊利 万科 宝钢 首钢 鞍钢 邯钢 武钢 二汽 东风汽车 奇瑞 比亚迪 国航 东航 南航 法航 汉莎 申通 圆通 顺丰 创维 戴尔 惠普 华硕 宏碁 富士康 \
         Google Facebook Twitter Microsoft Apple Amazon Intel IBM AMD LG Adobe Oracle BBC CNN NHK NASA FBI CIA",
    ),
    (
        Other,
        "湖人 湖人队 公牛队 火箭队 马刺队 活塞队 热火队 勇士队 雷霆队 尼克斯队 凯尔特人队 皇马 皇家马德里 巴萨 马竞 曼联 曼城 利物浦队 切尔西 阿森纳 热刺 埃弗顿 \
         西汉姆联 纽卡斯尔联 阿斯顿维拉 国米 国际米兰 AC米兰 尤文图斯 拜仁 拜仁慕尼黑 多特蒙德 沙尔克04 阿贾克斯 巴黎圣日耳曼",
    ),
];

/// Brands and sites named after their companies: the company is meant only where it acts.
const BRANDS: &str = "\
淘宝 天猫 美的 小米 苹果 亚马逊 福特 本田 大众 日产 三菱 奔驰 宝马 奥迪 沃尔沃 别克 雪佛兰 标致 雪铁龙 菲亚特 起亚 现代汽车 斯柯达 路虎 捷豹 保时捷 法拉利 \
兰博基尼 劳斯莱斯 梅赛德斯 梅赛德斯-奔驰 英菲尼迪 雷克萨斯 凯迪拉克 迈巴赫 宾利 玛莎拉蒂 阿斯顿·马丁 斯巴鲁 雷诺 欧宝 西雅特 沃克斯豪尔 铃木 马自达 吉利 长城汽车 荣威 佳能 松下 百事 可口可乐 宝洁 联合利华 土豆 土豆网 优酷网 人人网 当当网 支付宝 一汽 娃哈哈 康师傅 统一企业 \
茅台 五粮液 青岛啤酒 燕京啤酒";

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
    let known = KNOWN.iter().map(|&(kind, names)| (kind, names, false));
    for (kind, names, is_brand) in known.chain([(Company, BRANDS, true)]) {
        for name in names.split_whitespace() {
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
