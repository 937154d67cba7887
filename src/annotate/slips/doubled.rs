//! Words that stand twice in a row by mistake: 的的, 我们我们, 疫情防控疫情防控.
//!
//! Much that is doubled is right: 天天, 看看, 研究研究, 一个一个, 打的的, 目的的. Only words that are never doubled on purpose
//! count, and the words must be cut there: 就就业 is 就 and 就业.

use super::{Found, Reading, SlipKind};
use crate::{
    lexicon::segmenter::Word,
    text::{Span, chars::is_han},
};

/// Function words of one character that never follow themselves.
const PARTICLES: &str = "的了在是和与从把被将向及而为于以由或并让我他她它这那";

/// Adverbs and verbs of two characters that are never doubled for effect, unlike 非常非常 and 研究研究.
#[rustfmt::skip]
const SINGLE: &[&str] = &[
    "已经", "正在", "进一步", "同时", "目前", "仍然", "其中", "进行", "开展", "组织", "成为", "举行", "召开", "具有",
    "属于", "包括", "认为", "提出", "提供", "得到", "实现", "没有", "可以", "能够", "应该", "应当", "必须", "需要",
];

/// Intransitive verbs between a noun and the same noun again: one of the two is left over (人员出入人员).
const COMINGS: &[&str] =
    &["出入", "进出", "往来", "来往", "流动", "外出", "通行", "返乡", "返程", "返岗", "到岗", "离岗", "聚集"];

/// The words that stand twice in a row; the second of them is left over.
pub(super) fn find(reading: Reading<'_>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for (at, pair) in reading.words.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let word = first.at.of(reading.text);
        if word != second.at.of(reading.text) || !word.chars().all(is_han) || !is_doubled(reading, at, word) {
            continue;
        }
        found.push(doubled(first.at, second.at, word));
    }
    found.extend(around_a_verb(reading));
    found.retain(|slip| !reading.is_quoted_phrase(slip.at));
    found
}

fn doubled(first: Span, second: Span, word: &str) -> Found {
    Found::certain(first.to(second), SlipKind::Doubled, word)
}

/// Whether the word at `at` and the same behind it are a slip.
fn is_doubled(reading: Reading<'_>, at: usize, word: &str) -> bool {
    let text = reading.text;
    let [first, second] = [reading.words[at], reading.words[at + 1]];
    let (before, behind) = (&text[..first.at.start], &text[second.at.end..]);
    if before.ends_with(word) || behind.starts_with(word) {
        // Three times and more is meant.
        return false;
    }
    let count = word.chars().count();
    if count == 1 {
        return PARTICLES.contains(word) && is_doubled_particle(word, before, behind);
    }
    let differs = word.chars().next() != word.chars().nth(1);
    let kind = first.tag;
    let is_singular = matches!(kind, "r" | "c" | "p" | "j" | "t" | "nt" | "n")
        || SINGLE.contains(&word)
        || (count >= 4 && !matches!(kind, "x" | "m" | "z" | "o" | "i" | "l"));
    // 问题问题 may be two sentences run together, but never a word used twice over; 一步一步 and 方面方面 are counted.
    let is_free = !matches!(kind, "n" | "j" | "nt") || is_free_noun(reading, at);
    differs && is_singular && is_free && !word.starts_with(['一', '每', '各', '谁', '什']) && !is_call(word)
}

/// Whether a noun at `at` and its double are not the end of one name and the head of another: 上汽大众|大众品牌.
fn is_free_noun(reading: Reading<'_>, at: usize) -> bool {
    let is_open = |word: Option<&Word>| {
        word.is_none_or(|word| {
            let is_mark = !word.at.of(reading.text).chars().all(is_han);
            is_mark
                || matches!(
                    word.tag,
                    "v" | "d" | "p" | "c" | "r" | "uj" | "ul" | "uz" | "ud" | "uv" | "zg" | "f"
                )
        })
    };
    let before = at.checked_sub(1).and_then(|before| reading.words.get(before));
    is_open(before) || is_open(reading.words.get(at + 2))
}

/// Whether a word is one that people call out twice.
fn is_call(word: &str) -> bool {
    [
        "加油", "谢谢", "妈妈", "爸爸", "老师", "同志", "自己", "大家", "怎么", "多少", "哪里", "如何",
        "怎样", "什么", "样子",
    ]
    .contains(&word)
}

/// Whether a particle is left over, rather than the end of a word and a particle.
fn is_doubled_particle(word: &str, before: &str, behind: &str) -> bool {
    let end = before.chars().next_back();
    match word {
        // 目的的, 打的的, 美的的; 的的确确.
        "的" => {
            !end.is_some_and(|c| matches!(c, '目' | '打' | '美' | '有'))
                && !behind.starts_with(['确', '士', '哥'])
        }
        // 受不了了, 免不了了; 了了心愿.
        "了" => {
            end.is_some_and(is_han)
                && !before.ends_with(['不', '得', '为', '未', '明', '末'])
                && !behind.starts_with(['心', '一', '解', '却'])
        }
        "是" => !before.ends_with(['国', '求', '于']) && !behind.starts_with('非'),
        // 祥和和, 饱和和: the dictionary knows them. 和和美美, 和和气气.
        "和" => !behind.starts_with(['美', '气', '睦', '平', '顺']),
        "在" => !behind.starts_with(['线', '校', '职', '建', '编', '押', '读', '册', '岗']),
        "为" => !behind.starts_with(['民', '人', '期', '何']),
        "与" => !behind.starts_with(['会', '时']),
        _ => end.is_some(),
    }
}

/// 人员出入人员: a noun, an intransitive verb and the noun again.
fn around_a_verb(reading: Reading<'_>) -> impl Iterator<Item = Found> {
    reading.words.windows(3).filter_map(move |three| {
        let [first, verb, second]: [Word; 3] = three.try_into().ok()?;
        let word = first.at.of(reading.text);
        let is_slip = word == second.at.of(reading.text)
            && word.chars().count() == 2
            && first.tag == "n"
            && COMINGS.contains(&verb.at.of(reading.text));
        is_slip.then(|| {
            let whole = first.at.to(second.at);
            let right = Span::new(verb.at.start, second.at.end).of(reading.text);
            Found::certain(whole, SlipKind::Doubled, right)
        })
    })
}
