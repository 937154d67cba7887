//! What kanwu knows before it reads: names of places and people, heads of organizations, measure words.

pub mod abbreviation;
pub mod boundary;
pub mod char_set;
pub mod confusable;
pub mod democratic_party;
pub mod fixed_phrase;
pub mod former_county;
pub mod gazetteer;
pub mod given_name;
pub mod idiom;
pub mod known_organization;
pub mod known_person;
pub mod measure_word;
pub mod new_county;
pub mod number_idiom;
pub mod ordinary_place;
pub mod organization_head;
pub mod outcome;
pub mod post;
pub mod segmenter;
pub mod surname;
pub mod unit;
pub mod word;
pub mod word_list;
pub mod word_pair;
pub mod world;
