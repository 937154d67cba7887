//! Figures that contradict one another.

mod conflicting_figure;
mod count_mismatch;
mod sum_mismatch;

pub use conflicting_figure::ConflictingFigure;
pub use count_mismatch::CountMismatch;
pub use sum_mismatch::SumMismatch;

/// A value as an editor would write it: whole where it is whole.
fn plain(value: f64) -> String {
    format!("{}", (value * 1e4).round() / 1e4)
}
