//! Items of a list that hold full stops and end in semicolons.

use super::marks::{Mend, report};
use crate::{
    outline::{Block, Item, List},
    rules::{ArticleView, Findings, Related, Words, rule},
    text::Span,
};

rule! {
    /// 分项列举的项内有句号，各项末尾又用分号。
    ///
    /// An item of a list holds a full stop, and the items end in semicolons.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “一是……。……；二是……；”和逐项成段的“（一）……。……；”。引号、括号里的句号不算。
    /// Lists within a paragraph and lists with a paragraph an item. Stops in quotations and brackets do not count.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录A.5：分项列举的各项有一项或多项已包含句号时，各项的末尾不能再用分号。
    /// GB/T 15834-2011, A.5: where one item of a list holds a full stop, no item ends in a semicolon.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 全镇抓好三件事：一是清渠。先清主渠，再清支渠；二是护渠，每日巡查；三是用渠，计量收费。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 全镇抓好三件事：一是清渠，先清主渠，再清支渠；二是护渠，每日巡查；三是用渠，计量收费。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 各项末尾的分号改为句号，或把项内的句号改为逗号。
    /// End the items in full stops, or put commas for the stops inside.
    SemicolonAfterStop = "punctuation/semicolon-after-stop" {
        severity: Info,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for list in &view.article.lists {
        let items = items(view, list);
        let Some(stop) = items.iter().find_map(Listed::inner_stop) else { continue };
        let mut ends = items.iter().filter_map(|item| Some((item.block, item.semicolon()?)));
        let Some((block, first)) = ends.next() else { continue };
        let words = Words::new(
            "有一项里已用句号，各项末尾不能再用分号",
            "an item holds a full stop: the items cannot end in semicolons",
        );
        // One fix for the list; where its items are paragraphs each is mended by hand.
        let rest: Vec<_> = ends.collect();
        let is_together = rest.iter().all(|(other, _)| std::ptr::eq(*other, block));
        let mend = is_together
            .then(|| rest.iter().fold(Mend::with_care(first, "。"), |mend, &(_, at)| mend.and(at, "。")));
        let finding = report(view, findings, block, first, words, mend);
        finding.related.push(Related { span: stop, words: Words::new("项内的句号", "the stop inside") });
    }
}

/// An item of which it is known where it ends.
struct Listed<'a> {
    block: &'a Block,
    at: Span,
}

impl Listed<'_> {
    /// The semicolon it ends in.
    fn semicolon(&self) -> Option<Span> {
        let text = self.at.of(self.block.text.as_str());
        let start = self.at.end - '；'.len_utf8().min(text.len());
        text.ends_with('；').then(|| Span::new(start, self.at.end))
    }

    /// A full stop before its end, outside quotations and brackets, in the article.
    fn inner_stop(&self) -> Option<Span> {
        let text = self.at.of(self.block.text.as_str());
        let mut depth = 0_i32;
        for (at, c) in text.char_indices() {
            match c {
                '“' | '（' | '《' | '‘' => depth += 1,
                '”' | '）' | '》' | '’' => depth -= 1,
                '。' if depth == 0 && at + c.len_utf8() < text.len() => {
                    let stop = Span::new(at, at + c.len_utf8()).shift(self.at.start);
                    return Some(self.block.text.to_source(stop));
                }
                _ => {}
            }
        }
        None
    }
}

/// The items of a list but the last, behind which the paragraph may go on, and none that reaches over paragraphs.
fn items<'a>(view: &ArticleView<'a>, list: &List) -> Vec<Listed<'a>> {
    let starts = |item: &Item| {
        let block: &'a Block = &view.article.blocks[item.block];
        Some((block, block.text.from_source(item.span)?.start))
    };
    let between = |pair: &[Item]| {
        let [(block, start), (next, end)] = [starts(&pair[0])?, starts(&pair[1])?];
        let is_numbered_on = pair[1].number == pair[0].number + 1;
        let end = match pair[1].block.checked_sub(pair[0].block)? {
            0 => end,
            1 if end == 0 => block.text.as_str().len(),
            _ => return None,
        };
        // What stands between two items of which only one has its own paragraph is no item alone.
        (is_numbered_on && (std::ptr::eq(block, next) || start == 0))
            .then_some(Listed { block, at: Span::new(start, end) })
    };
    list.items.windows(2).filter_map(between).collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits, hits_in, mended};

    const RULE: &str = "punctuation/semicolon-after-stop";

    #[test]
    fn the_items_of_a_paragraph_end_in_full_stops() {
        assert_eq!(
            mended(RULE, "做法是：一是清渠。先清主渠；二是护渠；三是用渠。"),
            "做法是：一是清渠。先清主渠。二是护渠。三是用渠。"
        );
    }

    #[test]
    fn so_do_items_that_are_paragraphs() {
        let text = "青禾镇修渠引水\n\n入春以来，全镇动员，抓好三件事：\n\n（一）清渠。先清主渠，再清支渠；\n\n（二）护渠，每日巡查；\n\n（三）用渠，计量收费。\n";
        assert_eq!(hits(RULE, text), ["；"]);
        assert_eq!(hits(RULE, &text.replace("清渠。先", "清渠，先")), Vec::<String>::new());
    }

    #[test]
    fn stops_in_quotations_and_items_that_end_in_stops_are_right() {
        for sentence in [
            "一是清渠，口号是“清渠。护渠。”；二是护渠；三是用渠。",
            "一是清渠。先清主渠。二是护渠。三是用渠。",
            "一是清渠；二是护渠；三是用渠。大家都说好；渠水也清了。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
