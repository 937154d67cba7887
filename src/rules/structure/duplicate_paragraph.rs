//! A paragraph that stands in the bulletin twice, or a sentence printed twice running.

use std::collections::HashMap;

use crate::{
    outline::Block,
    rules::{BulletinView, Findings, Related, Words, rule},
    text::{Span, chars::is_han},
};

rule! {
    /// 段落或句子重复。
    ///
    /// A paragraph or sentence is printed twice.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一段文字（二十个汉字以上）在稿中出现两次，同一篇或不同篇都算；同一句话（十二个汉字以上）紧接着又印了一遍。空格、
    /// 全半角标点的差别不计。
    /// The same paragraph, of twenty Chinese characters or more, twice in a draft, within an article or in two; the same
    /// sentence, of twelve or more, twice running. Spaces and the width of marks make no difference.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸编校差错率计算方法》把多字、重复计为差错。重复的段落多是拼稿时粘贴了两遍，或把上一篇的文字带进了下一篇。
    /// The error-rate rules for newspapers count repeated text as an error; a paragraph was pasted twice, or came along
    /// from the article before.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉农田。
    ///
    /// 全镇共疏通水渠12条，惠及村民，春灌用水有了保障。
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉农田。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉农田。
    ///
    /// 全镇共疏通水渠12条，惠及村民，春灌用水有了保障。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去多余的一处，并看看是否把应有的另一段覆盖了。
    /// Delete one of the two, and see whether it took the place of another.
    DuplicateParagraph = "structure/duplicate-paragraph" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Bulletin(check),
    }
}

/// Shorter paragraphs recur for good reasons: 全文如下, 会议强调.
const PARAGRAPH: usize = 20;

/// Shorter sentences are repeated for their sound.
const SENTENCE: usize = 12;

fn check(bulletin: &BulletinView<'_>, findings: &mut Findings<'_>) {
    let mut known: HashMap<String, Span> = HashMap::new();
    for &(base, ref view) in bulletin.articles {
        for (_, block) in view.article.paragraphs() {
            let span = block.span.shift(base);
            let words = essence(block.text.as_str());
            if han(&words) >= PARAGRAPH {
                if let Some(&first) = known.get(&words) {
                    report(
                        span,
                        first,
                        Words::new("这一段前面已经有了", "this paragraph stands above already"),
                        findings,
                    );
                    continue;
                }
                known.insert(words, span);
            }
            check_sentences(base, block, findings);
        }
    }
}

/// The characters of a text that carry its meaning.
fn essence(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

fn han(text: &str) -> usize {
    text.chars().filter(|&c| is_han(c)).count()
}

/// A sentence that the next one repeats.
fn check_sentences(base: usize, block: &Block, findings: &mut Findings<'_>) {
    let text = block.text.as_str();
    let mut before: Option<(String, Span)> = None;
    let mut start = 0;
    for (end, stop) in text.match_indices(['。', '！', '？']) {
        let sentence = Span::new(start, end + stop.len());
        start = sentence.end;
        let words = essence(sentence.of(text));
        if han(&words) >= SENTENCE
            && let Some((earlier, at)) = &before
            && *earlier == words
        {
            let place = |at: Span| block.text.to_source(at).shift(base);
            let message = Words::new("这一句与前一句相同", "this sentence is the one before once more");
            report(place(sentence), place(*at), message, findings);
        }
        before = Some((words, sentence));
    }
}

fn report(span: Span, first: Span, message: Words, findings: &mut Findings<'_>) {
    let found = findings.report(span, message);
    found.related.push(Related { span: first, words: Words::new("前一处", "the first one") });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "structure/duplicate-paragraph";
    const CANAL: &str = "入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉农田。";

    #[test]
    fn a_paragraph_pasted_into_another_article_is_found() {
        let text = format!(
            "青禾镇修渠引水\n\n{CANAL}（记者 唐启明）\n\n白石村办起夜校\n\n每到傍晚，农家书屋就亮起了灯，村民听得入神。\n\n{}（记者 何小雨）\n",
            CANAL.replace('，', ",")
        );
        assert_eq!(hits(RULE, &text).len(), 1, "{:?}", hits(RULE, &text));
    }

    #[test]
    fn a_sentence_printed_twice_running_is_found() {
        let text = format!("青禾镇修渠引水\n\n{CANAL}{CANAL}春灌用水有了保障。\n");
        assert_eq!(hits(RULE, &text), [CANAL]);
    }

    #[test]
    fn short_refrains_and_like_sentences_are_left_alone() {
        let other = CANAL.replace("农田", "菜地");
        let text = format!("青禾镇修渠引水\n\n{CANAL}{other}加油！加油！\n\n会议强调。\n\n会议强调。\n");
        assert!(hits(RULE, &text).is_empty());
    }
}
