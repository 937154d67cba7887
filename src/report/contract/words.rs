//! Words of the formats for kinds of ours.

/// Declares the words of a format beside the values they stand for, so that none can be forgotten.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident = $kind:ident { $($variant:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        #[allow(missing_docs, reason = "each is documented where it is defined")]
        pub enum $name { $($variant),* }

        impl From<$kind> for $name {
            fn from(kind: $kind) -> Self {
                match kind { $($kind::$variant => Self::$variant),* }
            }
        }
    };
}

pub(super) use words;
