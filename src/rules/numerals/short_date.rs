//! A year and a month joined by a hyphen: 2008-8.

use std::sync::LazyLock;

use regex::Regex;

use crate::rules::{Applicability, ArticleView, Findings, Words, rule};

use super::form::{each, may_begin, part};

rule! {
    /// 年月简写成了“2008-8”。
    ///
    /// A year and a month cut to figures with a hyphen.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 正文里的“2008-8”。“2008-08-08”、赛季和学年（2010-11）、编号不查。
    /// A year, a hyphen and a month in running text. Full dates, seasons, school years and numbers of papers are left
    /// alone.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15835-2011 第5.1.4条：年月日齐全的可写作“2008-08-08”；年份与月份、月份与日子不应简写为“2008-8”“8-8”。
    /// GB/T 15835-2011, 5.1.4: a full date may be in figures with hyphens, a year with a month alone may not.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 水渠于2008-8动工。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 水渠于2008年8月动工，2009-09-10完工，编号2008-8的图纸存于镇里。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 写成“2008年8月”。
    /// Write it out.
    ShortDate = "numerals/short-date" {
        severity: Info,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?P<year>(?:19|20)[0-9]{2})[-－](?P<month>1[0-2]|[1-9])").expect("the pattern is sound")
});

/// Words that a number of another kind stands behind.
const NUMBERED: &[&str] =
    &["编号", "文号", "标准", "型号", "证号", "案号", "卷号", "图号", "批号", "号", "字", "第", "No"];
/// What goes on with a number, or makes it a season or a year of its own.
const OTHER: &[char] = &['年', '号', '期', '赛', '学', '财', '款', '型', '版', '届'];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    each(view, &["-", "－"], &DATE, |place, found| {
        let whole = found.get_match().range();
        let (before, behind) = (place.before(whole.start), place.behind(whole.end));
        let [Ok(year), Ok(month)] = ["year", "month"].map(|name| part(found, name).parse::<u32>()) else {
            return;
        };
        let goes_on = behind.starts_with(|c: char| {
            c.is_ascii_alphanumeric()
                || OTHER.contains(&c)
                || matches!(c, '-' | '－' | '—' | '～' | '.' | '/')
        });
        // 2010-11 may be the years 2010 and 2011.
        let may_be_years = (year + 1) % 100 == month;
        let is_numbered = NUMBERED.iter().any(|word| before.ends_with(word));
        if goes_on || may_be_years || is_numbered || !may_begin(before) || place.is_quoted(whole.start) {
            return;
        }
        let printed = &place.text()[whole.clone()];
        let right = format!("{year}年{month}月");
        let finding = place.report(
            findings,
            whole.clone(),
            Words::new(
                format!("年月不简写为“{printed}”，应为“{right}”"),
                format!("a year and a month are not cut to {printed}: write {right}"),
            ),
        );
        finding.fixes.extend(place.fix(whole, &right, Applicability::Unsafe));
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{hits_in, mended};

    const RULE: &str = "numerals/short-date";

    #[test]
    fn it_is_written_out() {
        assert_eq!(mended(RULE, "水渠2008-8动工。"), "水渠2008年8月动工。");
        assert_eq!(mended(RULE, "水渠（2015-12）完工。"), "水渠（2015年12月）完工。");
    }

    #[test]
    fn full_dates_seasons_and_numbers_are_left_alone() {
        for sentence in [
            "2008-08-08动工。",
            "2008-8-8动工。",
            "2010-11赛季。",
            "2009-10年度。",
            "2010-11两年。",
            "编号2008-8。",
            "2008-9号文件。",
            "GB2008-8。",
            "电话0712-2008-8。",
        ] {
            assert_eq!(hits_in(RULE, sentence), Vec::<String>::new(), "{sentence}");
        }
    }
}
