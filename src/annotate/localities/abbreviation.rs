//! Places of one character: behind a verb (访华, 在京, 离锡), in pairs (中美关系, 京沪), before an office (俄总统).

use super::{LocalityKind, Mention, Source, candidate::Candidate, resolution::Context};
use crate::{
    lexicon::{
        abbreviation::{country, province},
        boundary::ends_before_name,
        gazetteer::{Division, Level},
        word::is_word,
    },
    text::{Span, chars::is_han},
};

/// Verbs right before the character.
const VERBS: &str = "访驻来对援离赴抵返在进入侵涉抗旅留兴";

/// Verbs that also stand before a city's character, where the article names the city.
const CITY_VERBS: &str = "离返来赴抵在访驻进入";

/// What follows two countries in a row.
const BEHIND_PAIR: &[&str] = &[
    "关系",
    "两国",
    "双方",
    "三国",
    "四国",
    "三个",
    "贸易",
    "经贸",
    "合作",
    "建交",
    "友好",
    "边境",
    "会谈",
    "首脑",
    "之间",
    "联合",
    "战争",
    "冲突",
    "和谈",
    "谈判",
    "峰会",
    "公报",
    "领导人",
    "海军",
    "联军",
    "等国",
    "双边",
    "人民",
    "文化",
    "外交",
    "元首",
    "总统",
    "外长",
    "达成",
    "三方",
    "国家",
    "边界",
    "战略",
    "对话",
    "同盟",
    "约",
    "几个",
];

/// Pairs that are no other word.
const PAIRS: &[&str] = &[
    "欧美", "亚欧", "中美", "中俄", "中日", "中韩", "日韩", "美俄", "中英", "中法", "中德", "中欧", "中非",
    "印巴", "巴以", "英美", "朝韩", "美日", "日美", "中葡", "中印", "中泰", "中巴", "俄美", "日俄", "俄日",
    "美韩", "韩美", "中朝", "美中", "韩中", "日中", "俄中", "英中", "德中", "中越", "中蒙", "中澳", "美英",
    "美欧", "欧亚", "俄印", "印俄", "美朝", "朝美", "以巴", "法德", "德法", "英法",
];

/// Offices before which a country goes by one character.
const OFFICES: &[&str] = &[
    "总统",
    "总理",
    "首相",
    "外长",
    "防长",
    "国防部",
    "外交部",
    "议会",
    "国会",
    "媒体",
    "军方",
    "警方",
    "财长",
    "内阁",
    "政府",
    "国内",
    "国防",
    "海军",
    "空军",
    "央行",
    "代表团",
    "驻华",
];

/// The candidates of a text.
pub(super) fn all(text: &str, context: &Context) -> Vec<Candidate> {
    let characters: Vec<(usize, char)> = text.char_indices().collect();
    let mut found = Vec::new();
    for (index, &(at, c)) in characters.iter().enumerate() {
        let end = at + c.len_utf8();
        let before = &text[..at];
        let behind = &text[end..];
        let previous = index.checked_sub(1).map(|previous| characters[previous].1);
        let next = characters.get(index + 1).map(|(_, next)| *next);
        let goes_on = next.is_some_and(|next| is_word(&String::from_iter([c, next])));
        let follows = |verbs: &str| previous.is_some_and(|verb| verbs.contains(verb)) && !goes_on;
        let is_alone = next.is_none_or(|next| !is_han(next)) || !goes_on;
        if let Some(full) = country(c) {
            let opens = ends_before_name(before);
            let is_second = previous.is_some_and(|one| country(one).is_some() && one != c);
            let is_first = next.is_some_and(|two| country(two).is_some() && two != c);
            let pair_end = if is_first { end + next.map_or(0, char::len_utf8) } else { end };
            let is_pair =
                (is_first || is_second) && BEHIND_PAIR.iter().any(|word| text[pair_end..].starts_with(word));
            let pair = if is_first {
                &text[at..pair_end]
            } else {
                &text[at - previous.map_or(0, char::len_utf8)..end]
            };
            let is_pair = is_pair
                || (is_first || is_second)
                    && PAIRS.contains(&pair)
                    && !straddles_pair(text, at, pair_end, is_first);
            let is_side = behind.starts_with('方')
                && !behind[3..].chars().next().is_some_and(|next| is_word(&String::from_iter(['方', next])));
            let is_office = opens && is_side && "中美俄日韩巴朝英印".contains(c)
                || opens && c != '中' && OFFICES.iter().any(|office| behind.starts_with(office));
            // 访华 is a word, whatever may seem to go on: 访华表示.
            let is_visited = c == '华' && previous.is_some_and(|verb| "访驻".contains(verb))
                || follows(VERBS) && c != '中' && !"以法越意古亚非".contains(c) && is_alone;
            if is_pair || is_office || is_visited {
                found.push(candidate(Span::new(at, end), LocalityKind::Country, full.to_owned()));
                continue;
            }
        }
        if let Some(full) = province(c) {
            let is_second =
                previous.is_some_and(|one| "京沪津渝冀晋苏浙皖闽赣鲁豫鄂湘粤琼滇黔陕".contains(one));
            let is_first = next.is_some_and(|two| "京沪津渝冀晋苏浙皖闽赣鲁豫鄂湘粤琼滇黔陕".contains(two));
            let is_strict = "京津冀沪浙皖闽赣鲁豫鄂湘粤琼渝黔滇陕".contains(c);
            if is_strict && (is_first || is_second)
                || follows(VERBS) && is_alone && (is_strict || "疆藏港台澳".contains(c))
            {
                found.push(candidate(Span::new(at, end), LocalityKind::Province, full.to_owned()));
                continue;
            }
        }
        if follows(CITY_VERBS)
            && let Some(city) = context.city_with(c)
        {
            let full = city.full_name("");
            let mut one = candidate(Span::new(at, end), LocalityKind::City, full);
            one.mention.division = Some(city);
            found.push(one);
        }
    }
    found
}

/// Whether the pair is made of the ends of two words: 其中美丽.
fn straddles_pair(text: &str, at: usize, pair_end: usize, is_first: bool) -> bool {
    let end = at + if is_first { pair_end - at } else { text[at..].chars().next().map_or(0, char::len_utf8) };
    let start =
        if is_first { at } else { text[..at].char_indices().next_back().map_or(at, |(start, _)| start) };
    let joined = |left: Option<char>, right: Option<char>| match (left, right) {
        (Some(left), Some(right)) => is_word(&String::from_iter([left, right])),
        _ => false,
    };
    joined(text[..start].chars().next_back(), text[start..].chars().next())
        || joined(text[..end].chars().next_back(), text[end..].chars().next())
}

fn candidate(at: Span, kind: LocalityKind, full: String) -> Candidate {
    let mention = Mention {
        at,
        kind,
        source: Source::World,
        division: None,
        normalized: Some(full),
        misspelling: None,
    };
    Candidate { mention, is_sure: false }
}

impl Context {
    /// The one city named in the article, or else the one county, whose name begins or ends with a character (锡 in
    /// 无锡).
    fn city_with(&self, c: char) -> Option<Division> {
        [Level::City, Level::County].into_iter().find_map(|level| {
            let mut all = self.named().filter(|one| {
                let stem = one.name().map(|name| name.trim_end_matches(['市', '县', '区']));
                one.level() == level && stem.is_some_and(|stem| stem.chars().count() == 2 && stem.contains(c))
            });
            let one = all.next()?;
            all.next().is_none().then_some(one)
        })
    }
}
