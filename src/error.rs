//! The errors that end a command. What is wrong with a single input is a [`crate::model::Problem`] and ends nothing.

/// Result of everything that can end a command.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why a command could not do its work.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite says no.
    #[error("{0}")]
    Sqlite(#[from] rusqlite::Error),
    /// A migration failed.
    #[error("the database could not be brought up to date: {0}")]
    Migration(#[from] refinery::Error),
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    Io {
        /// The file.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The reader of our output went away (`| head`).
    #[error("output closed")]
    OutputClosed,
    /// Anything a person can mend: what is wrong and the way out, as one message.
    #[error("{0}")]
    User(String),
}

impl Error {
    /// A message for the person at the keyboard.
    pub fn user(message: impl Into<String>) -> Self {
        Self::User(message.into())
    }

    /// What one input did wrong, if this is such an error and the rest can go on.
    pub fn refusal(&self) -> Option<String> {
        match self {
            Self::User(reason) => Some(reason.clone()),
            Self::Sqlite(error)
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) =>
            {
                Some(format!("the database refuses it: {error}"))
            }
            _ => None,
        }
    }

    /// A failure to read or write `path`.
    pub fn io(path: impl AsRef<std::path::Path>, source: std::io::Error) -> Self {
        Self::Io { path: path.as_ref().display().to_string(), source }
    }
}
