//! 的 for 地 between an adverb of manner and its verb, and for 得 between a verb and what it comes to.
//!
//! Only closed classes count, and only where a noun cannot be meant: 高兴的说 is wrong, 高兴的说法 is not.

use std::sync::LazyLock;

use regex::Regex;

use super::{Found, Reading, SlipKind};
use crate::text::{
    Span,
    chars::{is_comma, is_stop},
};

/// Words of manner that stand before a verb of speech.
const MANNERS: &str = "高兴|兴奋|激动|自豪|骄傲|欣慰|开心|愉快|感慨|动情|深情|热情|亲切|认真|耐心|详细|坦率|坦诚|幽默|\
    风趣|自信|坚定|腼腆|羞涩|焦急|着急|无奈|生气|愤怒|惊讶|惊喜|惊奇|好奇|诚恳|谦虚|爽快|乐呵呵|笑呵呵|笑眯眯|\
    笑嘻嘻|高高兴兴|兴高采烈|兴致勃勃|语重心长|斩钉截铁|自豪感十足|眉飞色舞|满怀信心|满怀深情|深有感触|感慨万千|\
    激动不已|喜滋滋|乐滋滋|美滋滋|气喘吁吁|慢悠悠";
/// Adverbs of manner and pace.
const PACES: &str = "慢慢|悄悄|静静|默默|紧紧|深深|轻轻|渐渐|逐渐|逐步|不断|缓缓|牢牢|死死|仔细|认真|耐心|小心|\
    小心翼翼|目不转睛|聚精会神|全神贯注|津津有味|兴致勃勃|源源不断|有条不紊|争先恐后|马不停蹄|迅速|飞快|熟练|\
    不停|一个劲|久久|默默无闻|持续不断|稳稳|满满|高高兴兴|开开心心|热情|主动|高兴|激动";

static PARTICLE: LazyLock<Regex> = LazyLock::new(|| {
    let speech = "(?:说道|说起|说着|笑道|喊道|问道|答道|讲道|讲述着|介绍道|介绍说|表示说|回答说|回答道|告诉记者|\
        告诉笔者|告诉我们|告诉大家|对记者说|对笔者说|向记者介绍|向记者说|向大家介绍|向记者讲述|说[，：。“])";
    let lasting = "(?:[\\p{Han}]{1,2}(?:着|起来|下去|下来|过来|过去|起了|上了))";
    let degree = "(?:更加|越来越|更为|愈发|愈加|十分|非常|格外|尤为)";
    Regex::new(&format!(
        "(?:{MANNERS})(?P<speech>的){speech}|(?:{PACES})(?P<lasting>的){lasting}|\
         (?:变|显|跑|飞|睡|(?:日子|生活)过)(?P<degree>的){degree}"
    ))
    .expect("the pattern is sound")
});

/// What in the clause before the manner makes it part of a noun phrase: 最让人高兴的说到底还是….
const CAUSES: &[char] = &['最', '令', '让', '使', '叫', '更', '比'];

/// Verbs that last, by their first character, behind an adverb of pace; a noun before 着 there is none.
const LASTING: &str = "看听望盯握抱拉牵走跑爬站坐等守护跟推拿捧端写画擦扫讲说笑想爱牢记思盼念注凝关保支坚向朝沿随围绕流飘\
    转动挥唱喊问数翻摸拍挤排贴靠躺睡哭吃喝喂照做干忙找查检修挖搬抬扛扶摇敲打涌升降变改影感滋润温燃闪发成";

/// 的 where 地 or 得 is meant.
pub(super) fn find(reading: Reading<'_>) -> Vec<Found> {
    let text = reading.text;
    let mut found = Vec::new();
    for hit in PARTICLE.captures_iter(text) {
        let groups = [("speech", "地"), ("lasting", "地"), ("degree", "得")];
        let particle = groups.iter().find_map(|(group, right)| Some((*group, hit.name(group)?, *right)));
        let (Some(whole), Some((group, at, right))) = (hit.get(0), particle) else { continue };
        let (before, behind) = (&text[..whole.start()], &text[at.end()..]);
        let is_verbal = if group == "degree" {
            // 不变的更加, 多变的, 飞的十分钟: the verb must be a word of its own.
            !before.ends_with(['不', '多', '善', '可', '所', '要', '想', '能', '会'])
                && !text[whole.end()..].starts_with(['钟', '之'])
                && reading.word_at(whole.start()).is_some()
        } else {
            let clause = before.rsplit(|c: char| is_comma(c) || is_stop(c)).next().unwrap_or_default();
            !clause.contains(CAUSES)
                && !before.ends_with(['是', '不'])
                && (group == "speech" || behind.starts_with(|c: char| LASTING.contains(c)))
                && !reading.cuts_a_word(Span::new(whole.start(), at.start()))
        };
        let is_particle =
            reading.word_at(at.start()).is_some_and(|word| reading.words[word].at.end == at.end());
        if is_verbal && is_particle {
            found.push(mend(text, Span::from(whole.range()), Span::from(at.range()), right));
        }
    }
    found
}

/// The whole turn is marked up to the particle and what follows it, so that a reader sees why.
fn mend(text: &str, whole: Span, particle: Span, right: &str) -> Found {
    let behind = text[particle.end..whole.end].trim_end_matches(['，', '：', '。', '“']);
    let at = Span::new(whole.start, particle.end + behind.len());
    let mended = format!("{}{right}{behind}", &text[whole.start..particle.start]);
    Found::certain(at, SlipKind::Particle, mended)
}
