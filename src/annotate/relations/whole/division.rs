//! Groups that exclude one another: which words name the parts of one whole.

/// Parts that exclude one another, each by the words that name it.
pub struct Division {
    /// The parts.
    pub parts: &'static [&'static [&'static str]],
    /// Whether there are no others.
    pub is_complete: bool,
}

pub const DIVISIONS: &[Division] = &[
    Division { parts: &[&["东部"], &["中部"], &["西部"]], is_complete: true },
    Division { parts: &[&["东部"], &["中部"], &["西部"], &["东北"]], is_complete: true },
    Division {
        parts: &[&["第一产业", "一产"], &["第二产业", "二产"], &["第三产业", "三产", "服务业"]],
        is_complete: true,
    },
    Division { parts: &[&["男"], &["女"]], is_complete: true },
    Division { parts: &[&["城镇", "城市"], &["农村", "乡村"]], is_complete: true },
    Division { parts: &[&["出口"], &["进口"]], is_complete: true },
    Division { parts: &[&["公办"], &["民办"]], is_complete: true },
    Division { parts: &[&["汉族"], &["少数民族"]], is_complete: true },
    Division { parts: &[&["赞成", "同意"], &["反对", "不同意"], &["弃权"]], is_complete: true },
    Division { parts: &[&["老年"], &["中年"], &["青年"]], is_complete: false },
    Division { parts: &[&["优秀"], &["良好"], &["不合格"], &["合格"]], is_complete: false },
    Division { parts: &[&["一等"], &["二等"], &["三等"]], is_complete: false },
    Division {
        parts: &[
            &["水电", "水力"],
            &["火电", "煤电", "火力"],
            &["核电"],
            &["风电", "风力"],
            &["光伏", "太阳能"],
        ],
        is_complete: false,
    },
    Division { parts: &[&["小学"], &["初中"], &["高中"]], is_complete: false },
];

/// Whether each label names another part of a division, and all of them parts of the same thing: 男职工 and 女职工.
pub fn is_cut(division: &Division, labels: &[&str]) -> bool {
    let mut seen = vec![false; division.parts.len()];
    let mut things: Vec<String> = Vec::new();
    for label in labels {
        let named = division.parts.iter().enumerate().find_map(|(at, names)| {
            names.iter().find(|name| label.contains(**name)).map(|name| (at, label.replacen(name, "", 1)))
        });
        let Some((at, thing)) = named.filter(|(at, _)| !seen[*at]) else { return false };
        seen[at] = true;
        things.push(thing);
    }
    things.retain(|thing| !thing.is_empty());
    things.windows(2).all(|pair| pair[0] == pair[1])
}

/// Whether the one is all that the other is not: 非党员 and 党员, 不合格 and 合格, 未婚 and 已婚.
pub fn denies(one: &str, other: &str) -> bool {
    ["非", "不", "未"].iter().any(|word| {
        one.match_indices(word).any(|(at, _)| {
            let (before, behind) = (&one[..at], &one[at + word.len()..]);
            let is_rest = |text: &str| text.strip_prefix(before) == Some(behind);
            !behind.is_empty() && (is_rest(other) || is_rest(&other.replacen('已', "", 1)))
        })
    })
}
