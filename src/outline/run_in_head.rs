//! Run-in heads: the short first sentence of a paragraph, parallel with its neighbours'.

use super::{Block, BlockKind};
use crate::text::Span;

/// Marks the run-in heads among the paragraphs.
///
/// One short first sentence is only a sentence; two paragraphs in a row that open with the same character, or three
/// that open with about the same length, are sections.
pub fn mark(blocks: &mut [Block]) {
    let candidates: Vec<Candidate> = blocks
        .iter()
        .enumerate()
        .filter(|(_, block)| block.kind == BlockKind::Paragraph)
        .map(|(at, block)| (at, candidate(block.text.as_str())))
        .filter_map(|(at, span)| Some((at, span?)))
        .collect();
    let open_alike = |one: &Candidate, other: &Candidate| {
        let [a, b] = [one, other].map(|head| head.1.of(blocks[head.0].text.as_str()));
        are_near(one, other)
            && a.chars().next() == b.chars().next()
            && a.chars().count().abs_diff(b.chars().count()) <= 6
    };
    let are_as_long = |one: &Candidate, other: &Candidate| {
        let [a, b] = [one, other].map(|head| head.1.of(blocks[head.0].text.as_str()).chars().count());
        are_near(one, other) && a >= 5 && a.abs_diff(b) <= 2
    };
    let mut is_head = vec![false; candidates.len()];
    for (at, pair) in candidates.windows(2).enumerate() {
        if open_alike(&pair[0], &pair[1]) {
            is_head[at..at + 2].fill(true);
        }
    }
    for (at, three) in candidates.windows(3).enumerate() {
        if three.windows(2).all(|pair| are_as_long(&pair[0], &pair[1])) {
            is_head[at..at + 3].fill(true);
        }
    }
    let marked: Vec<(usize, Span)> =
        candidates.iter().zip(is_head).filter(|(_, is_head)| *is_head).map(|(head, _)| *head).collect();
    for (at, span) in marked {
        blocks[at].run_in_head = Some(span);
    }
}

/// Index of a block, and its first sentence in the block's text.
type Candidate = (usize, Span);

/// Whether at most one block stands between the two.
const fn are_near(one: &Candidate, other: &Candidate) -> bool {
    other.0.abs_diff(one.0) <= 2
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
        Article::parse(text, &Layout { spaced: true, ..Layout::default() })
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
    fn two_short_sentences_of_one_length_are_no_heads() {
        let text = format!("标题在此\n\n{LONG}\n\n账也算得过来。{LONG}\n\n第二件是做加。{LONG}");
        assert_eq!(sections(&text), Vec::<String>::new());
    }

    #[test]
    fn a_single_short_sentence_is_no_head() {
        let text = format!("标题在此\n\n{LONG}\n\n群众纷纷点赞。{LONG}\n\n{LONG}");
        assert_eq!(sections(&text), Vec::<String>::new());
    }
}
