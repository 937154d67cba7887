//! A named number of things, and another number of them listed.

use crate::{
    annotate::relations::RelationKind,
    rules::{ArticleView, Findings, Words, relation::report_failures, rule},
};

rule! {
    /// 说的个数与列出的个数不符。
    ///
    /// The number of things named is not the number listed.
    ///
    /// ## 查什么 · What it finds
    ///
    /// “4家成员单位甲、乙、丙和丁”“甲村、乙村、丙村4个村”一类，说了个数又逐一列名而两者不等；“四个迅速”一类的概括，与以该词
    /// 开头的小标题或分句的个数不等；“三项举措”与其后“一是、二是、三是”的个数不等。列举未尽（等）的，只在列出的更多时报。
    /// A small number beside the names it counts; a slogan and the section heads or clauses that open with its key word;
    /// three measures and the items 一是, 二是, 三是 behind them. An open list may hold fewer, never more.
    ///
    /// ## 为什么 · Why
    ///
    /// 《报纸期刊质量管理规定》把编校质量列为报刊质量的一项，自相矛盾的数字是编校差错。
    /// 个数与列举必有一误：不是数错，就是漏列或多列。
    /// Either the number is wrong, or a name is missing or one too many.
    /// The national rules on the quality of newspapers and periodicals hold editing to account for such slips.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇清理沟渠
    ///
    /// 活动组织5家成员单位青竹林、恩泽、星河和金禾。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇清理沟渠
    ///
    /// 活动组织4家成员单位青竹林、恩泽、星河和金禾。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 核对名单，改个数或补全名单；未列尽的，末尾加“等”。
    /// Check the list; mend the number or the list, or mark an incomplete one as open.
    CountMismatch = "figures/count-mismatch" {
        severity: Error,
        since: "0.1.0",
        fix: None,
        check: Article(check),
    }
}

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    report_failures(view, RelationKind::Count, findings, |relation| {
        let (said, listed) = (&relation.claim.text, relation.operands.len());
        Words::new(
            format!("说的是“{said}”，列出的有 {listed} 个"),
            format!("“{said}” are named and {listed} listed"),
        )
    });
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::hits;

    fn body(text: &str) -> String {
        format!("青禾镇清理沟渠\n\n　　{text}\n")
    }

    #[test]
    fn a_list_of_names_is_counted() {
        let wrong = body("活动组织5家区商会成员单位青竹林、恩泽、星河和金禾，清理沟渠。");
        assert_eq!(hits("figures/count-mismatch", &wrong), ["5家"]);
        let right = body("活动组织4家区商会成员单位青竹林、恩泽、星河和金禾，清理沟渠。");
        assert!(hits("figures/count-mismatch", &right).is_empty());
    }

    #[test]
    fn an_open_list_and_a_list_of_people_are_not_counted() {
        for text in
            ["活动组织5家成员单位青竹林、恩泽和星河等，清理沟渠。", "走访5家会员企业负责人、技术人员和工人。"]
        {
            assert!(hits("figures/count-mismatch", &body(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_slogan_is_held_against_the_section_heads() {
        let text = |count: &str| {
            format!(
                "青禾镇“{count}个迅速”清理沟渠\n\n　　青禾镇连日来清理沟渠，疏通水道，成效明显。\n　　迅速动员部署。全镇干部下到一线，疏通水道，不留死角。\n　　迅速排查隐患。全镇干部排查隐患，逐一登记在册。\n　　迅速修复渠道。全镇干部修复渠道，全线恢复通水。\n"
            )
        };
        assert_eq!(hits("figures/count-mismatch", &text("四")), ["四个"]);
        assert!(hits("figures/count-mismatch", &text("三")).is_empty());
    }

    #[test]
    fn villages_people_and_companies_in_front_of_their_count_are_counted() {
        for (text, count) in [
            ("活动在河东村、河西村、柳林村5个村举行，清理沟渠。", "5个"),
            ("走访甲方公司、乙方公司、丙方公司和丁方公司5家企业，了解需求。", "5家"),
            ("慰问3个镇（河东镇、柳林镇），送去物资。", "3个"),
            ("在河东村、河西村、柳林村、新桥村等3个村举行，清理沟渠。", "3个"),
        ] {
            assert_eq!(hits("figures/count-mismatch", &body(text)), [count], "{text}");
        }
        for text in [
            "活动在河东村、河西村、柳林村3个村举行，清理沟渠。",
            "活动在河东村、河西村、柳林村等5个村举行，清理沟渠。",
            "慰问2个镇（河东镇、柳林镇），送去物资。",
            "慰问5个镇（河东镇、柳林镇等），送去物资。",
            "河东村、河西村、柳林村与县里2个村结对。",
        ] {
            assert!(hits("figures/count-mismatch", &body(text)).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_slogan_is_held_against_the_clauses_behind_it() {
        let wrong =
            body("工作做到“三个到位”：到位组织群众、到位排查隐患、到位整改问题、到位总结经验，成效明显。");
        assert_eq!(hits("figures/count-mismatch", &wrong), ["三个"]);
        let right =
            body("工作做到“四个到位”：到位组织群众、到位排查隐患、到位整改问题、到位总结经验，成效明显。");
        assert!(hits("figures/count-mismatch", &right).is_empty());
    }

    #[test]
    fn measures_are_held_against_their_numbers() {
        let wrong = body("镇里采取四项举措：一是清淤疏浚；二是加固堤岸；三是落实专人。");
        assert_eq!(hits("figures/count-mismatch", &wrong), ["四项"]);
        for text in [
            "镇里采取三项举措：一是清淤疏浚；二是加固堤岸；三是落实专人。",
            // The gap in the numbers is another rule's.
            "镇里采取四项举措：一是清淤疏浚；二是加固堤岸；四是落实专人。",
            "镇里有四项工作获奖。会议要求：一是清淤疏浚；二是加固堤岸。",
        ] {
            assert!(hits("figures/count-mismatch", &body(text)).is_empty(), "{text}");
        }
    }
}
