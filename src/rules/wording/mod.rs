//! Words that do not belong.

mod de_particle;
mod duplicated_word;
mod fixed_phrase;
mod foreign_word;
mod misspelling;
mod nonstandard_unit;
mod redundancy;
mod slip;
mod variant_word;
mod wrong_character;

pub use de_particle::DeParticle;
pub use duplicated_word::DuplicatedWord;
pub use fixed_phrase::FixedPhrase;
pub use foreign_word::ForeignWord;
pub use misspelling::Misspelling;
pub use nonstandard_unit::NonstandardUnit;
pub use redundancy::Redundancy;
pub use variant_word::VariantWord;
pub use wrong_character::WrongCharacter;
