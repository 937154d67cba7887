//! Kilowatts where electricity is counted, and kilowatt hours where power is: 发电量470亿千瓦, 装机容量20万千瓦时.

use std::sync::LazyLock;

use regex::Regex;

use crate::{
    rules::{ArticleView, Findings, Words, rule},
    text::Span,
};

rule! {
    /// “千瓦”与“千瓦时”相混。
    ///
    /// Kilowatts for kilowatt hours, or the other way round.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 发电量、用电量、上网电量等用“千瓦”作单位（应为“千瓦时”），装机容量、最大负荷等用“千瓦时”作单位（应为“千瓦”）。名称和数值
    /// 之间另有别的量的不查；储能电站的容量可以用千瓦时，不查。
    /// Amounts of electricity in kilowatts, and capacities and loads in kilowatt hours. What stores energy may be told in either.
    ///
    /// ## 为什么 · Why
    ///
    /// GB 3102.5-1993《电学和磁学的量和单位》：瓦是功率的单位，千瓦时是电能的单位，一千瓦的功率一小时作功一千瓦时。
    /// GB 3102.5-1993: the watt measures power, the kilowatt hour the energy that a kilowatt gives in an hour.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 小街有了路灯
    ///
    /// 光伏路灯全年发电量达12万千瓦，并网的小电站总装机容量为60千瓦时。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 小街有了路灯
    ///
    /// 光伏路灯全年发电量达12万千瓦时，并网的小电站总装机容量为60千瓦，储能装机规模为30千瓦时。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对原始数据，改用相应的单位。数值和单位要一起核，所以不给快速修复。
    /// Look the figure up and write the unit it has. There is no quick fix: the number may be that of the other quantity.
    EnergyUnit = "wording/energy-unit" {
        severity: Warning,
        since: "0.1.0",
        fix: None,
        class: Unit,
        check: Article(check),
    }
}

/// A quantity of electricity or of power, with the first figure behind it and its unit.
static AMOUNT: LazyLock<Regex> = LazyLock::new(|| {
    let energy = "发电量|用电量|上网电量|售电量|供电量|耗电量|送电量|购电量|交易电量|节电量|总电量|外送电量";
    let power =
        "总?装机(?:容量|规模|总量)|总装机|发电容量|额定功率|最大功率|最大负荷|最高负荷|用电负荷|电力负荷";
    Regex::new(&format!(
        "(?:(?P<energy>{energy})|(?P<power>{power}))(?P<between>[^，。；：、0-9]{{0,10}}?)\
         [0-9][0-9.,]*(?:多|余)?[十百千万亿]*(?:多|余)?(?P<unit>千瓦|兆瓦)(?P<hour>[·•]?小?时)?"
    ))
    .expect("the pattern is sound")
});

/// Between a quantity and a figure they tell of another quantity.
const OTHERS: &[&str] = &["装机", "容量", "负荷", "功率", "电量", "能力", "储能", "的"];

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        for hit in AMOUNT.captures_iter(text) {
            let between = hit.name("between").map_or("", |between| between.as_str());
            let Some(unit) = hit.name("unit") else { continue };
            if OTHERS.iter().any(|other| between.contains(other)) {
                continue;
            }
            let unit_text = unit.as_str();
            let (wrong, right, quantity) = match (hit.name("energy"), hit.name("power"), hit.name("hour")) {
                (Some(energy), _, None) => (unit_text.to_owned(), format!("{unit_text}时"), energy),
                (_, Some(power), Some(hour)) if !is_of_a_store(text, power.start()) => {
                    (format!("{unit_text}{}", hour.as_str()), unit_text.to_owned(), power)
                }
                _ => continue,
            };
            let end = hit.name("hour").map_or(unit.end(), |hour| hour.end());
            let quantity = quantity.as_str();
            findings.report(
                block.text.to_source(Span::new(unit.start(), end)),
                Words::new(
                    format!("{quantity}的单位应为“{right}”，不是“{wrong}”"),
                    format!("{quantity} is measured in {right}, not in {wrong}"),
                ),
            );
        }
    }
}

/// Whether the clause that leads to `at` speaks of what stores energy.
fn is_of_a_store(text: &str, at: usize) -> bool {
    let start = text[..at].rfind(['，', '。', '；']).unwrap_or(0);
    ["储能", "蓄能", "电池", "蓄电"].iter().any(|store| text[start..at].contains(store))
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    const RULE: &str = "wording/energy-unit";

    fn article(sentence: &str) -> String {
        format!("小街有了路灯\n\n入夏以来，全镇动员，干部带头，群众参与。{sentence}（范小禾）\n")
    }

    #[test]
    fn the_unit_of_the_other_quantity_is_found() {
        for (sentence, unit) in [
            ("光伏路灯全年发电量达12万千瓦。", "千瓦"),
            ("全县全社会用电量470亿千瓦，同比增长。", "千瓦"),
            ("总装机容量为60万千瓦时。", "千瓦时"),
            ("昨晚最大负荷达到35.6万千瓦小时。", "千瓦小时"),
        ] {
            assert_eq!(hits(RULE, &article(sentence)), [unit], "{sentence}");
        }
    }

    #[test]
    fn the_right_unit_and_other_quantities_are_left_alone() {
        for sentence in [
            "全年发电量达12万千瓦时。",
            "全年发电量12万千瓦·时。",
            "全年用电量1.2亿度。",
            "总装机容量60万千瓦，年发电量12亿千瓦时。",
            "储能电站装机规模30万千瓦时。",
            "发电量增加，装机容量达60万千瓦。",
            "发电量最多的电站装机60万千瓦。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }
}
