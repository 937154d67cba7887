//! How numbers are printed (GB/T 15835-2011).

mod bare_decade;
mod clock_form;
mod day_word;
mod decrease_by_multiple;
mod digit_grouping;
mod fixed_numeral_word;
mod form;
mod fullwidth_digit;
mod leading_zero;
mod lunar_date;
mod mixed_date;
mod mixed_numerals;
mod padded_date;
mod range_unit;
mod rough_numeral;
mod solemn_numeral;
mod systemic;
mod two_digit_year;
mod year_zero;

pub use bare_decade::BareDecade;
pub use clock_form::ClockForm;
pub use day_word::DayWord;
pub use decrease_by_multiple::DecreaseByMultiple;
pub use digit_grouping::DigitGrouping;
pub use fixed_numeral_word::FixedNumeralWord;
pub use fullwidth_digit::FullwidthDigit;
pub use leading_zero::LeadingZero;
pub use lunar_date::LunarDate;
pub use mixed_date::MixedDate;
pub use mixed_numerals::MixedNumerals;
pub use padded_date::PaddedDate;
pub use range_unit::RangeUnit;
pub use rough_numeral::RoughNumeral;
pub use solemn_numeral::SolemnNumeral;
pub use two_digit_year::TwoDigitYear;
pub use year_zero::YearZero;
