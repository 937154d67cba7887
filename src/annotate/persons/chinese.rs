//! Chinese names: a surname, one or two characters of a given name, and what speaks for and against them.

use super::evidence;
use crate::{
    lexicon::{
        given_name::is_given,
        known_organization::is_company,
        segmenter::{Word, is_name},
        surname::{has_compound_surname, is_common_surname, surname_len},
        word::is_word,
    },
    text::{Span, Spans, chars::is_han},
};

/// What a name needs.
const ENOUGH: f32 = 3.0;

/// What a name needs that comes again.
const ENOUGH_AGAIN: f32 = 2.0;

/// What a name needs in a row of names.
const ENOUGH_IN_ROW: f32 = 1.5;

/// Characters that join or carry on a sentence more often than they end a name.
const PARTICLES: &str = "和与及同在等是的为向对从把被将说也都又已还就之以其来去了而带会能要可到所";

/// Characters that no name ends with.
const NEVER_LAST: &str = "也都却曾当副的了着被把将还就很只均已称";

/// Characters that stand in no given name.
const NEVER_GIVEN: &str = "我你您他她它这那谁吗呢吧啊的了着是把被让给很没";

/// Forms of address that papers print behind a surname alone: 王女士.
const ADDRESSED: &[&str] = &[
    "先生", "女士", "小姐", "师傅", "大爷", "大妈", "奶奶", "爷爷", "阿姨", "老伯", "大伯", "大叔", "大娘",
    "大姐", "大哥", "婆婆", "阿婆", "太太", "老太", "老汉",
];

/// Forms of address, which no given name is.
const ADDRESSES: &[&str] = &[
    "先生", "女士", "小姐", "老师", "师傅", "大爷", "大妈", "奶奶", "爷爷", "阿姨", "老伯", "大伯", "大叔",
    "大娘", "大姐", "大哥", "教授", "医生", "主任", "书记",
];

/// Surnames that are prepositions, verbs or adverbs more often.
const EVERYDAY_SURNAMES: &str =
    "向于和成万方高常安时任连从应东元包全严左单强冷温鲜明边别关齐终盛尚常都游路习";

/// Last characters of nouns that the dictionary takes for names of people.
const NOUN_TAILS: &str = "性证章人生者员塔子们品机力率版式型器物蛇河杯报赛区镇宫网奖";

/// Words written by sound that name nobody: currencies; other loanwords that the dictionaries of Chinese have; peoples,
/// prizes, indices and movements that the news names every year.
#[rustfmt::skip]
pub(super) const NOT_PEOPLE: &[&str] = &[
    "卢比", "卢布", "克朗", "法郎", "里拉", "比索", "第纳尔", "里亚尔", "马克", "先令", "克鲁赛罗", "福林", "兹罗提",
    "马拉松", "巧克力", "尼古丁", "维他命", "高尔夫", "吉普", "摩托", "奥林匹克", "奥林匹亚", "金字塔", "迪斯科", "芭蕾",
    "探戈", "模特", "雷达", "阿尔法", "伽马", "厄尔尼诺", "拉尼娜", "卡路里", "乌托邦", "托拉斯", "法西斯", "爱滋", "艾滋",
    "维吾尔", "诺贝尔", "奥斯卡", "格莱美", "道琼斯", "道—琼斯", "道·琼斯", "纳斯达克", "塔利班", "哈马斯", "真主党",
    "利库德",
];

/// A name that may be one.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    at: Span,
    score: f32,
}

/// The names in a text that do not overlap what is `taken`, and what would be one if it came again.
pub(super) fn names(text: &str, words: &[Word], taken: &Spans) -> (Vec<Span>, Vec<Span>) {
    let candidates: Vec<Candidate> = words
        .iter()
        .enumerate()
        .filter_map(|(index, word)| best_at(text, words, index, word.at.start))
        .filter(|one| !taken.overlap(one.at))
        .collect();
    let mut accepted: Vec<bool> = candidates.iter().map(|one| one.score >= ENOUGH).collect();
    // In a row (王建华、刘小平和张敏) one name speaks for the next, in both directions.
    let is_row = |one: &Candidate, next: &Candidate| {
        next.at.start > one.at.end
            && matches!(&text[one.at.end..next.at.start], "、" | "和" | " " | "　" | "与" | "及" | "同")
    };
    for at in 1..candidates.len() {
        let previous = (0..at).rev().take(2).find(|&before| is_row(&candidates[before], &candidates[at]));
        if previous.is_some_and(|before| accepted[before]) {
            accepted[at] |= candidates[at].score >= ENOUGH_IN_ROW;
        }
    }
    for at in (0..candidates.len().saturating_sub(1)).rev() {
        let next =
            (at + 1..candidates.len()).take(2).find(|&next| is_row(&candidates[at], &candidates[next]));
        if next.is_some_and(|next| accepted[next]) {
            accepted[at] |= candidates[at].score >= ENOUGH_IN_ROW;
        }
    }
    let mut chosen: Vec<Candidate> = Vec::new();
    for (one, _) in candidates.iter().zip(accepted).filter(|(_, accepted)| *accepted) {
        match chosen.last_mut() {
            Some(last) if last.at.overlaps(one.at) => {
                if one.score > last.score {
                    *last = *one;
                }
            }
            _ => chosen.push(*one),
        }
    }
    let chosen: Vec<Span> = chosen.into_iter().map(|one| one.at).collect();
    let kept = Spans::of(chosen.iter().copied());
    let likely = candidates
        .iter()
        .filter(|one| one.score >= ENOUGH_AGAIN && !kept.overlap(one.at) && is_likely(one.at.of(text)))
        .map(|one| one.at)
        .collect();
    (chosen, likely)
}

/// Whether what is no name yet may be one that comes again: no word of the dictionary, nor a word and a character.
fn is_likely(name: &str) -> bool {
    let two: String = name.chars().take(2).collect();
    is_common(name) && !is_word(&two) && !is_company(name) && name.chars().skip(1).all(is_given)
}

fn is_common(name: &str) -> bool {
    name.chars().next().is_some_and(|first| is_common_surname(first) && !EVERYDAY_SURNAMES.contains(first))
}

/// The likeliest name that begins at a word.
fn best_at(text: &str, words: &[Word], index: usize, start: usize) -> Option<Candidate> {
    let rest = &text[start..];
    if let Some(familiar) = familiar(text, words, index) {
        return Some(familiar);
    }
    let surname = surname_len(rest)?;
    // 王某, 李某某: papers hide a name so.
    if let Some(hidden) = ["某某", "某"].iter().find(|word| rest[surname..].starts_with(**word)) {
        let end = start + surname + hidden.len();
        let is_other =
            ["种", "个", "些", "地", "日", "年", "月"].iter().any(|word| text[end..].starts_with(word));
        return (!is_other).then_some(Candidate { at: Span::new(start, end), score: ENOUGH });
    }
    if let Some(addressed) = addressed(text, words, index, surname) {
        return Some(addressed);
    }
    [2, 1]
        .into_iter()
        .filter_map(|count| {
            let given: usize = rest[surname..].chars().take(count).map(char::len_utf8).sum();
            let end = start + surname + given;
            let name = &text[start + surname..end];
            let is_whole = name.chars().count() == count && name.chars().all(is_han);
            is_whole.then(|| Candidate {
                at: Span::new(start, end),
                score: score(text, words, index, Span::new(start, end), surname),
            })
        })
        .max_by(|one, other| one.score.total_cmp(&other.score))
}

/// 王女士: a surname that stands alone before a form of address.
fn addressed(text: &str, words: &[Word], index: usize, surname: usize) -> Option<Candidate> {
    let start = words[index].at.start;
    let behind = &text[start + surname..];
    let address = ADDRESSED.iter().find(|word| behind.starts_with(**word))?;
    // 方 in 李方女士 is no surname.
    let is_given = index > 0
        && words[index - 1].at.of(text).chars().all(is_common_surname)
        && !evidence::ends_in_preposition(&text[..start]);
    let at = Span::new(start, start + surname + address.len());
    (!is_given).then_some(Candidate { at, score: ENOUGH })
}

/// 小周, 老陈: where both characters stand alone and what is around them speaks for a name.
fn familiar(text: &str, words: &[Word], index: usize) -> Option<Candidate> {
    let [first, second] = words.get(index..index + 2)? else { return None };
    let at = Span::new(first.at.start, second.at.end);
    let surname = second.at.of(text);
    let is_form = matches!(first.at.of(text), "小" | "老")
        && surname.chars().count() == 1
        && surname.chars().next().is_some_and(is_common_surname);
    let around = evidence::left(&text[..at.start]) + evidence::right(&text[at.end..]);
    (is_form && !is_word(at.of(text)) && around >= 2.0).then_some(Candidate { at, score: ENOUGH })
}

/// Everything that speaks for a name less everything that speaks against it.
fn score(text: &str, words: &[Word], index: usize, at: Span, surname: usize) -> f32 {
    let rest = at.of(text);
    let given = &rest[surname..];
    let mut score = evidence::left(&text[..at.start]) + evidence::right(&text[at.end..]);
    score += if has_compound_surname(rest) && surname > 3 {
        2.0
    } else if rest.chars().next().is_some_and(is_common_surname) {
        1.0
    } else {
        -1.0
    };
    if NOT_PEOPLE.contains(&rest) || is_company(rest) {
        return 0.0;
    }
    let has_name = rest.chars().count() > 2 && is_name(rest);
    score += given.chars().map(|c| if is_given(c) { 1.0 } else { 0.0 }).sum::<f32>();
    // 王女士 is a name and a form of address, 何洁开着车 a name and a verb.
    let behind = &text[at.end..];
    if ADDRESSES.iter().any(|word| given.starts_with(word))
        || ["着", "了", "过"].iter().any(|word| behind.starts_with(word))
    {
        score -= 3.0;
    }
    // 欧阳春和张敏: what may be a particle is one before more text.
    if given.chars().next_back().is_some_and(|c| PARTICLES.contains(c)) && !has_name {
        score -= 2.0;
    }
    if given.ends_with(|c| NEVER_LAST.contains(c)) && !has_name || given.contains(|c| NEVER_GIVEN.contains(c))
    {
        score -= 3.0;
    }
    // 林子里, 林子边: a place in general.
    if given.ends_with(['里', '边', '上', '下', '内', '外', '间', '旁']) {
        score -= 1.5;
    }
    // 高达25亿, 多达3000人.
    if rest.starts_with(|c| EVERYDAY_SURNAMES.contains(c)) && behind.starts_with(|c: char| c.is_ascii_digit())
    {
        score -= 2.5;
    }
    // 在贺信中: a noun and what stands behind it.
    if given.ends_with('中') && words[index].at.of(text).len() > surname && words[index].at.end < at.end {
        score -= 2.0;
    }
    if given.chars().count() == 1 {
        score -= 0.5;
    } else if is_word(given) {
        let is_everyday = rest.starts_with(|c| EVERYDAY_SURNAMES.contains(c));
        let is_proven = evidence::left(&text[..at.start]) + evidence::right(&text[at.end..]) >= 2.0;
        score -= match (is_everyday, is_proven && given.chars().all(is_given)) {
            (true, true) => 3.0,
            (true, false) => 5.0,
            (false, true) => 0.5,
            (false, false) => 1.0,
        };
    }
    // No dictionary has any part of it: what is left of a text cut into words is a name more often than not.
    let own: Vec<&Word> = words[index..].iter().take_while(|word| word.at.start < at.end).collect();
    let is_unknown = own.iter().all(|word| word.at.of(text).chars().count() == 1)
        && own.last().is_some_and(|last| last.at.end == at.end);
    if is_unknown {
        let opens = evidence::left(&text[..at.start]) > 0.0;
        score += if own.len() > 2 && opens { 1.0 } else { 0.5 };
    }
    // 3000余人, 1.5万人: a number, not a surname.
    if text[..at.start].ends_with(|c: char| c.is_numeric() || matches!(c, '百' | '千' | '万' | '亿')) {
        score -= 4.0;
    }
    // A verb, an adverb, a preposition behind it.
    let next =
        words[index..].iter().find(|word| word.at.start >= at.end).filter(|word| word.at.start == at.end);
    if evidence::right(behind) == 0.0
        && next.is_some_and(|next| matches!(next.tag, "v" | "d" | "p" | "c" | "uj" | "vn" | "t" | "r"))
    {
        score += 0.5;
    }
    score + by_dictionary(text, words, index, at, surname, has_name)
}

/// What the words of the dictionary say about a name from the word at `index` on.
fn by_dictionary(text: &str, words: &[Word], index: usize, at: Span, surname: usize, has_name: bool) -> f32 {
    let mut score = 0.0;
    for word in words[index..].iter().take_while(|word| word.at.start < at.end) {
        let own = word.at.of(text);
        let count = own.chars().count();
        let is_name = word.tag.starts_with("nr");
        score += if word.at == at {
            match (is_name, count) {
                // Of two characters the dictionary calls many a word a name: 关怀, 辛勤.
                (true, 2) if is_word(own) => -1.5,
                (true, 2) => 0.0,
                // So it does with 安全性, 许可证, 马拉松.
                (true, _) if own.ends_with(|c| NOUN_TAILS.contains(c)) || NOT_PEOPLE.contains(&own) => -4.0,
                (true, _) => 1.5,
                _ => -4.0,
            }
        } else if word.at.end > at.end {
            // 邓小平理论 is a word of the dictionary, and 邓小平 a name in it.
            match (has_name, count) {
                (true, _) => 1.5,
                (false, 1) => 0.0,
                _ => -2.5,
            }
        } else if word.at.start == at.start && own.len() > surname {
            if is_word(own) && !is_name { -4.0 } else { -0.5 }
        } else {
            0.0
        };
    }
    score
}
