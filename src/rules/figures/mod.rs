//! Figures that contradict one another.

mod conflicting_figure;
mod count_mismatch;
mod sum_mismatch;

pub use conflicting_figure::ConflictingFigure;
pub use count_mismatch::CountMismatch;
pub use sum_mismatch::SumMismatch;
