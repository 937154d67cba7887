//! One article signed in another form than all the others.

use std::collections::HashMap;

use crate::{
    outline::{Byline, BylinePlace},
    rules::{ArticleView, BulletinView, Findings, Related, Words, rule},
    text::Span,
};

rule! {
    /// 署名的格式与其他各篇不一。
    ///
    /// An article is signed in another form than the others.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 一份稿件里至少四篇署名格式相同（都在文末加括号，或都在电头，或都是裸名），只有一篇不同。
    /// Four articles or more signed in one form (in brackets at the end, in the dateline, or by a bare name), and a single
    /// one in another.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸编校差错率计算方法》把同类格式不一计为格式差错；同一份简报的署名应当统一。
    /// The error-rate rules for newspapers count an uneven format as an error of form.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉。（唐启明）
    ///
    /// 白石村办起夜校
    ///
    /// 村里请来农技员讲课，村民听得入神，每晚都坐得满满当当。（何小雨）
    ///
    /// 柳林村晒新茶
    ///
    /// 连日放晴，茶农们忙着晾晒新茶，村里到处飘着清香。（董子龙）
    ///
    /// 新桥村修好路
    ///
    /// 经过两个月的施工，进村的水泥路终于修好，村民出行方便了。（向晚晴）
    ///
    /// 河东村种果树
    ///
    /// 本报讯（记者 禹清川）河东村的荒坡种上了果树，今年已经挂果，村民多了一份收入。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉。（唐启明）
    ///
    /// 白石村办起夜校
    ///
    /// 村里请来农技员讲课，村民听得入神，每晚都坐得满满当当。（何小雨）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 按本刊的习惯统一；特约稿、转载稿可以不同。
    /// Follow the custom of the paper; a commissioned or reprinted article may differ.
    InconsistentBylineForm = "structure/inconsistent-byline-form" {
        severity: Info,
        since: "0.1.0",
        fix: None,
        check: Bulletin(check),
    }
}

/// How many articles of one form make it the form of the draft.
const HABIT: usize = 4;

/// What an editor sees of a byline's form.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Form {
    Head,
    Lead,
    Bracketed,
    Bare,
}

impl Form {
    fn of(view: &ArticleView<'_>, byline: &Byline) -> Self {
        match byline.place {
            BylinePlace::Head => Self::Head,
            BylinePlace::Lead => Self::Lead,
            BylinePlace::End => {
                let around =
                    (view.text[..byline.span.start].ends_with(['（', '(']), byline.span.of(view.text));
                if around.0 || around.1.starts_with(['（', '(']) { Self::Bracketed } else { Self::Bare }
            }
        }
    }

    fn words(self) -> Words {
        match self {
            Self::Head => Words::new("标题下署名", "under the headline"),
            Self::Lead => Words::new("电头署名", "in the dateline"),
            Self::Bracketed => Words::new("文末括注", "in brackets at the end"),
            Self::Bare => Words::new("文末裸名", "by a bare name at the end"),
        }
    }
}

fn check(bulletin: &BulletinView<'_>, findings: &mut Findings<'_>) {
    let signed: Vec<(Form, Span)> = bulletin
        .articles
        .iter()
        .filter_map(|&(base, ref view)| {
            let byline = view.article.bylines.iter().find(|byline| byline.is_author())?;
            Some((Form::of(view, byline), byline.span.shift(base)))
        })
        .collect();
    let mut counts: HashMap<Form, usize> = HashMap::new();
    for (form, _) in &signed {
        *counts.entry(*form).or_default() += 1;
    }
    let Some((&habit, &count)) = counts.iter().max_by_key(|(_, count)| **count) else { return };
    if count < HABIT || signed.len() != count + 1 {
        return;
    }
    let Some(&(form, span)) = signed.iter().find(|(form, _)| *form != habit) else { return };
    let (own, usual) = (form.words(), habit.words());
    let found = findings.report(
        span,
        Words::new(
            format!("本篇{}，其余{count}篇都是{}", own.zh, usual.zh),
            format!("signed {}, while the other {count} are signed {}", own.en, usual.en),
        ),
    );
    if let Some(&(_, other)) = signed.iter().find(|(form, _)| *form == habit) {
        found
            .related
            .push(Related {
                span: other, words: Words::new("其余各篇的格式", "the form of the others")
            });
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "structure/inconsistent-byline-form";

    fn bulletin(bylines: &[&str]) -> String {
        let heads = [
            "青禾镇修渠引水",
            "白石村办起夜校",
            "柳林村晒新茶",
            "新桥村修好路",
            "河东村种果树",
            "山口村通了车",
        ];
        let articles = heads.iter().zip(bylines).map(|(head, byline)| {
            format!("{head}\n\n连日来，镇里组织干部群众清理沟渠，疏通水道，方便村民灌溉。{byline}\n")
        });
        articles.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn the_one_that_differs_is_marked() {
        let text = bulletin(&["（唐启明）", "（何小雨）", "（董子龙）", "（向晚晴）", "禹清川"]);
        assert_eq!(hits(RULE, &text), ["禹清川"]);
    }

    #[test]
    fn a_draft_of_several_forms_and_a_short_one_have_no_habit() {
        for bylines in [
            &["（唐启明）", "（何小雨）", "（董子龙）", "禹清川"][..],
            &["（唐启明）", "（何小雨）", "（董子龙）", "（向晚晴）", "禹清川", "凌望山"],
            &["（唐启明）", "（何小雨）", "（董子龙）", "（向晚晴）", "（禹清川）"],
        ] {
            assert!(hits(RULE, &bulletin(bylines)).is_empty(), "{bylines:?}");
        }
    }
}
