//! Heads of organizations: the last word of a name, and the sort of body it makes.

use std::{collections::HashMap, sync::LazyLock};

use super::char_set::CharSet;

/// What sort of body a head makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeadKind {
    /// A body of the Communist Party.
    Party,
    /// A body of government.
    Government,
    /// An association.
    Association,
    /// 工商联, 商会.
    Chamber,
    /// A company, a cooperative.
    Company,
    /// A school.
    School,
    /// A hospital.
    Hospital,
    /// A paper, an agency, a station.
    Media,
    /// A team of volunteers.
    Volunteer,
    /// Anything else.
    Other,
}

/// How much a head needs before it to be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// A word that describes: 疫情防控指挥部.
    Word,
    /// A place, or what only a name has: a quotation, a word no dictionary knows.
    Name,
    /// A place, right before it or with words between: 景洪市文化和旅游局.
    Place,
}

use HeadKind::{Association, Chamber, Company, Government, Hospital, Media, Other, Party, School, Volunteer};

/// The heads by kind and need; the longest that fits counts.
const HEADS: &[(HeadKind, Need, &str)] = &[
    (
        Party,
        Need::Place,
        "统战部 统战办 统战工作部 统一战线工作部 组织部 宣传部 政法委 政法委员会 纪委 纪委监委 党工委 工委 党委 党支部 党总支 党组 机关党委 \
         编办 老干部局 机关工委 基层党委 团委 社会工作部 网信办 政治部 政治局 总政治部",
    ),
    (
        Government,
        Need::Place,
        "人民政府 政府 人大常委会 人大 人民代表大会 人民代表大会常务委员会 常务委员会 人民法院 中级人民法院 高级人民法院 法院 人民检察院 检察院 公安局 \
         公安分局 分局 局 厅 民宗委 卫健委 发改委 国资委 民委 农委 监委 监察委员会 办公室 办事处 管委会 管理处 管理局 管理所 税务局 税务所 海关 监狱 \
         法庭 气象台 气象站 水务局 消防救援支队 消防救援大队 交警大队 交警支队 支队 大队 总队 司法所 财政所 国土所 农技站 水利站 供销社 城管局 侨办 台办 \
         外办 民宗局 编委 信访局 审计署 法工委 交警 环境规划署 规划署 林场 水文站 地震局 委员会 海军 空军 陆军 法制局 协调委员会 出版署 仲裁委员会 当局 警方 刑侦大队 刑侦支队 经信委 计生委 计生协",
    ),
    (Government, Need::Name, "派出所 刑警队 刑警大队 地税所 国税所 工商所 交警中队"),
    (Government, Need::Word, "指挥部 指挥中心 工作组 领导小组 工作专班 委员会办公室 服务中心 监督管理局"),
    (
        Association,
        Need::Place,
        "侨联 新联会 知联会 海联会 妇联 文联 残联 科协 台联 工会 总工会 团委 共青团 作协 记协 足协 篮协 社科联 关工委 红十字会 慈善会 慈善总会 慈善协会 \
         归国华侨联合会 妇女联合会 残疾人联合会 分会 支会",
    ),
    (
        Association,
        Need::Name,
        "论坛 协会 学会 联谊会 联合会 促进会 研究会 基金会 俱乐部 同学会 校友会 同乡会 联合总会 总会 联盟 理事会",
    ),
    (Chamber, Need::Name, "工商联 商会 总商会 工商业联合会 工商联合会"),
    (
        Company,
        Need::Name,
        "有限责任公司 股份有限公司 有限公司 集团有限公司 集团公司 股份公司 总公司 分公司 子公司 公司 集团 合作社 专业合作社 合作联社 联合社 银行 支行 \
         分行 农商银行 农商行 信用社 家庭农场 酒厂 药厂 钢厂 电厂 水厂 茶厂 机械厂 化工厂 造纸厂 制药厂 加工厂 供电公司 证券公司 保险公司 事务所 律师事务所 \
         图书大厦 商场 超市 大酒店 宾馆 饭店 股份 控股 重工 药业 乳业 实业 科技公司 工厂 车间 总厂 展览中心 通讯 电冰箱厂 航空公司",
    ),
    (
        School,
        Need::Name,
        "大学 学院 中学 小学 学校 幼儿园 党校 中心小学 中心学校 实验小学 实验学校 实验中学 职业学校 职业学院 职业中学 技工学校 师范学校 师范大学 高级中学 \
         初级中学 外国语学校 附属中学 附属小学 附中 附小 一中 二中 三中 四中 五中 六中 七中 八中 一小 二小 三小 老年大学 研究生院 医学院 工学院 商学院 中心幼儿园",
    ),
    (
        Hospital,
        Need::Name,
        "医院 人民医院 中医院 中心医院 妇幼保健院 保健院 附属医院 卫生院 卫生室 卫生服务中心 社区卫生服务中心 疾控中心 疾病预防控制中心 急救中心 血站 门诊部 \
         诊所 卫生所",
    ),
    (
        Media,
        Need::Name,
        "日报 日报社 晚报 晨报 早报 都市报 时报 商报 报社 电视台 电台 广播电台 广播电视台 广电台 融媒体中心 通讯社 杂志社 出版社 新闻网 周刊 传媒集团 \
         报业集团 卫视 新闻社",
    ),
    (
        Volunteer,
        Need::Name,
        "救援队 志愿服务队 志愿服务总队 志愿服务联合会 志愿服务联盟 志愿者服务队 志愿者协会 志愿服务协会 志愿队 突击队 先锋队 服务队 宣讲团 义工队 护鸟队",
    ),
    (
        Other,
        Need::Name,
        "政协 博物馆 图书馆 美术馆 纪念馆 文化馆 科技馆 体育馆 档案馆 研究院 研究所 研究中心 科学院 社会科学院 设计院 规划院 勘察院 敬老院 养老院 福利院 \
         艺术团 歌舞团 剧团 京剧院 话剧团 乐团 交响乐团 合唱团 文工团 艺术剧院 \
         文化站 文化中心 服务站 监测站 检测中心 推广站 推广中心 交易中心 会展中心 管理中心 数据中心 技术中心 实验室 工作站 工作室 合唱队 舞蹈队 足球队 篮球队 排球队 \
         乒乓球队 羽毛球队 游泳队 代表队 代表团 国家队 男队 女队 一队 二队 三队 男足 女足 男篮 女篮 国奥队 考古队 军区 警备区 舰队 集团军 野战军 教堂 清真寺 使馆 大使馆 \
         领事馆 总领事馆 议会 国会 法学会 主席团 中心校 铁路局 车站 电影制片厂 机关事务管理局 队",
    ),
    (
        Other,
        Need::Word,
        "组委会 筹委会 评委会 执委会 合作组织 综合服务中心 文明实践站 文明实践所 文明实践中心",
    ),
];

/// The heads by their first character.
static BY_FIRST: LazyLock<HashMap<char, Vec<Head>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<Head>> = HashMap::new();
    for &(kind, need, heads) in HEADS {
        for word in heads.split_whitespace() {
            let first = word.chars().next().expect("a head has characters");
            by_first.entry(first).or_default().push(Head { word, kind, need });
        }
    }
    by_first
});

/// A head of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// The word.
    pub word: &'static str,
    /// What sort of body it makes.
    pub kind: HeadKind,
    /// What it needs before it.
    pub need: Need,
}

static FIRST: LazyLock<CharSet> = LazyLock::new(|| CharSet::from_chars(BY_FIRST.keys().copied()));

/// The longest head that `text` begins with.
pub fn at_start(text: &str) -> Option<Head> {
    let first = text.chars().next()?;
    let heads = FIRST.has(first).then(|| BY_FIRST.get(&first))??;
    heads.iter().filter(|head| text.starts_with(head.word)).max_by_key(|head| head.word.len()).copied()
}

/// The eight democratic parties: short names, and the full names they stand for.
pub const DEMOCRATIC_PARTIES: &[(&str, &str)] = &[
    ("民革", "中国国民党革命委员会"),
    ("民盟", "中国民主同盟"),
    ("民建", "中国民主建国会"),
    ("民进", "中国民主促进会"),
    ("农工党", "中国农工民主党"),
    ("致公党", "中国致公党"),
    ("九三学社", "九三学社"),
    ("台盟", "台湾民主自治同盟"),
    ("中国国民党革命委员会", "中国国民党革命委员会"),
    ("中国民主同盟", "中国民主同盟"),
    ("中国民主建国会", "中国民主建国会"),
    ("中国民主促进会", "中国民主促进会"),
    ("中国农工民主党", "中国农工民主党"),
    ("中国致公党", "中国致公党"),
    ("台湾民主自治同盟", "台湾民主自治同盟"),
];

/// Short names of bodies that are named without their place in a run of posts or in brackets: 侨办主任, （民宗局）.
pub const BARE: &[&str] = &[
    "侨办",
    "侨联",
    "台联",
    "台办",
    "新联会",
    "知联会",
    "海联会",
    "工商联",
    "妇联",
    "政协",
    "人大",
    "民宗局",
    "民宗委",
    "团委",
    "文联",
    "科协",
    "残联",
    "统战部",
    "统战办",
    "组织部",
    "宣传部",
    "纪委",
    "党工委",
    "分会",
    "支会",
    "红十字会",
    "工会",
    "关工委",
    "总商会",
    "公安局",
    "教育局",
    "农业农村局",
    "文旅局",
    "卫健委",
    "卫健局",
    "民政局",
    "财政局",
    "发改委",
    "组委会",
];
