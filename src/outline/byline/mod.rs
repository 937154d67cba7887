//! Bylines: who made the article, in the forms that newsrooms print.
//!
//! A line is read by itself; whether a bare pair of names is a byline depends on its neighbours and is settled by
//! [`super::segment`].

mod names;
mod role;

use super::{Byline, BylinePlace, Part};
use crate::text::{
    Span,
    chars::{is_closing, is_han, is_space, is_stop, trimmed},
};
use names::Evidence;

/// What the bylines of one line are.
#[derive(Clone, Debug, Default)]
pub struct InLine {
    /// The bylines, as offsets into the line.
    pub bylines: Vec<Byline>,
    /// Where the text ends and the byline behind it begins; the length of the line if none is there.
    pub body_end: usize,
    /// Whether the line is a byline and nothing else.
    pub is_whole_line: bool,
    /// Whether that rests on nothing but names standing alone; the neighbours decide.
    pub is_bare: bool,
}

impl Byline {
    /// The same byline, `base` bytes further on.
    #[must_use]
    pub fn shift(mut self, base: usize) -> Self {
        self.span = self.span.shift(base);
        for name in &mut self.names {
            name.span = name.span.shift(base);
        }
        self
    }

    /// Whether it says who wrote the article, not who edited, checked or photographed it.
    pub fn is_author(&self) -> bool {
        self.role.ends_with("记者")
            || matches!(
                self.role.as_str(),
                "作者"
                    | "通讯员"
                    | "实习生"
                    | "评论员"
                    | "撰稿人"
                    | "报道员"
                    | "供稿"
                    | "投稿"
                    | "整理"
                    | "统稿"
            )
    }
}

/// Reads the bylines of a line that has no indent and no trailing space.
pub fn in_line(line: &str) -> InLine {
    let whole = Span::new(0, line.len());
    if let Some(bylines) = signature(line, whole) {
        return InLine { bylines, body_end: line.len(), is_whole_line: true, is_bare: false };
    }
    if let Some(bylines) = bare_names(line, whole) {
        return InLine { bylines, body_end: line.len(), is_whole_line: true, is_bare: true };
    }
    let mut found = InLine { body_end: line.len(), ..InLine::default() };
    if let Some((body_end, bylines)) = behind_last_stop(line) {
        found.body_end = body_end;
        found.bylines = bylines;
    }
    let mut inside = in_brackets(line, found.body_end);
    inside.append(&mut found.bylines);
    found.bylines = inside;
    let reported = role::parse_reported(&line[..found.body_end], 0);
    for byline in reported {
        if !found.bylines.iter().any(|known| known.span.overlaps(byline.span)) {
            found.bylines.push(byline);
        }
    }
    found.bylines.sort_by_key(|byline| byline.span.start);
    found
}

/// A signature by its form: roles, labels, a mark or a dash before names, in brackets or not.
fn signature(line: &str, span: Span) -> Option<Vec<Byline>> {
    let (inner, bracketed) = unbracketed(line, span);
    let text = inner.of(line);
    // No signature is longer than a line of print.
    if text.len() > 240 || text.contains('。') {
        return None;
    }
    let place = BylinePlace::End;
    role::parse_roles(text, inner.start, place)
        .or_else(|| role::parse_labels(text, inner.start, place))
        .or_else(|| {
            let rest = role::without_mark(text)?;
            names_as_author(rest, inner.end - rest.len(), Evidence::Role)
        })
        .or_else(|| body_and_names(text, inner.start, bracketed))
        .or_else(|| photographed(text, inner.start))
}

/// The text inside the brackets, if one pair holds all of it.
fn unbracketed(line: &str, span: Span) -> (Span, bool) {
    let text = span.of(line);
    for (open, close) in [('（', '）'), ('(', ')')] {
        if let Some(rest) = text.strip_prefix(open)
            && let Some(inner) = rest.strip_suffix(close)
            && !inner.contains([open, close])
        {
            let start = span.start + open.len_utf8();
            return (trimmed(inner).shift(start), true);
        }
    }
    (span, false)
}

fn names_as_author(text: &str, base: usize, evidence: Evidence) -> Option<Vec<Byline>> {
    let names = names::parse(text, base, evidence)?;
    let span = names.first()?.span.to(names.last()?.span);
    Some(vec![Byline { role: "作者".to_owned(), span, names, place: BylinePlace::End }])
}

/// Names alone on a line: at most four, each with a surname.
fn bare_names(line: &str, span: Span) -> Option<Vec<Byline>> {
    let text = span.of(line);
    if text.chars().count() > 20 {
        return None;
    }
    let bylines = names_as_author(text, span.start, Evidence::PlaceAlone)?;
    (bylines[0].names.len() <= 4).then_some(bylines)
}

/// `——民革某市某支部 张三`, `（九三学社某市委 张三）`, `（市委统战部）`, `（区工商联 供稿）`.
fn body_and_names(text: &str, base: usize, bracketed: bool) -> Option<Vec<Byline>> {
    let rest = text.trim_start_matches(['—', '─']);
    let dashed = rest.len() < text.len();
    if !dashed && !bracketed {
        return None;
    }
    let rest_base = base + text.len() - rest.len();
    let body_end = rest.find(is_space).unwrap_or(rest.len());
    let body = &rest[..body_end];
    if !is_body(body) {
        return None;
    }
    let tail = trimmed(&rest[body_end..]).shift(body_end);
    let place = BylinePlace::End;
    if tail.is_empty() || matches!(tail.of(rest), "供稿" | "投稿") {
        // Without a name a dash is a deck, not a signature.
        let part = Part { span: Span::new(rest_base, rest_base + body_end), text: body.to_owned() };
        return bracketed
            .then(|| vec![Byline { role: "供稿".to_owned(), span: part.span, names: vec![part], place }]);
    }
    let names = names::parse(tail.of(rest), rest_base + tail.start, Evidence::PlaceAlone)?;
    let span = Span::new(rest_base, names.last()?.span.end);
    Some(vec![Byline { role: "作者".to_owned(), span, names, place }])
}

/// Whether a run of characters can be the name of a body that sends in articles.
fn is_body(text: &str) -> bool {
    const TAILS: [&str; 24] = [
        "部", "局", "委", "办", "会", "室", "处", "科", "站", "所", "队", "院", "校", "中心", "支部", "支社",
        "街道", "公司", "社", "联", "组", "馆", "工委", "总支",
    ];
    let length = text.chars().count();
    (3..=24).contains(&length)
        && text.chars().all(|c| is_han(c) || matches!(c, '“' | '”'))
        && TAILS.iter().any(|tail| text.ends_with(tail))
}

/// `张三 摄`.
fn photographed(text: &str, base: usize) -> Option<Vec<Byline>> {
    let rest = text.strip_suffix("摄影").or_else(|| text.strip_suffix('摄'))?;
    let names = names::parse(rest, base, Evidence::PlaceAlone)?;
    let span = Span::new(base, names.last()?.span.end);
    Some(vec![Byline { role: "摄影".to_owned(), span, names, place: BylinePlace::End }])
}

/// The byline behind the last stop of a line, and where the text in front of it ends.
fn behind_last_stop(line: &str) -> Option<(usize, Vec<Byline>)> {
    // A signature is short: only the end of the line need be looked at.
    let from = line.char_indices().rev().nth(80).map_or(0, |(at, _)| at);
    let mut body_end = None;
    let mut stop_seen = false;
    for (at, c) in line[from..].char_indices() {
        if is_stop(c) || (stop_seen && matches!(c, '”' | '’' | '』' | '」')) {
            stop_seen = true;
            body_end = Some(from + at + c.len_utf8());
        } else {
            stop_seen = false;
        }
    }
    let body_end = body_end?;
    let tail = trimmed(&line[body_end..]).shift(body_end);
    if tail.is_empty() || tail.of(line).chars().all(is_closing) {
        return None;
    }
    let bylines = signature(line, tail).or_else(|| {
        let (inner, _) = unbracketed(line, tail);
        bare_names(line, inner)
    })?;
    Some((body_end, bylines))
}

/// Bylines in brackets within a line: behind a dateline, or under a picture.
fn in_brackets(line: &str, end: usize) -> Vec<Byline> {
    let mut bylines = Vec::new();
    let first_stop = line.find('。').unwrap_or(line.len());
    let mut from = 0;
    while let Some(open) = line[from..end].find(['（', '(']).map(|at| from + at) {
        let inner_start = open + line[open..].chars().next().map_or(1, char::len_utf8);
        let Some(close) = line[inner_start..end].find(['）', ')']).map(|at| inner_start + at) else { break };
        let inner = trimmed(&line[inner_start..close]).shift(inner_start);
        let place = if first_stop < open { BylinePlace::End } else { BylinePlace::Lead };
        if inner.len() <= 240
            && let Some(mut found) = role::parse_roles(inner.of(line), inner.start, place)
        {
            bylines.append(&mut found);
        }
        from = close;
    }
    bylines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(line: &str) -> Vec<(String, String)> {
        in_line(line)
            .bylines
            .into_iter()
            .flat_map(|byline| {
                byline.names.into_iter().map(move |name| (byline.role.clone(), name.text)).collect::<Vec<_>>()
            })
            .collect()
    }

    fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
        expected.iter().map(|&(role, name)| (role.to_owned(), name.to_owned())).collect()
    }

    #[test]
    fn lines_that_are_bylines() {
        for (line, expected) in [
            ("（记者 唐启明 通讯员 何小雨）", pairs(&[("记者", "唐启明"), ("通讯员", "何小雨")])),
            ("本报记者　陈旻　通讯员　许晓凤", pairs(&[("记者", "陈旻"), ("通讯员", "许晓凤")])),
            (
                "本报记者　张忠德本报通讯员　张艳　苏婧",
                pairs(&[("记者", "张忠德"), ("通讯员", "张艳"), ("通讯员", "苏婧")]),
            ),
            ("□本报记者肖瑶", pairs(&[("记者", "肖瑶")])),
            ("■ 张隽", pairs(&[("作者", "张隽")])),
            ("文/杨继舟 图/李雪樵", pairs(&[("作者", "杨继舟"), ("摄影", "李雪樵")])),
            ("文/本报记者　孙昌銮", pairs(&[("作者", "孙昌銮")])),
            ("——民革某市龙沙一支部 黄力峰", pairs(&[("作者", "黄力峰")])),
            ("记者 普文昭 摄影报道", pairs(&[("记者", "普文昭")])),
            ("（责任编辑：董子龙、张舒）", pairs(&[("责任编辑", "董子龙"), ("责任编辑", "张舒")])),
            ("来源：中国科学报", pairs(&[("来源", "中国科学报")])),
            ("供稿：雾柳　审核：校办公室", pairs(&[("供稿", "雾柳"), ("审核", "校办公室")])),
            ("（市委统战部）", pairs(&[("供稿", "市委统战部")])),
        ] {
            assert_eq!(names(line), expected, "{line}");
            assert!(in_line(line).is_whole_line, "{line}");
        }
    }

    #[test]
    fn bylines_behind_the_last_stop() {
        for (line, expected) in [
            ("全天候待命支援各个防疫点位。 王玉", pairs(&[("作者", "王玉")])),
            ("贡献统战力量。 莫林欣 邓旋", pairs(&[("作者", "莫林欣"), ("作者", "邓旋")])),
            ("他说：“好。”　李　明", pairs(&[("作者", "李明")])),
            ("为她感到高兴。 （记者 于海波）", pairs(&[("记者", "于海波")])),
            ("有期徒刑1年。(记者李新苓通讯员周萍)", pairs(&[("记者", "李新苓"), ("通讯员", "周萍")])),
            ("迈上新台阶。（万俊）", pairs(&[("作者", "万俊")])),
            ("迈上新台阶。（九三学社某市委 郭伟成）", pairs(&[("作者", "郭伟成")])),
        ] {
            assert_eq!(names(line), expected, "{line}");
            let found = in_line(line);
            assert!(!found.is_whole_line, "{line}");
            assert!(line[..found.body_end].ends_with(['。', '”']), "{line}");
        }
    }

    #[test]
    fn bylines_in_the_lead() {
        for (line, expected) in [
            ("本报讯（通讯员 蒲春燕）2月28日，晒谷场上", pairs(&[("通讯员", "蒲春燕")])),
            (
                "南方日报讯 （驻京记者/刘晓静实习生/戴莲）昨日，",
                pairs(&[("驻京记者", "刘晓静"), ("实习生", "戴莲")]),
            ),
            ("株洲网讯（株洲晚报 见习记者\u{a0}赵孟）“撞了你", pairs(&[("见习记者", "赵孟")])),
            (
                "新华社北京5月18日电（解放军报记者李选清、新华社记者张东波）全军",
                pairs(&[("记者", "李选清"), ("记者", "张东波")]),
            ),
            ("本报北京5月15日讯记者李长云报道：由中", pairs(&[("记者", "李长云")])),
            // A given name may end like the word that closes a byline.
            ("某某网讯（记者 李波 通讯员 范文）在全国", pairs(&[("记者", "李波"), ("通讯员", "范文")])),
            (
                "本报巴黎5月26日电记者刘正学、果永毅报道：中国",
                pairs(&[("记者", "刘正学"), ("记者", "果永毅")]),
            ),
            (
                "本报北京6月17日讯新华社记者王黎、本报记者董洪亮报道：记者",
                pairs(&[("记者", "王黎"), ("记者", "董洪亮")]),
            ),
        ] {
            assert_eq!(names(line), expected, "{line}");
        }
    }

    #[test]
    fn running_text_has_no_bylines() {
        for line in [
            "记者从县农业农村局了解到，今年粮食丰收。",
            "记者：您怎么看这个问题？",
            "（下转第2版）",
            "会议强调要落实责任。（完）",
            "各单位要抓好落实。",
            "——一年收集建议172件的背后",
            "迅速周密部署确保行动靠前",
            "作为一名记者，她跑遍了全县。",
        ] {
            assert_eq!(names(line), [], "{line}");
        }
    }
}
