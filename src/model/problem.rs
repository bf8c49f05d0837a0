//! What is wrong with an input, said so that a person can mend it: where, what, and the way out.

use std::fmt;

/// A position in an input: a file (or `-`), and a line and field where they are known.
#[derive(Debug, Clone, PartialEq, Eq, Default, PartialOrd, Ord)]
pub struct Place {
    /// The path as the user wrote or would write it; `-` for standard input.
    pub file: String,
    /// Line, counted from 1.
    pub line: Option<u64>,
    /// Dotted name of the field, such as `when.latest`.
    pub field: Option<String>,
}

impl Place {
    /// A whole file.
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }

    /// The same file at a line.
    #[must_use]
    pub fn at_line(&self, line: u64) -> Self {
        Self { line: Some(line), ..self.clone() }
    }

    /// The same position, naming a field.
    #[must_use]
    pub fn at_field(&self, field: impl Into<String>) -> Self {
        Self { field: Some(field.into()), ..self.clone() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(field) = &self.field {
            write!(f, ": {field}")?;
        }
        Ok(())
    }
}

/// How much a problem costs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Something was kept, but not all as written.
    Warning,
    /// Something was not taken in.
    Refused,
}

/// One thing that is wrong with an input.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Whether the thing was refused or only warned about.
    pub severity: Severity,
    /// Where it stands.
    pub place: Place,
    /// What is wrong, in a clause without a full stop.
    pub reason: String,
    /// What would mend it, in a clause without a full stop.
    pub way_out: Option<String>,
}

impl Problem {
    /// Something that was not taken in.
    pub fn refused(place: Place, reason: impl Into<String>) -> Self {
        Self { severity: Severity::Refused, place, reason: reason.into(), way_out: None }
    }

    /// Something that was kept, but not all as written.
    pub fn warning(place: Place, reason: impl Into<String>) -> Self {
        Self { severity: Severity::Warning, place, reason: reason.into(), way_out: None }
    }

    /// Adds what would mend it.
    #[must_use]
    pub fn with_way_out(mut self, way_out: impl Into<String>) -> Self {
        self.way_out = Some(way_out.into());
        self
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.place, self.reason)?;
        match &self.way_out {
            Some(way_out) => write!(f, "; {way_out}"),
            None => Ok(()),
        }
    }
}
