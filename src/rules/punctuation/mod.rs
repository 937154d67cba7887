//! Marks: their pairs and their forms (GB/T 15834-2011).

mod halfwidth_punctuation;
mod unpaired_mark;

pub use halfwidth_punctuation::HalfwidthPunctuation;
pub use unpaired_mark::UnpairedMark;
