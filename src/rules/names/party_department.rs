//! A department of the party written as one of the government: 宜兴市统战部.

use crate::{
    lexicon::gazetteer::{self, Level},
    rules::{Applicability, ArticleView, Edit, Findings, Fix, Words, rule},
    text::Span,
};

rule! {
    /// 党委部门的名称漏了“委”。
    ///
    /// The name of a department of the party lacks its committee.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 省、市、县、区等地名之后直接写“组织部、宣传部、统战部、政法委”：德清县统战部（应为德清县委统战部）。
    /// 乡镇、街道不在此列。另查“街道办事处党工委”：党工委属街道，不属办事处。
    /// A department of the party right behind the name of a province, city or county, without its committee.
    /// Towns and streets are left alone, but 街道办事处党工委 is marked: the committee is the street's, not its office's.
    ///
    /// ## 为什么 · Why
    ///
    /// 这些部门是党委的工作机关，名称中须有“委”（《中国共产党工作机关条例（试行）》）。
    /// These are working organs of the party's committee, which their names must show (Regulations on the Working
    /// Organs of the Communist Party, 《中国共产党工作机关条例（试行）》).
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 同心讲堂开课
    ///
    /// 近日，德清县统战部举办“同心讲堂”，邀请农技专家为种植户讲解冬季修剪的要点。（范小禾）
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 同心讲堂开课
    ///
    /// 近日，德清县委统战部举办“同心讲堂”，乾元镇统战办和全县宣传部门的同志参加。（范小禾）
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 在地名后补“委”字；自治区补“党委”。
    /// Name the committee behind the place; the quick fix puts the character that is missing.
    PartyDepartment = "names/party-department" {
        severity: Warning,
        since: "0.1.0",
        fix: Always,
        check: Article(check),
    }
}

const DEPARTMENTS: &[&str] = &["组织部", "宣传部", "统战部", "政法委"];

/// What makes another word of it: 组织部署, 宣传部门.
const OTHER_WORDS: &str = "门署分队位件";

fn check(view: &ArticleView<'_>, findings: &mut Findings<'_>) {
    for block in &view.article.blocks {
        let text = block.text.as_str();
        for department in DEPARTMENTS {
            for (at, _) in text.match_indices(department) {
                let behind = &text[at + department.len()..];
                let is_other_word = behind.chars().next().is_some_and(|c| OTHER_WORDS.contains(c))
                    || behind.starts_with('员') && !behind.starts_with("员会");
                let Some(place) = place_before(&text[..at]).filter(|_| !is_other_word) else { continue };
                let committee = if text[..at].ends_with("自治区") { "党委" } else { "委" };
                let wrong = &text[place..at + department.len()];
                let right = format!("{}{committee}{department}", &text[place..at]);
                let finding = findings.report(
                    block.text.to_source(Span::new(place, at + department.len())),
                    Words::new(
                        format!("{department}是党委部门，“{wrong}”应为“{right}”"),
                        format!(
                            "{department} is a department of the party committee: “{right}”, not “{wrong}”"
                        ),
                    ),
                );
                let end = Span::new(place, at);
                finding.fixes.push(Fix {
                    title: Words::new(format!("改为“{right}”"), format!("Change to “{right}”")),
                    applicability: Applicability::Unsafe,
                    edits: vec![Edit {
                        span: block.text.to_source(end),
                        text: format!("{}{committee}", end.of(text)),
                    }],
                });
            }
        }
        for (at, wrong) in text.match_indices("街道办事处党工委") {
            let span = block.text.to_source(Span::new(at, at + wrong.len()));
            let finding = findings.report(
                span,
                Words::new(
                    "党工委是街道的，不是办事处的：应为“街道党工委”，或“街道党工委、办事处”",
                    "the working committee belongs to the street, not to its office: “街道党工委” or \
                     “街道党工委、办事处”",
                ),
            );
            finding.fixes.push(Fix {
                title: Words::new("改为“街道党工委”", "Change to “街道党工委”"),
                applicability: Applicability::Unsafe,
                edits: vec![Edit { span, text: "街道党工委".into() }],
            });
        }
    }
}

/// Where the province, city or county that ends `text` begins: the longest name the gazetteer has.
fn place_before(text: &str) -> Option<usize> {
    if !text.ends_with(['省', '市', '县', '区', '旗', '州', '盟']) {
        return None;
    }
    let fits = |bearers: gazetteer::Bearers| bearers.iter().any(|one| one.level() <= Level::County);
    gazetteer::names_ending(text)
        .into_iter()
        .filter(|(start, bearers)| text[*start..].chars().count() >= 2 && fits(*bearers))
        .map(|(start, _)| start)
        .next_back()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, hits};

    const RULE: &str = "names/party-department";

    #[test]
    fn the_committee_is_put_back() {
        let text = "工作会召开\n\n近日，宜兴市统战部、内蒙古自治区宣传部、大英县政法委先后召开会议，作了部署。（王江）\n";
        assert_eq!(hits(RULE, text), ["宜兴市统战部", "内蒙古自治区宣传部", "大英县政法委"]);
        assert!(fixed(RULE, text).contains("宜兴市委统战部、内蒙古自治区党委宣传部、大英县委政法委先后"));
    }

    #[test]
    fn a_working_committee_belongs_to_the_street() {
        let text = "工作会召开\n\n近日，东亭街道办事处党工委召开会议，对近期工作作了全面部署。（王江）\n";
        assert_eq!(hits(RULE, text), ["街道办事处党工委"]);
    }

    #[test]
    fn other_words_and_other_bodies_are_left_alone() {
        let text = "工作会召开\n\n近日，宜兴市组织部署春耕，宜兴市宣传部门、宜兴市委宣传部、东亭街道统战部、省军区宣传部、镇政法委员参加。（王江）\n";
        assert_eq!(hits(RULE, text), Vec::<String>::new());
    }
}
