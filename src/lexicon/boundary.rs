//! Words behind which a name may begin: prepositions, conjunctions and the verbs that bulletins put before names.

use std::sync::LazyLock;

use super::{organization_head::DEMOCRATIC_PARTIES, word_list::WordList};
use crate::text::chars::is_han;

/// Such words, the longer ones too where their last character may also stand inside a name.
const BEFORE_NAMES: &[&str] = &[
    "走进", "深入", "来自", "来到", "前往", "位于", "组织", "联合", "走访", "邀请", "带领", "支持", "协助",
    "依托", "通过", "举办", "召开", "成立", "加入", "参加", "配合", "会同", "携手", "指导", "围绕", "根据",
    "按照", "关于", "以及", "目前", "近日", "日前", "其中", "当天", "上午", "下午", "今年", "记者", "担任",
    "推动", "发动", "动员", "引导", "号召", "经过", "抵达", "奔赴", "支援", "驰援", "落户", "地处", "途经",
    "在", "到", "赴", "于", "从", "向", "往", "由", "对", "与", "和", "及", "将", "把", "被", "让", "为",
    "至", "是", "的", "了", "日", "等", "跟", "给", "同", "或", "即",
];

static BEFORE: LazyLock<WordList> = LazyLock::new(|| {
    WordList::of(BEFORE_NAMES.iter().copied().chain(DEMOCRATIC_PARTIES.iter().map(|(party, _)| *party)))
});

/// Whether a name may begin behind `before`: at the start, behind a mark, or behind one of those words.
pub fn ends_before_name(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| !is_han(c)) || BEFORE.ends(before)
}
