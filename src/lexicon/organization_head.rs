//! Heads of organizations: the last word of a name, and the sort of body it makes.

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
    /// A team of volunteers.
    Volunteer,
    /// Anything else.
    Other,
}

/// The heads by kind; the longest that fits counts.
const HEADS: &[(HeadKind, &[&str])] = &[
    (HeadKind::Party, &["统战部", "统战办", "组织部", "宣传部", "党工委", "党委", "党支部", "党总支"]),
    (
        HeadKind::Government,
        &[
            "人民政府",
            "政府",
            "人大常委会",
            "人民法院",
            "法院",
            "检察院",
            "公安局",
            "民政局",
            "民宗局",
            "教育局",
            "卫健委",
            "农业农村局",
            "文旅局",
            "司法局",
            "财政局",
            "税务局",
            "派出所",
            "委员会",
        ],
    ),
    (
        HeadKind::Association,
        &["侨联", "新联会", "知联会", "妇联", "文联", "残联", "科协", "协会", "学会", "联谊会"],
    ),
    (HeadKind::Chamber, &["工商联", "商会"]),
    (HeadKind::Company, &["有限公司", "公司", "合作社"]),
    (HeadKind::School, &["大学", "中学", "小学", "学院", "幼儿园"]),
    (HeadKind::Hospital, &["医院", "卫生院"]),
    (HeadKind::Volunteer, &["救援队", "志愿服务队"]),
    (HeadKind::Other, &["政协", "俱乐部", "博物馆", "图书馆", "研究院"]),
];

/// The head that `text` begins with: its length in bytes and its kind.
pub fn at_start(text: &str) -> Option<(usize, HeadKind)> {
    let fitting = HEADS.iter().flat_map(|(kind, heads)| {
        heads.iter().filter(|head| text.starts_with(**head)).map(move |head| (head.len(), *kind))
    });
    fitting.max_by_key(|(length, _)| *length)
}

/// The eight democratic parties and their short names.
pub const DEMOCRATIC_PARTIES: &[&str] =
    &["民革", "民盟", "民建", "民进", "农工党", "致公党", "九三学社", "台盟"];
