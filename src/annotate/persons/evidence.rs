//! What stands before and behind a name.

use std::sync::LazyLock;

use crate::{
    lexicon::{
        post::{post_at_start, post_len},
        word_list::WordList,
    },
    text::chars::is_han,
};

/// Verbs of speech and report.
const SPEECH: &[&str] = &[
    "说",
    "介绍",
    "表示",
    "告诉",
    "坦言",
    "认为",
    "指出",
    "强调",
    "感慨",
    "笑着",
    "回忆",
    "直言",
    "称",
    "解释",
    "透露",
    "补充",
    "提醒",
    "呼吁",
    "答道",
    "问道",
    "感叹",
    "讲",
    "谈到",
    "谈起",
    "扳着",
    "宣布",
    "重申",
    "写道",
    "告知",
    "主演",
    "执导",
    "饰演",
    "导演",
    "编剧",
    "强调说",
    "坦承",
    "承认",
    "否认",
    "抱怨",
    "直呼",
];

/// Other words that often stand behind a name.
const BEHIND: &[&str] = &[
    "在", "带", "和", "率", "连", "与", "为", "是", "的", "对", "到", "等", "向", "及", "同", "也", "从",
    "将", "把", "就", "已", "还", "主持", "出席", "参加", "作", "一行", "正", "有", "又", "以", "被", "则",
    "却", "不", "便", "才", "曾", "会见", "今天", "今年", "昨天", "近日", "当选", "获", "担任", "带领",
    "组织", "负责", "成为", "走", "来", "去", "用", "给", "让", "因", "于", "立即", "每天", "一直", "常",
    "都", "既", "或", "没", "很", "要", "会", "能", "可", "想", "时", "看", "拿", "忙", "赶", "任",
];

/// Words before a name, besides posts.
const BEFORE: &[&str] = &[
    "其中", "师从", "有关", "同村", "以", "学者", "就", "当", "使", "约", "该", "访", "告", "打", "由", "与",
    "和", "向", "对", "同", "跟", "被", "给", "请", "让", "叫", "是", "为", "及", "会见", "会晤", "名叫",
    "以及", "据", "把", "将", "在", "到", "了", "的", "而", "得知", "如", "像", "从", "陪", "找", "见",
    "邀请", "感谢", "祝贺", "采访", "本报",
];

static SPEECH_LIST: LazyLock<WordList> = LazyLock::new(|| WordList::of(SPEECH.iter().copied()));
static BEHIND_LIST: LazyLock<WordList> = LazyLock::new(|| WordList::of(BEHIND.iter().copied()));
static BEFORE_LIST: LazyLock<WordList> = LazyLock::new(|| WordList::of(BEFORE.iter().copied()));

/// Whether a preposition or another word that often stands before names ends `before`.
pub(super) fn ends_in_preposition(before: &str) -> bool {
    BEFORE_LIST.ends(before)
}

/// How much what stands before `before`'s end speaks for a name that begins there.
pub(super) fn left(before: &str) -> f32 {
    if post_len(before).is_some() {
        return 3.0;
    }
    match before.chars().next_back() {
        None => 0.5,
        Some(c) if !is_han(c) => 0.5,
        _ if BEFORE_LIST.ends(before) => 0.5,
        _ => -0.5,
    }
}

/// How much what `behind` begins with speaks for a name that ends there.
pub(super) fn right(behind: &str) -> f32 {
    if post_at_start(behind).is_some() || SPEECH_LIST.begins(behind) {
        return 2.0;
    }
    match behind.chars().next() {
        None => 0.5,
        Some(c) if !is_han(c) => 0.5,
        _ if BEHIND_LIST.begins(behind) => 0.5,
        _ => 0.0,
    }
}

/// Whether a name can end where `behind` begins.
pub(super) fn ends_name(behind: &str) -> bool {
    right(behind) > 0.0
}
