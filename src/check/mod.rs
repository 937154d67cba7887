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
        let articles: Vec<_> = outline
            .articles
            .iter()
            .map(|&span| PlacedArticle {
                span,
                analysis: known.get(span.of(&text)).map_or_else(
                    || Arc::new(ArticleAnalysis::of(span.of(&text), &outline.layout, profile)),
                    |known| Arc::clone(known),
                ),
            })
            .collect();
        let mut findings = all_findings(&text, &articles, profile);
        known_names::silence(&profile.settings.names, &text, &mut findings);
        comments.silence(&text, || blocks(&articles), &mut findings);
        let used = accepted::set_aside(&profile.accepted, &text, &mut findings);
        for finding in &mut findings {
            profile.selection.grade(finding);
        }
        let (notes, profile) = (comments.notes, Arc::clone(profile));
        Self { layout: outline.layout, articles, findings, notes, used, profile }
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

fn all_findings(text: &str, articles: &[PlacedArticle], profile: &Profile) -> Vec<Finding> {
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
            check(&bulletin, &mut Findings::new(rule, &mut findings));
        }
    }
    rules::gather(&mut findings);
    findings.sort_by_key(|found| (found.span, found.rule));
    findings
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
