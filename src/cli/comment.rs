//! `kanwu check --comment`: findings as comments in a copy of a Word draft.

use std::path::Path;

use super::{job::Job, output::Style};
use crate::{
    check::Analysis,
    report::style::severity_word,
    rules::{Finding, Language, Words},
    workspace::{
        DraftKind,
        config::Configurations,
        docx::{Docx, Remark},
    },
};

/// Checks the one Word draft that is to be read, and writes it with comments to another file.
pub fn write(
    jobs: &[Job],
    out: &Path,
    configurations: &mut Configurations,
    style: Style,
) -> Result<(), (String, Words)> {
    let about = |path: &Path, words: Words| (path.display().to_string(), words);
    let draft = match jobs {
        [Job::File(path)] if DraftKind::of(path) == DraftKind::Word => path,
        [Job::Unfound(path, error)] => {
            let words = Words::new(format!("无法读取：{error}"), format!("cannot be read: {error}"));
            return Err(about(path, words));
        }
        _ => {
            let words = Words::new("只用于一份 Word 文稿（.docx）", "is for one Word draft (.docx)");
            return Err(("--comment".to_owned(), words));
        }
    };
    if out.canonicalize().is_ok_and(|out| draft.canonicalize().is_ok_and(|draft| draft == out)) {
        let words =
            Words::new("不能写回原稿，请另取文件名", "the draft itself is not written; name another file");
        return Err(about(out, words));
    }
    let profile = configurations.profile(Some(draft)).map_err(|error| (error.location(), error.words))?;
    let mut docx = Docx::read(draft).map_err(|error| about(draft, error.words()))?;
    let analysis = Analysis::under(docx.text(), &profile);
    let language = style.language();
    let remarks: Vec<Remark> = analysis.findings.iter().map(|finding| remark(finding, language)).collect();
    docx.write_with(&remarks, out).map_err(|error| about(out, error.words()))
}

/// What a comment says: how bad it is and what is wrong, and what could be done, a line each.
fn remark(finding: &Finding, language: Language) -> Remark {
    let severity = severity_word(finding.severity, language);
    let (colon, fix) = match language {
        Language::Chinese => ("：", "可修改："),
        Language::English => (": ", "fix: "),
    };
    let mut text = format!("{severity}{colon}{} [{}]", finding.message.get(language), finding.rule);
    for one in &finding.fixes {
        text.push('\n');
        text.push_str(fix);
        text.push_str(one.title.get(language));
    }
    Remark { span: finding.span, text }
}
