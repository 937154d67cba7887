//! What a configuration means, and what is said when it means nothing.

use super::*;
use crate::{check::Analysis, rules::Severity};

fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

/// What is said of a configuration: line, column, Chinese.
fn wrong(text: &str) -> (usize, usize, String) {
    let error = settings_of(text).expect_err(text);
    let (line, column) = error.place.unwrap_or_else(|| panic!("no place: {error:?}"));
    (line, column, error.words.zh)
}

#[test]
fn an_unknown_key_is_an_error_with_its_place_that_suggests_the_right_one() {
    assert_eq!(wrong("[check]\nselct = [\"*\"]\n"), (2, 1, "没有“selct”这个键；是不是“select”？".into()));
    assert_eq!(wrong("[glosary]\n"), (1, 2, "没有“glosary”这个键；是不是“glossary”？".into()));
    let (line, _, words) = wrong("\n[[glossary]]\nterm = \"甲\"\nprefered = \"乙\"\n");
    assert_eq!((line, &*words), (4, "没有“prefered”这个键；是不是“preferred”？"));
}

#[test]
fn an_unknown_rule_or_value_is_an_error_with_its_place() {
    let words = |name: &str, near: &str| format!("没有规则“{name}”；是不是“{near}”？");
    assert_eq!(
        wrong("[check]\nignore = [\n  \"names/party-order\", \"figures/sum-mismach\"]\n"),
        (3, 24, words("figures/sum-mismach", "figures/sum-mismatch"))
    );
    assert_eq!(
        wrong("[check.severity]\n\"figures/*\" = \"info\"\n\"figure/*\" = \"info\"\n"),
        (3, 1, words("figure/*", "figures/*"))
    );
    assert_eq!(
        wrong("[check]\nseverity = { \"figures/*\" = \"eror\" }\n"),
        (2, 28, "没有“eror”这个值；是不是“error”？".into())
    );
    assert_eq!(
        wrong("[publication]\nkind = \"magazine\"\n"),
        (2, 8, "没有“magazine”这个值；可用的有 newspaper、periodical、internal".into())
    );
}

#[test]
fn a_value_of_the_wrong_form_is_an_error_with_its_place() {
    assert_eq!(wrong("[names]\npeople = [\"张三\", \" \"]\n"), (2, 17, "这里不能为空".into()));
    assert_eq!(
        wrong("[publication]\nissue-date = \"三月\"\n"),
        (2, 14, "这里应是日期，如 2026-03-13".into())
    );
    assert_eq!(
        wrong("[[glossary]]\nterm = \"甲\"\n"),
        (1, 1, "既没有推荐写法（preferred），也没有禁用（forbidden = true）".into())
    );
    assert_eq!(wrong("[[glossary]]\nforbidden = true\n").2, "缺少“term”");
    let (line, column, words) = wrong("[[glossary]]\nterm = 3\nforbidden = true\n");
    assert_eq!((line, column), (2, 8));
    assert!(words.contains("expected a word, or several in brackets"), "{words}");
    assert_eq!(wrong("[[glossary]]\nterm = [\"甲\", \"\"]\n"), (2, 14, "这里不能为空".into()));
    assert_eq!(wrong("[check]\n\nselect = [\n").0, 3);
}

#[test]
fn a_date_may_be_a_date_or_a_string() {
    for text in ["issue-date = 2026-03-13", "issue-date = \"2026-03-13\""] {
        let settings = settings_of(&format!("[publication]\n{text}\n")).unwrap();
        let date = settings.publication.issue_date.unwrap();
        assert_eq!(date, jiff::civil::date(2026, 3, 13));
    }
    assert!(settings_of("[publication]\nissue-date = 2026-02-30\n").is_err());
    assert!(settings_of("[publication]\nissue-date = 2026-03-13T10:00:00Z\n").is_err());
}

#[test]
fn the_nearest_file_counts_and_adds_to_the_one_it_extends() {
    let folder = folder(&[
        (
            "kanwu.toml",
            "[check]\nignore = [\"figures/*\"]\nseverity = { \"names/*\" = \"info\" }\n[names]\npeople = [\"甲\"]\n[style]\nbylines = \"always\"\n",
        ),
        (
            "a/kanwu.toml",
            "extend = \"../kanwu.toml\"\n[check]\nignore = [\"wording/*\"]\nseverity = { \"names/party-order\" = \"error\" }\n[names]\npeople = [\"乙\"]\n",
        ),
        ("a/b/draft.txt", ""),
        ("draft.txt", ""),
    ]);
    let mut found = Configurations::default();
    let near = found.profile(Some(&folder.path().join("a/b/draft.txt"))).unwrap();
    let far = found.profile(Some(&folder.path().join("draft.txt"))).unwrap();
    let on = |profile: &crate::check::Profile| {
        ["figures/sum-mismatch", "wording/foreign-word"].map(|rule| profile.selection.is_on(rule))
    };
    assert_eq!((on(&near), on(&far)), ([false, false], [false, true]));
    assert_eq!(near.settings.names.all, ["甲", "乙"]);
    assert_eq!(near.settings.style.bylines, crate::rules::settings::BylineStyle::Always);
    let graded = |rule| {
        let mut finding = crate::rules::Finding {
            rule,
            severity: Severity::Warning,
            message: Words::new("", ""),
            span: crate::text::Span::default(),
            related: Vec::new(),
            fixes: Vec::new(),
        };
        near.selection.grade(&mut finding);
        finding.severity
    };
    assert_eq!(graded("names/party-order"), Severity::Error);
    assert_eq!(graded("names/misspelt-locality"), Severity::Info);
    assert_eq!(graded("structure/missing-byline"), Severity::Warning);
}

#[test]
fn what_is_extended_must_be_there_and_must_not_come_back() {
    let folder = folder(&[
        ("a/kanwu.toml", "\nextend = \"../b/kanwu.toml\"\n"),
        ("b/kanwu.toml", "extend = \"../a/kanwu.toml\"\n"),
        ("c/kanwu.toml", "extend = \"nowhere.toml\"\n"),
    ]);
    let load = |name: &str| Config::load(&folder.path().join(name)).unwrap_err();
    let cycle = load("a/kanwu.toml");
    assert!(cycle.path.ends_with("b/kanwu.toml") || cycle.path.ends_with("../b/kanwu.toml"), "{cycle:?}");
    assert_eq!(cycle.place, Some((1, 10)));
    assert!(cycle.words.zh.contains("绕了一圈"), "{cycle:?}");
    let missing = load("c/kanwu.toml");
    assert_eq!(missing.place, Some((1, 10)));
    assert!(missing.words.zh.contains("nowhere.toml"), "{missing:?}");
    assert_eq!(load("d/kanwu.toml").words.zh, "没有这个文件或目录");
}

#[test]
fn rules_are_left_out_for_the_drafts_that_are_named() {
    let folder = folder(&[
        ("kanwu.toml", "[check.per-file-ignores]\n\"转载/\" = [\"punctuation/*\"]\n\"*.md\" = [\"*\"]\n"),
        ("转载/甲/1.txt", ""),
        ("本地/1.txt", ""),
        ("本地/2.md", ""),
    ]);
    let mut found = Configurations::default();
    let mut on = |name: &str| {
        let profile = found.profile(Some(&folder.path().join(name))).unwrap();
        ["punctuation/unpaired-mark", "wording/foreign-word"].map(|rule| profile.selection.is_on(rule))
    };
    assert_eq!(on("转载/甲/1.txt"), [false, true]);
    assert_eq!(on("本地/1.txt"), [true, true]);
    assert_eq!(on("本地/2.md"), [false, false]);
}

#[test]
fn the_command_line_has_the_last_word() {
    let folder = folder(&[("kanwu.toml", "[check]\nignore = [\"figures/*\"]\n"), ("1.txt", "")]);
    let overrides = Overrides {
        select: Some(vec!["figures/*".parse().unwrap()]),
        ignore: vec!["figures/count-mismatch".parse().unwrap()],
    };
    let mut found = Configurations::default().with(overrides);
    let profile = found.profile(Some(&folder.path().join("1.txt"))).unwrap();
    let on = ["figures/sum-mismatch", "figures/count-mismatch", "wording/foreign-word"]
        .map(|rule| profile.selection.is_on(rule));
    assert_eq!(on, [true, false, false]);
}

/// A draft with one misspelt county, one half-width bracket and no byline.
const DRAFT: &str =
    "姚集镇敬老\n\n　　近日，江苏省徐州市雎宁县姚集镇的志愿者(含学生)为老人过生日，老人都说好。\n";

fn found(config: &str, text: &str) -> Vec<(&'static str, Severity)> {
    let settings = Arc::new(settings_of(config).unwrap());
    let profile = Arc::new(crate::check::Profile { settings, ..Default::default() });
    Analysis::under(text, &profile).findings.iter().map(|found| (found.rule, found.severity)).collect()
}

#[test]
fn house_style_and_names_that_are_right_are_respected() {
    const SPELT: &str = "names/misspelt-locality";
    const HALF: &str = "punctuation/halfwidth-punctuation";
    const SIGNED: &str = "structure/missing-byline";
    let rules = |config| {
        let mut rules: Vec<_> = found(config, DRAFT).into_iter().map(|(rule, _)| rule).collect();
        rules.sort_unstable();
        rules.dedup();
        rules
    };
    assert_eq!(rules(""), [SPELT, HALF, SIGNED]);
    assert_eq!(rules("[names]\nplaces = [\"雎宁县\"]\n"), [HALF, SIGNED]);
    assert_eq!(rules("[names]\nplaces = [\"睢宁县\", \"宁县\"]\n"), [SPELT, HALF, SIGNED]);
    assert_eq!(rules("[style]\nhalfwidth = \"()\"\nbylines = \"never\"\n"), [SPELT]);
    let always = found("[style]\nbylines = \"always\"\n", DRAFT);
    assert!(always.contains(&(SIGNED, Severity::Warning)), "{always:?}");
}

#[test]
fn the_date_of_the_issue_tells_the_year_of_the_dates_in_it() {
    // 13 March was a Wednesday in 2024, a Friday in 2026.
    let text = "姚集镇敬老\n\n　　3月13日（星期五），志愿者为老人过生日，老人都说好。\n";
    let weekday = |year: u16| {
        let config = format!("[publication]\nissue-date = {year}-03-20\n");
        found(&config, text).iter().any(|(rule, _)| *rule == "dates/weekday-mismatch")
    };
    assert!(weekday(2024));
    assert!(!weekday(2026));
}

#[test]
fn a_glossary_nearer_to_the_draft_says_last_what_becomes_of_a_word() {
    let folder = folder(&[
        ("kanwu.toml", "[[glossary]]\nterm = [\"甲\", \"丙\"]\npreferred = \"乙\"\n"),
        ("a/kanwu.toml", "extend = \"../kanwu.toml\"\n[[glossary]]\nterm = \"甲\"\nforbidden = true\n"),
    ]);
    let config = Config::load(&folder.path().join("a/kanwu.toml")).unwrap();
    let found = config.settings.glossary.find("甲丙");
    assert_eq!(found.iter().map(|(_, term)| term.forbidden).collect::<Vec<_>>(), [true, false]);
}

#[test]
fn each_value_is_shown_with_the_file_it_comes_from() {
    let folder = folder(&[
        ("kanwu.toml", "[check]\nignore = [\"figures/*\"]\n[publication]\nkind = \"newspaper\"\n"),
        (
            "a/kanwu.toml",
            "extend = \"../kanwu.toml\"\n[check]\nignore = [\"wording/*\"]\n[publication]\nkind = \"periodical\"\n",
        ),
    ]);
    let config = Config::load(&folder.path().join("a/kanwu.toml")).unwrap();
    let shown: Vec<_> = origin::of(Some(&config))
        .into_iter()
        .map(|setting| {
            let near = setting.from.is_some_and(|path| path.ends_with("a/kanwu.toml"));
            format!("{} = {} {near}", setting.key, setting.value)
        })
        .collect();
    assert_eq!(
        shown,
        [
            "check.ignore = [\"figures/*\"] false",
            "check.ignore = [\"wording/*\"] true",
            "check.select = [\"*\"] false",
            "publication.kind = \"periodical\" true",
            "style.bylines = \"majority\" false",
            "style.halfwidth = \"\" false",
        ]
    );
}

#[test]
fn the_template_says_nothing_until_a_line_is_used_and_then_what_it_says_is_right() {
    assert_eq!(settings_of(TEMPLATE).unwrap(), Settings::default());
    let used: String = TEMPLATE
        .lines()
        .map(|line| line.strip_prefix("# ").filter(|rest| is_toml(rest)).unwrap_or(line))
        .filter(|line| !line.starts_with("extend"))
        .flat_map(|line| [line, "\n"])
        .collect();
    let settings = settings_of(&used).unwrap_or_else(|error| panic!("{}\n{used}", error.words.en));
    assert_eq!(settings.glossary.find("外来工和残废人").len(), 2);
    assert_eq!(settings.names.all.len(), 3);
}

/// Whether a comment of the template is an example.
fn is_toml(line: &str) -> bool {
    line.starts_with("[[")
        || line.contains(" = ") && !line.contains('：')
        || line.starts_with('"')
        || line.starts_with("reason")
}

#[test]
fn entries_are_added_behind_what_is_there_and_stale_ones_are_taken_out() {
    let folder =
        folder(&[("kanwu.accepted.toml", "# 手写的\n\n[[accepted]]\nrule = \"x/y\"\ntext = \"甲\"\n")]);
    let path = folder.path().join("kanwu.accepted.toml");
    let mut accepted = AcceptedFindings::load(&path).unwrap();
    let entry = crate::check::Accepted { rule: "x/z".into(), text: "乙".into(), ..Default::default() };
    accepted.add(vec![entry]).unwrap();
    assert!(fs::read_to_string(&path).unwrap().starts_with("# 手写的\n"));
    let mut again = AcceptedFindings::load(&path).unwrap();
    assert_eq!(again, accepted);
    again.retain(|entry| entry.rule == "x/z").unwrap();
    assert_eq!(AcceptedFindings::load(&path).unwrap().entries.len(), 1);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing temporary is left");
}
