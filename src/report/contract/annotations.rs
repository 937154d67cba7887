//! A document's outline and mentions.

use schemars::JsonSchema;
use serde::{Serialize, Serializer};

use super::{Range, Scope, Source, Text, words::words};
use crate::{
    annotate::{self, FigureRole, LocalityKind, OrganizationKind},
    check::{Analysis, PlacedArticle},
    outline::{self, BylinePlace},
    report::Positions,
    text::Span,
};

/// A document's outline and mentions.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct DocumentAnnotations {
    /// Which document.
    #[serde(flatten)]
    pub source: Source,
    /// The articles in order.
    pub articles: Vec<Article>,
    /// What they mention, in the order of the text; an organization comes before the places in its name.
    pub annotations: Vec<Annotation>,
}

/// One article.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Article {
    /// The whole of it.
    pub range: Range,
    /// The line over the headline (引题、眉题).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kicker: Option<Text>,
    /// The headline; `null` if there is none.
    pub headline: Option<Text>,
    /// The line under the headline (副题).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deck: Option<Text>,
    /// Section heads, on lines of their own and run in.
    pub sections: Vec<Text>,
    /// Paragraphs of running text.
    pub paragraphs: Vec<Paragraph>,
    /// 本报讯, 新华社南京3月16日电 …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dateline: Option<Text>,
    /// Who made it.
    pub bylines: Vec<Byline>,
    /// Whether it stops in the middle of a sentence.
    pub truncated: bool,
}

/// A paragraph, put together again where a stray line break cut it.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Paragraph {
    /// Where it stands.
    pub range: Range,
    /// Its first and its last line, both 1-based and inclusive.
    pub lines: [usize; 2],
}

/// Who made an article, in one role.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Byline {
    /// 记者, 通讯员, 作者, 摄影, 编辑 …
    pub role: String,
    /// As written, with the role.
    pub text: String,
    /// Where it stands.
    pub range: Range,
    /// The names.
    pub names: Vec<Text>,
    /// `head` under the headline, `lead` in the dateline, `end` behind the text.
    pub place: &'static str,
}

/// Something an article mentions.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Annotation {
    /// What is mentioned.
    #[serde(flatten)]
    pub mention: Mention,
    /// How it reads.
    pub text: String,
    /// Where it stands.
    pub range: Range,
}

/// What is mentioned.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(tag = "kind", rename_all = "lowercase")]
pub enum Mention {
    /// A place.
    Locality {
        /// Whether it is part of the name of an organization or another place.
        nested: bool,
        /// Its level.
        r#type: LocalityType,
        /// The full name from the province down.
        #[serde(skip_serializing_if = "Option::is_none")]
        normalized: Option<String>,
        /// The code of the division: GB/T 2260 and the statistical codes below it.
        #[serde(skip_serializing_if = "Option::is_none")]
        code: Option<String>,
    },
    /// A body.
    Organization {
        /// What kind of body.
        r#type: OrganizationType,
        /// Its full name.
        #[serde(skip_serializing_if = "Option::is_none")]
        normalized: Option<String>,
    },
    /// A person; the text is the name alone.
    Person {
        /// Posts printed with the name.
        posts: Vec<String>,
    },
    /// A quantity.
    Figure {
        /// The number as printed, in the unit.
        #[serde(serialize_with = "number")]
        #[schemars(with = "Option<f64>")]
        value: f64,
        /// The least value the words allow; `null` if there is none.
        #[serde(serialize_with = "number")]
        #[schemars(with = "Option<f64>")]
        low: f64,
        /// The greatest value the words allow; `null` if there is none.
        #[serde(serialize_with = "number")]
        #[schemars(with = "Option<f64>")]
        high: f64,
        /// The measure word or unit, without 万 and 亿.
        unit: String,
        /// The noun that is counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        counts: Option<String>,
        /// What it is in its sentence.
        role: Role,
        /// Of whom and of when it is.
        #[serde(flatten)]
        scope: Box<Scope>,
    },
    /// A date.
    Date {
        /// ISO 8601, with `-` for what is not printed.
        iso: String,
    },
}

/// JSON knows no infinity, and a reader expects whole numbers to look like it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "the signature serde asks for")]
pub(super) fn number<S: Serializer>(value: &f64, serializer: S) -> Result<S::Ok, S::Error> {
    /// Up to here every whole number has its own `f64`.
    const EXACT: f64 = 9_007_199_254_740_992.0;
    if !value.is_finite() {
        serializer.serialize_none()
    } else if value.fract() == 0.0 && value.abs() <= EXACT {
        serializer.serialize_i64(*value as i64)
    } else {
        serializer.serialize_f64(*value)
    }
}

words! {
    /// The level of a place.
    LocalityType = LocalityKind {
        Province, City, County, Town, Village, Community, Country, Natural, Other,
    }
}
words! {
    /// What kind of body an organization is.
    OrganizationType = OrganizationKind {
        Party, Government, DemocraticParty, Association, Chamber, Company, School, Hospital, Media, Volunteer, Other,
    }
}
words! {
    /// What a figure is in its sentence.
    Role = FigureRole { Plain, Total, Part, Subset, Change, Rate, PerUnit }
}

impl DocumentAnnotations {
    /// The outline and mentions of `analysis`, which was made of `text`.
    pub fn new(source: &Source, text: &str, analysis: &Analysis) -> Self {
        let positions = Positions::new(text);
        let articles = analysis.articles.iter().map(|placed| article(placed, &positions)).collect();
        let mut annotations: Vec<_> =
            analysis.articles.iter().flat_map(|placed| mentions(placed, &positions)).collect();
        annotations.sort_by_key(|(span, ..)| (span.start, std::cmp::Reverse(span.end)));
        let annotations = annotations
            .into_iter()
            .map(|(span, text, mention)| Annotation { mention, text, range: positions.range(span) })
            .collect();
        Self { source: source.clone(), articles, annotations }
    }
}

fn article(placed: &PlacedArticle, positions: &Positions<'_>) -> Article {
    let base = placed.span.start;
    let article = &placed.analysis.article;
    let range = |span: Span| positions.range(span.shift(base));
    let part = |part: &outline::Part| Text { text: part.text.clone(), range: range(part.span) };
    Article {
        range: positions.range(placed.span),
        kicker: article.kicker.as_ref().map(part),
        headline: article.headline.as_ref().map(part),
        deck: article.deck.as_ref().map(part),
        sections: article.sections().map(|section| part(&section)).collect(),
        paragraphs: (article.paragraphs())
            .map(|(_, block)| Paragraph {
                range: range(block.span),
                lines: positions.lines(block.span.shift(base)),
            })
            .collect(),
        dateline: article.dateline.as_ref().map(part),
        bylines: (article.bylines.iter())
            .map(|byline| Byline {
                role: byline.role.clone(),
                text: byline.span.of(&placed.analysis.text).to_owned(),
                range: range(byline.span),
                names: byline.names.iter().map(part).collect(),
                place: match byline.place {
                    BylinePlace::Head => "head",
                    BylinePlace::Lead => "lead",
                    BylinePlace::End => "end",
                },
            })
            .collect(),
        truncated: article.truncation.is_some(),
    }
}

/// All that one article mentions, by kind, with spans in the bulletin.
fn mentions<'a>(
    placed: &'a PlacedArticle,
    positions: &'a Positions<'_>,
) -> impl Iterator<Item = (Span, String, Mention)> + use<'a> {
    let annotate::Annotations { localities, organizations, persons, figures, dates, .. } =
        &placed.analysis.annotations;
    let localities = localities.iter().map(|locality| {
        let mention = Mention::Locality {
            nested: locality.nested,
            r#type: locality.kind.into(),
            normalized: locality.normalized.clone(),
            code: locality.code.map(|code| code.to_string()),
        };
        (locality.place, &locality.text, mention)
    });
    let organizations = organizations.iter().map(|organization| {
        let mention = Mention::Organization {
            r#type: organization.kind.into(),
            normalized: organization.normalized.clone(),
        };
        (organization.place, &organization.text, mention)
    });
    let persons = persons
        .iter()
        .map(|person| (person.place, &person.text, Mention::Person { posts: person.posts.clone() }));
    let base = placed.span.start;
    let figures = figures.iter().map(move |figure| {
        let mention = Mention::Figure {
            value: figure.value,
            low: figure.low,
            high: figure.high,
            unit: figure.unit.clone(),
            counts: figure.counts.clone(),
            role: figure.role.into(),
            scope: Box::new(Scope::new(&figure.scope, |span| positions.range(span.shift(base)))),
        };
        (figure.place, &figure.text, mention)
    });
    let dates = dates
        .iter()
        .filter(|date| date.has_iso())
        .map(|date| (date.place, &date.text, Mention::Date { iso: date.iso() }));
    // Organizations first: where one begins and ends with a place of its name, it still comes before it.
    organizations
        .chain(localities)
        .chain(persons)
        .chain(figures)
        .chain(dates)
        .map(move |(place, text, mention)| (place.span.shift(base), text.clone(), mention))
}
