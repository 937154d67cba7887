//! Figures that contradict one another.

mod change_mismatch;
mod conflicting_figure;
mod count_mismatch;
mod doubled_approximator;
mod percentage_mismatch;
mod product_mismatch;
mod reversed_range;
mod sum_mismatch;
mod unit_mismatch;

pub use change_mismatch::ChangeMismatch;
pub use conflicting_figure::ConflictingFigure;
pub use count_mismatch::CountMismatch;
pub use doubled_approximator::DoubledApproximator;
pub use percentage_mismatch::PercentageMismatch;
pub use product_mismatch::ProductMismatch;
pub use reversed_range::ReversedRange;
pub use sum_mismatch::SumMismatch;
pub use unit_mismatch::UnitMismatch;
