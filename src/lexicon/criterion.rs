//! Tables of names in which every list says by what criterion it is complete.
//!
//! A line `= Kind: criterion` opens a list; the names follow, separated by blanks, on as many lines as they need.

/// A list of names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct List {
    /// What the names are names of.
    pub kind: &'static str,
    /// What the list is complete by.
    pub criterion: &'static str,
    names: &'static str,
}

impl List {
    /// The names.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        self.names.split_whitespace()
    }
}

/// The lists of a table, in order.
pub fn lists(table: &'static str) -> impl Iterator<Item = List> {
    table.split("= ").filter_map(|list| {
        let (head, names) = list.split_once('\n')?;
        let (kind, criterion) = head.split_once(": ")?;
        Some(List { kind, criterion, names })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_has_its_kind_its_criterion_and_its_names() {
        let all: Vec<List> =
            lists("= River: the rivers of a county\n甲江 乙河\n丙溪\n= Hill: its hills\n丁山\n").collect();
        assert_eq!(all.len(), 2);
        assert_eq!((all[0].kind, all[0].criterion), ("River", "the rivers of a county"));
        assert_eq!(all[0].names().collect::<Vec<_>>(), ["甲江", "乙河", "丙溪"]);
    }
}
