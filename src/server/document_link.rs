//! `textDocument/documentLink`: addresses of the web, and 下转第2版 to where the article goes on.

use std::{fs, path::Path, sync::LazyLock};

use regex::Regex;
use tower_lsp::gen_lsp_types as lsp;

use super::{abilities::Abilities, convert, file_uri, session::Open};
use crate::{rules::Words, text::Span, workspace::EXTENSIONS};

/// An address of the web; marks that close a sentence around it are not part of it.
static ADDRESS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"\bhttps?://[!-~]*[A-Za-z0-9/_=&#%+-]").expect("the pattern is well formed")
});

/// 下转第2版, 上接A3版, （紧接第四版）.
static JUMP: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?:下转|上接|紧接|转)第?(?<page>[A-Z]?[0-9]{1,2}|[一二三四五六七八九十]{1,3})版")
        .expect("the pattern is well formed")
});

/// The line that begins a page: 第2版, 02版：要闻, 【第二版】.
static PAGE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r"^[【\[（(\s　—-]*第?(?<page>[A-Z]?[0-9]{1,2}|[一二三四五六七八九十]{1,3})版(?:$|[：:】\]）)\s　·—-])",
    )
    .expect("the pattern is well formed")
});

/// A page in the name of a file: 第2版, 2024-03-15-A02版.
static FILE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new("(?<page>[A-Z]?[0-9]{1,2}|[一二三四五六七八九十]{1,3})版").expect("the pattern is well formed")
});

/// The links of a document. One that leads nowhere is none.
pub fn of(open: &Open, abilities: Abilities) -> Vec<lsp::DocumentLink> {
    let text = open.document.text();
    let link = |span: Span, target: lsp::Uri, tooltip: Option<Words>| lsp::DocumentLink {
        range: convert::range(&open.document, span, abilities.encoding),
        target: Some(target),
        tooltip: tooltip.map(|words| words.get(abilities.language).to_owned()),
        data: None,
    };
    let mut links: Vec<_> = ADDRESS
        .find_iter(&text)
        .map(|found| link(Span::new(found.start(), found.end()), found.as_str().into(), None))
        .collect();
    for found in JUMP.captures_iter(&text) {
        let (whole, page) = (found.get(0), &found["page"]);
        let target = page_of(page).and_then(|page| target(open, &text, &page));
        if let (Some(whole), Some(target)) = (whole, target) {
            let words = Words::new(format!("到第{page}版"), format!("To page {page}"));
            links.push(link(Span::new(whole.start(), whole.end()), target, Some(words)));
        }
    }
    links.sort_by_key(|link| (link.range.start.line, link.range.start.character));
    links
}

/// Where a page begins: a line of this draft, or a file beside it.
fn target(open: &Open, text: &str, page: &str) -> Option<lsp::Uri> {
    let is_page = |captures: Option<regex::Captures<'_>>| {
        captures.is_some_and(|found| page_of(&found["page"]).as_deref() == Some(page))
    };
    if let Some(line) = text.lines().position(|line| is_page(PAGE.captures(line))) {
        return Some(format!("{}#L{}", open.uri.0, line + 1).into());
    }
    let draft = file_uri::path(&open.uri)?;
    let is_draft = |path: &Path| {
        let extension = path.extension().and_then(|extension| extension.to_str());
        extension
            .is_some_and(|extension| EXTENSIONS.iter().any(|known| known.eq_ignore_ascii_case(extension)))
    };
    let beside = fs::read_dir(draft.parent()?).ok()?.filter_map(|entry| Some(entry.ok()?.path()));
    let mut found: Vec<_> = beside
        .filter(|path| is_draft(path) && *path != draft)
        .filter(|path| path.file_stem().is_some_and(|stem| is_page(FILE.captures(&stem.to_string_lossy()))))
        .collect();
    // Of several issues in one folder nobody knows which.
    if found.len() == 1 { file_uri::of(&found.remove(0)) } else { None }
}

/// A page by the number it is known by: A02 is A2, 四 is 4.
fn page_of(printed: &str) -> Option<String> {
    let digits = printed.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let section = &printed[..printed.len() - digits.len()];
    let number = digits.parse().ok().or_else(|| han(digits))?;
    Some(format!("{section}{number}"))
}

/// A number up to ninety-nine in Chinese numerals.
fn han(text: &str) -> Option<u32> {
    let digit = |text: &str| {
        let found = "一二三四五六七八九".chars().position(|c| text.chars().eq([c]))?;
        Some(found as u32 + 1)
    };
    match text.split_once('十') {
        None => digit(text),
        Some((tens, ones)) => {
            let tens = if tens.is_empty() { 1 } else { digit(tens)? };
            let ones = if ones.is_empty() { 0 } else { digit(ones)? };
            Some(tens * 10 + ones)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_known_however_its_number_is_printed() {
        for (printed, page) in [
            ("2", "2"),
            ("02", "2"),
            ("A02", "A2"),
            ("四", "4"),
            ("十", "10"),
            ("十二", "12"),
            ("二十", "20"),
        ] {
            assert_eq!(page_of(printed).as_deref(), Some(page), "{printed}");
        }
        assert_eq!(page_of("十十"), None);
    }

    #[test]
    fn an_address_ends_before_the_marks_of_its_sentence() {
        let found = |text: &'static str| ADDRESS.find(text).map(|found| found.as_str());
        assert_eq!(found("见 https://example.org/a?b=1。"), Some("https://example.org/a?b=1"));
        assert_eq!(found("(see http://example.org/.)"), Some("http://example.org/"));
        assert_eq!(found("http地址"), None);
    }
}
