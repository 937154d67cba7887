//! Double quotes within double quotes.

use super::marks::{Mend, blocks, each_nested, ends, report};
use crate::{
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// 双引号里又套双引号。
    ///
    /// Double quotation marks stand inside double quotation marks.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 同一段里成对的双引号套着双引号，或单引号在外、双引号在内。
    /// A pair of double marks within another in one paragraph, or single marks with double ones inside.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.8.3.4条：引号中还需要使用引号时，外面一层用双引号，里面一层用单引号。
    /// GB/T 15834-2011, 4.8.3.4: of two layers the outer takes double marks and the inner single ones.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 村支书说：“大家都叫它“幸福渠”，水到田头心不慌。”
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 村支书说：“大家都叫它‘幸福渠’，水到田头心不慌。”镇里开展“清渠”“护渠”行动。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 里层改用单引号；若是前后两处引文丢了一半引号，则补上。
    /// Use single marks inside. Where two quotations lost a mark between them, put it back.
    NestedQuotes = "punctuation/nested-quotes" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_nested(view, ['“', '”'], ['‘', '’'], |block, pair| {
        let text = block.text.as_str();
        // A title keeps the marks it was printed with.
        let lead = &text[pair.outer.start..pair.inner.start];
        if !pair.takes_other_shape() || lead.matches('《').count() > lead.matches('》').count() {
            return;
        }
        let inside = pair.inner.of(text);
        let [start, end] = ends(pair.inner, '“');
        let has_single = inside.contains(['‘', '’']);
        // A clause before the inner pair, or two marks in a row, show that one quotation holds the other. Without
        // them a mark may have been lost or turned between two quotations.
        let is_certain = lead == "“"
            || lead.contains(['，', '。', '：', '；', '？', '！'])
            || text[pair.inner.end..].starts_with('”');
        let mend = if is_certain { Mend::safe(start, "‘") } else { Mend::with_care(start, "‘") };
        let words = Words::new(
            "双引号里又用了双引号：里面一层应为单引号，否则就是前后引文丢了一半引号",
            "double quotation marks inside double ones: the inner pair should be single, unless a mark was lost",
        );
        report(view, findings, block, pair.inner, words, (!has_single).then(|| mend.and(end, "’")));
    });
    for block in blocks(view).filter(|block| block.text.may_hold('‘') && block.text.may_hold('“')) {
        let text = block.text.as_str();
        for pair in around_double(text) {
            let [start, end] = ends(pair, '‘');
            let inner = ['“', '”'].map(|mark| pair.start + pair.of(text).find(mark).unwrap_or(0));
            let [open, close] = inner.map(|at| Span::new(at, at + '“'.len_utf8()));
            let words = Words::new(
                "单引号里套着双引号：应外双内单",
                "single quotation marks around double ones: it is the other way round",
            );
            let mend = Mend::safe(start, "“").and(open, "‘").and(close, "’").and(end, "”");
            report(view, findings, block, pair, words, Some(mend));
        }
    }
}

/// Pairs of single marks, in no double ones, around exactly one pair of double marks.
fn around_double(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = None;
    let mut doubles = 0;
    let mut inside = 0;
    for (at, c) in text.char_indices() {
        match c {
            '“' => {
                doubles += 1;
                inside += 1;
            }
            '”' => doubles -= 1,
            '‘' if doubles == 0 => (start, inside) = (Some(at), 0),
            '’' if doubles == 0 => {
                if let Some(start) = start.take()
                    && inside == 1
                {
                    found.push(Span::new(start, at + c.len_utf8()));
                }
            }
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/nested-quotes";

    #[test]
    fn the_inner_pair_becomes_single() {
        assert_eq!(hits_in(RULE, "他说：“渠叫“幸福渠””。"), ["“幸福渠”"]);
        assert_eq!(mended(RULE, "他说：“渠，就叫“幸福渠”吧。”"), "他说：“渠，就叫‘幸福渠’吧。”");
        assert_eq!(mended(RULE, "他说，‘渠叫“幸福渠”好’。"), "他说，“渠叫‘幸福渠’好”。");
    }

    #[test]
    fn quotations_side_by_side_and_lost_marks_are_not_nested() {
        for sentence in [
            "开展“清渠”“护渠”行动。",
            "开展“清渠“行动。",
            "他说：“渠叫‘幸福渠’。”",
            "It’s “a ’90s song”清渠。",
            "他说：“我读《平“语”近人》。”",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
