//! Indents: where the draft indents its paragraphs, all begin with two full-width spaces.

use super::lines::Line;
use crate::{outline::Layout, rules::Edit};

/// The indent of a paragraph: room for two characters.
const INDENT: &str = "\u{3000}\u{3000}";

/// The edits that give every paragraph the indent of the draft, if it has one.
pub fn edits(lines: &[Line], layout: &Layout) -> Vec<Edit> {
    let paragraphs = lines.iter().filter(|line| layout.indented && line.kind.is_paragraph());
    paragraphs.map(|line| Edit { span: line.indent, text: INDENT.to_owned() }).collect()
}

#[cfg(test)]
mod tests {
    use crate::{
        check::Analysis,
        format::{Taste, format},
    };

    const CANAL: &str =
        "入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉农田，春耕生产有序推进，村民都说好。";

    #[test]
    fn paragraphs_are_indented_where_most_are_and_heads_never() {
        let text = format!("青禾镇修渠引水\n　　{CANAL}\n    {CANAL}\n{CANAL}\n一、清渠\n　　{CANAL}\n");
        let indented =
            format!("青禾镇修渠引水\n　　{CANAL}\n　　{CANAL}\n　　{CANAL}\n一、清渠\n　　{CANAL}\n");
        assert_eq!(format(&text, &Analysis::of(&text), Taste::default()), indented);
    }

    #[test]
    fn a_draft_that_does_not_indent_is_left_as_it_is() {
        let text = format!("青禾镇修渠引水\n{CANAL}\n　　{CANAL}\n{CANAL}\n{CANAL}\n");
        assert_eq!(format(&text, &Analysis::of(&text), Taste::default()), text);
    }
}
