//! Names of places, bodies and people.

mod context;
mod locality_hierarchy;
mod misspelt_locality;

pub use locality_hierarchy::LocalityHierarchy;
pub use misspelt_locality::MisspeltLocality;
