//! A place whose name is wrong by one character that looks or sounds like the right one.

use crate::rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule};

rule! {
    /// 地名有错字。
    ///
    /// The name of a place is misspelt.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 行政区划名与标准地名只差一个字，且该字与正字形近或音近，而稿中所写的地名并不存在：沐阳县（应为沭阳县）。
    /// 全称写错的，同篇中的简称（沐阳）一并指出。读音相近、部件相同的字，只在稿中提到同市的其他地名时才报。
    /// A division whose name differs from a real one by one character that looks or sounds alike, while no division of
    /// the name as written exists. Where the full name is wrong, the short name in the same article is marked too.
    /// Characters that only sound alike or share a part count where the article names a neighbouring place.
    ///
    /// ## 为什么 · Why
    ///
    /// 地名须以国务院和地方人民政府批准、公布的标准地名为准（《地名管理条例》）；地名错误按知识性差错计。
    /// Names of places follow the standard names that the State Council and local governments publish (Regulations on
    /// the Administration of Geographical Names).
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 雎宁县举办果树栽培讲座
    ///
    /// 近日，雎宁县农技人员走进果园，为种植户讲解冬季修剪的要点，现场解答了大家的疑问。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 睢宁县举办果树栽培讲座
    ///
    /// 近日，睢宁县农技人员走进果园，为种植户讲解冬季修剪的要点，现场解答了大家的疑问。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对后改为标准地名；确有其名而未收录的，请反馈。
    /// Check, and put the standard name; if the place does exist, please tell us.
    MisspeltLocality = "names/misspelt-locality" {
        severity: Error,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for place in &view.annotations.localities {
        let Some(misspelling) = &place.misspelling else { continue };
        let (written, meant) = (&place.text, &misspelling.meant);
        let full = place.normalized.as_deref().unwrap_or(meant);
        let found = findings.report(
            place.place.span,
            Words::new(
                format!("没有“{written}”这一区划，疑为“{meant}”（{full}）之误"),
                format!("there is no “{written}”; probably “{meant}” ({full})"),
            ),
        );
        found.fixes.push(Fix {
            title: Words::new(format!("改为“{meant}”"), format!("Change to “{meant}”")),
            applicability: Applicability::Unsafe,
            edits: vec![Edit { span: place.place.span, text: meant.clone() }],
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "names/misspelt-locality";

    #[test]
    fn the_short_name_is_marked_where_the_full_name_is_wrong() {
        let text =
            "沐阳 打好主动仗\n\n近日，沐阳县各部门迅速行动，各就各位，担当作为，取得了成效。（王江）\n";
        assert_eq!(hits(RULE, text), ["沐阳", "沐阳县"]);
    }

    #[test]
    fn a_character_that_only_sounds_alike_needs_a_neighbour() {
        let alone = "春耕开始\n\n近日，叙浦县各部门迅速行动，各就各位，取得了成效。（王江）\n";
        let chained = "春耕开始\n\n近日，怀化市叙浦县各部门迅速行动，各就各位，取得了成效。（王江）\n";
        assert_eq!(hits(RULE, alone), Vec::<String>::new());
        assert_eq!(hits(RULE, chained), ["叙浦县"]);
    }

    #[test]
    fn a_place_that_exists_is_never_marked() {
        let text = "春耕开始\n\n近日，响水县、沭阳县、睢宁县、溆浦县各部门迅速行动，取得了成效。（王江）\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }
}
