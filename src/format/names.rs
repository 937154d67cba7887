//! Names of two characters in bylines: padded to the width of three, or closed up, where that is asked for.

use super::NamePadding;
use crate::{
    check::Analysis,
    rules::Edit,
    text::{
        Span,
        chars::{is_han, is_space},
    },
};

/// The edits that pad or close up the names of two characters in all bylines.
pub fn edits(analysis: &Analysis, padding: NamePadding) -> Vec<Edit> {
    let between = match padding {
        NamePadding::Kept => return Vec::new(),
        NamePadding::Padded => "\u{3000}",
        NamePadding::Closed => "",
    };
    let mut edits = Vec::new();
    for placed in &analysis.articles {
        let names = placed.analysis.article.bylines.iter().flat_map(|byline| &byline.names);
        edits.extend(names.filter_map(|name| {
            let gap = gap(name.span.of(&placed.analysis.text))?;
            let span = gap.shift(placed.span.start + name.span.start);
            Some(Edit { span, text: between.to_owned() })
        }));
    }
    edits
}

/// The space, or none, between the two characters of a name.
fn gap(name: &str) -> Option<Span> {
    let first = name.chars().next().filter(|&c| is_han(c))?;
    let rest = &name[first.len_utf8()..];
    let last = rest.trim_start_matches(is_space);
    let mut chars = last.chars();
    (chars.next().is_some_and(is_han) && chars.next().is_none())
        .then(|| Span::new(first.len_utf8(), name.len() - last.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::{Taste, format};

    const TEXT: &str = "青禾镇修渠引水\n\n入春以来，青禾镇组织干部群众清理沟渠，疏通水道，王芳说好。\n\n（记者 李　明 通讯员 王芳 蒲春燕）\n";

    fn bylines(names: NamePadding) -> String {
        let text = format(TEXT, &Analysis::of(TEXT), Taste { names });
        assert!(text.contains("王芳说好"), "it stands in no byline");
        text.lines().last().unwrap_or_default().to_owned()
    }

    #[test]
    fn names_of_two_characters_are_padded_or_closed_up_as_asked() {
        assert_eq!(bylines(NamePadding::Padded), "（记者 李　明 通讯员 王　芳 蒲春燕）");
        assert_eq!(bylines(NamePadding::Closed), "（记者 李明 通讯员 王芳 蒲春燕）");
        assert_eq!(bylines(NamePadding::Kept), "（记者 李　明 通讯员 王芳 蒲春燕）");
    }
}
