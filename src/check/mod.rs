//! Runs the rules over a bulletin, and keeps what did not change from one edit to the next.

pub mod accepted;
mod comment;
pub mod edit;
pub mod error_rate;
pub mod fix;
mod known_names;
mod profile;
mod selection;

use std::{collections::HashMap, sync::Arc};

use crate::{
    annotate::{Annotations, annotate},
    outline::{Article, Layout, Outline},
    rules::{self, ArticleView, BulletinView, Check, Finding, Findings, Settings},
    text::Span,
};

use comment::Comments;
pub use {
    accepted::Accepted,
    comment::Note,
    profile::Profile,
    selection::{RulePattern, Selection},
};

/// One article, read and checked on its own. All spans are offsets into `text`.
#[derive(Debug)]
pub struct ArticleAnalysis {
    /// The article's text.
    pub text: String,
    /// What it is made of.
    pub article: Article,
    /// What it mentions.
    pub annotations: Annotations,
    /// What the article rules found.
    pub findings: Vec<Finding>,
}

/// An article and where it stands in the bulletin.
#[derive(Clone, Debug)]
pub struct PlacedArticle {
    /// Its place in the bulletin.
    pub span: Span,
    /// What was read and found.
    pub analysis: Arc<ArticleAnalysis>,
}

/// A bulletin, read and checked.
#[derive(Clone, Debug, Default)]
pub struct Analysis {
    /// How the bulletin is set out; it decides how each article is read.
    pub layout: Layout,
    /// The articles in order. Together they cover the bulletin but for blank lines and mastheads.
    pub articles: Vec<PlacedArticle>,
    /// All findings in the order of the text, as offsets into the bulletin.
    pub findings: Vec<Finding>,
    /// What is wrong with the comments of the draft that silence rules.
    pub notes: Vec<Note>,
    /// For each entry of [`Profile::accepted`] whether it accepted a finding.
    pub used: Vec<bool>,
    /// How it was checked.
    pub profile: Arc<Profile>,
}

impl Analysis {
    /// Reads and checks a bulletin, with every rule and nothing known of the house.
    pub fn of(text: &str) -> Self {
        Self::default().update(text)
    }

    /// Reads and checks a bulletin as `profile` says.
    pub fn under(text: &str, profile: &Arc<Profile>) -> Self {
        Self::default().update_under(text, profile)
    }

    /// Reads and checks the bulletin after an edit, as before; articles whose text did not change are taken over as
    /// they are. The result equals a fresh check of the same text.
    #[must_use]
    pub fn update(&self, text: &str) -> Self {
        self.update_under(text, &self.profile)
    }

    /// The same as `profile` says from now on. The result equals [`Analysis::under`] of the same text and profile.
    #[must_use]
    pub fn update_under(&self, text: &str, profile: &Arc<Profile>) -> Self {
        match self.update_while(text, profile, &|| true) {
            Ok(analysis) | Err(analysis) => analysis,
        }
    }

    /// The same as long as `goes_on` says so, which is asked between articles and between rules. Where it was stopped,
    /// what comes back knows all articles read so far and nothing else: the next update takes them over.
    pub fn update_while(
        &self,
        text: &str,
        profile: &Arc<Profile>,
        goes_on: &dyn Fn() -> bool,
    ) -> Result<Self, Self> {
        let (comments, text) = Comments::read(text);
        let mut outline = Outline::of(&text);
        outline.layout.issue = profile.settings.publication.issue_date.or(outline.layout.issue);
        let reusable = outline.layout == self.layout
            && (Arc::ptr_eq(profile, &self.profile) || profile.finds_the_same(&self.profile));
        let known: HashMap<&str, &Arc<ArticleAnalysis>> = if reusable {
            self.articles.iter().map(|placed| (placed.analysis.text.as_str(), &placed.analysis)).collect()
        } else {
            HashMap::new()
        };
        let stopped = |layout, mut articles: Vec<_>| {
            if reusable {
                articles.extend(self.articles.iter().cloned());
            }
            Self { layout, articles, profile: Arc::clone(profile), ..Self::default() }
        };
        let mut articles = Vec::with_capacity(outline.articles.len());
        for &span in &outline.articles {
            if !goes_on() {
                return Err(stopped(outline.layout, articles));
            }
            let analysis = known.get(span.of(&text)).map_or_else(
                || Arc::new(ArticleAnalysis::of(span.of(&text), &outline.layout, profile)),
                |known| Arc::clone(known),
            );
            articles.push(PlacedArticle { span, analysis });
        }
        let Some(mut findings) = all_findings(&text, &articles, profile, goes_on) else {
            return Err(stopped(outline.layout, articles));
        };
        known_names::silence(&profile.settings.names, &text, &mut findings);
        comments.silence(&text, || blocks(&articles), &mut findings);
        let used = accepted::set_aside(&profile.accepted, &text, &mut findings);
        for finding in &mut findings {
            profile.selection.grade(finding);
        }
        let (notes, profile) = (comments.notes, Arc::clone(profile));
        Ok(Self { layout: outline.layout, articles, findings, notes, used, profile })
    }
}

impl ArticleAnalysis {
    fn of(text: &str, layout: &Layout, profile: &Profile) -> Self {
        let article = Article::parse(text, layout);
        let annotations = annotate(text, &article);
        let mut findings = Vec::new();
        let view =
            ArticleView { text, article: &article, annotations: &annotations, settings: &profile.settings };
        for rule in rules::ALL.iter().filter(|rule| profile.selection.is_on(rule.name)) {
            if let Check::Article(check) = rule.check {
                check(&view, &mut Findings::new(rule, &mut findings));
            }
        }
        Self { text: text.to_owned(), article, annotations, findings }
    }

    /// The article as a rule sees it.
    fn view<'a>(&'a self, settings: &'a Settings) -> ArticleView<'a> {
        ArticleView { text: &self.text, article: &self.article, annotations: &self.annotations, settings }
    }
}

/// What the rules found, article by article and in the whole; `None` if it was stopped.
fn all_findings(
    text: &str,
    articles: &[PlacedArticle],
    profile: &Profile,
    goes_on: &dyn Fn() -> bool,
) -> Option<Vec<Finding>> {
    let settings = &*profile.settings;
    let mut findings: Vec<Finding> = articles
        .iter()
        .flat_map(|placed| {
            placed.analysis.findings.iter().map(|found| found.clone().shift(placed.span.start))
        })
        .collect();
    let views: Vec<_> =
        articles.iter().map(|placed| (placed.span.start, placed.analysis.view(settings))).collect();
    let bulletin = BulletinView { text, articles: &views, settings };
    for rule in rules::ALL.iter().filter(|rule| profile.selection.is_on(rule.name)) {
        if let Check::Bulletin(check) = rule.check {
            if !goes_on() {
                return None;
            }
            check(&bulletin, &mut Findings::new(rule, &mut findings));
        }
    }
    rules::gather(&mut findings);
    findings.sort_by_key(|found| (found.span, found.rule));
    Some(findings)
}

/// The paragraphs, headings and other lines of a bulletin, in order.
fn blocks(articles: &[PlacedArticle]) -> Vec<Span> {
    articles
        .iter()
        .flat_map(|placed| {
            placed.analysis.article.blocks.iter().map(|block| block.span.shift(placed.span.start))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn a_check_that_was_stopped_is_taken_up_where_it_was() {
        let article = |place: &str| format!("{place}整修水渠\n\n近日，{place}组织干部清理沟渠。 李明\n\n");
        let text = ["甲县", "乙县", "丙县", "丁县"].map(article).concat();
        let whole = Analysis::of(&text);
        assert_eq!(whole.articles.len(), 4);
        let left = Cell::new(3);
        let goes_on = || left.replace(left.get() - 1) > 0;
        let stopped = Analysis::default().update_while(&text, &Arc::default(), &goes_on);
        let stopped = stopped.expect_err("it was stopped");
        assert_eq!((stopped.articles.len(), stopped.findings.len()), (3, 0));
        let taken_up = stopped.update(&text);
        assert_eq!(taken_up.findings, whole.findings);
        let same =
            |(one, other): (&PlacedArticle, &PlacedArticle)| Arc::ptr_eq(&one.analysis, &other.analysis);
        assert!(stopped.articles.iter().zip(&taken_up.articles).all(same));
        assert!(!Arc::ptr_eq(&whole.articles[0].analysis, &taken_up.articles[0].analysis));
    }
}
