//! A quotation mark, bracket or title mark without its other half.

use crate::{
    outline::{Block, BlockKind},
    rules::{ArticleView, Findings, Related, Words, rule},
    text::{
        Span,
        chars::{is_comma, is_han, is_space, is_stop},
    },
};

rule! {
    /// 引号、括号、书名号缺了一半。
    ///
    /// A quotation mark, bracket or title mark lacks its other half.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 逐段检查“”‘’（）《》【】〔〕以及汉字旁的半角括号。引文跨段、每段段首重起引号的合法，不报。
    /// Paragraph by paragraph. A quotation of several paragraphs, each opened anew and only the last one closed, is
    /// legal.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4.8.2、4.9.2、4.15.2条：这些标号成对使用；第4.8.3.5条规定跨段引文的用法。
    /// GB/T 15834-2011, 4.8.2, 4.9.2 and 4.15.2: these marks come in pairs; 4.8.3.5 has the rule for several paragraphs.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇开展“清渠行动，组织干部群众清理沟渠，疏通水道。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇印发春灌工作方案》，组织干部群众清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇开展“清渠行动”，印发《春灌工作方案（试行）》：1）清理沟渠；2）疏通水道。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 对照原稿补上另一半，或删去多余的一个。
    /// Put the other half, or delete the one too many.
    UnpairedMark = "punctuation/unpaired-mark" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

/// The pairs. Full and half width count as one shape: their width is another rule's business.
const PAIRS: [(&str, &str); 6] =
    [("“", "”"), ("‘", "’"), ("（(", "）)"), ("《", "》"), ("【", "】"), ("〔", "〕")];
const DOUBLE_QUOTES: usize = 0;

/// A mark without its other half.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Lone {
    pair: usize,
    opens: bool,
    at: usize,
    mark: char,
    /// Whether it may stand alone, like the bracket of a list number.
    may_stand_alone: bool,
}

/// A pair may be cut apart by so many line breaks: its halves are there, and the break is another rule's business.
const REACH: usize = 4;

/// Marks of two shapes with no more characters between them were meant as a pair.
const TITLE: usize = 20;

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let blocks: Vec<&Block> =
        view.article.blocks.iter().filter(|block| block.kind != BlockKind::Note).collect();
    let mut lone: Vec<Vec<Lone>> = blocks.iter().map(|block| lone_marks(block.text.as_str())).collect();
    drop_continued_quotations(&blocks, &mut lone);
    drop_pairs_across(&mut lone);
    for (block, mut lone) in blocks.into_iter().zip(lone) {
        // What an article breaks off in was never closed: the break is the fault.
        let is_cut = view.article.truncation.is_some_and(|end| block.span.end >= end.end);
        lone.retain(|lone| !(lone.may_stand_alone || is_cut && lone.opens));
        report(block, &lone, findings);
    }
}

/// A quotation goes on where the next paragraph opens it anew.
fn drop_continued_quotations(blocks: &[&Block], lone: &mut [Vec<Lone>]) {
    for (lone, next) in lone.iter_mut().zip(blocks.iter().skip(1)) {
        if next.text.as_str().starts_with('“')
            && let Some(last) = lone.iter().rposition(|lone| lone.pair == DOUBLE_QUOTES && lone.opens)
        {
            lone.remove(last);
        }
    }
}

/// A half that opens in one block and its other half in one of the next.
fn drop_pairs_across(lone: &mut [Vec<Lone>]) {
    let mut open: [Vec<(usize, Lone)>; PAIRS.len()] = Default::default();
    let mut paired: Vec<(usize, Lone)> = Vec::new();
    for (index, marks) in lone.iter().enumerate() {
        for &mark in marks {
            if mark.opens {
                open[mark.pair].push((index, mark));
            } else if let Some(opening) =
                open[mark.pair].pop_if(|(at, _)| *at < index && index - *at <= REACH)
            {
                paired.extend([opening, (index, mark)]);
            }
        }
    }
    for (index, mark) in paired {
        lone[index].retain(|lone| *lone != mark);
    }
}

fn report(block: &Block, lone: &[Lone], findings: &mut Findings<'_>) {
    let place = |lone: &Lone| block.text.to_source(Span::new(lone.at, lone.at + lone.mark.len_utf8()));
    let mut rest = lone;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        let mark = first.mark;
        // The same half twice in a row: one of the two is turned the wrong way.
        if let Some((second, behind)) = rest.split_first()
            && (first.pair, first.opens) == (second.pair, second.opens)
        {
            rest = behind;
            let (turned, other) = if first.opens { (second, first) } else { (first, second) };
            let half = if first.opens { PAIRS[first.pair].1 } else { PAIRS[first.pair].0 };
            let half = half.chars().next().unwrap_or(mark);
            let found = findings.report(
                place(turned),
                Words::new(
                    format!("此处的「{mark}」疑为「{half}」之误：前后两个「{mark}」不成对"),
                    format!("this {mark} should probably be {half}: two of the same do not make a pair"),
                ),
            );
            found
                .related
                .push(Related {
                    span: place(other), words: Words::new("与它相对的一个", "its counterpart")
                });
            continue;
        }
        // “方案》 is one pair of two shapes.
        if let Some((second, behind)) = rest.split_first()
            && first.opens
            && !second.opens
            && block.text.as_str()[first.at..second.at].chars().count() <= TITLE
        {
            rest = behind;
            let other = second.mark;
            let found = findings.report(
                place(first),
                Words::new(
                    format!("前面用「{mark}」，后面用「{other}」，不成一对"),
                    format!("{mark} opens what {other} closes: they do not make a pair"),
                ),
            );
            found.related.push(Related {
                span: place(second),
                words: Words::new("与它相对的一个", "its counterpart"),
            });
            continue;
        }
        let words = if first.opens {
            Words::new(format!("「{mark}」只有前一半，没有后一半"), format!("{mark} is never closed"))
        } else {
            Words::new(format!("「{mark}」只有后一半，没有前一半"), format!("{mark} was never opened"))
        };
        findings.report(place(first), words);
    }
}

/// The marks of a paragraph without their other half, in order.
fn lone_marks(text: &str) -> Vec<Lone> {
    let mut open: [Vec<Lone>; PAIRS.len()] = Default::default();
    let mut lone = Vec::new();
    for (at, mark) in text.char_indices() {
        // Most characters are no marks at all.
        if is_han(mark) {
            continue;
        }
        let Some(pair) =
            PAIRS.iter().position(|(opening, closing)| opening.contains(mark) || closing.contains(mark))
        else {
            continue;
        };
        let opens = PAIRS[pair].0.contains(mark);
        let found = Lone { pair, opens, at, mark, may_stand_alone: false };
        if opens {
            open[pair].push(found);
        } else if open[pair].pop().is_none() {
            lone.push(found);
        }
    }
    lone.extend(open.into_iter().flatten());
    for lone in &mut lone {
        lone.may_stand_alone = is_legal_alone(text, lone);
    }
    lone.sort_by_key(|lone| lone.at);
    lone
}

/// The bracket of a list number, an apostrophe, an inch, half-width brackets away from Chinese characters.
fn is_legal_alone(text: &str, lone: &Lone) -> bool {
    let before = text[..lone.at].chars().next_back();
    let after = text[lone.at + lone.mark.len_utf8()..].chars().next();
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    match lone.mark {
        '‘' | '’' => is_letter(before) || is_letter(after),
        '”' => before.is_some_and(|c| c.is_ascii_digit()),
        '(' => ![before, after].iter().any(|c| c.is_some_and(is_han)),
        ')' | '）' => {
            closes_number(&text[..lone.at])
                || (lone.mark == ')' && ![before, after].iter().any(|c| c.is_some_and(is_han)))
        }
        _ => false,
    }
}

/// Whether the text ends in a list number: `1`, `二`, `a` behind a mark, a space or nothing.
fn closes_number(before: &str) -> bool {
    let is_number = |c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c);
    let rest = before.trim_end_matches(is_number);
    let digits = before[rest.len()..].chars().count();
    let is_boundary =
        |c: char| is_space(c) || is_stop(c) || is_comma(c) || matches!(c, '；' | '：' | ';' | ':' | '”');
    (1..=3).contains(&digits) && rest.chars().next_back().is_none_or(is_boundary)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::testing::{found, hits};

    const RULE: &str = "punctuation/unpaired-mark";

    fn lone(text: &str) -> Vec<(usize, char)> {
        let marks = lone_marks(text);
        let faults = marks.iter().filter(|lone| !lone.may_stand_alone);
        faults.map(|lone| (text[..lone.at].chars().count(), lone.mark)).collect()
    }

    #[test]
    fn the_lone_mark_is_found() {
        assert_eq!(lone("开展“清渠”和“护渠行动。"), [(7, '“')]);
        assert_eq!(lone("印发方案》和《办法》。"), [(4, '》')]);
        assert_eq!(lone("县委(民宗局开会。"), [(2, '(')]);
    }

    #[test]
    fn list_numbers_apostrophes_inches_and_smileys_are_legal() {
        for text in [
            "任务是：1）清渠；2）护渠。",
            "a) 清渠",
            "It’s a ’90s song",
            "看了55”电视",
            "欢迎来玩 :-)",
            "（一)清渠",
        ] {
            assert_eq!(lone(text), [], "{text}");
        }
    }

    #[test]
    fn a_quotation_of_several_paragraphs_is_legal() {
        let text = "青禾镇修渠引水\n\n他在会上说：“第一，清理沟渠。\n\n“第二，疏通水道。\n\n“第三，加固堤坝。”\n\n会议圆满结束。\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }

    #[test]
    fn a_pair_cut_apart_by_line_breaks_is_whole() {
        let text = "青禾镇修渠引水\n\n青禾镇清理沟渠，疏通水道（含支渠\n\n12.5\n\n公里）和蓄水池。\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
        let far = text.replace("12.5", &"村民参与。\n\n".repeat(5));
        assert_eq!(hits(RULE, &far), ["（", "）"]);
    }

    #[test]
    fn a_pair_that_closes_like_a_list_number_is_whole() {
        let text = "青禾镇修渠引水\n\n青禾镇测量颗粒物（PM\n\n2.5\n\n）和可吸入颗粒物（PM\n\n10\n\n）治理效果，干部群众清理沟渠。\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }

    #[test]
    fn two_shapes_that_were_meant_as_a_pair_are_one_finding() {
        let text = "青禾镇修渠引水\n\n青禾镇印发“春灌方案》，组织干部群众疏通水道。\n";
        assert_eq!(hits(RULE, text), ["“"]);
    }

    #[test]
    fn a_mark_turned_the_wrong_way_is_one_finding() {
        let text = "青禾镇修渠引水\n\n青禾镇开展“清渠“行动，组织干部群众疏通水道。\n";
        let found = found(RULE, text);
        assert_eq!(found.len(), 1);
        assert!(text[..found[0].span.start].ends_with("清渠"));
    }
}
