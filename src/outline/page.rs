//! A text as a page: its lines, and what each of them is for, judged by its neighbours.

use std::sync::LazyLock;

use regex::Regex;

use super::{
    Layout, issue,
    line::{self, Ending, Line},
};

/// What a line is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineRole {
    /// The name of the publication, its issue and date, an editor's note.
    FrontMatter,
    /// A kicker, headline, deck or section head.
    Head,
    /// The first line of a paragraph.
    Body,
    /// The rest of a paragraph that a stray break cut.
    Continuation,
    /// Bylines alone.
    Byline,
    /// 下转第2版, a rule of dashes.
    Note,
}

/// The lines of a text with their roles.
#[derive(Debug)]
pub struct Page<'a> {
    /// The text.
    pub text: &'a str,
    /// Lines that hold something.
    pub lines: Vec<Line>,
    /// What each is for.
    pub roles: Vec<LineRole>,
    /// How paragraphs are set.
    pub layout: Layout,
}

impl<'a> Page<'a> {
    /// Reads a text. `layout` is that of the whole bulletin where the text is only part of it.
    pub fn read(text: &'a str, layout: Option<&Layout>) -> Self {
        let lines = line::read(text);
        let layout = layout.cloned().unwrap_or_else(|| Layout::of(text, &lines));
        let mut page = Self { text, roles: vec![LineRole::Body; lines.len()], lines, layout };
        page.settle();
        page
    }

    fn settle(&mut self) {
        for at in 0..self.lines.len() {
            self.roles[at] = self.role(at);
        }
        // Bare names are a byline where an article can end: behind a full stop, before a head or nothing.
        for at in 0..self.lines.len() {
            if self.lines[at].is_bare_byline && !self.is_signed_by(at) {
                let line = &mut self.lines[at];
                line.is_byline = false;
                line.bylines.clear();
                self.roles[at] = self.role(at);
            }
        }
        self.settle_front_matter();
    }

    fn role(&self, at: usize) -> LineRole {
        let line = &self.lines[at];
        if line.is_byline {
            return LineRole::Byline;
        }
        if is_note(line.text(self.text)) {
            return LineRole::Note;
        }
        if at > 0 && self.continues(at) {
            return LineRole::Continuation;
        }
        let followed = self.lines.get(at + 1).is_some_and(|next| next.begins_closing);
        if self.is_head_like(at) && !followed { LineRole::Head } else { LineRole::Body }
    }

    /// Whether the line at `at` goes on with the sentence of the line before.
    fn continues(&self, at: usize) -> bool {
        let (previous, next) = (&self.lines[at - 1], &self.lines[at]);
        if !matches!(self.roles[at - 1], LineRole::Body | LineRole::Continuation) {
            // A head is followed by text, never continued; but a mark that cannot begin a line belongs back.
            return next.begins_closing && self.roles[at - 1] == LineRole::Head;
        }
        if previous.body.end < previous.span.end || next.dateline.is_some() || next.list_mark.is_some() {
            return false;
        }
        if next.begins_closing {
            return true;
        }
        let unclosed = previous.open_pairs > 0 && !matches!(previous.ending, Ending::Stop);
        if !unclosed && matches!(previous.ending, Ending::Stop | Ending::Pause) {
            return false;
        }
        if next.is_dashed(self.text) || !next.has_han {
            return false;
        }
        let followed = self.lines.get(at + 1).is_some_and(|after| after.begins_closing);
        let prose = previous.has_inner_stop
            || previous.ending == Ending::Comma
            || unclosed
            || previous.has_punctuation
            || followed
            || self.roles[at - 1] == LineRole::Continuation;
        prose && (followed || !self.is_head_like(at))
    }

    /// Whether a line can be a head by its own looks.
    fn is_head_like(&self, at: usize) -> bool {
        let line = &self.lines[at];
        if !line.has_han
            || line.is_byline
            || line.dateline.is_some()
            || line.begins_closing
            || line.has_inner_stop
            || line.open_pairs != 0
            || line.body.end < line.span.end
        {
            return false;
        }
        let limit = if at == 0 { 90 } else { 45 };
        if line.length > limit {
            return false;
        }
        let stands_out = self.layout.indented && !is_indented(line);
        if self.layout.indented && !stands_out && line.list_mark.is_none() {
            return false;
        }
        match line.ending {
            Ending::Open => true,
            Ending::Comma | Ending::Pause => false,
            // A stop behind a head is a slip, or a question; behind anything longer it ends a sentence.
            Ending::Stop => {
                let text = line.text(self.text);
                if text.ends_with('。') {
                    line.length <= 20 && (stands_out || self.opens_draft(at))
                } else {
                    line.length <= 30
                }
            }
        }
    }

    /// Whether the line is the first of a draft whose text begins with the next: a headline, whatever it ends in.
    fn opens_draft(&self, at: usize) -> bool {
        let text = self.lines[at].text(self.text).trim_end_matches('。');
        let is_plain = !text.contains(['，', '。', '；', '：', '、', '！', '？', '“']);
        let is_followed = |next: &Line| next.dateline.is_some() || next.has_inner_stop || next.length > 20;
        at == 0 && is_plain && self.lines.get(1).is_some_and(is_followed)
    }

    fn is_signed_by(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| (&self.lines[before], self.roles[before]));
        let after = self.lines.get(at + 1);
        let behind_text = match before {
            Some((_, LineRole::Byline)) => true,
            Some((line, LineRole::Body | LineRole::Continuation)) => line.ending == Ending::Stop,
            _ => false,
        };
        let at_end = after.is_none_or(|next| next.is_byline || self.roles[at + 1] == LineRole::Head);
        // Under the headline: the text begins with the next line.
        let under_head = matches!(before, Some((_, LineRole::Head)))
            && after.is_some_and(|next| next.has_inner_stop || next.length > 45)
            && self.lines[at].bylines.iter().all(|byline| byline.names.len() <= 3)
            && self.lines[at].length <= 12;
        (behind_text && at_end) || (under_head && self.follows_headline(at))
    }

    /// Whether only heads stand above: a byline there belongs to the headline, not to a section.
    fn follows_headline(&self, at: usize) -> bool {
        self.roles[..at]
            .iter()
            .all(|role| matches!(role, LineRole::Head | LineRole::FrontMatter | LineRole::Note))
    }

    fn settle_front_matter(&mut self) {
        let mut note_open = false;
        for at in 0..self.lines.len() {
            let text = self.lines[at].text(self.text);
            if is_masthead(text) && self.lines[at].length <= 40 || at == 0 && self.names_the_paper() {
                note_open = false;
            } else if is_editors_note(text) {
                note_open = true;
            } else if !(note_open
                && matches!(self.roles[at], LineRole::Body | LineRole::Continuation)
                && self.lines[at].dateline.is_none())
            {
                // The rule under a masthead belongs to it.
                if at > 0 && self.roles[at] == LineRole::Note && self.roles[at - 1] == LineRole::FrontMatter {
                    self.roles[at] = LineRole::FrontMatter;
                    continue;
                }
                break;
            }
            if self.roles[at] != LineRole::Continuation {
                self.roles[at] = LineRole::FrontMatter;
            }
        }
    }

    /// Whether the first line is the name of the paper, whatever it is called: it stands above an issue line.
    fn names_the_paper(&self) -> bool {
        let [first, second, ..] = self.lines.as_slice() else { return false };
        self.roles[0] == LineRole::Head && first.length <= 20 && second.length <= 40 && {
            let text = second.text(self.text);
            ISSUE.find(text).is_some_and(|found| found.start() == 0)
        }
    }
}

/// The number of an issue: 第12期（总第230期）, 2024年第3期. Behind it stands nothing, or something set off from it: a
/// headline may speak of 第3期农民夜校.
static ISSUE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(concat!(
        r"[（(〔]?(?:[0-9〇零一二三四五六七八九十]{2,4}[年〕]?\s*)?总?第\s*[0-9〇零一二三四五六七八九十百]+\s*期",
        r"(?:$|[\s（()）0-9〇])",
    ))
    .expect("the pattern is well formed")
});

impl Layout {
    /// How the paragraphs among the lines of a text are set, and the date its masthead bears.
    pub fn of(text: &str, lines: &[Line]) -> Self {
        let long: Vec<&Line> = lines.iter().filter(|line| line.length >= 40).collect();
        let most = |count: usize| count * 2 > long.len();
        Self {
            indented: most(long.iter().filter(|line| line.indent > 0).count()),
            spaced: most(long.iter().filter(|line| line.blanks_before > 0).count()),
            issue: issue::date(text, lines),
        }
    }
}

/// Whether a line has the indent of a paragraph; a line set far in is centred.
fn is_indented(line: &Line) -> bool {
    (1..=5).contains(&line.indent)
}

/// Lines that are neither text nor head: a jump line, a rule, the caption of a picture.
fn is_note(text: &str) -> bool {
    static JUMP: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^[（(]?(?:下转|上接|紧接|转)[\p{Han}0-9 　]{1,10}[）)]?$")
            .expect("the pattern is well formed")
    });
    let rule =
        text.chars().all(|c| matches!(c, '-' | '=' | '*' | '_' | '—' | '─' | '━' | '～' | '·' | '★' | ' '));
    let caption = text.ends_with("摄）") || text.ends_with("摄)");
    rule || caption || (text.len() < 60 && JUMP.is_match(text))
}

/// Lines above the first article: the name of a bulletin, its issue, its date.
pub(super) fn is_masthead(text: &str) -> bool {
    static MASTHEAD: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(concat!(
            r"[（(]总第|^目\s*录$|",
            r"^[\p{Han}“”·\s]{0,16}(?:简报|动态|快报|内参|要情|专报|简讯|通讯|信息|摘要)$|",
            r"^[\p{Han}\s]{0,24}(?:主办|编印|编发|办公室编|编)?\s*[0-9〇零一二三四五六七八九十]{2,4}\s*年\s*[0-9一二三四五六七八九十]{1,2}\s*月\s*[0-9一二三四五六七八九十]{1,3}\s*日(?:[\s　]*[（(]?星期[一二三四五六日天][）)]?)?$|",
            r"^[\p{Han}\s]{2,24}(?:主办|编印|编发)$",
        ))
        .expect("the pattern is well formed")
    });
    ISSUE.is_match(text) || MASTHEAD.is_match(text)
}

fn is_editors_note(text: &str) -> bool {
    let rest = text.trim_start_matches(['【', '［', '[', '（', '(']);
    ["编者按", "按语", "编者的话", "导读", "摘要"].iter().any(|word| rest.starts_with(word))
}

#[cfg(test)]
mod tests {
    use super::LineRole::{Body, Continuation, FrontMatter, Head};
    use super::*;

    fn roles(text: &str) -> Vec<LineRole> {
        Page::read(text, None).roles
    }

    const LONG: &str = "面对复杂的形势，全县干部闻令而动，迅速集结，各就各位，担当作为，全力以赴打好主动仗，取得了明显成效。";

    #[test]
    fn a_sentence_cut_by_a_blank_line_goes_on() {
        let cut =
            format!("标题在此\n\n{LONG}他们为76所学校、16家企业及54处核\n\n酸检测点进行消杀。\n\n{LONG}");
        assert_eq!(roles(&cut), [Head, Body, Continuation, Body]);
    }

    #[test]
    fn a_head_behind_a_cut_sentence_is_a_head() {
        let cut =
            format!("标题在此\n\n{LONG}进一步拓宽工作思路，推动\n\n安化：侨心系桑梓 茶香飘四方\n\n{LONG}");
        assert_eq!(roles(&cut), [Head, Body, Head, Body]);
    }

    #[test]
    fn bare_names_sign_only_where_an_article_can_end() {
        let signed = format!("标题在此\n\n{LONG}\n\n谌小溪 瞿一帆\n\n下一篇的标题\n\n{LONG}");
        assert_eq!(roles(&signed)[2], LineRole::Byline);
        let inside = format!("标题在此\n\n{LONG}\n\n高明\n\n{LONG}");
        assert_eq!(roles(&inside)[2], Head);
    }

    #[test]
    fn front_matter_ends_where_the_first_article_begins() {
        let text =
            format!("某县统战简报\n第12期（总第230期）\n2024年3月15日\n\n编者按：{LONG}\n\n标题在此\n{LONG}");
        assert_eq!(roles(&text), [FrontMatter, FrontMatter, FrontMatter, FrontMatter, Head, Body]);
    }

    #[test]
    fn a_paper_of_any_name_is_known_by_the_issue_line_under_it() {
        for issue in ["第9期（总第63期）", "2024年第9期", "（第9期）", "总第九期　2024年3月15日"]
        {
            let text = format!("统战工作交流\n\n{issue}\n\n标题在此\n\n{LONG}");
            assert_eq!(roles(&text), [FrontMatter, FrontMatter, Head, Body], "{issue}");
        }
    }

    #[test]
    fn a_headline_may_speak_of_a_term_of_a_school() {
        let text = format!("德清县第3期农民夜校开班\n\n{LONG}");
        assert_eq!(roles(&text), [Head, Body]);
        let text = format!("农民夜校走进山村\n第3期学员结业\n\n{LONG}");
        assert_eq!(roles(&text), [Head, Head, Body]);
    }
}
