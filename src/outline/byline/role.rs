//! Roles before names (本报记者 张三 通讯员 李四) and labels with a colon or slash (责任编辑：张三; 文/李四).

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Byline, BylinePlace, Part,
    names::{self, Evidence},
};
use crate::text::{
    Span,
    chars::{is_han, is_space, trimmed},
};

/// A role with the medium it belongs to: 本报记者, 新华社记者, 本网见习记者, 通讯员.
static ROLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?:(?P<medium>[\p{Han}]{1,8}?(?:报|刊|网|站|台|社|在线|频道|中心|客户端|杂志|体育))[\s\u{3000}]*)?",
        r"(?P<role>(?:首席|特约|特派|见习|实习|驻[\p{Han}]{1,3}?|全媒体|融媒体?|文字|摄影|视频|高级)*",
        r"(?:记者|通讯员|实习生|评论员|撰稿人|报道员))[\s\u{3000}]*[：:/／]?",
    ))
    .expect("the pattern is well formed")
});

/// What may close a run of names: 摄影报道, 摄, 文/图.
static CLOSING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[\s\u{3000}]*(?:摄影报道|综合报道|联合报道|整理报道|报道|摄影|摄|文/图|图/文|文图|图文|供稿|供图|整理|[\s\u{3000}/／][文图])[：:]?$")
        .expect("the pattern is well formed")
});

/// A label, and the colon or slash behind it.
static LABEL: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?P<label>责任编辑|值班编辑|本版编辑|编辑|责编|编审|主编|责任校对|校对|值班主任|初审|复审|终审|审核|审校|核稿|审签|签发|监制|",
        r"总策划|策划|总统筹|统筹|海报设计|海报制作|视频制作|海报|设计|视频|剪辑|出品|",
        r"来源|转自|稿源|作者|撰文|撰稿|执笔|统稿|整理|供稿|投稿|通讯员|记者|供图|摄影|制图|图文|文图|文/图|图/文|文|图)",
        r"[\s\u{3000}]*[：:/／|丨]",
    ))
    .expect("the pattern is well formed")
});

const AGENCIES: [&str; 8] = ["本报", "本刊", "本网", "本站", "本台", "新华社", "中新社", "人民日报"];

/// Reads `text` as roles and names from end to end. `base` is where it begins in the line.
pub fn parse_roles(text: &str, base: usize, place: BylinePlace) -> Option<Vec<Byline>> {
    if !has_role_word(text) {
        return None;
    }
    let closing = CLOSING.find(text);
    let end = closing.map_or(text.len(), |closing| closing.start());
    let is_photograph = closing.is_some_and(|closing| matches!(closing.as_str().trim(), "摄" | "摄影"));
    let mut heads = Vec::new();
    for found in ROLE.captures_iter(&text[..end]) {
        let (whole, role) = (found.get(0)?, found.name("role")?);
        // 张忠德本报通讯员: the medium must not swallow a name in front of it.
        let medium = found.name("medium").map_or("", |medium| medium.as_str());
        let swallowed = AGENCIES.iter().filter_map(|agency| medium.find(agency)).min().unwrap_or(0);
        heads.push((whole.start() + swallowed, role, whole.end()));
    }
    let first = heads.first()?.0;
    // In front of the first role only the name of a medium may stand: 株洲晚报 见习记者.
    let before = text[..first].trim_matches(|c| is_space(c) || is_mark(c));
    // 6月17日讯新华社记者: the dateline has ended where the medium begins.
    let before = before.rsplit(['讯', '电']).next().unwrap_or(before);
    let is_medium = before.chars().all(is_han) && before.ends_with(['报', '网', '台', '社', '刊']);
    if !(before.is_empty() || is_medium) {
        return None;
    }
    let mut bylines = Vec::new();
    for (at, &(_, role, names_start)) in heads.iter().enumerate() {
        let names_end = heads.get(at + 1).map_or(end, |next| next.0);
        let names = names::parse(&text[names_start..names_end], base + names_start, Evidence::Role)?;
        let last = names.last()?.span.end;
        bylines.push(Byline {
            role: if is_photograph { "摄影".to_owned() } else { role.as_str().to_owned() },
            span: Span::new(base + role.start(), last),
            names,
            place,
        });
    }
    Some(bylines)
}

/// Reads `text` as labels and what they name from end to end: `文/张三 图/李四`, `来源：中国科学报`.
pub fn parse_labels(text: &str, base: usize, place: BylinePlace) -> Option<Vec<Byline>> {
    let labels: Vec<_> = LABEL
        .captures_iter(text)
        .filter_map(|found| Some((found.name("label")?, found.get(0)?.end())))
        .filter(|(label, _)| {
            let before = text[..label.start()].chars().next_back();
            before.is_none_or(|c| !is_han(c) || label.len() > "文".len())
        })
        .collect();
    if !text[..labels.first()?.0.start()].trim_matches(|c| is_space(c) || is_mark(c)).is_empty() {
        return None;
    }
    let mut bylines = Vec::new();
    for (at, (label, value_start)) in labels.iter().enumerate() {
        let value_end = labels.get(at + 1).map_or(text.len(), |(next, _)| next.start());
        let inner = trimmed(&text[*value_start..value_end]).shift(*value_start);
        let names = parse_value(label.as_str(), inner.of(text), base + inner.start)?;
        let last = names.last()?.span.end;
        bylines.push(Byline {
            role: canonical(label.as_str()).to_owned(),
            span: Span::new(base + label.start(), last),
            names,
            place,
        });
    }
    Some(bylines)
}

/// What stands behind a label: names, or the name of a body (供稿：党委宣传部).
fn parse_value(label: &str, value: &str, base: usize) -> Option<Vec<Part>> {
    // 记者：您怎么看 opens a question in an interview.
    let evidence = if matches!(label, "记者" | "作者" | "通讯员" | "文" | "图") {
        Evidence::PlaceAlone
    } else {
        Evidence::Role
    };
    let body = value.trim_start_matches("本报").trim_start_matches("记者").trim_start_matches(is_space);
    let body_base = base + value.len() - body.len();
    names::parse(body, body_base, evidence).or_else(|| {
        let is_body = evidence == Evidence::Role
            && (2..=24).contains(&value.chars().count())
            && value.chars().all(|c| is_han(c) || c.is_ascii_alphanumeric() || is_space(c) || c == '·');
        is_body.then(|| vec![Part { span: Span::new(base, base + value.len()), text: value.to_owned() }])
    })
}

/// One word for labels that mean the same.
fn canonical(label: &str) -> &str {
    match label {
        "责编" | "值班编辑" | "本版编辑" => "责任编辑",
        "文" | "撰文" | "撰稿" | "图文" | "文图" | "文/图" | "图/文" | "执笔" => "作者",
        "图" | "供图" => "摄影",
        "转自" | "稿源" => "来源",
        "责任校对" => "校对",
        other => other,
    }
}

/// Whether one of the words stands in `text` that [`ROLE`] turns on.
pub fn has_role_word(text: &str) -> bool {
    ["记者", "通讯员", "实习生", "评论员", "撰稿人", "报道员"].iter().any(|word| text.contains(word))
}

const fn is_mark(c: char) -> bool {
    matches!(c, '□' | '■' | '◎' | '●' | '▲' | '○' | '◆' | '★' | '☆' | '△' | '◇' | '※')
}

/// Splits off the mark a byline may be set off with: □本报记者…
pub fn without_mark(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c| is_space(c) || is_mark(c));
    text.trim_start_matches(is_space).starts_with(is_mark).then_some(rest)
}

/// `记者张三报道` and `记者张三摄` in running text: the role, the names and the word that closes.
static REPORTED: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"(?P<all>(?:[\p{Han}]{1,6}?(?:报|社|网|台))?(?:首席|特约|见习|实习)?(?:记者|通讯员)",
        r"[\p{Han}、\s\u{3000}]{2,40}?)(?:报道|摄影报道|摄)",
    ))
    .expect("the pattern is well formed")
});

/// Finds `记者张三报道` where it opens a line or stands behind a dateline.
pub fn parse_reported(text: &str, base: usize) -> Vec<Byline> {
    if !has_role_word(text) {
        return Vec::new();
    }
    REPORTED
        .captures_iter(text)
        .filter_map(|found| {
            let all = found.name("all")?;
            let bylines = parse_roles(all.as_str(), base + all.start(), BylinePlace::Lead)?;
            // The first name must look like one; the others stand in its row.
            let certain = names::is_name(&bylines.first()?.names.first()?.text, Evidence::PlaceAlone);
            certain.then_some(bylines)
        })
        .flatten()
        .collect()
}
