//! Run-in heads: the short first sentence of a paragraph, parallel with its neighbours'.

use super::{Block, BlockKind};
use crate::text::Span;

/// Marks the run-in heads among the paragraphs.
///
/// One short first sentence is only a sentence; two paragraphs in a row that open so, with about the same length or
/// the same first word, are sections.
pub fn mark(blocks: &mut [Block]) {
    let candidates: Vec<(usize, Span)> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kind == BlockKind::Paragraph)
        .map(|(at, block)| (at, candidate(block.text.as_str())))
        .filter_map(|(at, span)| Some((at, span?)))
        .collect();
    let parallel = |one: &(usize, Span), other: &(usize, Span)| {
        let (a, b) = (one.1.of(blocks[one.0].text.as_str()), other.1.of(blocks[other.0].text.as_str()));
        let (first, second) = (a.chars().count(), b.chars().count());
        let same_opening = a.chars().next() == b.chars().next() && first.abs_diff(second) <= 6;
        other.0.abs_diff(one.0) <= 2 && (same_opening || (first >= 5 && first.abs_diff(second) <= 2))
    };
    let marked: Vec<(usize, Span)> = candidates
        .iter()
        .enumerate()
        .filter(|(at, head)| {
            let before = at.checked_sub(1).map(|before| &candidates[before]);
            [before, candidates.get(at + 1)].into_iter().flatten().any(|neighbour| parallel(head, neighbour))
        })
        .map(|(_, head)| *head)
        .collect();
    for (at, span) in marked {
        blocks[at].run_in_head = Some(span);
    }
}

/// The first sentence of a paragraph, without its stop, if it is short and more follows.
fn candidate(text: &str) -> Option<Span> {
    let end = text.find('。')?;
    let head = &text[..end];
    let length = head.chars().count();
    let is_plain =
        !head.contains(['，', ',', '；', ';', '：', ':', '！', '？']) && !head.starts_with(['“', '（', '(']);
    ((4..=24).contains(&length) && is_plain && end + '。'.len_utf8() < text.len()).then(|| Span::new(0, end))
}

#[cfg(test)]
mod tests {
    use crate::outline::{Article, Layout};

    const LONG: &str = "面对复杂的形势，全县干部闻令而动，迅速集结，各就各位，担当作为，全力以赴打好主动仗，取得了明显成效。";

    fn sections(text: &str) -> Vec<String> {
        Article::parse(text, &Layout { indented: false, spaced: true })
            .sections()
            .map(|part| part.text)
            .collect()
    }

    #[test]
    fn parallel_first_sentences_are_heads() {
        let text = format!(
            "标题在此\n\n{LONG}\n\n迅速动员部署。{LONG}\n\n迅速支援一线。{LONG}\n\n迅速建言献策。{LONG}"
        );
        assert_eq!(sections(&text), ["迅速动员部署", "迅速支援一线", "迅速建言献策"]);
    }

    #[test]
    fn a_single_short_sentence_is_no_head() {
        let text = format!("标题在此\n\n{LONG}\n\n群众纷纷点赞。{LONG}\n\n{LONG}");
        assert_eq!(sections(&text), Vec::<String>::new());
    }
}
