//! Of whom and of when a figure is, in words.

use crate::{annotate::Figure, rules::Words};

/// Whose figure it is, of when, and what it is compared with: a line each, as far as its sentence says.
pub fn scope_facts(figure: &Figure) -> Vec<Words> {
    let scope = &figure.scope;
    let actor = scope.actor.as_ref().map(|actor| {
        let text = &actor.text;
        Words::new(format!("主体：{text}"), format!("Whose: {text}"))
    });
    let time = scope.time.as_ref().map(|time| {
        let text = &time.text;
        match &time.iso {
            Some(iso) => Words::new(format!("时间：{text}（{iso}）"), format!("When: {text} ({iso})")),
            None => Words::new(format!("时间：{text}"), format!("When: {text}")),
        }
    });
    let base = scope.base.as_ref().map(|base| {
        let text = &base.text;
        Words::new(format!("比较：{text}"), format!("Compared: {text}"))
    });
    [actor, time, base].into_iter().flatten().collect()
}

/// The same in the words of the draft alone, in one line; may be empty.
pub fn scope(figure: &Figure) -> String {
    let scope = &figure.scope;
    let actor = scope.actor.as_ref().map(|actor| actor.text.as_str());
    let time = scope.time.as_ref().map(|time| time.text.as_str());
    let base = scope.base.as_ref().map(|base| base.text.as_str());
    [actor, time, base].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::Analysis;

    fn figure(body: &str) -> Figure {
        let text = format!("2024年5月20日　第12期\n\n青禾镇修渠引水\n\n　　{body}\n");
        let analysis = Analysis::of(&text);
        let placed = analysis.articles.last().expect("one article");
        placed.analysis.annotations.figures.last().expect("a figure").clone()
    }

    #[test]
    fn what_the_sentence_says_is_told_and_nothing_else() {
        let one = figure("今年上半年，市总工会走访企业300家，同比增长5%。");
        assert_eq!(scope(&one), "市总工会 · 今年上半年 · 同比");
        let facts: Vec<_> = scope_facts(&one).into_iter().map(|words| words.zh).collect();
        assert_eq!(facts, ["主体：市总工会", "时间：今年上半年（2024-01/2024-06）", "比较：同比"]);
        let none = figure("水渠长12公里。");
        assert!(scope(&none).is_empty() && scope_facts(&none).is_empty());
    }
}
