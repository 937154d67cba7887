//! A word that the house does not print.

use super::{reason, report};
use crate::rules::{ArticleView, Findings, Words, rule};

rule! {
    /// 用了本单位用语表禁用的词。
    ///
    /// A word that the glossary forbids.
    ///
    /// ## 查什么 · What it finds
    ///
    /// `kanwu.toml` 的 `[[glossary]]` 中注明禁用（forbidden = true）的词。例外（exceptions）之内、推荐写法之内、更长的词条之内和
    /// 书名号之内的不查。没有用语表就不查：勘误自己不规定用语。
    /// The words of `[[glossary]]` in `kanwu.toml` with `forbidden = true`. Not those inside an exception, the preferred
    /// word, a longer term, or a title in 《》. Without a glossary it finds nothing: kanwu has no wording policy of its own.
    ///
    /// ## 为什么 · Why
    ///
    /// 各单位有不得见报的用语，如新华社有《新闻报道中的禁用词》；漏下一个，往往要重印。
    /// Every house has words it does not print, as the list of the Xinhua agency; one that slips through may cost a reprint.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```config
    /// [[glossary]]
    /// term = ["残废人", "残废"]
    /// preferred = "残疾人"
    /// forbidden = true
    /// reason = "含歧视意味"
    /// exceptions = ["残废军人证"]
    /// ```
    ///
    /// ```wrong
    /// 滨海街道修坡道
    ///
    /// 滨海街道在路口修了坡道，方便残废人出行。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 滨海街道修坡道
    ///
    /// 滨海街道在路口修了坡道，方便残疾人出行。老人拿出珍藏多年的残废军人证。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 换掉该词；确实要用的，加进该词条的 exceptions，或用 `kanwu accept` 认可这一处。
    /// Put another word; add what must stay to the term's exceptions, or accept the one place by `kanwu accept`.
    ForbiddenTerm = "terms/forbidden-term" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report(view, findings, true, |word, term| {
        let (zh, en) = reason(term);
        match &term.preferred {
            Some(preferred) => Words::new(
                format!("“{word}”是禁用词，应改为“{preferred}”{zh}"),
                format!("“{word}” is not to be used; put “{preferred}”{en}"),
            ),
            None => Words::new(format!("“{word}”是禁用词{zh}"), format!("“{word}” is not to be used{en}")),
        }
    });
}
