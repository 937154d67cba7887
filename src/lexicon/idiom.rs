//! Idioms and set phrases of four characters, and those that differ from a text by a single character.
//!
//! Derived from the dictionary of jieba (MIT) by the build; used in place.

static BY_START: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/idioms.bin"));
static BY_END: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/idioms_by_end.bin"));

/// Bytes of one idiom in the tables.
const ROW: usize = 8;

/// The idioms that differ from `written` in exactly one character, each with the place of that character.
pub fn differing_in_one(written: [char; 4]) -> Vec<([char; 4], usize)> {
    let Some([a, b, c, d]) = codes(written) else { return Vec::new() };
    let by_start = rows_with_half(BY_START, [a, b]).filter_map(|row| match (row[2] == c, row[3] == d) {
        (false, true) => Some((row, 2)),
        (true, false) => Some((row, 3)),
        _ => None,
    });
    let by_end = rows_with_half(BY_END, [c, d]).map(|[c, d, a, b]| [a, b, c, d]).filter_map(|row| {
        match (row[0] == a, row[1] == b) {
            (false, true) => Some((row, 0)),
            (true, false) => Some((row, 1)),
            _ => None,
        }
    });
    by_start.chain(by_end).filter_map(|(row, at)| Some((chars(row)?, at))).collect()
}

/// Whether `written` is an idiom.
pub fn is_idiom(written: [char; 4]) -> bool {
    codes(written).is_some_and(|codes| rows_with_half(BY_START, [codes[0], codes[1]]).any(|row| row == codes))
}

fn codes(written: [char; 4]) -> Option<[u16; 4]> {
    let mut codes = [0; 4];
    for (code, c) in codes.iter_mut().zip(written) {
        *code = u16::try_from(u32::from(c)).ok()?;
    }
    Some(codes)
}

fn chars(row: [u16; 4]) -> Option<[char; 4]> {
    let mut chars = [' '; 4];
    for (c, code) in chars.iter_mut().zip(row) {
        *c = char::from_u32(code.into())?;
    }
    Some(chars)
}

/// The rows of a table that begin with `half`.
fn rows_with_half(table: &'static [u8], half: [u16; 2]) -> impl Iterator<Item = [u16; 4]> {
    let row = move |at: usize| -> [u16; 4] {
        std::array::from_fn(|nth| {
            let byte = at * ROW + nth * 2;
            u16::from_le_bytes([table[byte], table[byte + 1]])
        })
    };
    let count = table.len() / ROW;
    let (mut low, mut high) = (0, count);
    while low < high {
        let middle = usize::midpoint(low, high);
        let [a, b, ..] = row(middle);
        if [a, b] < half {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    (low..count).map(row).take_while(move |&[a, b, ..]| [a, b] == half)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_idiom_is_found_whichever_character_is_wrong() {
        let meant = ['全', '力', '以', '赴'];
        for at in 0..4 {
            let mut written = meant;
            written[at] = '〇';
            assert!(differing_in_one(written).contains(&(meant, at)), "{written:?}");
            assert!(!is_idiom(written));
        }
        assert!(is_idiom(meant) && !differing_in_one(meant).contains(&(meant, 0)));
        assert!(differing_in_one(['全', '力', '〇', '〇']).is_empty());
    }
}
