//! What the page of findings holds, and that the words of a draft stay words.

use super::*;
use crate::{
    check::Analysis,
    report::samples::{self, TEXT, analysis, printed},
    rules::Words,
};

fn page(language: Language, text: &str, analysis: &Analysis) -> String {
    printed(&mut FindingsPage::new(language), text, analysis)
}

/// A stretch of the page from one place up to another.
fn part<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page.find(from).unwrap_or_else(|| panic!("{from} is on the page"));
    &page[start..start + page[start..].find(to).unwrap_or_else(|| panic!("{to} follows"))]
}

#[test]
fn a_line_is_shown_with_what_was_found_and_mentioned_and_the_notes_beside_it() {
    let page = page(Language::Chinese, TEXT, &analysis());
    insta::assert_snapshot!(part(&page, "<section class=\"article\"", "<details class=\"ledger\">"), @r##"
        <section class="article" id="d1-s1" aria-label="标题">
        <details class="outline">
        <summary>结构 <span class="lines">行 1–2</span></summary>
        <dl>
        <div><dt>段落</dt><dd>0</dd></div>
        </dl>
        </details>
        <div class="line noted">
        <span class="number" id="d1-l1"><span class="hidden">行 </span>1</span>
        <p class="masthead" lang="zh-Hans"><mark class="found warning rule-1">标题</mark><a class="ref warning rule-1" id="d1-m2" href="#d1-f2" aria-label="问题 2">2</a></p>
        <ol class="notes" aria-label="行 1 的问题">
        <li class="note warning rule-1" id="d1-f2">
        <p class="what"><a class="back" href="#d1-m2" aria-label="回到原文 2">2</a> <span class="severity"><span class="sign" aria-hidden="true"></span> 警告</span> 没有署名</p>
        <p class="rule"><span class="place">1:1</span> <a href="#rule-1">samples/byline</a></p>
        </li>
        </ol>
        </div>
        <div class="line noted">
        <span class="number" id="d1-l2"><span class="hidden">行 </span>2</span>
        <p class="masthead" lang="zh-Hans">　　<span class="mention place" title="江苏省苏州市常熟市支塘镇">支塘镇</span>组织志愿者12名、党员20名，<mark class="found error rule-0">共计30人</mark><a class="ref error rule-0" id="d1-m1" href="#d1-f1" aria-label="问题 1">1</a>，发放资料<span class="mention figure" title="200份以上">超200份</span>。</p>
        <ol class="notes" aria-label="行 2 的问题">
        <li class="note error rule-0" id="d1-f1">
        <p class="what"><a class="back" href="#d1-m1" aria-label="回到原文 1">1</a> <span class="severity"><span class="sign" aria-hidden="true"></span> 错误</span> 12 + 20 = 32，与“共计30人”不符</p>
        <p class="related">参见 2:11 <span lang="zh-Hans">“12名”</span> 分项</p>
        <p class="related">参见 2:17 <span lang="zh-Hans">“20名”</span> 分项</p>
        <p class="fix">可修改：改为“32人”</p>
        <p class="rule"><span class="place">2:21</span> <a href="#rule-0">samples/sum</a></p>
        </li>
        </ol>
        </div>
        </section>
        "##);
}

#[test]
fn the_text_can_be_read_off_the_page_character_by_character() {
    let page = page(Language::Chinese, TEXT, &analysis());
    let line = part(&page, "id=\"d1-l2\"", "<ol class=\"notes\"");
    let body = &line[line.find("<p ").expect("a line is a paragraph")..];
    let mut text = String::new();
    let mut tag = String::new();
    let (mut is_tag, mut is_reference) = (false, false);
    for c in body.chars() {
        match c {
            '<' => {
                is_tag = true;
                tag.clear();
            }
            '>' => {
                is_tag = false;
                is_reference = tag.starts_with("a ");
            }
            c if is_tag => tag.push(c),
            c if !is_reference => text.push(c),
            _ => {}
        }
    }
    assert_eq!(text.trim(), TEXT.lines().nth(1).unwrap().trim());
}

#[test]
fn hostile_words_are_text_and_never_markup() {
    let hostile = "<script>alert(1)</script>\"' onload='x' </style><!-- &amp; \u{202e}\u{1}";
    let text = format!("{hostile}\n　　{hostile}30人。\n");
    let mut analysis = Analysis::of(&text);
    let mut finding = samples::findings().remove(0);
    finding.span = crate::text::Span::new(0, hostile.len());
    finding.message = Words::new(hostile, hostile);
    finding.related[0].span = finding.span;
    finding.related[0].words = Words::new(hostile, hostile);
    finding.related.truncate(1);
    finding.fixes[0].title = Words::new(hostile, hostile);
    finding.fixes[0].edits[0].span = finding.span;
    analysis.findings = vec![finding];
    let mut report = FindingsPage::new(Language::English);
    let source = Source::Path(hostile.to_owned());
    let mut out = Vec::new();
    report
        .document(&mut out, &Checked { source: &source, text: &text, analysis: &analysis, error_rate: None })
        .unwrap();
    report.failure(&mut out, &source, hostile).unwrap();
    report.finish(&mut out).unwrap();
    let page = String::from_utf8(out).unwrap();
    assert_eq!(page.matches("<script").count(), 1, "the page's own");
    assert_eq!(page.matches("</style").count(), 1, "the page's own");
    assert!(!page.contains("<!--") && !page.contains("onload='") && !page.contains("\"'"), "{page}");
    assert!(!page.contains('\u{202e}') && !page.contains('\u{1}'), "nothing turns the text around");
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    let page = page(Language::Chinese, TEXT, &analysis());
    for foreign in ["http:", "https:", "src=", "@import", "url(", "fetch(", "import("] {
        assert!(!page.contains(foreign), "{foreign}");
    }
}

#[test]
fn every_reference_leads_to_a_place_on_the_page() {
    let page = page(Language::English, TEXT, &analysis());
    let references: Vec<&str> =
        page.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(references.len() > 5, "{references:?}");
    for id in references {
        assert_eq!(page.matches(&format!(" id=\"{id}\"")).count(), 1, "{id}");
    }
}

#[test]
fn a_finding_on_an_empty_line_or_behind_the_text_is_shown() {
    for (text, at) in [
        ("标题\n\n　　正文。\n", "标题\n".len()),
        ("标题\n　　正文。\n", "标题\n　　正文。\n".len()),
        ("", 0),
    ] {
        let mut analysis = Analysis::of(text);
        let mut finding = samples::findings().remove(1);
        finding.span = crate::text::Span::new(at, at);
        analysis.findings = vec![finding];
        let page = page(Language::Chinese, text, &analysis);
        assert_eq!(page.matches("<li class=\"note ").count(), 1, "{text:?} {at}");
        assert_eq!(page.matches("class=\"ref ").count(), 1, "{text:?} {at}");
    }
}

#[test]
fn the_page_is_in_one_language_and_the_draft_in_chinese() {
    let page = page(Language::English, TEXT, &samples::ledger());
    assert!(page.starts_with("<!doctype html>\n<html lang=\"en\">"), "{page}");
    assert!(!page.contains("规则") && !page.contains("错误"), "{page}");
    assert!(page.contains("Ledger of figures"), "{page}");
}
