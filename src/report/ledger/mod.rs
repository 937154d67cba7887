//! The ledger of figures: every figure and date of a draft with its reading, every relation that was checked, and the
//! counts at the end. It is what a proofreader goes through and signs.

mod html;
mod page;
mod table;

pub use html::Html;
pub use page::{Page, Relation};
pub use table::Table;

use crate::{
    ledger::Tally,
    rules::{Language, Words},
};

/// What all documents came to, in a sentence.
fn total(documents: usize, unread: usize, tally: &Tally) -> Words {
    let counts = tally.words();
    let (mut zh, mut en) = (String::new(), String::new());
    if unread > 0 {
        zh = format!("；{unread} 份无法读取");
        en = format!("; {unread} not read");
    }
    let bulletins = if documents == 1 { "bulletin" } else { "bulletins" };
    Words::new(
        format!("简报 {documents} 份：{}{zh}", counts.zh),
        format!("{documents} {bulletins}: {}{en}", counts.en),
    )
}

/// One of two texts.
const fn say<'a>(language: Language, zh: &'a str, en: &'a str) -> &'a str {
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}
