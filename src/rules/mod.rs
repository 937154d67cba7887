//! The rules: one folder a group, one file a rule.
//!
//! A rule is a unit struct declared with [`rule!`]: its doc comment is its documentation, its metadata stand beside
//! it, and [`Check`] says what it looks at. [`ALL`] lists every rule; adding one is its file and a line there.

mod class;
mod dates;
mod figures;
mod finding;
mod names;
mod numerals;
mod punctuation;
mod relation;
pub mod settings;
mod structure;
mod systemic;
mod terms;
#[cfg(test)]
mod testing;
mod wording;

pub use class::ErrorClass;
pub use finding::{Applicability, Edit, Finding, Fix, Language, Related, Severity, Words};
pub use settings::{Settings, Term};
pub use systemic::gather;

use crate::{annotate::Annotations, outline::Article};

/// An article as a rule sees it.
#[derive(Clone, Copy, Debug)]
pub struct ArticleView<'a> {
    /// The article's own text; every span of `article` and `annotations` is an offset into it.
    pub text: &'a str,
    /// What it is made of.
    pub article: &'a Article,
    /// What it mentions.
    pub annotations: &'a Annotations,
    /// What the house has said of its drafts.
    pub settings: &'a Settings,
}

/// A whole bulletin as a rule sees it.
#[derive(Clone, Copy, Debug)]
pub struct BulletinView<'a> {
    /// The whole text.
    pub text: &'a str,
    /// Each article with the offset at which it begins in `text`.
    pub articles: &'a [(usize, ArticleView<'a>)],
    /// What the house has said of its drafts.
    pub settings: &'a Settings,
}

/// What a rule looks at.
#[derive(Clone, Copy)]
pub enum Check {
    /// One article at a time; findings are offsets into the article.
    Article(fn(&ArticleView<'_>, &mut Findings<'_>)),
    /// The bulletin as a whole; findings are offsets into the bulletin.
    Bulletin(fn(&BulletinView<'_>, &mut Findings<'_>)),
}

/// Whether a rule can mend what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FixAvailability {
    /// Never: only a person can know.
    None,
    /// Sometimes.
    Sometimes,
    /// Always.
    Always,
}

/// What is known of a rule without running it.
#[derive(Clone, Copy)]
pub struct RuleInfo {
    /// `group/name`.
    pub name: &'static str,
    /// The severity of its findings unless it says otherwise.
    pub severity: Severity,
    /// The version it came with.
    pub since: &'static str,
    /// Whether it can mend what it finds.
    pub fix: FixAvailability,
    /// What kind of error its findings are for an inspection; `None` for that of its group.
    pub class: Option<ErrorClass>,
    /// The doc comment: Markdown, Chinese with English beside.
    pub doc: &'static str,
    /// What it looks at.
    pub check: Check,
}

impl RuleInfo {
    /// The group: the part before the slash.
    pub fn group(&self) -> &'static str {
        self.name.split('/').next().unwrap_or_default()
    }

    /// What kind of error its findings are for an inspection.
    pub fn class(&self) -> ErrorClass {
        self.class.unwrap_or_else(|| ErrorClass::of_group(self.group()))
    }

    /// Where its documentation can be read.
    pub fn url(&self) -> String {
        format!("https://github.com/kanwu/kanwu/blob/main/docs/rules/{}.md", self.name)
    }
}

/// Collects what one rule finds.
pub struct Findings<'a> {
    rule: &'a RuleInfo,
    found: &'a mut Vec<Finding>,
}

impl<'a> Findings<'a> {
    /// A collector for `rule` that appends to `found`.
    pub fn new(rule: &'a RuleInfo, found: &'a mut Vec<Finding>) -> Self {
        Self { rule, found }
    }

    /// Reports a finding at the rule's own severity; the rest is added to what comes back.
    pub fn report(&mut self, span: impl Into<crate::text::Span>, message: Words) -> &mut Finding {
        self.found.push(Finding {
            rule: self.rule.name,
            severity: self.rule.severity,
            message,
            span: span.into(),
            related: Vec::new(),
            fixes: Vec::new(),
        });
        self.found.last_mut().expect("one was just pushed")
    }
}

/// Declares a rule: the doc comment becomes its documentation, the fields its [`RuleInfo`].
macro_rules! rule {
    (
        $(#[doc = $doc:expr])*
        $name:ident = $full_name:literal {
            severity: $severity:ident,
            since: $since:literal,
            fix: $fix:ident,
            $(class: $class:ident,)?
            check: $scope:ident($check:path),
        }
    ) => {
        $(#[doc = $doc])*
        pub struct $name;

        impl $name {
            /// What is known of this rule without running it.
            pub const INFO: $crate::rules::RuleInfo = $crate::rules::RuleInfo {
                name: $full_name,
                severity: $crate::rules::Severity::$severity,
                since: $since,
                fix: $crate::rules::FixAvailability::$fix,
                class: $crate::rules::class_of!($($class)?),
                doc: concat!($($doc, "\n"),*),
                check: $crate::rules::Check::$scope($check),
            };
        }
    };
}
pub(crate) use rule;

/// The class a rule names, if it does.
macro_rules! class_of {
    () => {
        None
    };
    ($class:ident) => {
        Some($crate::rules::ErrorClass::$class)
    };
}
pub(crate) use class_of;

/// Every rule, by group and name.
#[rustfmt::skip]
pub const ALL: &[RuleInfo] = &[
    dates::DateOrder::INFO,
    dates::DurationMismatch::INFO,
    dates::ElapsedMismatch::INFO,
    dates::ImpossibleDate::INFO,
    dates::LaterThanIssue::INFO,
    dates::LunarMismatch::INFO,
    dates::WeekdayMismatch::INFO,
    figures::ChangeMismatch::INFO,
    figures::ConflictingFigure::INFO,
    figures::CountMismatch::INFO,
    figures::DoubledApproximator::INFO,
    figures::PercentageMismatch::INFO,
    figures::ProductMismatch::INFO,
    figures::ReversedRange::INFO,
    figures::SumMismatch::INFO,
    figures::UnitMismatch::INFO,
    names::CongressPost::INFO,
    names::DeputyWork::INFO,
    names::DivisionOrder::INFO,
    names::DoubledCommittee::INFO,
    names::FormerLocality::INFO,
    names::InconsistentOrganization::INFO,
    names::InconsistentPerson::INFO,
    names::LocalityHierarchy::INFO,
    names::MisspeltLocality::INFO,
    names::MotionWord::INFO,
    names::OnePlaceForSeveral::INFO,
    names::PartyDepartment::INFO,
    names::PartyMemberWord::INFO,
    names::PartyOrder::INFO,
    names::SessionName::INFO,
    names::VillageHead::INFO,
    names::WorkReport::INFO,
    names::WrongTitle::INFO,
    numerals::BareDecade::INFO,
    numerals::CapitalNumeral::INFO,
    numerals::ClockForm::INFO,
    numerals::DayWord::INFO,
    numerals::DecimalPoint::INFO,
    numerals::DecreaseByMultiple::INFO,
    numerals::DecreaseOverHundred::INFO,
    numerals::DigitGrouping::INFO,
    numerals::FixedNumeralWord::INFO,
    numerals::FullwidthDigit::INFO,
    numerals::InconsistentNumerals::INFO,
    numerals::LeadingZero::INFO,
    numerals::LunarDate::INFO,
    numerals::MeasureWordTwo::INFO,
    numerals::MixedDate::INFO,
    numerals::MixedGrouping::INFO,
    numerals::MixedNumerals::INFO,
    numerals::PaddedDate::INFO,
    numerals::PluralAfterNumber::INFO,
    numerals::RangeUnit::INFO,
    numerals::RoughNumeral::INFO,
    numerals::ShortDate::INFO,
    numerals::SolemnNumeral::INFO,
    numerals::TwoDigitYear::INFO,
    numerals::YearZero::INFO,
    punctuation::CaptionPeriod::INFO,
    punctuation::ColonInColon::INFO,
    punctuation::DashForm::INFO,
    punctuation::DateSeparator::INFO,
    punctuation::DocumentNumberBrackets::INFO,
    punctuation::DoubledMark::INFO,
    punctuation::EllipsisForm::INFO,
    punctuation::EllipsisWithDeng::INFO,
    punctuation::EllipsisWithStop::INFO,
    punctuation::EnumerationBeforeDeng::INFO,
    punctuation::EnumerationBetweenQuotes::INFO,
    punctuation::EnumerationInEstimate::INFO,
    punctuation::EventDateInterpunct::INFO,
    punctuation::HalfwidthPunctuation::INFO,
    punctuation::HeadlinePeriod::INFO,
    punctuation::InterpunctForm::INFO,
    punctuation::InterpunctWithConjunction::INFO,
    punctuation::LineStartMark::INFO,
    punctuation::ListNumberMark::INFO,
    punctuation::MissingEnumerationComma::INFO,
    punctuation::NestedBrackets::INFO,
    punctuation::NestedQuotes::INFO,
    punctuation::NestedTitleMarks::INFO,
    punctuation::QuestionMarkInStatement::INFO,
    punctuation::QuotationColon::INFO,
    punctuation::QuotationOverParagraphs::INFO,
    punctuation::RangeDash::INFO,
    punctuation::SemicolonAfterStop::INFO,
    punctuation::SemicolonInEnumeration::INFO,
    punctuation::SingleDash::INFO,
    punctuation::SlashStop::INFO,
    punctuation::SpaceBetweenHan::INFO,
    punctuation::StackedMarks::INFO,
    punctuation::StopAtQuotationEnd::INFO,
    punctuation::StopBeforeDash::INFO,
    punctuation::StopInBracket::INFO,
    punctuation::TitleMarksMisuse::INFO,
    punctuation::UnpairedMark::INFO,
    structure::BrokenParagraph::INFO,
    structure::DuplicateByline::INFO,
    structure::DuplicateParagraph::INFO,
    structure::InconsistentBylineForm::INFO,
    structure::ListLevelOrder::INFO,
    structure::ListSequenceGap::INFO,
    structure::MissingByline::INFO,
    structure::TruncatedArticle::INFO,
    terms::ForbiddenTerm::INFO,
    terms::PreferredTerm::INFO,
    wording::DeParticle::INFO,
    wording::DuplicatedWord::INFO,
    wording::EnergyUnit::INFO,
    wording::FixedPhrase::INFO,
    wording::ForeignWord::INFO,
    wording::MeasureWord::INFO,
    wording::MissingSubject::INFO,
    wording::Misspelling::INFO,
    wording::NonstandardCharacter::INFO,
    wording::NonstandardUnit::INFO,
    wording::Redundancy::INFO,
    wording::VariantWord::INFO,
    wording::WrongCharacter::INFO,
];

/// The rule of this name.
pub fn find(name: &str) -> Option<&'static RuleInfo> {
    ALL.iter().find(|rule| rule.name == name)
}
