//! `textDocument/formatting`, `rangeFormatting` and `onTypeFormatting`: the layout of the draft, of a part of it, and a
//! mark as it is typed.

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, session::Open};
use crate::{
    check::edit::between,
    format::{Taste, format, typed},
    rules::Edit,
    text::Document,
};

/// What the server looks at when it is typed.
pub fn triggers() -> lsp::DocumentOnTypeFormattingOptions {
    let mut marks = typed::MARKS.iter().map(|(half, _)| half.to_string());
    lsp::DocumentOnTypeFormattingOptions {
        first_trigger_character: marks.next().unwrap_or_default(),
        more_trigger_character: Some(marks.collect()),
    }
}

/// The edits that lay the draft out, or those of them that lie in the range.
pub fn of(open: &Open, range: Option<lsp::Range>, abilities: Abilities) -> Vec<lsp::TextEdit> {
    let text = open.document.text();
    let mut edits = between(&text, &format(&text, &open.analysis, Taste::default()));
    if let Some(range) = range {
        let asked = convert::span(&open.document, range, abilities.encoding);
        edits.retain(|edit| asked.contains(edit.span));
    }
    convert::edits(&open.document, &edits, abilities.encoding)
}

/// The edits for a mark that was just typed in front of a position.
pub fn typed(
    document: &Document,
    position: lsp::Position,
    mark: &str,
    abilities: Abilities,
) -> Vec<lsp::TextEdit> {
    let at = document.offset(convert::position(position), abilities.encoding);
    let (Some(mark), Some(line)) = (mark.chars().next(), document.line(position.line as usize)) else {
        return Vec::new();
    };
    let edits: Vec<Edit> = typed::edits(&document.slice(line), at.saturating_sub(line.start), mark)
        .into_iter()
        .map(|edit| Edit { span: edit.span.shift(line.start), ..edit })
        .collect();
    convert::edits(document, &edits, abilities.encoding)
}
