//! `textDocument/inlayHint`: a ✓ behind a total that was recomputed and holds, the weekday behind a date whose year is
//! known.

use std::collections::HashMap;

use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, session::Open};
use crate::{
    annotate::{
        Annotations, Date,
        relations::{Relation, RelationKind, Verdict},
    },
    check::PlacedArticle,
    ledger,
    text::Span,
};

/// A word behind something in the draft.
struct Hint {
    /// Offset in the article at which it is shown.
    at: usize,
    label: String,
    /// What it rests on, if the label does not say.
    tooltip: Option<String>,
}

/// The hints in a range of the document, in the order of its text.
pub fn of(open: &Open, range: lsp::Range, abilities: Abilities) -> Vec<lsp::InlayHint> {
    let wanted = convert::span(&open.document, range, abilities.encoding);
    let articles = open.analysis.articles.iter().filter(|placed| touches(placed, wanted));
    let mut hints = Vec::new();
    for placed in articles {
        let base = placed.span.start;
        let said = &placed.analysis.annotations;
        let mut here = totals(said, abilities);
        here.extend(said.dates.iter().filter_map(|date| weekday(&placed.analysis.text, date, abilities)));
        here.retain(|hint| (wanted.start..=wanted.end).contains(&(base + hint.at)));
        here.sort_by_key(|hint| hint.at);
        hints.extend(here.into_iter().map(|hint| {
            lsp::InlayHint {
                position: convert::range(
                    &open.document,
                    Span::new(base + hint.at, base + hint.at),
                    abilities.encoding,
                )
                .start,
                label: hint.label.into(),
                kind: None,
                text_edits: None,
                tooltip: hint.tooltip.map(Into::into),
                padding_left: Some(true),
                padding_right: None,
                data: None,
            }
        }));
    }
    hints
}

fn touches(placed: &PlacedArticle, wanted: Span) -> bool {
    placed.span.start <= wanted.end && wanted.start <= placed.span.end
}

/// A ✓ behind each claim that was recomputed, if all that was recomputed of it holds.
fn totals(said: &Annotations, abilities: Abilities) -> Vec<Hint> {
    let mut by_end: HashMap<usize, Vec<&Relation>> = HashMap::new();
    for relation in said.relations.iter().filter(|relation| is_computed(relation.kind)) {
        by_end.entry(relation.claim.place.span.end).or_default().push(relation);
    }
    by_end.retain(|_, relations| relations.iter().all(|relation| relation.verdict == Verdict::Holds));
    let statement = |relation: &&Relation| ledger::statement(relation).get(abilities.language).to_owned();
    by_end
        .into_iter()
        .map(|(at, relations)| Hint {
            at,
            label: ledger::mark(Verdict::Holds).to_string(),
            tooltip: Some(relations.iter().map(statement).collect::<Vec<_>>().join("\n")),
        })
        .collect()
}

/// The weekday behind a date, unless one is printed there; `text` is the article's.
fn weekday(text: &str, date: &Date, abilities: Abilities) -> Option<Hint> {
    let at = date.place.span.end;
    let behind = text[at..].trim_start_matches(['（', '(', ' ']);
    let is_printed = ["星期", "周", "礼拜"].iter().any(|word| behind.starts_with(word));
    let weekday = ledger::weekday(date).filter(|_| !is_printed)?;
    Some(Hint { at, label: weekday.get(abilities.language).to_owned(), tooltip: None })
}

/// Whether the claim of such a relation follows from the operands by arithmetic. That a range runs upwards or a subset
/// is no greater than its whole is no news.
const fn is_computed(kind: RelationKind) -> bool {
    match kind {
        RelationKind::Sum
        | RelationKind::Count
        | RelationKind::Share
        | RelationKind::Whole
        | RelationKind::Change
        | RelationKind::Product
        | RelationKind::Conversion
        | RelationKind::Duration
        | RelationKind::Elapsed => true,
        RelationKind::Repeat
        | RelationKind::Subset
        | RelationKind::Range
        | RelationKind::Weekday
        | RelationKind::Lunar
        | RelationKind::Order => false,
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{
        annotate::{
            Place,
            relations::{Operand, OperandRole},
        },
        check::Analysis,
        rules::Language,
        text::{Document, Encoding},
    };

    const TEXT: &str = "青禾镇修渠\n\n𠮷祥村党员12名、群众20名，共32人参加。\n";

    /// A draft in which its claims, each with its kind and verdict, were looked into.
    fn open(claims: &[(&str, RelationKind, Verdict)]) -> Open {
        let mut analysis = Analysis::of(TEXT);
        let placed = &mut analysis.articles[0];
        let base = placed.span.start;
        let read = Arc::get_mut(&mut placed.analysis).expect("nobody else has it");
        read.annotations.relations = claims
            .iter()
            .map(|&(claim, kind, verdict)| {
                let start = TEXT.find(claim).expect("the claim is in the text") - base;
                let place =
                    Place { span: Span::new(start, start + claim.len()), block: 0, at: Span::default() };
                Relation {
                    kind,
                    claim: Operand { place, text: claim.to_owned(), role: OperandRole::Total },
                    operands: Vec::new(),
                    formula: "12 + 20 = 32".to_owned(),
                    verdict,
                    corrections: Vec::new(),
                }
            })
            .collect();
        let uri = lsp::Uri::from("file:///a");
        Open {
            uri,
            document: Document::new(TEXT),
            version: 0,
            analysis: Arc::new(analysis),
            unfinished: None,
        }
    }

    fn range(start: (u32, u32), end: (u32, u32)) -> lsp::Range {
        let position = |(line, character)| lsp::Position { line, character };
        lsp::Range { start: position(start), end: position(end) }
    }

    fn hints(open: &Open, range: lsp::Range, encoding: Encoding) -> Vec<(String, u32, u32)> {
        let abilities = Abilities { encoding, ..Abilities::default() };
        of(open, range, abilities)
            .into_iter()
            .map(|hint| match hint.label {
                lsp::Label::String(label) => (label, hint.position.line, hint.position.character),
                lsp::Label::InlayHintLabelPartList(parts) => panic!("{parts:?}"),
            })
            .collect()
    }

    #[test]
    fn a_total_that_holds_is_ticked_behind_its_last_character_in_every_encoding() {
        let open = open(&[("共32人", RelationKind::Sum, Verdict::Holds)]);
        let everything = range((0, 0), (9, 0));
        let column = |encoding| hints(&open, everything, encoding);
        let before = "𠮷祥村党员12名、群众20名，共32人";
        let tick = |units: usize| vec![("✓".to_owned(), 2, u32::try_from(units).unwrap())];
        assert_eq!(column(Encoding::Utf8), tick(before.len()));
        assert_eq!(column(Encoding::Utf16), tick(before.encode_utf16().count()));
        assert_eq!(column(Encoding::Utf32), tick(before.chars().count()));
    }

    #[test]
    fn what_fails_in_any_way_or_was_not_computed_is_not_ticked() {
        let everything = range((0, 0), (9, 0));
        let ticked = |claims: &[(&str, RelationKind, Verdict)]| {
            hints(&open(claims), everything, Encoding::Utf16).len()
        };
        assert_eq!(ticked(&[("共32人", RelationKind::Sum, Verdict::Fails)]), 0);
        let both =
            [("共32人", RelationKind::Sum, Verdict::Holds), ("共32人", RelationKind::Count, Verdict::Fails)];
        assert_eq!(ticked(&both), 0);
        assert_eq!(ticked(&[("共32人", RelationKind::Order, Verdict::Holds)]), 0);
        let twice =
            [("共32人", RelationKind::Sum, Verdict::Holds), ("32人", RelationKind::Product, Verdict::Holds)];
        assert_eq!(ticked(&twice), 1);
    }

    #[test]
    fn hints_are_of_the_range_asked_for_and_say_what_they_rest_on() {
        let claims =
            [("20名", RelationKind::Count, Verdict::Holds), ("共32人", RelationKind::Sum, Verdict::Holds)];
        let open = open(&claims);
        let encoding = Encoding::Utf32;
        assert_eq!(hints(&open, range((0, 0), (2, 0)), encoding), []);
        assert_eq!(hints(&open, range((2, 0), (2, 14)), encoding), [("✓".to_owned(), 2, 14)]);
        assert_eq!(hints(&open, range((2, 15), (3, 0)), encoding), [("✓".to_owned(), 2, 19)]);
        let abilities = Abilities { language: Language::English, ..Abilities::default() };
        let all = of(&open, range((0, 0), (9, 0)), abilities);
        assert_eq!(
            all[1].tooltip,
            Some("12 + 20 = 32, agrees with “共32人”".to_owned().into()),
            "the second is the total"
        );
    }
}
