//! Where a name begins: back from its head to its place, over the words between.

use super::{View, needs_place};
use crate::{
    lexicon::{
        boundary::ends_before_name,
        organization_head::{Head, Need},
        segmenter::Word,
    },
    text::{Span, Spans, chars::is_han},
};

/// A name elides its place: 市工商联, 县委统战部.
pub(super) const ELLIPTICAL: &[&str] = &[
    "街道", "社区", "省", "市", "县", "区", "州", "镇", "乡", "村", "校", "全国", "国家", "中央", "中国",
    "中华",
];

/// What holds one of these names no single body.
pub(super) const NEVER_IN_NAME: &str = "各该本这那每某个所的了我你他她它两几多些等其";

/// Verbs that are parts of names; the dictionary calls them verbs only.
pub(super) const NOMINAL_VERBS: &[&str] = &[
    "推广", "服务", "管理", "监督", "指导", "救援", "促进", "发展", "保护", "防控", "指挥", "建设", "教育",
    "研究", "检测", "规划", "设计", "投资", "运输", "销售", "种植", "养殖", "加工", "制造", "交易", "开发",
    "咨询", "培训", "保障", "应急", "救助", "调解", "仲裁", "监测", "检验", "检疫", "评估", "认证", "审计",
    "统计", "考试", "招生", "就业", "创业", "扶贫", "振兴", "保健", "康复", "托养", "宣传", "组织", "勘察",
    "勘测", "出版", "采购", "登记", "改革", "执法", "调查", "预防", "控制", "收储", "测绘", "讲解", "互助",
    "爱心", "归国", "青年", "少年", "老年", "儿童", "联合",
];

/// Verbs that stand between a place and a body it acts on: 绥宁县成立志愿者协会.
pub(super) const SENTENCE_VERBS: &[&str] = &[
    "成立", "组建", "召开", "举办", "举行", "联合", "走访", "支持", "邀请", "组织", "建立", "创办", "开设",
    "设立", "依托", "引导", "推动", "加强", "开展", "牵头", "发动", "鼓励", "成为", "来到", "走进", "前往",
    "参观", "考察", "调研", "慰问", "协调", "联系", "对接", "委托", "要求", "通过", "帮助", "协助", "督促",
    "推进", "实施", "落实", "建成", "新建", "改建", "扩建", "启动", "加入", "参加", "参与", "出席", "主办",
    "承办", "协办", "安排", "指派", "选派", "派出", "会同", "配合", "围绕", "利用", "发挥", "给予", "获得",
    "荣获", "评为", "授予", "兼任", "担任", "毕业", "就读", "考入", "进入", "位于", "起诉", "批评", "认为",
    "表示", "希望", "提高", "精简", "加快", "批准", "出资", "投入", "创建", "整合", "打造", "引进", "招募",
    "拥有", "具有", "属于", "访问", "会见", "抵达", "离开", "指责", "谴责",
];

/// What describes a body and names none: 当地医院, 一家大型公司.
const DESCRIBING: &[&str] = &[
    "大型",
    "国内",
    "国外",
    "外国",
    "有关",
    "相关",
    "上市",
    "知名",
    "著名",
    "私人",
    "民营",
    "外资",
    "跨国",
    "当地",
    "附近",
    "全国性",
    "转往",
    "送往",
    "部分",
    "多数",
    "少数",
    "整个",
    "同类",
    "普通",
    "重点",
    "小型",
    "中型",
];

/// How many characters may stand between place and head.
const LONGEST_MODIFIER: usize = 16;

/// Whether a word of the text begins at `at`.
pub(super) fn is_word_start(view: View<'_>, at: usize) -> bool {
    view.words.binary_search_by_key(&at, |word| word.at.start).is_ok()
}

/// Whether a word goes on over `end`; 外交部长 ends a name all the same.
pub(super) fn cuts_word(view: View<'_>, end: usize) -> bool {
    let index = view.words.partition_point(|word| word.at.end <= end);
    view.words
        .get(index)
        .is_some_and(|word| word.at.start < end && !view.text[end..word.at.end].starts_with('长'))
}

/// The start of the run of places that ends at `end`, or `end` itself.
pub(super) fn chain_start(end: usize, floor: usize, places: &Spans) -> usize {
    let mut start = end;
    while let Some(place) = places.ending(start).filter(|place| place.start >= floor) {
        start = place.start;
    }
    start
}

/// Where a name whose head stands at `head_at` begins; `None` if what stands there is no name.
pub(super) fn start(view: View<'_>, head_at: usize, floor: usize, head: Head) -> Option<usize> {
    let is_company = head.word.ends_with("限公司") || head.word.ends_with("责任公司");
    if is_company && let Some(start) = company(view, head_at, floor) {
        return Some(start);
    }
    let mut start = head_at;
    let mut proof = Proof::default();
    // Where the name would begin if no place stood before the verb in it.
    let mut before_verb = None;
    loop {
        let chain = chain_start(start, floor, view.places);
        if chain < start {
            return placed(view, chain, start, head_at, head);
        }
        if start < head_at && elided(view, start, head_at, floor) {
            return Some(start);
        }
        let Some(word) = word_before(view, start, floor) else { break };
        let long = view.text[word.at.start..head_at].chars().count() > LONGEST_MODIFIER;
        if long || !may_belong(view, word, start, head_at, &mut proof) {
            break;
        }
        if proof.has_verb && before_verb.is_none() {
            before_verb = Some(start);
        }
        start = word.at.start;
    }
    if let Some(noun) = before_verb {
        start = noun;
    }
    if let Some(level) = elided_at(view, start, floor, head_at) {
        return Some(level);
    }
    unplaced(view, start, head_at, head, &proof)
}

/// Where the registered name of a company begins: with its place, whatever words stand between.
fn company(view: View<'_>, head_at: usize, floor: usize) -> Option<usize> {
    let mut start = head_at;
    while let Some(word) = word_before(view, start, floor) {
        let chain = chain_start(start, floor, view.places);
        if chain < start {
            return (start < head_at).then_some(chain);
        }
        let is_far = view.text[word.at.start..head_at].chars().count() > LONGEST_MODIFIER;
        if is_far
            || !word.at.of(view.text).chars().all(is_han)
            || matches!(word.tag, "p" | "c" | "uj" | "ul" | "r" | "u")
        {
            return None;
        }
        start = word.at.start;
    }
    None
}

/// What a run of words before a head shows of itself.
#[derive(Default)]
struct Proof {
    /// A word no dictionary knows, or one it calls a name.
    has_name: bool,
    /// Words that describe.
    words: usize,
    /// Whether the word before was of one character; two such in a row are a word that no dictionary knows.
    is_single: bool,
    /// A verb that only a place before it makes part of a name: 绥宁县返乡青年联谊会.
    has_verb: bool,
}

/// The word that ends at `end`.
fn word_before(view: View<'_>, end: usize, floor: usize) -> Option<Word> {
    let index = view.words.partition_point(|word| word.at.end < end);
    let word = view.words.get(index).filter(|word| word.at.start >= floor && word.at.start < end)?;
    // 旅游局 is a word of the dictionary: what stands before its head describes it.
    Some(if word.at.end == end { *word } else { Word { at: Span::new(word.at.start, end), tag: "n" } })
}

/// Whether a word may be part of the name whose head stands at `head_at`.
fn may_belong(view: View<'_>, word: Word, start: usize, head_at: usize, proof: &mut Proof) -> bool {
    let own = word.at.of(view.text);
    if own.chars().any(|c| NEVER_IN_NAME.contains(c)) || DESCRIBING.contains(&own) {
        return false;
    }
    if start == head_at && matches!(own, "新" | "大" | "小" | "家" | "老" | "好") {
        return false;
    }
    if matches!(own, "“" | "”" | "·") {
        proof.has_name = true;
        return true;
    }
    let is_latin = own.chars().all(|c| c.is_ascii_alphanumeric());
    if is_latin && start == head_at {
        proof.has_name = true;
        return true;
    }
    if !own.chars().all(is_han) {
        return false;
    }
    let count = own.chars().count();
    // 文化和旅游局: an office joins two of its fields.
    let joins = matches!(own, "和" | "与") && start < head_at && head_at - start <= 12;
    let is_noun =
        matches!(word.tag, "n" | "vn" | "nz" | "j" | "b" | "an" | "ns" | "nt" | "l" | "s" | "f" | "ng" | "a")
            || word.tag.starts_with("nr");
    let is_number =
        matches!(own, "第一" | "第二" | "第三" | "第四" | "第五" | "一" | "二" | "三" | "四" | "五");
    let is_unknown = count == 1
        && matches!(word.tag, "zg" | "x" | "g" | "nr" | "ng" | "ag" | "vg" | "nz" | "nrt" | "m" | "q");
    if is_unknown || word.tag == "nz" || word.tag.starts_with("nr") || is_number {
        proof.has_name = true;
    }
    // 教|体|局: single characters make up a short form.
    let is_short_form = count == 1
        && view
            .words
            .binary_search_by_key(&start, |next| next.at.start)
            .is_ok_and(|next| view.words[next].at.of(view.text).chars().count() == 1)
        && !matches!(word.tag, "p" | "c" | "u" | "uj" | "ul" | "uz" | "uv" | "d" | "r" | "m" | "y" | "t");
    proof.has_name |= is_short_form && proof.is_single;
    proof.is_single = count == 1;
    let belongs =
        joins || is_noun || is_number || is_unknown || is_short_form || NOMINAL_VERBS.contains(&own);
    let is_verb = !belongs && word.tag == "v" && count == 2 && !SENTENCE_VERBS.contains(&own);
    proof.has_verb |= is_verb;
    proof.words += usize::from(belongs && !joins);
    belongs || is_verb
}

/// A name that begins with a place: what stands between must not be a sentence.
fn placed(view: View<'_>, chain: usize, place_end: usize, head_at: usize, head: Head) -> Option<usize> {
    let between = &view.text[place_end..head_at];
    let is_country = view.countries.ending(place_end).is_some();
    if is_country
        && matches!(
            head.word,
            "政府" | "公司" | "大学" | "银行" | "法院" | "学校" | "医院" | "集团" | "公安局"
        )
        && between.is_empty()
    {
        return None;
    }
    // 队 directly behind a place is its team; farther off it is any team.
    if head.word == "队" && between.chars().count() > 4 {
        return None;
    }
    if between.ends_with(['和', '与']) || between.starts_with(['和', '与']) {
        return None;
    }
    let with_party = view.text[..chain].strip_suffix("中共").map_or(chain, str::len);
    Some(with_party)
}

/// Whether the name begins at `start` with the level of its place: 市|新联会.
fn elided(view: View<'_>, start: usize, head_at: usize, floor: usize) -> bool {
    let name = &view.text[start..head_at];
    let opens = start == floor || ends_before_name(&view.text[..start]) || is_word_start(view, start);
    opens
        && ELLIPTICAL.iter().any(|level| name.starts_with(level))
        && !name.starts_with("市场")
        && !name.starts_with("区域")
}

/// The level of the place that stands right before `start`: 区|教体局, where 区 is a word of its own.
fn elided_at(view: View<'_>, start: usize, floor: usize, head_at: usize) -> Option<usize> {
    let before = &view.text[floor..start];
    let level = ELLIPTICAL.iter().find(|level| before.ends_with(**level))?;
    let at = start - level.len();
    let opens = ends_before_name(&view.text[..at]) || is_word_start(view, at);
    (opens && at < head_at && !before.ends_with("地区") && !before.ends_with("城市")).then_some(at)
}

/// A name without a place: its words must show that it is one.
fn unplaced(view: View<'_>, start: usize, head_at: usize, head: Head, proof: &Proof) -> Option<usize> {
    if needs_place(head.need) || start == head_at || head.word == "队" {
        return None;
    }
    let mut start = start;
    // “红旗”商会 keeps its marks; in “红旗商会” they stand around the name.
    if view.text[start..head_at].starts_with('“') && !view.text[start..head_at].contains('”') {
        start += '“'.len_utf8();
    }
    if view.text[start..head_at].starts_with('”') {
        return None;
    }
    let modifier = view.text[start..head_at].chars().count();
    let is_quoted = view.text[..start].ends_with('“');
    let is_enough = match head.need {
        Need::Word => proof.words >= 1 && modifier >= 2,
        Need::Name => (proof.has_name || is_quoted) && modifier >= 2,
        Need::Place => false,
    };
    is_enough.then_some(start)
}
