//! A sentence whose subject is swallowed by a preposition: 通过…，使….

use std::sync::LazyLock;

use regex::{Match, Regex};

use crate::{
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::Span,
};

rule! {
    /// “通过……，使……”缺主语。
    ///
    /// A sentence that begins with a preposition and is left without a subject.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 句首“通过、经过、随着、由于……”或“在……下（中）”，逗号后紧接“使”“使得”，全句没有主语。“使用”“使命”等词，和“使”前另有
    /// 主语的，不查。这是提示：讲话和通稿里也常见。
    /// One of those prepositions at the head of a sentence and 使 right behind the comma.
    /// A hint, no more: speeches and agency reports are full of such sentences.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸编校质量评比差错认定细则》第35条：滥用介词和“使”造成主语残缺，属语法差错。
    /// The rules for errors in newspapers (35): a subject that is lost to a preposition is an error of grammar.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 通过这次改造，使小街夜里亮了起来。在大家的努力下，使得走夜路的人不再害怕。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 这次改造使小街夜里亮了起来。通过网上报名，使用路灯的商户都来了。随着街景改善，新路灯使小街热闹起来。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 删去“使”，或删去句首的介词；两种快速修复任选其一。
    /// Leave out the verb or the preposition: two quick fixes to choose from.
    MissingSubject = "wording/missing-subject" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        class: Grammar,
        check: Article(check),
    }
}

static SENTENCE: LazyLock<Regex> = LazyLock::new(|| {
    let stop = "(?:^|[。！？；]|[。！？]”)";
    let clause = "[^，。！？；：“”]{2,40}";
    Regex::new(&format!(
        "{stop}(?:(?P<head>通过|经过|随着|由于){clause}|在{clause}[下中])(?P<comma>，)(?P<verb>使得?)(?P<next>.)"
    ))
    .expect("the pattern is sound")
});

/// Behind 使 they make another word: 使用, 使命.
const OTHER_WORDS: &str = "用命劲馆者节出唤徒臣坏绊团";

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        for hit in SENTENCE.captures_iter(text) {
            let (Some(verb), Some(next)) = (hit.name("verb"), hit.name("next")) else { continue };
            if OTHER_WORDS.contains(next.as_str()) {
                continue;
            }
            let place = block.text.to_source(Span::from(verb.range()));
            let finding = findings.report(
                place,
                Words::new(
                    format!("句首是介词结构，“{}”前没有主语", verb.as_str()),
                    format!("the sentence begins with a preposition, and “{}” has no subject", verb.as_str()),
                ),
            );
            let without = |word: Match<'_>, parts: &[Match<'_>]| Fix {
                title: Words::new(
                    format!("删去“{}”", word.as_str()),
                    format!("Leave out “{}”", word.as_str()),
                ),
                applicability: Applicability::Candidate,
                edits: parts
                    .iter()
                    .map(|part| Edit { span: block.text.to_source(part.range().into()), text: String::new() })
                    .collect(),
            };
            finding.fixes.push(without(verb, &[verb]));
            if let (Some(head), Some(comma)) = (hit.name("head"), hit.name("comma")) {
                // What was the preposition's is the subject now, and no comma parts it from its verb.
                finding.fixes.push(without(head, &[head, comma]));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "wording/missing-subject";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn a_sentence_without_a_subject_is_found() {
        for (sentence, verb) in [
            ("通过这次改造，使小街亮了起来。", "使"),
            ("在大家的努力下，使得走夜路的人不再害怕。", "使得"),
            ("随着路灯增多，使街坊们安心。", "使"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [verb], "{sentence}");
        }
    }

    #[test]
    fn a_sentence_with_its_subject_is_left_alone() {
        for sentence in [
            "通过这次改造，小街亮了起来。",
            "通过网上报名，使用路灯的商户都来了。",
            "镇里通过这次改造，使小街亮了起来。",
            "在大家的努力下，路灯使小街亮了起来。",
            "在会上，使馆人员讲了话。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
