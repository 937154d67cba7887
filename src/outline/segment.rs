//! Cuts a bulletin into articles.
//!
//! A run of head lines may open an article or a section. What stands around it is weighed: a byline before it, a
//! dateline or byline behind it, its form, the blank lines above it.

use super::{
    Outline,
    headline::{colon_kicker, ends_like_place, has_two_halves, spaced_kicker},
    line::Ending,
    page::{LineRole, Page},
};
use crate::text::Span;

/// A run of head lines with more evidence than this opens an article.
const THRESHOLD: i32 = 30;

impl Outline {
    /// Cuts a bulletin into articles.
    pub fn of(text: &str) -> Self {
        let page = Page::read(text, None);
        let starts = starts(&page);
        let articles = starts
            .iter()
            .enumerate()
            .map(|(at, &first)| {
                let last = starts.get(at + 1).map_or(page.lines.len(), |&next| next) - 1;
                Span::new(page.lines[first].span.start, page.lines[last].span.end)
            })
            .collect();
        Self { layout: page.layout, articles }
    }
}

/// The index of the first line of each article.
fn starts(page: &Page<'_>) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut state = State::default();
    let mut at = 0;
    while at < page.lines.len() {
        let role = page.roles[at];
        if starts.is_empty() {
            starts.push(at);
        }
        match role {
            LineRole::Head => {
                let end = group_end(page, at);
                if !state.has_body {
                    state.headline.get_or_insert(at);
                    if starts.len() == 1 {
                        state.first_heads += end - at;
                    }
                } else if evidence(page, at, end, &state) >= THRESHOLD {
                    starts.push(at);
                    state = State {
                        headline: Some(at),
                        first_headline: state.first_headline,
                        ..State::default()
                    };
                }
                state.first_headline = state.first_headline.or(state.headline);
                at = end;
                continue;
            }
            LineRole::Body => {
                let dated = page.lines[at].dateline.is_some() && !page.lines[at].bylines.is_empty();
                // A run of short items, each with its own dateline and none with a headline.
                if dated && state.has_dateline && state.headline.is_none() {
                    starts.push(at);
                    state = state.next();
                }
                state.has_body = true;
                state.has_dateline |= dated;
                state.is_signed = page.lines[at].body.end < page.lines[at].span.end;
            }
            LineRole::Continuation => {
                state.is_signed = page.lines[at].body.end < page.lines[at].span.end;
            }
            LineRole::Byline if state.has_body => {
                state.is_signed |= page.lines[at].bylines.iter().any(|byline| byline.role != "摄影");
            }
            LineRole::Byline | LineRole::Caption | LineRole::Note | LineRole::FrontMatter => {}
        }
        at += 1;
    }
    starts
}

/// What is known of the article being read.
#[derive(Debug, Default)]
struct State {
    /// Its headline's line.
    headline: Option<usize>,
    /// The headline of the first article, a model of the others.
    first_headline: Option<usize>,
    /// How many head lines the first article opens with.
    first_heads: usize,
    has_body: bool,
    has_dateline: bool,
    /// Whether the last line of text carries a byline, or one stands behind it.
    is_signed: bool,
}

impl State {
    /// What is still known when the next article begins.
    fn next(&self) -> Self {
        Self { first_headline: self.first_headline, first_heads: self.first_heads, ..Self::default() }
    }
}

/// One past the last head line of the run that begins at `at`.
fn group_end(page: &Page<'_>, at: usize) -> usize {
    (at..page.lines.len()).find(|&next| page.roles[next] != LineRole::Head).unwrap_or(page.lines.len())
}

/// How much speaks for an article rather than a section, in tenths.
fn evidence(page: &Page<'_>, at: usize, end: usize, state: &State) -> i32 {
    let first = &page.lines[at];
    let content = first.text(page.text);
    let mut evidence = 0;
    if first.list_mark.is_some_and(super::list::Mark::is_heading) {
        evidence -= 40;
    }
    if state.is_signed {
        evidence += 40;
    }
    let next = page.lines.get(end);
    let next_is_byline = page.roles.get(end) == Some(&LineRole::Byline);
    let opens_text = |line: &super::line::Line| line.dateline.is_some() && !line.bylines.is_empty();
    if next.is_some_and(opens_text) || (next_is_byline && end + 1 < page.lines.len()) {
        evidence += 35;
    }
    if end - at >= 2 && page.lines[at + 1].list_mark.is_none() {
        evidence += if page.lines[at + 1].is_dashed(page.text) { 25 } else { 10 };
        // Kicker over headline, as the first article has it.
        if state.first_heads >= 2 && first.list_mark.is_none() {
            evidence += 25;
        }
    }
    // The headline may stand under a kicker of its own line.
    let form = (at..end).map(|head| form(page.lines[head].text(page.text))).max().unwrap_or(0);
    evidence += form;
    if let Some(model) = state.first_headline.map(|model| page.lines[model].text(page.text)) {
        let alike = |text: &str| colon_kicker(text).is_some();
        match (alike(model), (at..end).any(|head| alike(page.lines[head].text(page.text)))) {
            (true, true) => evidence += 10,
            (true, false) => evidence -= 15,
            _ => {}
        }
    }
    let usual = usize::from(page.layout.spaced);
    if first.blanks_before > usual {
        evidence += 20;
    }
    if at > 0
        && matches!(page.lines[at - 1].ending, Ending::Open | Ending::Comma)
        && page.roles[at - 1] != LineRole::Byline
    {
        evidence += 5;
    }
    if at > 0 && page.roles[at - 1] == LineRole::Note {
        evidence += 20;
    }
    evidence + if content.chars().count() >= 12 { 5 } else { -5 }
}

/// How much the form of a line looks like a headline's, in tenths.
fn form(content: &str) -> i32 {
    let place = |span: Span| if ends_like_place(span.of(content)) { 20 } else { 15 };
    let kicker = colon_kicker(content).map(place).or_else(|| spaced_kicker(content).map(|_| 20)).unwrap_or(0);
    kicker + if has_two_halves(content) { 15 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LONG: &str = "面对复杂的形势，全县干部闻令而动，迅速集结，各就各位，担当作为，全力以赴打好主动仗，取得了明显成效。";

    fn firsts(text: &str) -> Vec<String> {
        Outline::of(text)
            .articles
            .iter()
            .map(|span| span.of(text).lines().next().unwrap_or_default().to_owned())
            .collect()
    }

    #[test]
    fn a_byline_ends_an_article_and_a_section_head_does_not_begin_one() {
        let text = format!(
            "甲县：整装待春来\n\n{LONG}\n\n农资店备货充足\n\n{LONG} 王玉\n\n乙县：课堂搬到晒谷场\n\n{LONG}\n\n服务队进村\n\n{LONG} 李明"
        );
        assert_eq!(firsts(&text), ["甲县：整装待春来", "乙县：课堂搬到晒谷场"]);
    }

    #[test]
    fn an_unsigned_article_is_told_by_form_and_space() {
        let text =
            format!("甲县：整装待春来\n{LONG}\n农资店备货充足\n{LONG}\n\n乙县：课堂搬到晒谷场\n{LONG}\n");
        assert_eq!(firsts(&text), ["甲县：整装待春来", "乙县：课堂搬到晒谷场"]);
    }

    #[test]
    fn a_dateline_under_a_head_begins_an_article() {
        let text = format!("甲地举行春耕现场会\n{LONG}\n乙地党外专家助力春灌\n本报讯（记者 邓砚秋）{LONG}");
        assert_eq!(firsts(&text).len(), 2);
    }

    #[test]
    fn kicker_over_headline_begins_an_article_where_the_first_one_has_it() {
        let text = format!(
            "文明新风\n一碗长寿面吃出邻里情\n{LONG}\n下一步，村里将组织更多志愿者走进独居老人家中，送去热面、热汤和一句句问候，把孝老爱亲的风气带到\n\n林下经济观察\n林下养鹅助农增收\n{LONG}"
        );
        assert_eq!(firsts(&text), ["文明新风", "林下经济观察"]);
    }

    #[test]
    fn numbered_heads_stay_in_their_article() {
        let text = format!(
            "2012年工作报告\n\n{LONG}\n一、回顾\n{LONG}\n（一）宏观调控 稳中求进\n{LONG}\n二、部署\n{LONG}"
        );
        assert_eq!(firsts(&text).len(), 1);
    }

    #[test]
    fn items_without_headlines_are_told_by_their_datelines() {
        let text = format!("本报讯（记者 邓砚秋）{LONG}\n本报讯（记者 蒲春燕）{LONG}");
        assert_eq!(firsts(&text).len(), 2);
    }

    #[test]
    fn nothing_gives_no_article() {
        assert_eq!(Outline::of("\n \n　\n").articles, []);
    }
}
