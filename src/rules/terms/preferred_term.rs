//! A word for which the house prefers another.

use super::{reason, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 用语与本单位用语表推荐的写法不符。
    ///
    /// A word for which the glossary prefers another.
    ///
    /// ## 查什么 · What it finds
    ///
    /// `kanwu.toml` 的 `[[glossary]]` 中列出并给出推荐写法（preferred）的词。例外（exceptions）之内、推荐写法之内、更长的词条
    /// 之内和书名号之内的不查。没有用语表就不查：勘误自己不规定用语。
    /// The words of `[[glossary]]` in `kanwu.toml` that name a preferred one. Not those inside an exception, the preferred
    /// word, a longer term, or a title in 《》. Without a glossary it finds nothing: kanwu has no wording policy of its own.
    ///
    /// ## 为什么 · Why
    ///
    /// 《国家通用语言文字法》第十一条要求汉语文出版物符合国家通用语言文字的规范和标准；标准管不到的称呼，由各单位自定，
    /// 全刊应当统一。
    /// Article 11 of the Law on the Standard Spoken and Written Chinese Language asks publications to keep to the
    /// standards. What they leave open the house decides, and then one thing has one name throughout.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```config
    /// [[glossary]]
    /// term = ["外来务工人员", "外来工"]
    /// preferred = "新市民"
    /// reason = "本市文件统一称“新市民”"
    /// exceptions = ["外来务工人员子女学校"]
    /// ```
    ///
    /// ```wrong
    /// 滨海街道办夜校
    ///
    /// 滨海街道开办夜校，外来务工人员下了班也能学电工。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 滨海街道办夜校
    ///
    /// 滨海街道在外来务工人员子女学校开办夜校，新市民下了班也能学电工。街道还学习了《外来工服务办法》。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为推荐的写法；确实要用的，加进该词条的 exceptions，或用 `kanwu accept` 认可这一处。
    /// Put the preferred word; add what must stay to the term's exceptions, or accept the one place by `kanwu accept`.
    PreferredTerm = "terms/preferred-term" {
        severity: Info,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, findings, false, |word, term| {
        let preferred = term.preferred.as_deref().unwrap_or_default();
        let (zh, en) = reason(term);
        Words::new(
            format!("“{word}”宜写作“{preferred}”{zh}"),
            format!("“{preferred}” is preferred to “{word}”{en}"),
        )
    });
}
