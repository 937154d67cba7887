//! Cuts text into words with their parts of speech: jieba with a small dictionary, loaded when it is first needed.

use std::sync::LazyLock;

use jieba_rs::Jieba;

use crate::text::Span;

static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    let mut dictionary = include_bytes!("data/dictionary.txt").as_slice();
    Jieba::with_dict(&mut dictionary).expect("the dictionary was written for it")
});

/// A word and where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place in the text.
    pub at: Span,
    /// Its part of speech as ICTCLAS writes it (`n`, `v`, `nr`, `ns` …), `x` for what is no word.
    pub tag: &'static str,
}

/// The words of a text; together they cover it.
pub fn words(text: &str) -> Vec<Word> {
    let base = text.as_ptr() as usize;
    let mut words = Vec::new();
    for tag in JIEBA.tag(text, false) {
        let start = tag.word.as_ptr() as usize - base;
        words.push(Word { at: Span::new(start, start + tag.word.len()), tag: known(tag.tag) });
    }
    words
}

/// Whether the dictionary has `text` as the name of a person.
pub fn is_name(text: &str) -> bool {
    match JIEBA.tag(text, false).as_slice() {
        [only] => only.tag.starts_with("nr"),
        _ => false,
    }
}

/// The tags of the dictionary, which live as long as the program.
fn known(tag: &str) -> &'static str {
    const TAGS: &[&str] = &[
        "n", "v", "vn", "a", "ad", "an", "d", "p", "c", "u", "uj", "ul", "uz", "ud", "uv", "ug", "m", "mq",
        "q", "r", "t", "f", "s", "b", "j", "i", "l", "nr", "nrt", "nrfg", "ns", "nt", "nz", "ng", "vg", "ag",
        "dg", "tg", "k", "h", "o", "y", "z", "zg", "e", "g", "eng", "rr", "rz", "vd", "vi", "vq", "df", "rg",
        "mg", "qg", "bg", "yg", "jn", "nrfg",
    ];
    TAGS.iter().find(|known| **known == tag).copied().unwrap_or("x")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cover_the_text_in_order() {
        let text = "志愿者走进社区，宣传防疫知识。";
        let found = words(text);
        let cut: Vec<&str> = found.iter().map(|word| word.at.of(text)).collect();
        assert_eq!(cut.concat(), text);
        assert!(cut.contains(&"志愿者") && cut.contains(&"宣传"), "{cut:?}");
    }
}
