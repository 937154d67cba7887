//! A text as a page: its lines, and what each of them is for, judged by its neighbours.

use super::{
    Layout,
    line::{self, Ending, Line},
    wording::{is_caption, is_editors_note, is_issue_line, is_masthead, is_note},
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
    /// The words under a picture.
    Caption,
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
        if is_caption(line.text(self.text)) {
            return LineRole::Caption;
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
        if next.begins_closing {
            return previous.may_go_on(next);
        }
        if !previous.may_go_on(next) || next.is_dashed(self.text) || !next.has_han {
            return false;
        }
        let followed = self.lines.get(at + 1).is_some_and(|after| after.begins_closing);
        let prose = previous.is_prose() || followed || self.roles[at - 1] == LineRole::Continuation;
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
                    line.length <= 20 && (stands_out || self.opens_article(at))
                } else {
                    line.length <= 30
                }
            }
        }
    }

    /// Whether an article can begin with the line, and its text with the next: then it is a headline, whatever it ends
    /// in. A line with marks inside is taken to be a sentence.
    fn opens_article(&self, at: usize) -> bool {
        let text = self.lines[at].text(self.text).trim_end_matches('。');
        let is_plain = !text.contains(['，', '。', '；', '：', '、', '！', '？', '“']);
        let is_text = |next: &Line| next.dateline.is_some() || next.has_inner_stop || next.length > 20;
        let Some(next) = self.lines.get(at + 1).filter(|next| is_plain && is_text(next)) else {
            return false;
        };
        // Where the other datelines of the draft stand under headlines, so does this one.
        let under_heads = || {
            (1..at).any(|line| self.lines[line].dateline.is_some() && self.roles[line - 1] == LineRole::Head)
        };
        self.is_behind_masthead(at)
            || self.is_behind_signature(at)
            || next.dateline.is_some() && under_heads()
    }

    /// Whether nothing but a masthead stands above.
    fn is_behind_masthead(&self, at: usize) -> bool {
        self.lines[..at].iter().enumerate().all(|(at, line)| {
            let text = line.text(self.text);
            is_masthead(text) && line.length <= 40 || is_note(text) || at == 0 && self.names_the_paper()
        })
    }

    /// Whether the article above ends with its byline, behind the text or on a line of its own.
    fn is_behind_signature(&self, at: usize) -> bool {
        let Some(above) = at.checked_sub(1) else { return false };
        let line = &self.lines[above];
        match self.roles[above] {
            // Names alone may be no byline; those set far to the right are.
            LineRole::Byline => !line.is_bare_byline || line.indent > FAR,
            LineRole::Body | LineRole::Continuation => line.body.end < line.span.end,
            _ => false,
        }
    }

    fn is_signed_by(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map(|before| (&self.lines[before], self.roles[before]));
        let after = self.lines.get(at + 1);
        let behind_text = match before {
            Some((_, LineRole::Byline | LineRole::Caption)) => true,
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
        self.roles[0] == LineRole::Head
            && first.length <= 20
            && second.length <= 40
            && is_issue_line(second.text(self.text))
    }
}

/// A line with more indent than this is centred or set to the right.
const FAR: usize = 5;

/// Whether a line has the indent of a paragraph.
fn is_indented(line: &Line) -> bool {
    (1..=FAR).contains(&line.indent)
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

    #[test]
    fn a_headline_may_end_in_a_stop_wherever_an_article_can_begin() {
        for above in [
            "",
            "某县统战简报\n第12期\n",
            "标题在此\n\n{LONG}\n\n（记者 王玉）\n\n",
            "标题在此\n\n{LONG} 王玉\n\n",
        ] {
            let above = above.replace("{LONG}", LONG);
            let text = format!("{above}农民夜校开班了。\n\n{LONG}每到傍晚，教室就亮起了灯。");
            let roles = roles(&text);
            assert_eq!(roles[roles.len() - 2..], [Head, Body], "{above}");
        }
    }

    #[test]
    fn a_short_sentence_within_an_article_is_text() {
        let text = format!("标题在此\n\n{LONG}\n\n农民夜校开班了。\n\n{LONG}");
        assert_eq!(roles(&text), [Head, Body, Body, Body]);
        let items = format!("本报讯（记者 邓砚秋）{LONG}\n村民都说好。\n本报讯（记者 蒲春燕）{LONG}");
        assert_eq!(roles(&items), [Body, Body, Body]);
    }

    #[test]
    fn a_headline_over_a_dateline_may_end_in_a_stop_where_others_stand_there() {
        let text =
            format!("标题在此\n本报讯（记者 邓砚秋）{LONG}\n农民夜校开班了。\n本报讯（记者 蒲春燕）{LONG}");
        assert_eq!(roles(&text), [Head, Body, Head, Body]);
    }

    #[test]
    fn a_caption_is_no_head_with_or_without_its_stop() {
        for stop in ["。", ""] {
            let text = format!("标题在此\n\n{LONG}\n\n图为村民在主渠清淤，干劲十足{stop}\n\n{LONG}");
            assert_eq!(roles(&text), [Head, Body, LineRole::Caption, Body], "{stop}");
        }
    }
}
