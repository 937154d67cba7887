//! Replacements in a text: put in, and found again between two texts.

use similar::{ChangeTag, DiffTag, TextDiff};

use crate::{rules::Edit, text::Span};

/// The text with the replacements put in; they stand in order and do not overlap.
pub fn apply<'a>(text: &str, edits: impl IntoIterator<Item = &'a Edit>) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut at = 0;
    for edit in edits {
        changed.push_str(&text[at..edit.span.start]);
        changed.push_str(&edit.text);
        at = edit.span.end;
    }
    changed.push_str(&text[at..]);
    changed
}

/// The replacements that lead from one text to the other, in order and no wider than they need be.
pub fn between(before: &str, after: &str) -> Vec<Edit> {
    let (old, new): (Vec<&str>, Vec<&str>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let diff = TextDiff::from_slices(&old, &new);
    let mut edits = Vec::new();
    let mut base = 0;
    for op in diff.ops() {
        let (tag, removed, added) = op.as_tag_tuple();
        let removed = old[removed].concat();
        match tag {
            DiffTag::Equal => {}
            DiffTag::Delete | DiffTag::Insert | DiffTag::Replace => {
                in_lines(&removed, &new[added].concat(), base, &mut edits);
            }
        }
        base += removed.len();
    }
    edits
}

/// The replacements within lines that differ, character by character.
fn in_lines(before: &str, after: &str, base: usize, edits: &mut Vec<Edit>) {
    let (old, new) = (characters(before), characters(after));
    let diff = TextDiff::from_slices(&old, &new);
    let mut at = base;
    for change in diff.iter_all_changes() {
        let value = change.value();
        if change.tag() == ChangeTag::Equal {
            at += value.len();
            continue;
        }
        if edits.last().is_none_or(|last: &Edit| last.span.end != at) {
            edits.push(Edit { span: Span::new(at, at), text: String::new() });
        }
        let Some(edit) = edits.last_mut() else { continue };
        if change.tag() == ChangeTag::Delete {
            at += value.len();
            edit.span.end = at;
        } else {
            edit.text.push_str(value);
        }
    }
}

/// The characters of a text; CR and LF are one, since in the protocol no place lies between them.
fn characters(text: &str) -> Vec<&str> {
    let is_start = |&(at, c): &(usize, char)| c != '\n' || !text[..at].ends_with('\r');
    let starts: Vec<usize> = text.char_indices().filter(is_start).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(&start, end)| &text[start..end]).collect()
}

/// What leads from one text to the other, for people: a unified diff under the name of the file.
pub fn unified_diff(name: &str, before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    diff.unified_diff().context_radius(3).header(name, name).to_string()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn edits_are_as_narrow_as_the_change() {
        let edits = between("甲,乙\n\n丙\n丁,戊\n", "甲，乙丙\n丁,戊\n");
        let spans: Vec<_> = edits.iter().map(|edit| (edit.span, edit.text.as_str())).collect();
        assert_eq!(spans, [(Span::new(3, 4), "，"), (Span::new(7, 9), "")]);
    }

    #[test]
    fn the_diff_names_the_file_and_shows_the_lines() {
        let diff = unified_diff("稿.txt", "甲,乙\n丙\n", "甲，乙\n丙\n");
        assert_eq!(diff, "--- 稿.txt\n+++ 稿.txt\n@@ -1,2 +1,2 @@\n-甲,乙\n+甲，乙\n 丙\n");
    }

    #[test]
    fn no_edit_begins_or_ends_inside_a_line_break() {
        let before = "甲\r\n\r\n乙丙\r\n";
        for after in ["甲\r\n乙,丙\r\n", "甲乙丙\r\n", "甲\r\n\r\n\r\n乙丁"] {
            for edit in between(before, after) {
                let inside = |at: usize| before[..at].ends_with('\r') && before[at..].starts_with('\n');
                assert!(!inside(edit.span.start) && !inside(edit.span.end), "{edit:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn the_edits_between_two_texts_lead_from_one_to_the_other(
            before in "[甲乙,，\r\n ]{0,40}",
            after in "[甲乙,，\r\n ]{0,40}",
        ) {
            prop_assert_eq!(apply(&before, &between(&before, &after)), after);
        }
    }
}
