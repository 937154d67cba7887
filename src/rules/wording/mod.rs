//! Words that do not belong.

mod de_particle;
mod duplicated_word;
mod energy_unit;
mod fixed_phrase;
mod foreign_word;
mod measure_word;
mod missing_subject;
mod misspelling;
mod nonstandard_character;
mod nonstandard_unit;
mod redundancy;
mod slip;
mod variant_word;
mod wrong_character;

pub use de_particle::DeParticle;
pub use duplicated_word::DuplicatedWord;
pub use energy_unit::EnergyUnit;
pub use fixed_phrase::FixedPhrase;
pub use foreign_word::ForeignWord;
pub use measure_word::MeasureWord;
pub use missing_subject::MissingSubject;
pub use misspelling::Misspelling;
pub use nonstandard_character::NonstandardCharacter;
pub use nonstandard_unit::NonstandardUnit;
pub use redundancy::Redundancy;
pub use variant_word::VariantWord;
pub use wrong_character::WrongCharacter;
