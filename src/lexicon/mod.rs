//! What kanwu knows before it reads: names of places and people, heads of organizations, measure words.

pub mod measure_word;
pub mod surname;
