//! Fixed phrases with a character wrong, missing or out of its place.

use super::slip::report;
use crate::{
    annotate::slips::SlipKind,
    rules::{ArticleView, Findings, Words, rule},
};

rule! {
    /// 固定用语错了一个字，或颠倒、脱漏了字。
    ///
    /// A fixed phrase or an idiom with a character wrong, missing or out of its place.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 与理论、制度、机构的名称、统一战线的固定提法或成语只差一个字，而这个字与应有的字同音或形近：中华民族共同体意是、肝胆相照、
    /// 荣辱以共、迫不急待；或相邻两个字颠倒了：迫不待及、中华民共族同体意识；较长的提法漏了一个字：中华民族共体意识。写出来另成
    /// 一词或两个词的不查；标题里和引号里的仿词不查成语。
    /// A text that differs from the name of a theory, system or body, from a set phrase of the united front or from an idiom in
    /// one character that sounds or looks like the right one, or has two neighbours changed over, and long phrases with a
    /// character missing. Where the text is a phrase of its own, it is left alone; so are idioms in headlines and in quotation
    /// marks, where writers pun.
    ///
    /// ## 为什么 · Why
    ///
    /// 《中国共产党章程》《中国人民政治协商会议章程》规定的提法须用原文；《图书编校质量差错认定细则》：成语写错按文字差错计。
    /// The wording of the charters is given; a misspelt idiom counts as an error in the text.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 电工们全力以付，赶在入夏前装好了路灯，把铸牢中华民族共同体意思落到了小街。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 电工们全力以赴，赶在入夏前装好了路灯。“衣衣不舍”洗衣店也亮了，铸牢中华民族共同体意识的墙画格外醒目。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为固定的写法；快速修复给出。
    /// Use the fixed wording; the quick fix does.
    FixedPhrase = "wording/fixed-phrase" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, SlipKind::Phrase, findings, |written, slip| {
        let right = &slip.right;
        Words::new(
            format!("“{written}”疑为“{right}”之误"),
            format!("“{written}” is perhaps meant for “{right}”"),
        )
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "wording/fixed-phrase";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn one_wrong_character_is_found() {
        for (sentence, form) in [
            ("电工们全力以付。", "全力以付"),
            ("大家肝胆相照、荣辱于共。", "肝胆相照、荣辱于共"),
            ("这是人类命运共同休的大事。", "人类命运共同休"),
            ("新的社会皆层人士到场。", "新的社会皆层人士"),
            ("慷慨解曩的商户有八家。", "慷慨解曩"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [form], "{sentence}");
        }
        assert!(fixed(RULE, &article("电工们全力以付。")).contains("全力以赴"));
    }

    #[test]
    fn characters_out_of_order_or_missing_are_found() {
        for (sentence, form) in [
            ("电工们力全以赴。", "力全以赴"),
            ("大家迫不待及地上街看灯。", "迫不待及"),
            ("墙画写着铸牢中华民共族同体意识。", "铸牢中华民共族同体意识"),
            ("墙画写着铸牢中华民族共体意识。", "铸牢中华民族共体意识"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [form], "{sentence}");
        }
    }

    #[test]
    fn phrases_of_their_own_are_left_alone() {
        for sentence in [
            "电工们全力以赴。",
            "大家肝胆相照、荣辱与共。",
            "“衣衣不舍”洗衣店开张。",
            "全面从严治校。",
            "全面从严治军。",
            "大家勠力同心。",
            "他故步自封。",
            "镇里在进一步推动装灯。",
            "多党合作与政治协商制度不断完善。",
            "“油刃有余”汽修店开张。",
            "我们以强扶弱。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
