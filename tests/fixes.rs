//! What mending and laying out must never do, whatever the text: change a figure or a name, make a new fault, or find
//! something to do the second time.

mod texts;

use std::collections::BTreeMap;

use kanwu::{
    check::{
        Analysis,
        fix::{Mended, Reach, mend},
    },
    format::{NamePadding, Taste, format},
    outline::Byline,
};
use proptest::prelude::*;

fn mended(text: &str, analysis: &Analysis, reach: Reach) -> Mended {
    mend(text, analysis, reach, |_| true)
}

/// How many findings there are of each rule.
fn counts(analysis: &Analysis) -> BTreeMap<&'static str, usize> {
    let mut counts = BTreeMap::new();
    for finding in &analysis.findings {
        *counts.entry(finding.rule).or_default() += 1;
    }
    counts
}

/// The rules that find more than before.
fn new_findings(before: &Analysis, after: &Analysis) -> Vec<String> {
    let old = counts(before);
    let has_more = |(rule, count): &(&str, usize)| *count > old.get(rule).copied().unwrap_or(0);
    let more = counts(after).into_iter().filter(has_more);
    more.map(|(rule, count)| format!("{rule}: {:?} → {count}", old.get(rule))).collect()
}

/// The facts of a draft: figures by their values, dates, names, bylines.
fn facts(analysis: &Analysis) -> Vec<String> {
    let mut facts = Vec::new();
    for placed in &analysis.articles {
        let said = &placed.analysis.annotations;
        facts.extend(said.figures.iter().map(|figure| {
            format!(
                "figure {} {} {} {:?} {}",
                figure.value, figure.low, figure.high, figure.bound, figure.unit
            )
        }));
        facts.extend(said.dates.iter().map(|date| format!("date {}", date.iso())));
        facts.extend(said.persons.iter().map(|person| format!("person {}", person.text)));
        facts.extend(said.localities.iter().map(|locality| format!("locality {}", locality.text)));
        facts.extend(said.organizations.iter().map(|body| format!("organization {}", body.text)));
        facts.extend(placed.analysis.article.bylines.iter().map(signature));
    }
    facts.sort();
    facts
}

fn signature(byline: &Byline) -> String {
    let names: Vec<_> = byline.names.iter().map(|name| name.text.as_str()).collect();
    format!("byline {} {}", byline.role, names.join(" "))
}

/// What is wrong with how a text is mended, if anything.
fn complaint(text: &str, before: &Analysis) -> Option<String> {
    let safe = mended(text, before, Reach::Safe);
    let (old, new) = (facts(before), facts(&safe.analysis));
    if old != new {
        let lost: Vec<_> = old.iter().filter(|fact| !new.contains(fact)).collect();
        let made: Vec<_> = new.iter().filter(|fact| !old.contains(fact)).collect();
        return Some(format!("facts changed: {lost:?} → {made:?}"));
    }
    let words = mended(text, before, Reach::Words);
    // Where nothing was mended there is nothing to mend the second time; where both come to one, one tells for both.
    let is_new = words.text != safe.text;
    for (reach, once) in
        [Some((Reach::Safe, safe)), is_new.then_some((Reach::Words, words))].into_iter().flatten()
    {
        if once.applied() == 0 {
            continue;
        }
        let made = new_findings(before, &once.analysis);
        if !made.is_empty() {
            return Some(format!("{reach:?} fixes made new findings: {made:?}"));
        }
        let twice = mended(&once.text, &once.analysis, reach);
        if twice.applied() > 0 {
            return Some(format!("{reach:?} fixes change more the second time"));
        }
    }
    None
}

/// What is wrong with how a text is laid out, if anything.
fn complaint_of_layout(text: &str, before: &Analysis) -> Option<String> {
    let words = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<_>>();
    let mut after: Option<(String, Analysis)> = None;
    for names in [NamePadding::Kept, NamePadding::Padded, NamePadding::Closed] {
        let taste = Taste { names };
        let once = format(text, before, taste);
        if words(&once) != words(text) {
            return Some(format!("words changed with names {names:?}"));
        }
        // Most texts come out the same with all three: that one is read once.
        let (once, read) = match after.take() {
            Some(known) if known.0 == once => known,
            _ => {
                let read = Analysis::of(&once);
                (once, read)
            }
        };
        if format(&once, &read, taste) != once {
            return Some(format!("there is more to lay out the second time, with names {names:?}"));
        }
        after = Some((once, read));
    }
    None
}

#[test]
fn texts_at_hand_are_laid_out_once_and_for_all() {
    texts::complain_of(&texts::AT_HAND, |read| complaint_of_layout(&read.text, &read.analysis));
}

#[test]
fn texts_made_rough_are_laid_out_once_and_for_all() {
    texts::complain_of(&texts::ROUGHENED, |read| complaint_of_layout(&read.text, &read.analysis));
}

#[test]
fn texts_at_hand_keep_their_facts_and_get_no_new_fault() {
    texts::complain_of(&texts::AT_HAND, |read| complaint(&read.text, &read.analysis));
}

#[test]
fn texts_made_rough_keep_their_facts_and_get_no_new_fault() {
    texts::complain_of(&texts::ROUGHENED, |read| complaint(&read.text, &read.analysis));
}

proptest! {
    #[test]
    fn drafts_put_together_at_random_keep_their_facts_and_get_no_new_fault(text in texts::drafts()) {
        prop_assert_eq!(complaint(&text, &Analysis::of(&text)), None, "{}", text);
    }

    #[test]
    fn whatever_is_mended_is_mended_once_and_for_all(text in texts::anything()) {
        for reach in [Reach::Safe, Reach::Words] {
            let once = mended(&text, &Analysis::of(&text), reach);
            let twice = mended(&once.text, &Analysis::of(&once.text), reach);
            prop_assert_eq!(twice.applied(), 0, "{}", text);
        }
    }

    #[test]
    fn whatever_is_laid_out_is_laid_out_once_and_for_all(
        text in prop_oneof![texts::drafts(), texts::anything()],
    ) {
        prop_assert_eq!(complaint_of_layout(&text, &Analysis::of(&text)), None, "{}", text);
    }
}
