//! How numbers are printed (GB/T 15835-2011).

mod form;
mod mixed_numerals;

pub use mixed_numerals::MixedNumerals;
