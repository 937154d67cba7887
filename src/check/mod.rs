//! Runs the rules over a bulletin, and keeps what did not change from one edit to the next.

use std::{collections::HashMap, sync::Arc};

use crate::{
    annotate::{Annotations, annotate},
    outline::{Article, Layout, Outline},
    rules::{self, ArticleView, BulletinView, Check, Finding, Findings},
    text::Span,
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
}

impl Analysis {
    /// Reads and checks a bulletin.
    pub fn of(text: &str) -> Self {
        Self::default().update(text)
    }

    /// Reads and checks the bulletin after an edit; articles whose text did not change are taken over as they are.
    /// The result equals [`Analysis::of`] of the same text.
    #[must_use]
    pub fn update(&self, text: &str) -> Self {
        let outline = Outline::of(text);
        let known: HashMap<&str, &Arc<ArticleAnalysis>> = if outline.layout == self.layout {
            self.articles.iter().map(|placed| (placed.analysis.text.as_str(), &placed.analysis)).collect()
        } else {
            HashMap::new()
        };
        let articles: Vec<_> = outline
            .articles
            .iter()
            .map(|&span| PlacedArticle {
                span,
                analysis: known.get(span.of(text)).map_or_else(
                    || Arc::new(ArticleAnalysis::of(span.of(text), &outline.layout)),
                    |known| Arc::clone(known),
                ),
            })
            .collect();
        let findings = all_findings(text, &articles);
        Self { layout: outline.layout, articles, findings }
    }
}

impl ArticleAnalysis {
    fn of(text: &str, layout: &Layout) -> Self {
        let article = Article::parse(text, layout);
        let annotations = annotate(text, &article);
        let mut findings = Vec::new();
        let view = ArticleView { text, article: &article, annotations: &annotations };
        for rule in rules::ALL {
            if let Check::Article(check) = rule.check {
                check(&view, &mut Findings::new(rule, &mut findings));
            }
        }
        Self { text: text.to_owned(), article, annotations, findings }
    }

    /// The article as a rule sees it.
    pub fn view(&self) -> ArticleView<'_> {
        ArticleView { text: &self.text, article: &self.article, annotations: &self.annotations }
    }
}

fn all_findings(text: &str, articles: &[PlacedArticle]) -> Vec<Finding> {
    let mut findings: Vec<Finding> = articles
        .iter()
        .flat_map(|placed| {
            placed.analysis.findings.iter().map(|found| found.clone().shift(placed.span.start))
        })
        .collect();
    let views: Vec<_> = articles.iter().map(|placed| (placed.span.start, placed.analysis.view())).collect();
    let bulletin = BulletinView { text, articles: &views };
    for rule in rules::ALL {
        if let Check::Bulletin(check) = rule.check {
            check(&bulletin, &mut Findings::new(rule, &mut findings));
        }
    }
    findings.sort_by_key(|found| (found.span, found.rule));
    findings
}
