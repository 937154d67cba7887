//! Half-width marks beside Chinese characters.

use std::collections::HashMap;

use crate::{
    rules::{Applicability, BulletinView, Edit, Findings, Fix, Words, rule},
    text::{Span, chars::is_han},
};

rule! {
    /// 汉字旁用了半角标点。
    ///
    /// A half-width mark beside Chinese characters.
    ///
    /// ## 查什么 · What it finds
    ///
    /// 汉字旁的半角 , ; : ! ? ( ) 和直引号。小数、时刻、网址和英文中的不查。通篇如此的，只报一次并给出处数。
    /// Half-width marks and straight quotes beside Chinese characters, not those in decimals, times, addresses or
    /// English. A draft that uses them throughout is named once, with the count.
    ///
    /// ## 为什么 · Why
    ///
    /// GB/T 15834-2011 第4章规定各标点的形式，第5.1条规定其占位：点号占一个字的位置，即全角。
    /// GB/T 15834-2011, chapter 4, sets the form of each mark and 5.1 its room: that of one character.
    ///
    /// ## 错例 · Wrong
    ///
    /// ```wrong
    /// 青禾镇修渠引水
    ///
    /// 入春以来,青禾镇组织干部群众清理沟渠，疏通水道。
    /// ```
    ///
    /// ## 正例 · Right
    ///
    /// ```right
    /// 青禾镇修渠引水
    ///
    /// 3月16日8:30，青禾镇（又称River Town, East）清理沟渠1,258米，完成82.5%。
    /// ```
    ///
    /// ## 处理 · How to fix or silence
    ///
    /// 改为全角标点；可自动修复。
    /// Use the full-width mark; the fix does that.
    HalfwidthPunctuation = "punctuation/halfwidth-punctuation" {
        severity: Warning,
        since: "0.1.0",
        fix: Sometimes,
        check: Bulletin(check),
    }
}

/// Half-width marks and their full-width forms; a straight quote has one of two.
const FORMS: [(char, &str); 8] =
    [(',', "，"), (';', "；"), (':', "："), ('!', "！"), ('?', "？"), ('(', "（"), (')', "）"), ('"', "“”")];
/// From more marks than this on, a draft that mostly uses half width does so throughout.
const FEW: usize = 8;

/// A half-width mark that ought to be full-width.
struct Halfwidth {
    /// Index into [`FORMS`].
    form: usize,
    at: usize,
    /// Where the other bracket of the pair stands.
    partner: Option<usize>,
    /// How to mend it, if that is certain.
    edit: Option<Edit>,
}

fn check(bulletin: &BulletinView<'_>, findings: &mut Findings<'_>) {
    let text = bulletin.text;
    let mut found = halfwidth(text);
    found.retain(|mark| !bulletin.settings.style.halfwidth.contains(FORMS[mark.form].0));
    if found.is_empty() {
        return;
    }
    let mut full = [0_usize; FORMS.len()];
    for c in text.chars() {
        if let Some(form) = FORMS.iter().position(|(_, forms)| forms.contains(c)) {
            full[form] += 1;
        }
    }
    let mut half = [0_usize; FORMS.len()];
    for mark in &found {
        half[mark.form] += 1;
    }
    let (throughout, single): (Vec<_>, Vec<_>) =
        found.iter().partition(|mark| half[mark.form] > full[mark.form] && mark.edit.is_some());
    let (throughout, single) =
        if throughout.len() > FEW { (throughout, single) } else { (Vec::new(), found.iter().collect()) };
    if let Some(first) = throughout.first() {
        let count = throughout.len();
        let found = findings.report(
            Span::new(first.at, first.at + 1),
            Words::new(
                format!("全文共有{count}处半角标点，应为全角"),
                format!("{count} marks in this draft are half-width instead of full-width"),
            ),
        );
        found.fixes.push(Fix {
            title: Words::new("全部改为全角标点", "Make them all full-width"),
            applicability: Applicability::Safe,
            edits: throughout.iter().filter_map(|mark| mark.edit.clone()).collect(),
        });
    }
    let is_single = |at: usize| single.iter().any(|mark| mark.at == at);
    for mark in &single {
        // The two brackets of a pair are one finding.
        let partner = mark.partner.filter(|&at| is_single(at));
        if partner.is_some_and(|partner| partner < mark.at) {
            continue;
        }
        let (half, full) = FORMS[mark.form];
        let other = partner.and_then(|at| single.iter().find(|mark| mark.at == at));
        let (half, full) = match other {
            Some(other) => {
                (format!("{half}{}", FORMS[other.form].0), format!("{full}{}", FORMS[other.form].1))
            }
            None => (half.to_string(), full.to_owned()),
        };
        let finding = findings.report(
            Span::new(mark.at, mark.at + 1),
            Words::new(
                format!("半角标点“{half}”应为全角“{full}”"),
                format!("half-width {half} should be full-width {full}"),
            ),
        );
        let edits: Vec<Edit> = [Some(*mark), other.copied()]
            .into_iter()
            .flatten()
            .filter_map(|mark| mark.edit.clone())
            .collect();
        let mended: String = edits.iter().map(|edit| edit.text.as_str()).collect();
        if !edits.is_empty() {
            finding.fixes.push(Fix {
                title: Words::new(format!("改为“{mended}”"), format!("Replace by {mended}")),
                applicability: Applicability::Safe,
                edits,
            });
        }
    }
}

/// The half-width marks beside Chinese characters, line by line.
fn halfwidth(text: &str) -> Vec<Halfwidth> {
    let mut found = Vec::new();
    let mut base = 0;
    for line in text.split_inclusive('\n') {
        if !line.is_ascii() {
            in_line(line, base, &mut found);
        }
        base += line.len();
    }
    found
}

fn in_line(line: &str, base: usize, found: &mut Vec<Halfwidth>) {
    let quotes: Vec<usize> = line.match_indices('"').map(|(at, _)| at).collect();
    let mut partners = bracket_pairs(line);
    partners.extend(quotes.as_chunks().0.iter().flat_map(|&[open, close]| [(open, close), (close, open)]));
    let mut is_told = false;
    for (at, c) in line.char_indices() {
        let Some(form) = FORMS.iter().position(|&(half, _)| half == c) else { continue };
        let beside = match c {
            // A pair goes together, whatever stands beside either half.
            '(' | ')' | '"' => {
                is_beside(line, at) || partners.get(&at).is_some_and(|&partner| is_beside(line, partner))
            }
            _ => is_beside(line, at),
        };
        if !beside {
            continue;
        }
        // Quotation marks that do not pair up are one matter, and a person's to settle.
        if c == '"' && quotes.len() % 2 == 1 {
            if !std::mem::replace(&mut is_told, true) {
                found.push(Halfwidth { form, at: base + at, partner: None, edit: None });
            }
            continue;
        }
        // 禾政发(2024)12号 takes brackets of another shape.
        let partner = partners.get(&at).copied().filter(|_| c != '"');
        if partner.is_some_and(|partner| is_document_year(line, at.min(partner), at.max(partner))) {
            continue;
        }
        let text = match (c, quotes.binary_search(&at)) {
            ('"', Ok(nth)) => ["“", "”"][nth % 2],
            _ => FORMS[form].1,
        };
        // A single space behind the mark stood in for its width.
        let behind = &line[at + 1..];
        let takes_space = !matches!(c, '(' | ')' | '"')
            && behind.strip_prefix(' ').is_some_and(|rest| rest.starts_with(is_han));
        let span = Span::new(base + at, base + at + 1 + usize::from(takes_space));
        let edit = Some(Edit { span, text: text.to_owned() });
        found.push(Halfwidth { form, at: base + at, partner: partner.map(|at| base + at), edit });
    }
}

/// Whether the brackets at `open` and `close` hold the year of a document number: the office stands before them, 12号
/// behind.
fn is_document_year(line: &str, open: usize, close: usize) -> bool {
    let year = &line[open + 1..close];
    let number = line[close + 1..].trim_start_matches('第');
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    year.len() == 4
        && year.bytes().all(|byte| byte.is_ascii_digit())
        && rest.len() < number.len()
        && rest.starts_with('号')
        && line[..open].ends_with(is_han)
}

/// Whether the nearest character on either side, past other half-width marks, is Chinese.
fn is_beside(line: &str, at: usize) -> bool {
    let skips = |c: &char| matches!(c, '!' | '?' | '"');
    let before = line[..at].chars().rev().take(8).find(|c| !skips(c));
    let after = line[at + 1..].chars().take(8).find(|c| !skips(c));
    [before, after].iter().any(|c| c.is_some_and(is_chinese))
}

fn is_chinese(c: char) -> bool {
    is_han(c)
        || matches!(
            c,
            '“' | '”' | '‘' | '’' | '《' | '》' | '【' | '】' | '〔' | '〕' | '（' | '）' | '、' | '。'
        )
}

/// The partner of each half-width bracket.
fn bracket_pairs(line: &str) -> HashMap<usize, usize> {
    let mut open = Vec::new();
    let mut pairs = HashMap::new();
    for (at, c) in line.char_indices() {
        match c {
            '(' => open.push(at),
            ')' => pairs.extend(open.pop().into_iter().flat_map(|start| [(start, at), (at, start)])),
            _ => {}
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{fixed, found, hits};

    const RULE: &str = "punctuation/halfwidth-punctuation";

    fn article(sentence: &str) -> String {
        format!("青禾镇修渠引水\n\n入春以来，全镇动员，干部带头，群众参与。{sentence}\n")
    }

    #[test]
    fn single_marks_are_found_and_mended_one_by_one() {
        let text = article("县委(民宗局)部署, 全镇\"动员\"!");
        assert_eq!(hits(RULE, &text), ["(", ",", "\"", "\"", "!"], "the brackets are a pair");
        assert!(fixed(RULE, &text).contains("县委（民宗局）部署，全镇“动员”！"));
        let text = article("开展\"River 2024\" 行动。");
        assert!(fixed(RULE, &text).contains("开展“River 2024” 行动"), "a pair goes together");
    }

    #[test]
    fn quotation_marks_that_do_not_pair_up_are_one_finding_without_a_fix() {
        let text = article(&format!("{}他说:\"清渠\"护渠\"。", "镇里动员,村里响应。".repeat(12)));
        let found = found(RULE, &text);
        let fixes: Vec<_> = found.iter().map(|found| found.fixes.len()).collect();
        assert_eq!(fixes, [1, 0], "what is throughout, and the quotes");
        assert!(fixed(RULE, &text).contains("响应。他说：\"清渠\"护渠\"。"));
    }

    #[test]
    fn figures_times_addresses_and_english_are_left_alone() {
        for sentence in [
            "8:30开工，挖土1,258方。",
            "网址http://www.example.com/a?b=c。",
            "选手O'Neil, Tom (USA) 到场。",
            "禾政发(2024)12号。",
        ] {
            assert_eq!(hits(RULE, &article(sentence)), Vec::<String>::new(), "{sentence}");
        }
    }

    #[test]
    fn a_draft_in_half_width_throughout_is_one_finding_with_the_count() {
        let text = article(&"镇里动员,村里响应。".repeat(12));
        let found = found(RULE, &text);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].message.zh, "全文共有12处半角标点，应为全角");
        assert!(!fixed(RULE, &text).contains(','));
    }
}
