//! Places: found by the gazetteer, by the words that end their names, and by short names with evidence; then resolved
//! to full names in their article.

mod abbreviation;
mod candidate;
mod choice;
mod counted;
mod grammar;
mod misspelling;
mod resolution;

use super::{Locality, LocalityKind, Misspelling, Place};
use crate::{
    lexicon::gazetteer::{Bearers, Division, Level},
    outline::Article,
    text::Span,
};

/// One place in the logical text of a block.
#[derive(Clone, Debug)]
pub(super) struct Mention {
    /// Where it stands.
    pub(super) at: Span,
    /// Its level, by its name.
    pub(super) kind: LocalityKind,
    /// How it was found.
    source: Source,
    /// What it is, once that is known.
    division: Option<Division>,
    /// The full name, where it is known without being in the gazetteer.
    normalized: Option<String>,
    /// The name it stands for, if it is misspelt.
    misspelling: Option<Misspelling>,
}

impl Mention {
    /// What it is, once that is known.
    pub(super) fn resolved(&self) -> Option<Division> {
        self.division
    }

    /// Whether a list knows the place, so that no other name may be read into it.
    pub(super) fn is_known(&self) -> bool {
        matches!(self.source, Source::Full(_) | Source::Short(_) | Source::World)
    }
}

/// How a place was found.
#[derive(Clone, Copy, Debug)]
enum Source {
    /// By its full name.
    Full(Bearers),
    /// By its short name.
    Short(Bearers),
    /// By the name of a place the article spells out (支塘, where 支塘镇 is named).
    Local,
    /// Among countries, rivers, foreign cities.
    World,
    /// By the last word of its name alone.
    Grammar,
}

impl Source {
    /// Who bears the name.
    fn bearers(self) -> impl Iterator<Item = Division> {
        let bearers = match self {
            Self::Full(bearers) | Self::Short(bearers) => Some(bearers),
            Self::Local | Self::World | Self::Grammar => None,
        };
        bearers.into_iter().flat_map(Bearers::iter)
    }
}

/// The places of each block, in order and without overlap.
pub(super) fn mentions(article: &Article) -> Vec<Vec<Mention>> {
    let texts: Vec<&str> = article.blocks.iter().map(|block| block.text.as_str()).collect();
    in_texts(&texts)
}

/// The places of texts that belong together.
fn in_texts(texts: &[&str]) -> Vec<Vec<Mention>> {
    let mut candidates: Vec<_> = texts.iter().map(|text| candidate::all(text)).collect();
    // What is sure says where the article is; what needs evidence is judged by that.
    let sure: Vec<Vec<Mention>> = candidates
        .iter()
        .zip(texts)
        .map(|(all, text)| choice::best(text, all.iter().filter(|one| one.is_sure).map(|one| &one.mention)))
        .collect();
    let context = resolution::Context::of(texts, &sure);
    for (all, text) in candidates.iter_mut().zip(texts) {
        candidate::keep_likely(text, all, &context);
        candidate::add_local(text, all, &context);
        all.extend(abbreviation::all(text, &context));
    }
    let mut chosen: Vec<Vec<Mention>> = candidates
        .iter()
        .zip(texts)
        .map(|(all, text)| choice::best(text, all.iter().map(|one| &one.mention)))
        .collect();
    resolution::resolve(texts, &mut chosen);
    misspelling::find(texts, &mut chosen);
    chosen
}

/// The places of an article as the rest of the program sees them; `nested` says which lie inside another name.
pub(super) fn localities(
    article: &Article,
    mentions: Vec<Vec<Mention>>,
    is_nested: impl Fn(usize, Span) -> bool,
) -> Vec<Locality> {
    let mut found = Vec::new();
    for (index, (block, mentions)) in article.blocks.iter().zip(mentions).enumerate() {
        for mention in mentions {
            let text = mention.at.of(block.text.as_str()).to_owned();
            let full = |division: Division| division.full_name(&text);
            found.push(Locality {
                place: Place { span: block.text.to_source(mention.at), block: index, at: mention.at },
                kind: mention.kind,
                nested: is_nested(index, mention.at),
                normalized: mention.division.map(full).or(mention.normalized),
                code: mention.division.and_then(Division::code),
                misspelling: mention.misspelling,
                text,
            });
        }
    }
    found
}

/// The level as readers see it: 常熟市 is a city to them, and a county to the codes.
fn kind_of(name: &str, level: Level) -> LocalityKind {
    match level {
        Level::Province => LocalityKind::Province,
        Level::City => LocalityKind::City,
        Level::County if name.ends_with('市') => LocalityKind::City,
        Level::County => LocalityKind::County,
        Level::Town => LocalityKind::Town,
        Level::Village if name.ends_with("社区") => LocalityKind::Community,
        Level::Village => LocalityKind::Village,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places(text: &str) -> Vec<&str> {
        in_texts(&[text])[0].iter().map(|mention| mention.at.of(text)).collect()
    }

    fn resolved(texts: &[&str]) -> Vec<(String, Option<String>)> {
        let found = in_texts(texts);
        let mut all = Vec::new();
        for (text, mentions) in texts.iter().zip(found) {
            for mention in mentions {
                let own = mention.at.of(text);
                let full = mention.division.map(|one| one.full_name(own)).or(mention.normalized);
                all.push((own.to_owned(), full));
            }
        }
        all
    }

    fn full(texts: &[&str], name: &str) -> Option<String> {
        resolved(texts).into_iter().find(|(own, _)| own == name).and_then(|(_, full)| full)
    }

    #[test]
    fn a_chain_is_read_place_by_place() {
        assert_eq!(
            places("近日，江苏省南京市江宁区禄口街道举办活动"),
            ["江苏省", "南京市", "江宁区", "禄口街道"]
        );
        assert_eq!(places("近日，青山市绿塘区柳桥街道举办活动"), ["青山市", "绿塘区", "柳桥街道"]);
        assert_eq!(places("近日，石桥镇溪西村举办活动"), ["石桥镇", "溪西村"]);
    }

    #[test]
    fn a_long_name_outweighs_two_that_share_it() {
        assert_eq!(places("江苏省睢宁县的公交车驶至睢宁县开火桥"), ["江苏省", "睢宁县", "睢宁县"]);
    }

    #[test]
    fn a_place_begins_behind_a_verb() {
        assert_eq!(places("志愿者走进柳溪村，又到石桥镇"), ["柳溪村", "石桥镇"]);
    }

    #[test]
    fn a_foreign_division_is_read_by_its_sounds() {
        assert_eq!(places("洪水淹没了米纳斯吉拉斯州的农田"), ["米纳斯吉拉斯州"]);
        assert!(places("他们来到神州大地，乘坐三轮车").is_empty());
    }

    #[test]
    fn a_site_named_after_a_place_is_not_the_place() {
        assert!(places("浙江在线讯").is_empty());
        assert_eq!(places("浙江在全国领先"), ["浙江"]);
    }

    #[test]
    fn a_place_does_not_begin_with_the_end_of_a_post() {
        assert!(places("队长江一帆说，市长春节期间慰问").is_empty());
        assert_eq!(places("船过长江，又到长春"), ["长江", "长春"]);
    }

    #[test]
    fn one_character_is_a_country_where_something_shows_it() {
        assert_eq!(places("总统访华表示"), ["华"]);
        assert_eq!(places("俄政府宣布"), ["俄"]);
        assert!(places("人来得越来越多，在意义上，对非法行为，进古城").is_empty());
    }

    #[test]
    fn words_that_only_end_like_a_place_are_none() {
        assert!(places("围绕灌区建设，逛非遗市集，午后两市股指，先后五任县长").is_empty());
        assert!(places("全镇农村，各乡镇，新农村，该村，菜市场，基层社区，城乡，示范区，市民").is_empty());
    }

    #[test]
    fn counted_villages_and_classes_of_roads_are_no_places() {
        assert!(places("施工队拓宽一段村道，修好三条镇道、五条乡路和环山村道。").is_empty());
        assert!(places("六家镇办企业、四座村桥、两千米村路和一片镇区商铺受益。").is_empty());
        assert!(places("常熟市两段村道和三条镇街").iter().all(|place| *place == "常熟市"));
        assert_eq!(places("志愿者走进柳溪村道路旁，又到石桥镇路口"), ["柳溪村", "石桥镇"]);
    }

    #[test]
    fn a_known_village_that_reads_like_a_number_counts_in_its_place() {
        assert!(places("三家村集体经济合作社分红").is_empty());
    }

    #[test]
    fn a_chain_decides_which_of_those_that_share_a_name_is_meant() {
        let text = "江苏省苏州市常熟市莫城街道安定村";
        assert_eq!(full(&[text], "安定村").as_deref(), Some("江苏省苏州市常熟市莫城街道安定村"));
    }

    #[test]
    fn the_place_of_the_article_decides_where_no_chain_does() {
        let texts = ["常熟市统一战线在行动", "志愿者深入莫城街道安定村，又到东南街道。"];
        assert_eq!(full(&texts, "东南街道").as_deref(), Some("江苏省苏州市常熟市东南街道"));
        assert_eq!(full(&texts, "安定村").as_deref(), Some("江苏省苏州市常熟市莫城街道安定村"));
    }

    #[test]
    fn without_evidence_a_shared_name_stays_unresolved() {
        assert_eq!(full(&["志愿者走进安定村，打扫卫生。"], "安定村"), None);
    }

    #[test]
    fn a_short_name_of_a_town_counts_where_the_town_is_named() {
        let texts = ["常熟市支塘镇开展活动", "市新联会支塘分会参加。"];
        assert_eq!(full(&texts, "支塘").as_deref(), Some("江苏省苏州市常熟市支塘镇"));
        assert!(places("支塘分会参加").is_empty());
    }

    #[test]
    fn short_names_that_are_words_need_evidence() {
        assert!(places("大家同心协力，保障千家万户安康，盘活资源。").is_empty());
        assert_eq!(places("宁夏同心县的干部回到同心，与大家座谈。"), ["宁夏", "同心县", "同心"]);
    }

    #[test]
    fn a_name_of_no_known_place_lies_in_the_place_before_it() {
        let texts = ["响水县运河镇活动", "志愿者走进柳絮飞花村。"];
        assert_eq!(full(&texts, "柳絮飞花村").as_deref(), Some("江苏省盐城市响水县运河镇柳絮飞花村"));
    }
}
