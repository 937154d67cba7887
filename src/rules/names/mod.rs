//! Names of places, bodies and people.

mod misspelt_locality;

pub use misspelt_locality::MisspeltLocality;
