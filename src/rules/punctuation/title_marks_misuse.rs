//! What belongs in title marks, and what does not.

use std::sync::LazyLock;

use regex::Regex;

use super::marks::{Mend, each_match, group, pattern, report};
use crate::rules::{ArticleView, Findings, Severity, Words, rule};

rule! {
    /// 书名号用法不当。
    ///
    /// Title marks hold what is no title, or leave out part of one.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 题名后属于题名的（试行）（草案）等落在书名号外；报刊名的类别词落在书名号内，如《求是杂志》；丛书、证照，以及“召开”“荣获”“成立”等词后的会议、赛事、奖项、机构用了书名号（提示）。只查列出的词。
    /// A note that belongs to the title and stands outside; the class word of a periodical inside; series,
    /// certificates, and behind verbs such as to hold or to win also meetings, prizes and bodies in title marks (info). Only
    /// known words are looked at.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 附录A.13、A.7：括注是题名一部分的放在书名号内；“杂志”“报”等不属于刊名的放在书名号外；证照、奖项、组织机构、会议、活动不用书名号；丛书用引号。
    /// GB/T 15834-2011, A.13 and A.7: a note that is part of a title stands inside, a class word outside;
    /// certificates, prizes, bodies, meetings and events take no title marks, a series takes quotation marks.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇印发《用水管理办法》（试行），清理沟渠，疏通水道。
    /// ```
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 《求是杂志》刊文介绍青禾镇清理沟渠的做法。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇印发《用水管理办法（试行）》，《求是》杂志、《人民日报》（海外版）介绍了做法，《清渠许可》是一首诗。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 移动书名号；丛书改用引号，证照去掉书名号。
    /// Move the marks, use quotation marks, or none.
    TitleMarksMisuse = "punctuation/title-marks-misuse" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static NOTE: LazyLock<Regex> = LazyLock::new(|| {
    pattern("(》)(（(?:试行|试行稿|暂行|草案|修订|修订稿|修订草案|审议稿|征求意见稿|讨论稿|送审稿|报批稿)）)")
});
static PERIODICAL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "《(?:求是|半月谈|瞭望|人民文学|收获|读者|中国统一战线|团结|民主|群言|前进论坛|咬文嚼字|红旗文稿|党建|人民邮电)(杂志|周刊|月刊|报)(》)",
    )
});
static SERIES: LazyLock<Regex> = LazyLock::new(|| pattern("(《)[^《》]{2,16}(?:丛书|文库|书系)(》)"));
/// What is held, won, founded or taken part in is no work, whatever its name ends in.
static EVENT: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(?:召开|举办|举行|承办|主办|参加|出席|荣获|获得|获评|夺得|摘得|颁发|成立|组建|加入|注册)了?(?:首届|第[0-9一二三四五六七八九十]{1,3}[届次])?\
         (《)[^《》]{2,20}?(研讨会|座谈会|报告会|推进会|培训班|大赛|邀请赛|锦标赛|杯|奖|学会|协会|研究会|公司|合作社)(》)",
    )
});
static PAPER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        "(《)(?:营业执照|居民身份证|身份证|结婚证|驾驶证|毕业证书?|荣誉证书|获奖证书|聘书|不动产权证书?|[^《》]{2,8}许可证|[^《》]{2,8}合格证|[^《》]{2,8}资格证书?)(》)",
    )
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each_match(view, &['》'], &NOTE, |block, found| {
        let [mark, note] = [1, 2].map(|index| group(found, index));
        let text = note.of(block.text.as_str());
        let words = Words::new(
            format!("“{text}”是题名的一部分，应在书名号内"),
            format!("{text} is part of the title and stands inside the marks"),
        );
        report(
            view,
            findings,
            block,
            mark.to(note),
            words,
            Some(Mend::safe(mark.to(note), format!("{text}》"))),
        );
    });
    each_match(view, &['》'], &PERIODICAL, |block, found| {
        let [class, mark] = [1, 2].map(|index| group(found, index));
        let text = class.of(block.text.as_str());
        let words = Words::new(
            format!("“{text}”不属于刊名，应在书名号外"),
            format!("{text} is no part of the name and stands outside the marks"),
        );
        report(
            view,
            findings,
            block,
            class.to(mark),
            words,
            Some(Mend::with_care(class.to(mark), format!("》{text}"))),
        );
    });
    each_match(view, &['》'], &SERIES, |block, found| {
        let [open, close] = [1, 2].map(|index| group(found, index));
        let words = Words::new(
            "丛书、文库的名称用引号，不用书名号",
            "a series takes quotation marks, not title marks",
        );
        let mend = Mend::with_care(open, "“").and(close, "”");
        report(view, findings, block, open.to(close), words, Some(mend)).severity = Severity::Info;
    });
    each_match(view, &['》'], &EVENT, |block, found| {
        let [open, class, close] = [1, 2, 3].map(|index| group(found, index));
        let class = class.of(block.text.as_str());
        let words = Words::new(
            format!("会议、活动、奖项、机构的名称（“{class}”）不用书名号"),
            "meetings, events, prizes and bodies take no title marks",
        );
        let mend = Mend::with_care(open, "").and(close, "");
        report(view, findings, block, open.to(close), words, Some(mend)).severity = Severity::Info;
    });
    each_match(view, &['》'], &PAPER, |block, found| {
        let [open, close] = [1, 2].map(|index| group(found, index));
        let words = Words::new("证件、证书的名称不用书名号", "certificates take no title marks");
        let mend = Mend::with_care(open, "").and(close, "");
        report(view, findings, block, open.to(close), words, Some(mend)).severity = Severity::Info;
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "punctuation/title-marks-misuse";

    #[test]
    fn each_case_is_mended() {
        for (wrong, right) in [
            ("印发《用水办法》（试行）。", "印发《用水办法（试行）》。"),
            ("《求是杂志》刊文。", "《求是》杂志刊文。"),
            ("出版《水利丛书》。", "出版“水利丛书”。"),
            ("办好《营业执照》。", "办好营业执照。"),
            ("荣获《水利杯》。", "荣获水利杯。"),
            ("召开《灌区建设研讨会》。", "召开灌区建设研讨会。"),
            ("《人民邮电报》刊文。", "《人民邮电》报刊文。"),
        ] {
            assert_eq!(mended(RULE, wrong), right);
        }
    }

    #[test]
    fn editions_notes_of_the_writer_and_titles_are_right() {
        for sentence in [
            "《人民日报》（海外版）刊文。",
            "《用水办法》（见附件）。",
            "《一本护照》上映。",
            "参加《研讨会上的争论》首发式。",
            "阅读《中日论坛》《灌区建设研讨会》。",
            "《求是》杂志刊文。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
