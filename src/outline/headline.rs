//! Tells kicker, headline and deck apart in the lines above an article, and splits a place off the headline.

use super::{Part, line::Line};
use crate::text::{Span, chars::is_han};

/// Picks the headline among the head lines above an article.
///
/// The form decides first: a place with a colon or a space in front, two halves with a space between. Where the
/// lines look alike, the first is the headline and the next its deck, unless the first is so short that it can
/// only be a kicker.
pub fn choose(text: &str, heads: &[&Line]) -> usize {
    let mut best = 0;
    for at in 1..heads.len() {
        let (first, next) = (heads[best], heads[at]);
        let gain = weight(text, next) - weight(text, first);
        let kicker_above = first.length <= 10 && next.length > first.length + 3 && gain >= 0;
        if gain > 0 || kicker_above {
            best = at;
        }
    }
    best
}

fn weight(text: &str, line: &Line) -> i32 {
    let content = line.text(text);
    let mut weight = 0;
    if line.is_dashed(text) {
        weight -= 20;
    }
    if colon_kicker(content).is_some() {
        weight += 6;
    }
    if spaced_kicker(content).is_some() {
        weight += 6;
    }
    if has_two_halves(content) {
        weight += 3;
    }
    if content.contains('·') || line.has_punctuation {
        weight -= 2;
    }
    if line.length <= 8 {
        weight -= 1;
    }
    weight
}

/// The place in front of a colon: `三台：农机“整装”待春来`, `宜兴市统一战线:志愿服务传温情`.
pub fn colon_kicker(content: &str) -> Option<Span> {
    let at = content.find(['：', ':'])?;
    let before = &content[..at];
    let length = before.chars().count();
    ((2..=14).contains(&length) && before.chars().all(|c| is_han(c) || c == '·')).then(|| Span::new(0, at))
}

/// The place in front of a space: `南京市江宁区禄口街道 传递统战正能量 织密基层“防疫网”`.
pub fn spaced_kicker(content: &str) -> Option<Span> {
    let tokens = tokens(content);
    let (first, rest) = tokens.split_first()?;
    let second = rest.first()?;
    let length = first.of(content).chars().count();
    if !first.of(content).chars().all(|c| is_han(c) || c == '·') || length > 16 {
        return None;
    }
    let is_place = length >= 3 && ends_like_place(first.of(content));
    // Two halves follow: what stands before them is set off from the headline, whatever it names.
    let is_set_off = rest.len() == 2
        && length <= 6
        && length * 3 <= second.of(content).chars().count() * 2
        && rest.iter().all(|half| half.of(content).chars().count() >= 4);
    (is_place || is_set_off).then_some(*first)
}

/// Whether the headline has two halves with a space between them, as headlines have and section heads seldom do.
pub fn has_two_halves(content: &str) -> bool {
    let tokens = tokens(content);
    let lengths: Vec<usize> = tokens.iter().map(|token| token.of(content).chars().count()).collect();
    match lengths[..] {
        [.., first, second] => {
            (4..=20).contains(&first) && (4..=20).contains(&second) && first.abs_diff(second) <= 6
        }
        _ => false,
    }
}

/// Whether a run of characters ends like the name of a place or of what represents it.
pub fn ends_like_place(name: &str) -> bool {
    ["省", "市", "县", "区", "旗", "州", "盟", "镇", "乡", "街道", "村", "社区", "统一战线"]
        .iter()
        .any(|suffix| name.ends_with(suffix))
}

/// Splits a headline line into kicker and headline where a place stands in front of it.
pub fn split(text: &str, span: Span) -> (Option<Part>, Part) {
    let content = span.of(text);
    let part = |inner: Span| Part { span: inner.shift(span.start), text: inner.of(content).to_owned() };
    if let Some(kicker) = spaced_kicker(content) {
        let rest = &content[kicker.end..];
        let start = content.len() - rest.trim_start_matches(crate::text::chars::is_space).len();
        return (Some(part(kicker)), part(Span::new(start, content.len())));
    }
    (None, part(Span::new(0, content.len())))
}

fn tokens(content: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut start = 0;
    for (at, c) in content.char_indices().chain([(content.len(), ' ')]) {
        if crate::text::chars::is_space(c) {
            if start < at {
                tokens.push(Span::new(start, at));
            }
            start = at + c.len_utf8();
        }
    }
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::line;

    fn headline(text: &str) -> usize {
        let lines = line::read(text);
        choose(text, &lines.iter().collect::<Vec<_>>())
    }

    #[test]
    fn a_column_name_and_a_kicker_stand_above_the_headline() {
        assert_eq!(
            headline("同心抗疫 全省在行动·第一篇\n\n某县统一战线\n\n在战“疫”最前线 画出最大“同心圆”"),
            2
        );
        assert_eq!(headline("齐鲁赛事传真\n荣成：滨海半程马拉松激情开跑\n赛事期间约16万人次畅游海滨景区"), 1);
    }

    #[test]
    fn a_deck_stands_under_the_headline() {
        assert_eq!(headline("溆浦：同心桥上看“同心”\n——一年收集建议172件的背后"), 0);
        assert_eq!(headline("农机整装待春来\n检修在前、服务到田，春耕备耕有序推进"), 0);
    }

    #[test]
    fn a_place_before_a_space_is_split_off() {
        for (line, kicker, headline) in [
            ("句容市 “同心红”志愿服务暖“企”有担当", Some("句容市"), "“同心红”志愿服务暖“企”有担当"),
            ("某阳 发挥统战力量 打好防疫“主动仗”", Some("某阳"), "发挥统战力量 打好防疫“主动仗”"),
            ("线上线下凝心聚力 书写同心战“疫”答卷", None, "线上线下凝心聚力 书写同心战“疫”答卷"),
        ] {
            let (place, rest) = split(line, Span::new(0, line.len()));
            assert_eq!(place.as_ref().map(|part| part.text.as_str()), kicker);
            assert_eq!(rest.text, headline);
            assert_eq!(rest.span.of(line), headline);
        }
    }
}
