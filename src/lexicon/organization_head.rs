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
         公安分局 派出所 分局 局 厅 民宗委 卫健委 发改委 国资委 民委 农委 监委 监察委员会 办公室 办事处 管委会 管理处 管理局 管理所 税务局 税务所 海关 监狱 \
         法庭 气象台 气象站 水务局 消防救援支队 消防救援大队 交警大队 交警支队 支队 大队 总队 司法所 财政所 国土所 农技站 水利站 供销社 城管局 侨办 台办 \
         外办 民宗局 编委 信访局 审计署 法工委 交警 环境规划署 规划署 林场 水文站 地震局 委员会 海军 空军 陆军 法制局 协调委员会 出版署 仲裁委员会 当局",
    ),
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

/// Bodies that everyone knows by this name.
const KNOWN: &[(HeadKind, &str)] = &[
    (
        Party,
        "中国共产党 中共中央 党中央 中共中央办公厅 中央统战部 中央纪委 中央军委 中央宣传部 中央组织部 中宣部 中组部 中联部 中央党校 中央政法委 \
         中央书记处 中央政治局 国民党 共产党 民进党 民主党 共和党 工党 保守党 自民党 社民党 自由党 社会党 中共",
    ),
    (
        Government,
        "国务院 全国人大 全国人大常委会 全国人民代表大会 全国政协 最高人民法院 最高人民检察院 外交部 国防部 教育部 科技部 公安部 国家安全部 民政部 司法部 财政部 \
         人力资源和社会保障部 自然资源部 生态环境部 住房和城乡建设部 住建部 交通运输部 交通部 水利部 农业农村部 农业部 商务部 文化和旅游部 文化部 卫生部 应急管理部 \
         退役军人事务部 铁道部 信息产业部 工信部 工业和信息化部 国家发改委 国家发展改革委 国家卫健委 国家民委 国家计委 国家经贸委 国家统计局 国家税务总局 \
         海关总署 审计署 中国人民银行 人民银行 央行 银监会 证监会 保监会 银保监会 国家林业局 国家体育总局 国资委 国家气象局 中国气象局 中央气象台 \
         外经贸部 外贸部 卫生部 人事部 劳动部 内政部 国土安全部 五角大楼 国家环保局 国家环保总局 国家新闻出版署 新闻出版署 国家杜马 参议院 众议院 国会 国民议会 联邦议院 农林部 对外贸易经济合作部 国家计生委 国家教委 国家科委 国家体委 \
         国防科工委 内务部 能源部 劳工部 总政治部 总参谋部 总后勤部 总装备部 沈阳军区 北京军区 兰州军区 济南军区 南京军区 广州军区 成都军区 解放军 中国人民解放军 武警部队 美军 八路军 新四军 红军",
    ),
    (
        Association,
        "联合国 联合国安理会 安理会 欧盟 欧洲联盟 欧共体 东盟 非盟 北约 世贸组织 世界贸易组织 世界卫生组织 世卫组织 世界银行 国际货币基金组织 国际奥委会 国际足联 国际泳联 \
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
        "微软 英特尔 谷歌 苹果公司 脸书 推特 亚马逊公司 华为 腾讯 阿里巴巴 百度 京东 网易 搜狐 新浪 小米 联想 海尔 格力 美的 中兴 中国移动 中国联通 中国电信 中石油 中石化 \
         中海油 国家电网 工商银行 建设银行 农业银行 中国银行 交通银行 招商银行 民生银行 波音 空客 通用汽车 福特 丰田 本田 大众汽车 三星 索尼 夏普 沃尔玛 雅虎 甲骨文 思科 \
         中兴通讯 飞利浦 西门子 诺基亚 摩托罗拉 爱立信 爱普生 佳能 尼康 东芝 松下 奔驰 宝马 奥迪 沃尔沃 百事 可口可乐 麦当劳 肯德基 阿里巴巴集团 淘宝 天猫 苏宁 国美 乐视 乐视网 优酷 \
         土豆网 人人网 工行 农行 建行 招行 长安汽车 上海汽车 上海通用 光明乳业 蒙牛 伊利 万科 宝钢 首钢 鞍钢 邯钢 武钢 一汽 二汽 东风汽车 奇瑞 比亚迪 国航 东航 南航",
    ),
];

/// Known names by their first character.
static KNOWN_BY_FIRST: LazyLock<HashMap<char, Vec<(&'static str, HeadKind)>>> = LazyLock::new(|| {
    let mut by_first: HashMap<char, Vec<_>> = HashMap::new();
    for &(kind, names) in KNOWN {
        for name in names.split_whitespace() {
            by_first
                .entry(name.chars().next().expect("a name has characters"))
                .or_default()
                .push((name, kind));
        }
    }
    by_first
});

/// The longest known name that `text` begins with: its length in bytes and the kind of body.
pub fn known_at_start(text: &str) -> Option<(usize, HeadKind)> {
    let names = KNOWN_BY_FIRST.get(&text.chars().next()?)?;
    names
        .iter()
        .filter(|(name, _)| text.starts_with(name))
        .map(|(name, kind)| (name.len(), *kind))
        .max_by_key(|(length, _)| *length)
}
