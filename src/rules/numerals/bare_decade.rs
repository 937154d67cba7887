//! A decade without its century: 80年代.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Words, rule};

use super::form::{each, may_begin, part};

rule! {
    /// 年代没有写明世纪。
    ///
    /// A decade without its century.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 文中第一次出现的“80年代”“八十年代”，前文没有提到世纪的。引语和书名不查。
    /// The first decade of an article, such as the eighties, where no century was named before. Quotations and titles
    /// are left alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第4.3条示例作“20世纪80年代”；跨世纪之后，不写世纪容易误解。
    /// GB/T 15835-2011 writes the century in its example (4.3); since the turn of the century a bare decade can be
    /// misread.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 这条水渠是80年代修的。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 这条水渠是20世纪80年代修的，90年代加固过。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 补上世纪；世纪要由编辑核定。
    /// Put the century; only the editor knows it.
    BareDecade = "numerals/bare-decade" {
        severity: Info,
        since: "0.1.0",
        fix: Sometimes,
        check: Article(check),
    }
}

static DECADE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?P<century>世纪)|(?:(?P<tens>[1-9１-９])[0０]|(?P<chinese>[一二三四五六七八九])十)年代")
        .expect("the pattern is sound")
});

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    let mut is_known = false;
    each(view, &["年代", "世纪"], &DECADE, |place, found| {
        let whole = found.get_match().range();
        if is_known || found.name("century").is_some() {
            is_known = true;
            return;
        }
        if !may_begin(place.before(whole.start)) || place.is_quoted(whole.start) {
            return;
        }
        is_known = true;
        let printed = &place.text()[whole.clone()];
        // Of the first two decades it is open in which century they lie.
        let is_last_century = !"1１2２".contains(part(found, "tens")) || found.name("chinese").is_some();
        let right = format!("20世纪{printed}");
        let finding = place.report(
            findings,
            whole.clone(),
            Words::new(format!("“{printed}”没有写明世纪"), format!("{printed} does not say which century")),
        );
        if is_last_century {
            finding.fixes.extend(place.fix(whole, &right, Applicability::Candidate));
        }
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits_in;

    const RULE: &str = "numerals/bare-decade";

    #[test]
    fn the_first_decade_without_its_century_is_found() {
        for (sentence, hit) in
            [("水渠是80年代修的，90年代加固过。", "80年代"), ("水渠是八十年代修的。", "八十年代")]
        {
            assert_eq!(hits_in(RULE, sentence), [hit], "{sentence}");
        }
    }

    #[test]
    fn decades_of_a_named_century_are_left_alone() {
        for sentence in [
            "水渠是20世纪80年代修的，90年代加固过。",
            "上世纪六七十年代修了水渠，80年代加固。",
            "1980年代修的。",
            "歌曲《80年代的新一辈》响起。",
            "这是有年代感的水渠。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
