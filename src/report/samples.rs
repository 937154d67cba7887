//! A checked bulletin made by hand, so that the tests of the formats stand on no rule.

use super::{Checked, Report, Source};
use crate::{
    annotate::{
        Annotations, Bound, Figure, FigureRole, Locality, LocalityKind, Place, Scope,
        relations::{Correction, Doubt, Operand, OperandRole, Relation, RelationKind, Verdict},
    },
    check::{Analysis, ArticleAnalysis, PlacedArticle},
    outline::{Article, Part},
    rules::{Applicability, Edit, Finding, Fix, Related, Severity, Words},
    text::Span,
};

pub const TEXT: &str = "标题\r\n　　支塘镇组织志愿者12名、党员20名，共计30人，发放资料超200份。\r\n";

/// Where a part of [`TEXT`] stands.
pub fn place(part: &str) -> Span {
    let start = TEXT.find(part).expect("the part is in the text");
    Span::new(start, start + part.len())
}

/// A finding with everything a finding can have, and one with nothing but a message.
pub fn findings() -> Vec<Finding> {
    let related = |part: &str| Related { span: place(part), words: Words::new("分项", "a part") };
    let fix = Fix {
        title: Words::new("改为“32人”", "change to ‘32人’"),
        applicability: Applicability::Unsafe,
        edits: vec![Edit { span: place("30人"), text: "32人".to_owned() }],
    };
    vec![
        Finding {
            rule: "samples/sum",
            severity: Severity::Error,
            message: Words::new("12 + 20 = 32，与“共计30人”不符", "12 + 20 = 32, not 30"),
            span: place("共计30人"),
            related: vec![related("12名"), related("20名")],
            fixes: vec![fix],
        },
        Finding {
            rule: "samples/byline",
            severity: Severity::Warning,
            message: Words::new("没有署名", "no byline"),
            span: place("标题"),
            related: Vec::new(),
            fixes: Vec::new(),
        },
    ]
}

/// One article that mentions a place and a figure, with [`findings`].
pub fn analysis() -> Analysis {
    let mention = |part: &str| Place { span: place(part), block: 1, at: Span::default() };
    let annotations = Annotations {
        localities: vec![Locality {
            place: mention("支塘镇"),
            text: "支塘镇".to_owned(),
            kind: LocalityKind::Town,
            nested: false,
            normalized: Some("江苏省苏州市常熟市支塘镇".to_owned()),
            code: Some(320_581_104_000),
            misspelling: None,
        }],
        figures: vec![Figure {
            place: mention("超200份"),
            text: "超200份".to_owned(),
            number: place("200"),
            value: 200.0,
            low: 200.0,
            high: f64::INFINITY,
            step: 1.0,
            bound: Bound::Over,
            ends: None,
            unit: "份".to_owned(),
            counts: Some("资料".to_owned()),
            label: String::new(),
            role: FigureRole::PerUnit,
            scope: Scope::default(),
        }],
        ..Annotations::default()
    };
    let headline = Part { span: place("标题"), text: "标题".to_owned() };
    let article = Article { headline: Some(headline), ..Article::default() };
    let analysis = ArticleAnalysis { text: TEXT.to_owned(), article, annotations, findings: Vec::new() };
    Analysis {
        articles: vec![PlacedArticle { span: Span::new(0, TEXT.len()), analysis: analysis.into() }],
        findings: findings(),
        ..Analysis::default()
    }
}

/// The same article with what its figures have to do with one another: a sum that fails, one that holds and one that
/// was not judged.
pub fn ledger() -> Analysis {
    let mention = |part: &str| Place { span: place(part), block: 1, at: Span::default() };
    let operand = |part: &str, role| Operand { place: mention(part), text: part.to_owned(), role };
    let sum = |verdict, corrections| Relation {
        kind: RelationKind::Sum,
        claim: operand("共计30人", OperandRole::Total),
        operands: vec![operand("12名", OperandRole::Part), operand("20名", OperandRole::Part)],
        formula: "12 + 20 = 32".to_owned(),
        verdict,
        corrections,
    };
    let mended = Correction { place: mention("30人"), text: "32人".to_owned() };
    let count = Relation {
        kind: RelationKind::Count,
        operands: vec![operand("支塘镇", OperandRole::Item)],
        formula: String::new(),
        ..sum(Verdict::Unchecked(Doubt::OpenList), Vec::new())
    };
    let mut analysis = analysis();
    let placed = &mut analysis.articles[0];
    let read = std::sync::Arc::get_mut(&mut placed.analysis).expect("nobody else has it");
    read.annotations.relations =
        vec![sum(Verdict::Fails, vec![mended]), sum(Verdict::Holds, Vec::new()), count];
    analysis
}

/// What a report says of one document, without colour.
pub fn printed(report: &mut dyn Report, text: &str, analysis: &Analysis) -> String {
    let source = Source::Path("a.txt".to_owned());
    let mut out = Vec::new();
    report
        .document(&mut out, &Checked { source: &source, text, analysis, error_rate: None })
        .expect("memory takes it all");
    report.finish(&mut out).expect("memory takes it all");
    anstream::adapter::strip_str(str::from_utf8(&out).expect("reports are text")).to_string()
}
