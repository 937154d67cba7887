//! Whatever is typed, checking again after an edit gives what checking afresh gives.

use std::sync::Arc;

use kanwu::{
    check::{Accepted, Analysis, Profile},
    workspace::config::settings_of,
};
use proptest::prelude::*;

/// Lines of the kinds that a bulletin is made of; an edit puts them together in new ways.
const LINES: &[&str] = &[
    "",
    "2024年5月20日　第12期",
    "2023年5月20日　第12期",
    "同心桥上看同心",
    "甲县：整装待春来",
    "某县某镇 传递正能量 织密服务网",
    "——一年收集建议172件的背后",
    "一、搭好议事的台",
    "（二）架好致富的桥",
    "本报讯（记者 邓砚秋 通讯员 蒲春燕）近日，全县举办培训班，48名学员参加学习。",
    "面对复杂的形势，全县干部闻令而动，迅速集结，全力以赴打好主动仗，为76所学校、16家企业及54处核",
    "酸检测点进行消杀。",
    "迅速动员部署。街道干部全员下沉，取得了明显成效。 王玉",
    "　　项目分两期实施，一期投资500万元，二期投资300万元。",
    "　　去年5月16日（星期五），课堂开讲。5月12日至16日，全县举办为期7天的培训。",
    "谌小溪 瞿一帆",
    "（责任编辑：张三）",
    "<!-- kanwu: ignore -->",
    "<!-- kanwu: ignore-file structure/* -->",
    "项目建在江苏省徐州市雎宁县,一期投资and二期投资都已到位。",
];

/// What a house may say of its drafts.
const SETTINGS: &[&str] = &[
    "",
    "[names]\nplaces = [\"雎宁县\"]\n",
    "[style]\nbylines = \"always\"\nhalfwidth = \",\"\n[publication]\nissue-date = 2020-03-13\n",
    "[[glossary]]\nterm = \"街道干部\"\npreferred = \"街道工作人员\"\n[[glossary]]\nterm = \"闻令而动\"\nforbidden = true\n",
];

/// One of the profiles that a draft may be checked under.
fn profile(settings: usize, off: bool, accepting: bool) -> Arc<Profile> {
    let settings = Arc::new(settings_of(SETTINGS[settings]).expect("the settings are right"));
    let mut profile = Profile { settings, ..Profile::default() };
    if off {
        profile.selection.ignore(&["punctuation/*".parse().expect("a group")]);
        profile.selection.set_severity("wording/*".parse().expect("a group"), kanwu::rules::Severity::Info);
    }
    if accepting {
        let text = LINES[LINES.len() - 1];
        let found = Analysis::of(text).findings;
        profile.accepted = found.iter().map(|finding| Accepted::of(text, finding)).collect();
    }
    Arc::new(profile)
}

fn profiles() -> impl Strategy<Value = Arc<Profile>> {
    (0..SETTINGS.len(), any::<bool>(), any::<bool>())
        .prop_map(|(settings, off, accepting)| profile(settings, off, accepting))
}

fn bulletin() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..LINES.len(), 0..24)
}

fn text(lines: &[usize]) -> String {
    lines.iter().map(|&line| LINES[line]).collect::<Vec<_>>().join("\n")
}

/// What a reader of the result can see.
fn seen(analysis: &Analysis) -> String {
    let articles: Vec<_> = analysis
        .articles
        .iter()
        .map(|placed| (placed.span, &placed.analysis.article, &placed.analysis.annotations))
        .collect();
    format!("{articles:?}\n{:?}{:?}{:?}", analysis.findings, analysis.notes, analysis.used)
}

proptest! {
    #[test]
    fn an_update_equals_a_fresh_check(
        before in bulletin(),
        at in any::<prop::sample::Index>(),
        removed in 0usize..4,
        inserted in prop::collection::vec(0..LINES.len(), 0..4),
    ) {
        let first = Analysis::of(&text(&before));
        let mut after = before.clone();
        let start = at.index(after.len() + 1);
        let end = (start + removed).min(after.len());
        after.splice(start..end, inserted);
        let fresh = Analysis::of(&text(&after));
        prop_assert_eq!(seen(&first.update(&text(&after))), seen(&fresh));
    }

    #[test]
    fn so_does_an_update_under_another_configuration(
        before in bulletin(),
        after in bulletin(),
        one in profiles(),
        other in profiles(),
    ) {
        let first = Analysis::under(&text(&before), &one);
        let kept = first.update(&text(&after));
        prop_assert_eq!(seen(&kept), seen(&Analysis::under(&text(&after), &one)));
        let changed = kept.update_under(&text(&after), &other);
        prop_assert_eq!(seen(&changed), seen(&Analysis::under(&text(&after), &other)));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,40}[\\n\\r　 。，（）“”：—·]{0,6}[\\p{Han}0-9]{0,30}[。）”\\n ]{0,3}[\\p{Han}　]{0,8}") {
        let analysis = Analysis::of(&text);
        for placed in &analysis.articles {
            prop_assert_eq!(placed.span.of(&text), placed.analysis.text.as_str());
        }
    }
}
