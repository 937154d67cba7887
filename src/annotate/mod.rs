//! What an article mentions: localities, organizations, persons, figures and dates.
//!
//! Every mention carries two places: `span` in the article, and `block` with `at`, the place in the logical text of
//! that block, where a rule looks at what stands around it.

pub mod dates;
mod figures;
mod localities;
mod organizations;
mod persons;
pub mod relations;
pub mod slips;
#[cfg(test)]
mod testing;

use std::collections::HashMap;

pub use dates::{
    Clock, Date, DateKind, HalfDay, Length, LengthUnit, LengthWord, Ordinal, OrdinalUnit, PrintedWeekday,
    Relative, Weekday, Year,
};
pub(crate) use figures::numeral;
pub use figures::{Actor, Bound, Figure, FigureRole, Interval, Period, Phrase, Scope};

use relations::{OperandRole, Relation, RelationKind, Verdict};
use slips::Slip;

use crate::{
    lexicon::segmenter::{Word, words},
    outline::Article,
    text::{Span, Spans},
};

/// Where a mention stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// In the article's text.
    pub span: Span,
    /// Index into [`crate::outline::Article::blocks`].
    pub block: usize,
    /// In the logical text of that block.
    pub at: Span,
}

/// The level of a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LocalityKind {
    /// 省、自治区、直辖市、特别行政区.
    Province,
    /// 地级市、地区、自治州、盟.
    City,
    /// 县、县级市、区、旗.
    County,
    /// 镇、乡、街道.
    Town,
    /// 行政村.
    Village,
    /// 社区.
    Community,
    /// A country.
    Country,
    /// A river, lake, sea, mountain.
    Natural,
    /// Anything else with a place in its name: a station, an estate, a development zone.
    Other,
}

/// A place named in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locality {
    /// Where it stands.
    pub place: Place,
    /// As written.
    pub text: String,
    /// Its level.
    pub kind: LocalityKind,
    /// Whether it is part of the name of an organization or another place.
    pub nested: bool,
    /// The full name from the province down, if it is known.
    pub normalized: Option<String>,
    /// The code of the division (GB/T 2260 and the statistical codes below it), if it is known.
    pub code: Option<u64>,
    /// What it was meant to be, if its name is misspelt.
    pub misspelling: Option<Misspelling>,
}

/// A name of a place that is wrong by one character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misspelling {
    /// The right name.
    pub meant: String,
}

/// What kind of body an organization is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OrganizationKind {
    /// A body of the Communist Party.
    Party,
    /// A body of government, a court, a procuratorate, a people's congress.
    Government,
    /// One of the eight democratic parties.
    DemocraticParty,
    /// 侨联, 新联会, 知联会, 协会, 学会.
    Association,
    /// 工商联, 商会.
    Chamber,
    /// A company, a cooperative.
    Company,
    /// A school, a university.
    School,
    /// A hospital.
    Hospital,
    /// A paper, an agency, a station.
    Media,
    /// A team of volunteers.
    Volunteer,
    /// Anything else: 政协, a museum, an office.
    Other,
}

/// An organization named in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Organization {
    /// Where it stands.
    pub place: Place,
    /// As it reads, line breaks left out.
    pub text: String,
    /// What kind of body it is.
    pub kind: OrganizationKind,
    /// Its full name, if it is known.
    pub normalized: Option<String>,
}

/// A person named in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Where the name stands.
    pub place: Place,
    /// The name.
    pub text: String,
    /// Posts printed with the name, with their organization.
    pub posts: Vec<String>,
}

/// Everything an article mentions, each kind in the order of the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Annotations {
    /// Places.
    pub localities: Vec<Locality>,
    /// Bodies.
    pub organizations: Vec<Organization>,
    /// People.
    pub persons: Vec<Person>,
    /// Quantities.
    pub figures: Vec<Figure>,
    /// Dates.
    pub dates: Vec<Date>,
    /// Times of day.
    pub clocks: Vec<Clock>,
    /// Weekdays.
    pub weekdays: Vec<PrintedWeekday>,
    /// Lengths of time.
    pub lengths: Vec<Length>,
    /// Places in series: 第十二届.
    pub ordinals: Vec<Ordinal>,
    /// What the figures and dates have to do with one another.
    pub relations: Vec<Relation>,
    /// Forms and turns that ought not to stand.
    pub slips: Vec<Slip>,
}

impl Annotations {
    /// The figures that begin in a span of the logical text of a block.
    pub fn figures_in(&self, block: usize, at: Span) -> &[Figure] {
        let place = |figure: &Figure| (figure.place.block, figure.place.at.start);
        let first = self.figures.partition_point(|figure| place(figure) < (block, at.start));
        let end = self.figures.partition_point(|figure| place(figure) < (block, at.end));
        &self.figures[first..end.max(first)]
    }
}

/// Reads what an article mentions; `text` is the article alone.
pub fn annotate(_text: &str, article: &Article) -> Annotations {
    let mentions = localities::mentions(article);
    let words: Vec<Vec<Word>> = article.blocks.iter().map(|block| words(block.text.as_str())).collect();
    let organizations = organizations::find(article, &mentions, &words);
    let mut bodies: HashMap<usize, Vec<Span>> = HashMap::new();
    for body in &organizations {
        bodies.entry(body.place.block).or_default().push(body.place.at);
    }
    let bodies: HashMap<usize, Spans> =
        bodies.into_iter().map(|(block, spans)| (block, Spans::of(spans))).collect();
    let is_nested = |block: usize, at: Span| bodies.get(&block).is_some_and(|spans| spans.contain(at));
    let persons = persons::find(article, &mentions, &organizations, &words);
    let times = dates::find(article);
    let mut said = Annotations {
        localities: localities::localities(article, mentions, is_nested),
        organizations,
        persons,
        figures: figures::find(article),
        dates: times.dates,
        clocks: times.clocks,
        weekdays: times.weekdays,
        lengths: times.lengths,
        ordinals: times.ordinals,
        relations: Vec::new(),
        slips: Vec::new(),
    };
    figures::complete_scope(article, &mut said, &words);
    said.relations = relations::find(article, &said);
    take_roles(&mut said);
    said.slips = slips::find(article, &said, &words);
    said
}

/// Gives the totals and parts of sums that hold their roles, which no word beside them may tell.
fn take_roles(said: &mut Annotations) {
    let holding = said
        .relations
        .iter()
        .filter(|relation| relation.kind == RelationKind::Sum && relation.verdict == Verdict::Holds);
    for operand in holding.flat_map(Relation::everything) {
        let role = match operand.role {
            OperandRole::Total => FigureRole::Total,
            OperandRole::Part => FigureRole::Part,
            _ => continue,
        };
        let key = |place: &Place| (place.block, place.at);
        let found = said.figures.binary_search_by_key(&key(&operand.place), |figure| key(&figure.place));
        // A part of one sum may be the total of another: 运动员439人，包括男221人、女218人.
        if let Ok(at) = found
            && said.figures[at].role != FigureRole::Total
        {
            said.figures[at].role = role;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{
        FigureRole::{Part, Total},
        testing,
    };

    #[test]
    fn a_sum_that_holds_gives_its_figures_their_roles() {
        let text = "青禾镇促进就业\n\n　　现有务工人员32人，其中脱贫户18人、一般农户14人。\n";
        let said = testing::last(text);
        assert_eq!(said.figures.iter().map(|figure| figure.role).collect::<Vec<_>>(), [Total, Part, Part]);
    }
}
