//! Counties, county-level cities and districts that are no more, since the year 2000.
//!
//! Tabulated by hand; the changes as the Ministry of Civil Affairs publishes them (民政部《县级以上行政区划变更情况》). A row of
//! `data/former_counties.tsv`: the name, what it belonged to, the last year in which it existed, what it is now.

use std::{collections::HashMap, sync::LazyLock};

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
    use crate::lexicon::gazetteer::{self, Division};

    #[test]
    fn every_row_is_read_and_no_name_comes_twice() {
        assert_eq!(all().count(), TABLE.lines().count());
        assert_eq!(BY_NAME.len(), TABLE.lines().count());
        assert!(all().all(|county| (2000..=2030).contains(&county.last_year)));
    }

    #[test]
    fn no_division_of_today_bears_a_former_name_and_every_parent_is_known() {
        for county in all() {
            let is_current =
                gazetteer::named(county.name).is_some_and(|bearers| bearers.iter().any(Division::is_current));
            assert!(!is_current, "{} is a division of today", county.name);
            let parent = gazetteer::names_ending(county.parent);
            assert!(!parent.is_empty(), "{} is unknown", county.parent);
        }
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
