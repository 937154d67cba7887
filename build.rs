//! Makes the index of the gazetteer from `src/lexicon/data/divisions/`, in the form in which it is used in place, with
//! what `new_counties.tsv` and `former_counties.tsv` say was set up and abolished after those lists.
//!
//! - `upper.bin`: provinces, cities, counties and towns in the order of their codes, 16 bytes each: code (`u32`), place
//!   and length of the name in `upper.txt` (`u32`, `u8`), level (`u8`), releases (`u8`; bit 2: set up since,
//!   bit 3: abolished since), 0, parent (`u16`, its own
//!   number if it has none), 0 (`u16`).
//! - `names.fst`: every name with its characters reversed → where its bearers stand in `bearers.bin`, in the high 32
//!   bits, and how many they are, in the low ones.
//! - `short.fst`: short names of provinces, cities and counties, reversed too → the same.
//! - `bearers.bin`: `u32` each: an upper division's number, or with bit 31 a village: releases (2 bits), the last three
//!   digits of its code (10 bits), number of its town (16 bits).
//! - `words.fst`: the everyday words of `dictionary.txt`.
//! - `idioms.bin`: its idioms of four characters, as four `u16` each in order; `idioms_by_end.bin`: the same with the last
//!   two characters of each in front.
//! - `confusables.bin`: from `confusables.txt`, 5 bytes a pair in order: the character written (`u16`), the character of
//!   a place name it may stand for (`u16`), how they are confused (`u8`: 0 look alike, 1 share a part, 2 sound alike).

use std::{
    collections::{BTreeMap, BTreeSet},
    env, fs,
    path::{Path, PathBuf},
};

/// One line of the source.
struct Upper {
    code: u32,
    name: String,
    level: u8,
    releases: u8,
    parent: u16,
}

/// Bearers by reversed name.
type Names = BTreeMap<String, Vec<u32>>;

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    println!("cargo:rerun-if-changed=src/lexicon/data");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo names the folder"));
    let mut files: Vec<PathBuf> = fs::read_dir("src/lexicon/data/divisions")
        .expect("the divisions are there")
        .map(|entry| entry.expect("the folder can be read").path())
        .collect();
    files.sort();
    let (mut uppers, mut names, mut short) = (Vec::new(), Names::new(), Names::new());
    let since = Since::read();
    for file in files {
        let lists = fs::read_to_string(file).expect("a division file is text");
        read(&since.added_to(&lists), &since.abolished, &mut uppers, &mut names, &mut short);
    }
    let mut bearers = Vec::new();
    write_names(&out.join("names.fst"), &names, &mut bearers);
    write_names(&out.join("short.fst"), &short, &mut bearers);
    write(&out.join("bearers.bin"), &bearers);
    write_uppers(&out, &uppers);
    write_confusables(&out);
    let dictionary = fs::read_to_string("src/lexicon/data/dictionary.txt").expect("the dictionary is there");
    let set = fst::Set::from_iter(everyday_words(&dictionary, &uppers)).expect("the words are in order");
    write(&out.join("words.fst"), set.as_fst().as_bytes());
    write_idioms(&out, &dictionary);
}

/// Frequent words of two characters. What the dictionary calls names of places and bodies is left out, and names of
/// people unless they are frequent: 宁静 is a word too. So are the short names of large cities, whatever the dictionary
/// calls them; which of those are words all the same is known by hand.
fn everyday_words<'a>(dictionary: &'a str, uppers: &[Upper]) -> BTreeSet<&'a str> {
    let cities: BTreeSet<&str> = uppers
        .iter()
        .filter(|upper| upper.level <= 1)
        .filter_map(|upper| short_name(&upper.name, upper.level.into()))
        .collect();
    let is_everyday = |line: &&str| {
        let mut fields = line.split(' ');
        let (Some(word), Some(count), Some(tag)) = (fields.next(), fields.next(), fields.next()) else {
            return false;
        };
        let count: u32 = count.parse().unwrap_or(0);
        word.chars().count() == 2
            && count >= if tag.starts_with("nr") { 300 } else { 50 }
            && !["ns", "nt"].contains(&tag)
            && !cities.contains(word)
    };
    dictionary.lines().filter(is_everyday).filter_map(|line| line.split(' ').next()).collect()
}

fn write_confusables(out: &Path) {
    let text = fs::read_to_string("src/lexicon/data/confusables.txt").expect("the confusables are there");
    let mut pairs = Vec::new();
    for line in text.lines() {
        let mut characters = line.chars();
        let target = characters.next().expect("a line begins with its character");
        for (class, others) in characters.as_str().split('\t').enumerate() {
            pairs.extend(others.chars().map(|written| (written, target, class as u8)));
        }
    }
    pairs.sort_unstable();
    // A pair that looks and sounds alike counts as the former.
    pairs.dedup_by_key(|(written, target, _)| (*written, *target));
    let code =
        |c: char| u16::try_from(u32::from(c)).expect("the characters are of the basic plane").to_le_bytes();
    let bytes: Vec<u8> = pairs
        .into_iter()
        .flat_map(|(written, target, class)| {
            let ([a, b], [c, d]) = (code(written), code(target));
            [a, b, c, d, class]
        })
        .collect();
    write(&out.join("confusables.bin"), &bytes);
}

/// What changed after the lists.
struct Since {
    /// Divisions set up: code and name.
    added: Vec<(String, String)>,
    /// Full names of those abolished.
    abolished: BTreeSet<String>,
}

impl Since {
    /// The year of the newest lists.
    const LISTS: i32 = 2023;

    fn read() -> Self {
        let table = |name: &str| {
            let text =
                fs::read_to_string(Path::new("src/lexicon/data").join(name)).expect("the table is there");
            let rows = text.lines().map(|line| line.split('\t').map(str::to_owned).collect::<Vec<_>>());
            rows.collect::<Vec<_>>()
        };
        let added =
            table("new_counties.tsv").into_iter().map(|row| (row[2].clone(), row[0].clone())).collect();
        let abolished = table("former_counties.tsv")
            .into_iter()
            .filter(|row| row[2].parse::<i32>().expect("a year") > Self::LISTS)
            .map(|row| format!("{}{}", row[1], row[0]))
            .collect();
        Self { added, abolished }
    }

    /// The lines of a province with those of the divisions set up since, in the order of the codes; `+` marks them.
    fn added_to(&self, text: &str) -> String {
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let depth = |line: &str| line.len() - line.trim_start().len();
        for (code, name) in self.added.iter().filter(|(code, _)| text.starts_with(&code[..2])) {
            let city = format!(" {} ", &code[2..4]);
            let city =
                lines.iter().position(|line| line.starts_with(&city)).expect("its city is in the lists");
            let is_behind = |line: &String| depth(line) < 2 || depth(line) == 2 && line[2..4] > code[4..];
            let end = lines[city + 1..].iter().position(is_behind);
            let at = end.map_or(lines.len(), |end| city + 1 + end);
            lines.insert(at, format!("  {} {name}+", &code[4..]));
        }
        lines.join("\n")
    }
}

fn read(
    text: &str,
    abolished: &BTreeSet<String>,
    uppers: &mut Vec<Upper>,
    names: &mut Names,
    short: &mut Names,
) {
    // The open division of each level: its code's digits, its number, and its full name.
    let mut open: Vec<(String, u16, String)> = Vec::new();
    for line in text.lines() {
        let (own, villages) = line.split_once('\t').unwrap_or((line, ""));
        let depth = own.len() - own.trim_start().len();
        let (digits, printed) = own.trim_start().split_once(' ').expect("a code and a name");
        let (name, mut releases) = releases(printed);
        open.truncate(depth);
        let prefix = open.last().map_or("", |(code, ..)| code.as_str());
        let above = open.last().map_or("", |(.., full)| full.as_str());
        let full = if is_filler(name) { above.to_owned() } else { format!("{above}{name}") };
        if depth == 2 && abolished.contains(&full) {
            releases |= 8;
        }
        let code = format!("{prefix}{digits}");
        let number = u16::try_from(uppers.len()).expect("fewer than 65,536 towns");
        uppers.push(Upper {
            code: code.parse().unwrap_or(0),
            name: name.to_owned(),
            level: depth as u8,
            releases,
            parent: open.last().map_or(number, |(_, parent, _)| *parent),
        });
        if !is_filler(name) {
            names.entry(reversed(name)).or_default().push(number.into());
            if let Some(stem) = short_name(name, depth) {
                short.entry(reversed(stem)).or_default().push(number.into());
            }
        }
        open.push((code, number, full));
        for village in villages.split(' ').filter(|village| !village.is_empty()) {
            let (digits, printed) = village.split_at(3);
            let (name, releases) = self::releases(printed);
            let digits: u32 = digits.parse().expect("three digits");
            let bearer = 1 << 31 | u32::from(releases) << 26 | digits << 16 | u32::from(number);
            names.entry(reversed(name)).or_default().push(bearer);
        }
    }
}

/// A name and in which releases it stands: bit 0 the older, bit 1 the newer, bit 2 neither, being set up since.
fn releases(printed: &str) -> (&str, u8) {
    if let Some(name) = printed.strip_suffix('+') {
        return (name, 4);
    }
    match (printed.strip_suffix('<'), printed.strip_suffix('>')) {
        (Some(name), _) => (name, 1),
        (_, Some(name)) => (name, 2),
        _ => (printed, 3),
    }
}

/// Rows that only fill a level of the codes.
fn is_filler(name: &str) -> bool {
    ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"].contains(&name)
}

/// 江苏 of 江苏省, 延边 of 延边朝鲜族自治州, 支塘 of 支塘镇; none if one character would be left.
fn short_name(name: &str, depth: usize) -> Option<&str> {
    const SUFFIXES: [&[&str]; 3] = [
        &["特别行政区", "自治区", "省", "市"],
        &["自治州", "地区", "盟", "市"],
        &["自治县", "自治旗", "林区", "特区", "新区", "市", "县", "区", "旗"],
    ];
    let mut stem = SUFFIXES.get(depth)?.iter().find_map(|suffix| name.strip_suffix(suffix))?;
    let is_autonomous = name.contains("自治");
    while is_autonomous && let Some(shorter) = PEOPLES.iter().find_map(|people| strip_people(stem, people)) {
        stem = shorter;
    }
    (stem.chars().count() >= 2 && stem.chars().count() <= 6).then_some(stem)
}

fn strip_people<'a>(stem: &'a str, people: &str) -> Option<&'a str> {
    let stem = stem.strip_suffix('族').unwrap_or(stem).strip_suffix(people)?;
    (stem.chars().count() >= 2).then_some(stem)
}

/// The peoples of China that give names to autonomous divisions, and 各 of 各族.
const PEOPLES: &[&str] = &[
    "维吾尔",
    "哈萨克",
    "柯尔克孜",
    "达斡尔",
    "鄂温克",
    "鄂伦春",
    "俄罗斯",
    "塔吉克",
    "乌孜别克",
    "塔塔尔",
    "蒙古",
    "朝鲜",
    "土家",
    "布依",
    "傈僳",
    "拉祜",
    "景颇",
    "纳西",
    "哈尼",
    "仡佬",
    "仫佬",
    "毛南",
    "布朗",
    "普米",
    "阿昌",
    "德昂",
    "独龙",
    "基诺",
    "裕固",
    "保安",
    "撒拉",
    "东乡",
    "锡伯",
    "赫哲",
    "高山",
    "门巴",
    "珞巴",
    "各",
    "回",
    "壮",
    "满",
    "苗",
    "侗",
    "瑶",
    "彝",
    "白",
    "傣",
    "黎",
    "藏",
    "羌",
    "土",
    "水",
    "佤",
    "畲",
    "怒",
    "京",
];

fn reversed(name: &str) -> String {
    name.chars().rev().collect()
}

fn write_names(path: &Path, names: &Names, bearers: &mut Vec<u8>) {
    let mut map = fst::MapBuilder::memory();
    for (name, all) in names {
        let place = (bearers.len() / 4) as u64;
        map.insert(name, place << 32 | all.len() as u64).expect("the names are sorted");
        bearers.extend(all.iter().flat_map(|bearer| bearer.to_le_bytes()));
    }
    write(path, &map.into_inner().expect("the map is whole"));
}

fn write_uppers(out: &Path, uppers: &[Upper]) {
    let (mut records, mut text) = (Vec::new(), String::new());
    for upper in uppers {
        records.extend(upper.code.to_le_bytes());
        records.extend((text.len() as u32).to_le_bytes());
        records.extend([upper.name.len() as u8, upper.level, upper.releases, 0]);
        records.extend(upper.parent.to_le_bytes());
        records.extend([0; 2]);
        text.push_str(&upper.name);
    }
    write(&out.join("upper.bin"), &records);
    write(&out.join("upper.txt"), text.as_bytes());
}

fn write(path: &Path, bytes: &[u8]) {
    fs::write(path, bytes).expect("the output folder can be written");
}

/// Idioms and set phrases of four characters, to be looked up by their first half and by their second.
fn write_idioms(out: &Path, dictionary: &str) {
    let mut by_start: BTreeSet<[u16; 4]> = BTreeSet::new();
    for line in dictionary.lines() {
        let mut fields = line.split(' ');
        let (Some(word), _, Some("i" | "l")) = (fields.next(), fields.next(), fields.next()) else {
            continue;
        };
        let codes: Vec<u16> = word.encode_utf16().collect();
        by_start.extend(
            <[u16; 4]>::try_from(codes).ok().filter(|codes| codes.iter().all(|code| *code >= 0x4e00)),
        );
    }
    let by_end: BTreeSet<[u16; 4]> = by_start.iter().map(|&[a, b, c, d]| [c, d, a, b]).collect();
    for (name, table) in [("idioms.bin", by_start), ("idioms_by_end.bin", by_end)] {
        let bytes: Vec<u8> = table.into_iter().flatten().flat_map(u16::to_le_bytes).collect();
        write(&out.join(name), &bytes);
    }
}
