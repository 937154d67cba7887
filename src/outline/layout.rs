//! How the paragraphs of a text are set, as most of them are.

use super::{
    Layout, issue,
    line::{Ending, Line},
};

/// From so many characters on a paragraph is text for certain, and its setting counts.
const LONG: usize = 40;

impl Layout {
    /// How the paragraphs among the lines of a text are set, and the date its masthead bears.
    pub fn of(text: &str, lines: &[Line]) -> Self {
        let long: Vec<&Line> =
            paragraphs(lines).filter(|(_, length)| *length >= LONG).map(|(first, _)| first).collect();
        let most = |count: usize| count * 2 > long.len();
        Self {
            indented: most(long.iter().filter(|line| line.indent > 0).count()),
            spaced: most(long.iter().filter(|line| line.blanks_before > 0).count()),
            issue: issue::date(text, lines),
        }
    }
}

/// The first line of each paragraph with the length of the whole. A line that goes on with the sentence before it is
/// no paragraph, so that joining the two changes nothing.
fn paragraphs(lines: &[Line]) -> impl Iterator<Item = (&Line, usize)> {
    let mut rest = lines;
    std::iter::from_fn(move || {
        let (first, _) = rest.split_first()?;
        let breaks = rest.windows(2).position(|pair| !goes_on(&pair[0], &pair[1]));
        let (whole, behind) = rest.split_at(breaks.map_or(rest.len(), |at| at + 1));
        rest = behind;
        Some((first, whole.iter().map(|line| line.length).sum()))
    })
}

/// Whether a line goes on with the sentence of the one before it. What might be a head does not: whether it is one
/// depends on the layout.
fn goes_on(previous: &Line, next: &Line) -> bool {
    let may_be_head = next.ending == Ending::Open && !next.is_prose() && next.length < LONG;
    previous.may_go_on(next) && (next.begins_closing || previous.is_prose() && next.has_han && !may_be_head)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outline::line;

    const TEXT: &str =
        "入春以来，青禾镇组织干部群众清理沟渠，疏通水道，方便村民灌溉农田，春耕生产有序推进，村民都说好。";
    const CUT: &str =
        "每到傍晚，农家书屋就亮起了灯，村民放下农具赶来听课，农技员讲得仔细，大家听得入神，学得起";
    const REST: &str =
        "劲，回到田里也照着做，一年下来，全村的粮食产量比上年增加了一成，家家户户都添了新农具和新仓。";

    fn layout(text: &str) -> Layout {
        Layout::of(text, &line::read(text))
    }

    #[test]
    fn the_setting_of_most_paragraphs_is_that_of_the_text() {
        assert!(layout(&format!("标题在此\n　　{TEXT}\n　　{TEXT}\n{TEXT}\n")).indented);
        assert!(!layout(&format!("标题在此\n　　{TEXT}\n{TEXT}\n{TEXT}\n")).indented);
        assert!(layout(&format!("标题在此\n\n{TEXT}\n\n{TEXT}\n")).spaced);
    }

    #[test]
    fn joining_a_broken_paragraph_changes_nothing() {
        for before in [
            format!("标题在此\n　　{TEXT}\n　　{CUT}\n{REST}\n"),
            format!("标题在此\n　　{TEXT}\n{CUT}\n　　{REST}\n"),
            format!("标题在此\n　　{TEXT}\n　　{CUT}\n{REST}\n{TEXT}\n"),
            format!("标题在此\n\n{TEXT}\n{CUT}\n\n{REST}\n{TEXT}\n"),
        ] {
            let joined = before
                .replace(&format!("{CUT}\n　　{REST}"), &format!("{CUT}{REST}"))
                .replace(&format!("{CUT}\n\n{REST}"), &format!("{CUT}{REST}"))
                .replace(&format!("{CUT}\n{REST}"), &format!("{CUT}{REST}"));
            assert_ne!(before, joined);
            assert_eq!(layout(&before), layout(&joined), "{before}");
        }
    }

    #[test]
    fn the_halves_of_a_paragraph_are_measured_as_one() {
        let half = "每到傍晚，农家书屋就亮起了灯，村民放下农";
        let rest = "具赶来听课，农技员讲得仔细，大家听得入神。";
        let lines = format!("标题在此\n{TEXT}\n　　{half}\n{rest}\n　　{TEXT}\n");
        assert!(layout(&lines).indented);
    }
}
