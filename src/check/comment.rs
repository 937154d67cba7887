//! Comment lines in a draft that silence rules: `<!-- kanwu: ignore RULE -->` for what follows, `ignore-file` for all.

use std::{borrow::Cow, sync::LazyLock};

use regex::Regex;

use super::selection::RulePattern;
use crate::{
    rules::{Finding, Words},
    text::Span,
};

static COMMENT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?m)^[ \t\u{3000}]*<!--[ \t]*kanwu[ \t]*[:：](?<what>[^\r\n]*?)-->[ \t\u{3000}]*\r?$")
        .expect("the pattern is sound")
});

/// A comment line that silences rules.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Comment {
    /// The line.
    span: Span,
    /// Whether the whole draft is meant, or the next paragraph or heading.
    whole_file: bool,
    /// Which rules.
    patterns: Vec<RulePattern>,
}

/// Something to tell whoever wrote the draft's comments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Where.
    pub span: Span,
    /// What.
    pub words: Words,
}

/// The comments of a draft.
#[derive(Clone, Debug, Default)]
pub struct Comments {
    comments: Vec<Comment>,
    /// What is wrong with them.
    pub notes: Vec<Note>,
}

impl Comments {
    /// Reads the comments of a draft, and the draft as if their lines were empty, at the same offsets.
    pub fn read(text: &str) -> (Self, Cow<'_, str>) {
        let mut read = Self::default();
        if !text.contains("<!--") {
            return (read, Cow::Borrowed(text));
        }
        let mut rest = String::with_capacity(text.len());
        for found in COMMENT.captures_iter(text) {
            let line = found.get(0).map_or("", |line| line.as_str()).trim_end_matches('\r');
            let start = found.get(0).map_or(0, |line| line.start());
            let span = Span::new(start, start + line.len());
            read.read_one(span, &found["what"]);
            rest.push_str(&text[rest.len()..span.start]);
            rest.extend(std::iter::repeat_n(' ', span.len()));
        }
        rest.push_str(&text[rest.len()..]);
        (read, Cow::Owned(rest))
    }

    fn read_one(&mut self, span: Span, what: &str) {
        // What follows a dash of two is a reason, for people.
        let what = what.split("--").next().unwrap_or_default();
        let mut words = what.split([' ', '\t', '\u{3000}', ',', '，', '、']).filter(|word| !word.is_empty());
        let whole_file = match words.next() {
            Some("ignore") => false,
            Some("ignore-file") => true,
            other => {
                let other = other.unwrap_or_default();
                self.notes.push(Note {
                    span,
                    words: Words::new(
                        format!("注释中的“{other}”不是 ignore 或 ignore-file，未起作用"),
                        format!("“{other}” in a comment is neither ignore nor ignore-file; it has no effect"),
                    ),
                });
                return;
            }
        };
        let mut patterns = Vec::new();
        for word in words {
            match word.parse() {
                Ok(pattern) => patterns.push(pattern),
                Err(words) => self.notes.push(Note { span, words }),
            }
        }
        if patterns.is_empty() && self.notes.last().is_none_or(|note| note.span != span) {
            patterns.push(RulePattern::All);
        }
        self.comments.push(Comment { span, whole_file, patterns });
    }

    /// Drops the findings that a comment silences. `blocks` are the paragraphs, headings and other lines of the draft in
    /// order.
    pub fn silence(&self, text: &str, blocks: impl FnOnce() -> Vec<Span>, findings: &mut Vec<Finding>) {
        if self.comments.is_empty() {
            return;
        }
        let blocks = blocks();
        for comment in &self.comments {
            let reach = if comment.whole_file {
                Span::new(0, text.len() + 1)
            } else {
                let Some(next) = blocks.get(blocks.partition_point(|block| block.start < comment.span.end))
                else {
                    continue;
                };
                // A byline behind the last sentence stands in the same line.
                let line = text[next.end..].find('\n').map_or(text.len(), |end| next.end + end);
                Span::new(next.start, line)
            };
            findings.retain(|finding| {
                !reach.holds(finding.span.start)
                    || !comment.patterns.iter().any(|pattern| pattern.matches(finding.rule))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::Analysis;

    const FAULT: &str = "镇里清理沟渠and疏通水道，大家都说好。";

    fn words(text: &str) -> Vec<usize> {
        let found = Analysis::of(text).findings;
        let lines = found.iter().filter(|found| found.rule == "wording/foreign-word");
        lines.map(|found| text[..found.span.start].matches('\n').count() + 1).collect()
    }

    #[test]
    fn a_comment_silences_the_next_paragraph_and_no_other() {
        let text = format!(
            "青禾镇修渠引水\n\n　　{FAULT}\n\n<!-- kanwu: ignore wording/foreign-word -- 品牌名 -->\n\n　　{FAULT}\n\n　　{FAULT}\n"
        );
        assert_eq!(words(&text), [3, 9]);
        assert_eq!(words(&text.replace("wording/foreign-word", "wording/*")), [3, 9]);
        assert_eq!(words(&text.replace("wording/foreign-word", "")), [3, 9]);
        assert_eq!(words(&text.replace("wording/foreign-word", "figures/*")), [3, 7, 9]);
        assert_eq!(words(&text.replace("ignore w", "ignore-file w").replace('\n', "\r\n")), [0; 0]);
    }

    #[test]
    fn a_comment_is_no_text_of_the_draft() {
        let text = format!("<!-- kanwu: ignore-file terms -->\n青禾镇修渠引水\n\n　　{FAULT}\n");
        let analysis = Analysis::of(&text);
        let headline = analysis.articles[0].analysis.article.headline.as_ref().expect("it has one");
        assert_eq!(headline.text, "青禾镇修渠引水");
        assert_eq!(words(&text), [4]);
    }

    #[test]
    fn a_comment_that_names_no_rule_of_ours_is_told_of_and_silences_nothing() {
        let text = format!("青禾镇修渠引水\n\n<!-- kanwu: ignore wording/foriegn-word -->\n　　{FAULT}\n");
        let notes = Analysis::of(&text).notes;
        assert_eq!(notes.len(), 1);
        assert!(notes[0].words.zh.contains("是不是“wording/foreign-word”"), "{}", notes[0].words.zh);
        assert_eq!(words(&text), [4]);
        let notes = Analysis::of(&text.replace("ignore", "off")).notes;
        assert!(notes[0].words.en.contains("neither ignore nor"), "{}", notes[0].words.en);
    }
}
