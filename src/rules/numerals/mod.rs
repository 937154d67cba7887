//! How numbers are printed (GB/T 15835-2011).

mod form;
mod mixed_numerals;
mod solemn_numeral;

pub use mixed_numerals::MixedNumerals;
pub use solemn_numeral::SolemnNumeral;
