//! Names of places, bodies and people.

mod congress_post;
mod context;
mod deputy_work;
mod division_order;
mod doubled_committee;
mod former_locality;
mod inconsistent_organization;
mod inconsistent_person;
mod likeness;
mod locality_hierarchy;
mod misspelt_locality;
mod motion_word;
mod party_department;
mod party_member_word;
mod party_order;
mod session_name;
mod village_head;
mod work_report;
mod wrong_title;

pub use congress_post::CongressPost;
pub use deputy_work::DeputyWork;
pub use division_order::DivisionOrder;
pub use doubled_committee::DoubledCommittee;
pub use former_locality::FormerLocality;
pub use inconsistent_organization::InconsistentOrganization;
pub use inconsistent_person::InconsistentPerson;
pub use locality_hierarchy::LocalityHierarchy;
pub use misspelt_locality::MisspeltLocality;
pub use motion_word::MotionWord;
pub use party_department::PartyDepartment;
pub use party_member_word::PartyMemberWord;
pub use party_order::PartyOrder;
pub use session_name::SessionName;
pub use village_head::VillageHead;
pub use work_report::WorkReport;
pub use wrong_title::WrongTitle;
