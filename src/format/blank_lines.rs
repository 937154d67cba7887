//! Blank lines: as many between paragraphs, and between articles, as the draft mostly has there; none behind the last.

use std::collections::HashMap;

use super::lines::{Line, LineKind};
use crate::{rules::Edit, text::Span};

/// The space between two lines that hold something.
#[derive(Clone, Copy, Debug)]
struct Gap {
    kind: GapKind,
    /// How many blank lines it has.
    blanks: usize,
    /// From the line break of the line before to the line behind.
    span: Span,
    /// The line break of the line before, which a new gap is made of.
    line_break: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum GapKind {
    /// Between two articles.
    Articles,
    /// Between two paragraphs.
    Paragraphs,
    /// Behind the last line.
    End,
}

/// The edits that make all gaps of a kind alike.
pub fn edits(text: &str, lines: &[Line]) -> Vec<Edit> {
    let gaps = gaps(lines);
    let habits = [GapKind::Articles, GapKind::Paragraphs].map(|kind| (kind, habit(&gaps, kind)));
    let wanted = |kind| match kind {
        GapKind::End => Some(0),
        kind => habits.iter().find(|(known, _)| *known == kind).and_then(|(_, habit)| *habit),
    };
    let edit = |gap: &Gap| {
        let blanks = wanted(gap.kind)?;
        let text = gap.line_break.of(text).repeat(blanks + 1);
        (blanks != gap.blanks).then_some(Edit { span: gap.span, text })
    };
    gaps.iter().filter_map(edit).collect()
}

/// How many blank lines most gaps of a kind have, if most have the same.
fn habit(gaps: &[Gap], kind: GapKind) -> Option<usize> {
    let mut counts: HashMap<usize, usize> = HashMap::new();
    let mut all = 0;
    for gap in gaps.iter().filter(|gap| gap.kind == kind) {
        *counts.entry(gap.blanks).or_default() += 1;
        all += 1;
    }
    counts.into_iter().find(|&(_, count)| count * 2 > all).map(|(blanks, _)| blanks)
}

fn gaps(lines: &[Line]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    // Whether the line that held something last belongs to a paragraph.
    let mut last: Option<(bool, Span)> = None;
    let mut blanks = 0;
    for line in lines {
        if line.kind == LineKind::Blank {
            blanks += 1;
            continue;
        }
        let begins = match line.kind {
            LineKind::Article(_) => Some(GapKind::Articles),
            kind if kind.is_paragraph() => Some(GapKind::Paragraphs),
            _ => None,
        };
        if let Some((after_paragraph, line_break)) = last
            && let Some(kind) = begins
            && (after_paragraph || kind == GapKind::Articles)
        {
            let span = Span::new(line_break.start, line.indent.start);
            gaps.push(Gap { kind, blanks, span, line_break });
        }
        let goes_on = line.kind == LineKind::Rest && last.is_some_and(|(is_paragraph, _)| is_paragraph);
        last = Some((line.kind.is_paragraph() || goes_on, line.ending));
        blanks = 0;
    }
    if let (Some((_, line_break)), Some(end)) = (last, lines.last()) {
        let span = Span::new(line_break.start, end.ending.end);
        gaps.push(Gap { kind: GapKind::End, blanks, span, line_break });
    }
    gaps
}

#[cfg(test)]
mod tests {
    use crate::{
        check::Analysis,
        format::{Taste, format},
    };

    const CANAL: &str =
        "入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉农田，春耕生产有序推进，村民都说好。";

    /// The blank lines in the draft once it is laid out, before each line that holds something but the first.
    fn blanks(text: &str) -> Vec<usize> {
        let laid_out = format(text, &Analysis::of(text), Taste::default());
        let mut blanks = vec![0];
        for line in laid_out.lines() {
            if line.is_empty() {
                *blanks.last_mut().unwrap() += 1;
            } else {
                blanks.push(0);
            }
        }
        blanks[1..].to_vec()
    }

    #[test]
    fn paragraphs_stand_apart_as_most_do_and_heads_as_they_did() {
        let spaced = format!(
            "青禾镇修渠引水\n\n\n{CANAL}\n\n{CANAL}\n{CANAL}\n\n\n\n{CANAL}\n\n{CANAL}\n\n{CANAL}\n\n\n"
        );
        assert_eq!(blanks(&spaced), [2, 1, 1, 1, 1, 1, 0]);
        let close = format!("青禾镇修渠引水\n\n{CANAL}\n{CANAL}\n\n{CANAL}\n{CANAL}\n");
        assert_eq!(blanks(&close), [1, 0, 0, 0, 0]);
    }

    #[test]
    fn articles_stand_apart_as_most_do() {
        let article = |head: &str| format!("{head}\n\n{CANAL}（记者 唐启明）\n");
        let text = [
            article("青禾镇修渠引水"),
            article("白石村办起夜校"),
            article("柳林村晒新茶"),
            article("新桥村修好路"),
        ];
        let text = format!("{}\n\n{}\n\n{}\n{}", text[0], text[1], text[2], text[3]);
        assert_eq!(blanks(&text), [1, 2, 1, 2, 1, 2, 1, 0]);
    }

    #[test]
    fn without_a_habit_nothing_is_changed() {
        let text = format!("青禾镇修渠引水\n\n{CANAL}\n{CANAL}\n\n{CANAL}\n");
        assert_eq!(blanks(&text), [1, 0, 1, 0]);
    }
}
