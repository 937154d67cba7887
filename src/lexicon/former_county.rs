//! Counties, county-level cities and districts that are no more, since the year 2000.
//!
//! Tabulated by hand. A row of `data/former_counties.tsv`: the name, what it belonged to (by the names of today), the
//! last year in which it existed, what it is now, and the source: `M` is the list of changes that the Ministry of Civil
//! Affairs publishes for that year (民政部《县级以上行政区划变更情况》), anything else is the notice itself.

use std::{collections::HashMap, sync::LazyLock};

use super::gazetteer::{self, Division};

static TABLE: &str = include_str!("data/former_counties.tsv");

/// A division that is no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormerCounty {
    /// Its name.
    pub name: &'static str,
    /// The province, and the city where there was one, that it belonged to.
    pub parent: &'static str,
    /// The last year in which it existed, at least for a part of it.
    pub last_year: i32,
    /// What it became, or what it lies in now.
    pub successor: &'static str,
    /// Where that is published, as the table abbreviates it.
    source: &'static str,
}

impl FormerCounty {
    /// Where the change is published.
    pub fn source(&self) -> String {
        match self.source {
            "M" => format!("民政部《{}年县级以上行政区划变更情况》", self.last_year),
            notice => notice.to_owned(),
        }
    }

    /// Whether a division of today bears the same name elsewhere (宁波市江北区), so that the name alone says nothing.
    pub fn shares_its_name(&self) -> bool {
        gazetteer::named(self.name).is_some_and(|bearers| bearers.iter().any(Division::is_current))
    }
}

static BY_NAME: LazyLock<HashMap<&'static str, FormerCounty>> =
    LazyLock::new(|| TABLE.lines().filter_map(row).map(|county| (county.name, county)).collect());

fn row(line: &'static str) -> Option<FormerCounty> {
    let mut cells = line.split('\t');
    Some(FormerCounty {
        name: cells.next()?,
        parent: cells.next()?,
        last_year: cells.next()?.parse().ok()?,
        successor: cells.next()?,
        source: cells.next()?,
    })
}

/// The former division of that name.
pub fn find(name: &str) -> Option<FormerCounty> {
    BY_NAME.get(name).copied()
}

/// All of them.
pub fn all() -> impl Iterator<Item = FormerCounty> {
    TABLE.lines().filter_map(row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read_and_no_name_comes_twice() {
        assert_eq!(all().count(), TABLE.lines().count());
        assert_eq!(BY_NAME.len(), TABLE.lines().count());
        assert!(all().all(|county| (2000..=2030).contains(&county.last_year)));
    }

    #[test]
    fn nothing_in_the_table_is_a_division_of_today_and_every_parent_is_known() {
        for county in all() {
            let bearers = gazetteer::named(county.name);
            let lives_on = bearers.is_some_and(|bearers| {
                let full = format!("{}{}", county.parent, county.name);
                bearers.iter().any(|one| one.is_current() && one.full_name(county.name) == full)
            });
            assert!(!lives_on, "{} is a division of today", county.name);
            let parent = gazetteer::names_ending(county.parent);
            assert!(
                parent.iter().any(|(_, bearers)| bearers.iter().any(Division::is_current)),
                "{}",
                county.parent
            );
        }
    }

    #[test]
    fn every_change_names_its_source() {
        for county in all() {
            let source = county.source();
            assert!(source.contains(&county.last_year.to_string()), "{}: {source}", county.name);
            assert!(source.contains("民政部") || source.contains("人民政府"), "{}: {source}", county.name);
        }
    }

    #[test]
    fn a_name_that_another_place_still_bears_is_known_to_be_shared() {
        let shares = |name| find(name).is_some_and(|county| county.shares_its_name());
        assert!(shares("江北区"));
        assert!(!shares("渝北区"));
    }

    #[test]
    fn what_a_county_became_is_a_division_of_today() {
        for county in all() {
            for successor in county.successor.split('、') {
                let is_current = |bearers: &gazetteer::Bearers| bearers.iter().any(Division::is_current);
                let known = gazetteer::names_ending(successor);
                assert!(known.iter().any(|(_, bearers)| is_current(bearers)), "{successor} is unknown");
            }
        }
    }
}
