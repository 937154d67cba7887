//! Counties, county-level cities and districts set up after the lists that the gazetteer is made of.
//!
//! Tabulated by hand. A row of `data/new_counties.tsv`: the name, what it belongs to, the code, the year in which it was
//! set up, and the notice that says so. `build.rs` puts them among the divisions of the lists.

static TABLE: &str = include_str!("data/new_counties.tsv");

/// A division that the lists do not have yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewCounty {
    /// Its name.
    pub name: &'static str,
    /// The province, and the city where there is one, that it belongs to.
    pub parent: &'static str,
    /// Its code.
    pub code: u64,
    /// The year in which it was set up.
    pub year: i32,
    /// The notice that says so.
    pub source: &'static str,
}

fn row(line: &'static str) -> Option<NewCounty> {
    let mut cells = line.split('\t');
    Some(NewCounty {
        name: cells.next()?,
        parent: cells.next()?,
        code: cells.next()?.parse().ok()?,
        year: cells.next()?.parse().ok()?,
        source: cells.next()?,
    })
}

/// All of them.
pub fn all() -> impl Iterator<Item = NewCounty> {
    TABLE.lines().filter_map(row)
}

/// The new division of that code.
pub fn find(code: u64) -> Option<NewCounty> {
    all().find(|county| county.code == code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::gazetteer;

    #[test]
    fn every_new_division_is_found_by_its_name_with_its_code_and_its_parent() {
        assert_eq!(all().count(), TABLE.lines().count());
        for county in all() {
            let NewCounty { name, parent, code, year, source } = county;
            let bearers = gazetteer::named(name).expect(name);
            let one = bearers.iter().find(|one| one.code() == Some(code)).expect(name);
            assert_eq!(one.full_name(name), format!("{parent}{name}"));
            assert!(one.is_current() && one.is_newer_than_the_lists(), "{name}");
            assert!(source.contains(&year.to_string()), "{name}: {source}");
        }
    }

    #[test]
    fn a_new_division_stands_among_its_neighbours_in_the_order_of_the_codes() {
        let hetian = gazetteer::named("和田地区").and_then(|all| all.iter().next()).expect("a prefecture");
        let codes: Vec<_> = gazetteer::children(hetian).filter_map(gazetteer::Division::code).collect();
        assert!(codes.is_sorted(), "{codes:?}");
        assert!(codes.contains(&653_228));
    }
}
