//! Which known word a slip of the pen may have meant.

/// A word must be at least this near to be taken for a slip of the pen.
const NEAR: f64 = 0.6;

/// The word most like `word`, which may have been written without what stands before its slash.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let likeness = |known: &str| {
        let bare = known.rsplit('/').next().unwrap_or(known);
        strsim::normalized_damerau_levenshtein(word, known)
            .max(strsim::normalized_damerau_levenshtein(word, bare))
    };
    known
        .into_iter()
        .map(|known| (likeness(known), known))
        .filter(|(likeness, _)| *likeness >= NEAR)
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
        .map(|(_, known)| known)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn a_slip_of_the_pen_finds_the_nearest_rule_and_nonsense_none() {
        const NAMES: [&str; 3] = ["figures/sum-mismatch", "figures/count-mismatch", "wording/foreign-word"];
        let nearest = |name| nearest(name, NAMES);
        assert_eq!(nearest("figures/sum-mismach"), Some("figures/sum-mismatch"));
        assert_eq!(nearest("foreign-word"), Some("wording/foreign-word"));
        assert_eq!(nearest("cuont-mismatch"), Some("figures/count-mismatch"));
        assert_eq!(nearest("标点"), None);
    }
}
