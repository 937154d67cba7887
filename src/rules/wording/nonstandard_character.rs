//! Traditional characters and variants in a text in simplified ones: 國, 菓.

use crate::{
    annotate::slips::SlipKind,
    lexicon::standard_character::meant_by,
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
};

rule! {
    /// 夹用繁体字、异体字。
    ///
    /// A traditional or variant character in a text in standard ones.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 《通用规范汉字表》以外的繁体字、异体字和日本汉字，夹在规范字的文章里：國（国）、菓（果）、広（广）。人名、地名、机构名、
    /// 书名号里的和整句用繁体字的引文不查，引号里单说的字词不查；表中恢复使用的字（喆、淼、昇、邨、乾、瞭）不查。这是提示：人名未必都认得出。
    /// Traditional characters, variants and the forms of Japan that are not in the table, in a text that is. Names, titles,
    /// whole sentences in traditional characters and characters in quotation marks are left alone, and so are those that the
    /// table of 2013 restored. A hint: not every name is known for one.
    ///
    /// ## 为什么 · Why
    ///
    /// 《国家通用语言文字法》第十一条、《出版物汉字使用管理规定》；《通用规范汉字表》（国务院2013年公布，8105字）：社会一般应用
    /// 领域的汉字以该表为准，异体字依《第一批异体字整理表》（1955年）。
    /// Article 11 of the Law on the Standard Spoken and Written Chinese Language; the table of 8,105 standard characters that the
    /// State Council issued in 2013.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 镇里爲小街装上了路灯，街口的菓摊也亮了。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 镇里为小街装上了路灯，“燈”字刻在街口的石碑上，碑文写道：“長街無燈，行者苦之。今衆人合力，燈火通明。”（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为规范字；快速修复给出。引用古籍须用繁体字的，整句放进引号，或忽略本条。
    /// Write the standard character; the quick fix does. Quote the passage, or ignore the rule, where it must stand.
    NonstandardCharacter = "wording/nonstandard-character" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        class: NonstandardCharacter,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for slip in view.annotations.slips.iter().filter(|slip| slip.kind == SlipKind::Nonstandard) {
        let place = slip.place.span;
        let written = slip.place.at.of(view.article.blocks[slip.place.block].text.as_str());
        let readings = readings(written, &slip.right);
        let meant = readings.join("”或“");
        let meant_en = readings.join("” or “");
        let finding = findings.report(
            place,
            Words::new(
                format!("“{written}”不是规范字，应为“{meant}”"),
                format!("“{written}” is not in the table of standard characters; write “{meant_en}”"),
            ),
        );
        // A break of the line inside is another rule's business, and must not be lost in a fix.
        if place.len() != slip.place.at.len() {
            continue;
        }
        let applicability =
            if readings.len() == 1 { Applicability::Unsafe } else { Applicability::Candidate };
        finding.fixes.extend(readings.into_iter().map(|right| Fix {
            title: Words::new(format!("改为“{right}”"), format!("Change to “{right}”")),
            applicability,
            edits: vec![Edit { span: place, text: right }],
        }));
    }
}

/// What may be meant: of a single character all it may stand for, of several only that of each which is first.
fn readings(written: &str, first: &str) -> Vec<String> {
    let mut characters = written.chars();
    match (characters.next(), characters.next()) {
        (Some(only), None) => meant_by(only).iter().map(char::to_string).collect(),
        _ => vec![first.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/nonstandard-character";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn characters_outside_the_table_are_found() {
        for (sentence, form) in [
            ("镇里爲小街装上了路灯。", "爲"),
            ("街口的菓摊也亮了。", "菓"),
            ("灯光把広场照得通明。", "広"),
            ("大家針對路灯提了意见。", "針對"),
            ("电工们架起了電線。", "電線"),
            ("这盏灯畫得好看。", "畫"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [form], "{sentence}");
        }
        assert!(fixed(RULE, &article("大家針對路灯提了意见。")).contains("大家针对路灯"));
    }

    #[test]
    fn names_quotations_and_restored_characters_are_left_alone() {
        for sentence in [
            "街口立着一块“燈”字招牌。",
            "他读完了《長街夜燈》一书。",
            "碑文写道：“長街無燈，行者苦之。今衆人合力，燈火通明。”",
            "今晚月光皎洁，瞭望塔上乾坤朗朗。",
            "二〇二四年，路灯亮了。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
        let sentence = "鎮裏爲小街裝上了路燈，街坊們聽了都很歡喜，從此走夜路不怕黑。";
        assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new());
    }
}
