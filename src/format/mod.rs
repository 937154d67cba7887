//! The layout of a draft: sets it out anew without changing a word.
//!
//! What a draft does mostly, it does throughout: its own habit decides about indents and blank lines. Lines that a
//! stray break cut are joined, marks get their full width, trailing space goes. Only white space and marks ever change.

mod blank_lines;
mod indent;
mod lines;
mod names;
pub mod typed;

use crate::{
    check::{
        Analysis, edit,
        fix::{Reach, compatible},
    },
    rules::{Edit, Finding},
};

use lines::Line;

/// After so many passes laying out gives up; a draft needs four or five.
const MOST_PASSES: usize = 16;

/// What is left to taste.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taste {
    /// Whether names of two characters in bylines are padded to the width of three.
    pub names: NamePadding,
}

/// How names of two characters stand in a byline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NamePadding {
    /// As they are.
    #[default]
    Kept,
    /// With a full-width space between the two: 李　明.
    Padded,
    /// Without: 李明.
    Closed,
}

/// The draft set out anew; its words are the same, and setting it out once more changes nothing.
pub fn format(text: &str, analysis: &Analysis, taste: Taste) -> String {
    let (mut now, mut read) = (text.to_owned(), analysis.clone());
    for _ in 0..MOST_PASSES {
        let next = pass(&now, &read, taste);
        if next == now {
            // What is more than white space and marks is nobody's layout.
            return if has_same_words(text, &now) { now } else { text.to_owned() };
        }
        read = read.update(&next);
        now = next;
    }
    // A layout that never settles is none: the draft is better left as it was.
    text.to_owned()
}

/// One step: what is a matter of marks and breaks first, then the space between what stands there.
fn pass(text: &str, analysis: &Analysis, taste: Taste) -> String {
    let mending = analysis.findings.iter().filter(|found| is_layout(text, found));
    let (edits, rules) = compatible(mending, Reach::Safe);
    if !rules.is_empty() {
        return edit::apply(text, &edits);
    }
    let lines = lines::read(text, analysis);
    let mut edits = trailing_space(&lines);
    edits.extend(indent::edits(&lines, &analysis.layout));
    edits.extend(names::edits(analysis, taste.names));
    edits.retain(|edit| edit.span.of(text) != edit.text);
    if edits.is_empty() {
        edits = blank_lines::edits(text, &lines);
    }
    edits.sort_by_key(|edit| edit.span);
    edit::apply(text, &edits)
}

/// Whether mending a finding changes the layout alone.
fn is_layout(text: &str, finding: &Finding) -> bool {
    let is_rule = finding.rule.starts_with("punctuation/") || finding.rule == "structure/broken-paragraph";
    let keeps_words = |edit: &Edit| has_same_words(edit.span.of(text), &edit.text);
    is_rule && finding.fixes.first().is_some_and(|fix| fix.edits.iter().all(keeps_words))
}

/// Whether two texts are the same but for white space and marks.
fn has_same_words(one: &str, other: &str) -> bool {
    let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<_>>();
    words(one) == words(other)
}

fn trailing_space(lines: &[Line]) -> Vec<Edit> {
    lines.iter().map(|line| Edit { span: line.trailing, text: String::new() }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn formatted(text: &str) -> String {
        format(text, &Analysis::of(text), Taste::default())
    }

    const CANAL: &str =
        "入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉农田，春耕生产有序推进，村民都说好。";
    const SCHOOL: &str =
        "每到傍晚，农家书屋就亮起了灯，村民放下农具赶来听课，农技员讲得仔细，大家听得入神，学得起劲。";

    #[test]
    fn a_draft_set_out_as_it_should_be_stays_as_it_is() {
        for text in [
            format!("青禾镇修渠引水\n\n　　{CANAL}\n　　{SCHOOL}\n"),
            format!("青禾镇修渠引水\n\n{CANAL}\n\n{SCHOOL} 李明\n\n"),
            "\n\n  青禾镇 修渠引水\n".to_owned(),
            String::new(),
        ] {
            assert_eq!(formatted(&text).trim_end(), text.trim_end());
        }
    }

    #[test]
    fn breaks_marks_and_trailing_space_are_put_right_in_one_go() {
        let text = format!(
            "青禾镇修渠引水 \n\n{CANAL}　\n\n{SCHOOL}镇里还为全镇36处蓄 \n\n水池加固了堤坝,方便灌溉。\n"
        );
        let right =
            format!("青禾镇修渠引水\n\n{CANAL}\n\n{SCHOOL}镇里还为全镇36处蓄水池加固了堤坝，方便灌溉。\n");
        assert_eq!(formatted(&text), right);
    }

    #[test]
    fn line_ends_are_kept() {
        let text = format!("青禾镇修渠引水 \r\n{CANAL}\r\n\r\n{SCHOOL}\r\n{CANAL}\r\n\r\n{SCHOOL}\r\n");
        let right = format!("青禾镇修渠引水\r\n{CANAL}\r\n\r\n{SCHOOL}\r\n\r\n{CANAL}\r\n\r\n{SCHOOL}\r\n");
        assert_eq!(formatted(&text), right);
    }

    #[test]
    fn words_are_the_same_whatever_stands_between_them() {
        assert!(has_same_words("36处蓄\n\n水池,好", "36处蓄水池，好"));
        assert!(!has_same_words("36处", "37处"));
    }
}
