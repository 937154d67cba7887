//! Converts between protocol types and our own; nowhere else do the two meet.

use tower_lsp::gen_lsp_types as lsp;

use crate::{
    rules::{Edit, Severity},
    text::{Document, Encoding, Position, Span},
};

/// A position of the protocol as ours.
pub fn position(position: lsp::Position) -> Position {
    Position { line: position.line as usize, character: position.character as usize }
}

/// A range of the protocol as a span of the document, clamped and the right way round.
pub fn span(document: &Document, range: lsp::Range, encoding: Encoding) -> Span {
    let start = document.offset(position(range.start), encoding);
    let end = document.offset(position(range.end), encoding);
    Span::new(start.min(end), start.max(end))
}

/// A span of the document as a range of the protocol.
pub fn range(document: &Document, span: Span, encoding: Encoding) -> lsp::Range {
    let at = |offset| {
        let position = document.position(offset, encoding);
        lsp::Position { line: position.line as u32, character: position.character as u32 }
    };
    lsp::Range { start: at(span.start), end: at(span.end) }
}

/// Replacements as edits of the protocol.
pub fn edits(document: &Document, edits: &[Edit], encoding: Encoding) -> Vec<lsp::TextEdit> {
    let edit = |edit: &Edit| lsp::TextEdit {
        range: range(document, edit.span, encoding),
        new_text: edit.text.clone(),
    };
    edits.iter().map(edit).collect()
}

/// A severity as the protocol names it.
pub const fn severity(severity: Severity) -> lsp::DiagnosticSeverity {
    match severity {
        Severity::Error => lsp::DiagnosticSeverity::Error,
        Severity::Warning => lsp::DiagnosticSeverity::Warning,
        Severity::Info => lsp::DiagnosticSeverity::Information,
    }
}

/// The encoding to count in: the cheapest for a UTF-8 rope among those the client knows, UTF-16 if it names none.
pub fn encoding(offered: Option<&[lsp::PositionEncodingKind]>) -> Encoding {
    let knows = |kind| offered.is_some_and(|offered| offered.contains(&kind));
    if knows(lsp::PositionEncodingKind::UTF8) {
        Encoding::Utf8
    } else if knows(lsp::PositionEncodingKind::UTF32) {
        Encoding::Utf32
    } else {
        Encoding::Utf16
    }
}

/// An encoding as the protocol names it.
pub const fn encoding_kind(encoding: Encoding) -> lsp::PositionEncodingKind {
    match encoding {
        Encoding::Utf8 => lsp::PositionEncodingKind::UTF8,
        Encoding::Utf16 => lsp::PositionEncodingKind::UTF16,
        Encoding::Utf32 => lsp::PositionEncodingKind::UTF32,
    }
}
