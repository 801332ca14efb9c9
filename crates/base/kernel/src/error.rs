//! The one error of the house, small enough to know by heart. One outer layer in `site` turns it into
//! a page or into JSON; the command line turns it into a sentence and an exit code.

/// What went wrong, as somebody outside may know it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// 404. It does not exist, or the asker may not know that it does.
    #[error("not found")]
    NotFound,
    /// 303 to sign-in for a page, 401 for a machine: nobody is signed in, or no longer.
    #[error("sign in first")]
    SignedOut,
    /// 403. The asker's roles do not hold this act; says nothing about any record.
    #[error("not allowed")]
    Forbidden,
    /// 422. What was sent needs correcting; nothing was stored.
    #[error("needs correcting: {0}")]
    Invalid(Problems),
    /// 409. The world moved, or a step is missing before this one.
    #[error("{0}")]
    Conflict(Message),
    /// 503. Try again in a moment; nothing was stored.
    #[error("busy, try again")]
    Busy,
    /// 503. The machine could not keep it (a full disk, a failing one); nothing was stored. The text is for the log.
    #[error("{0}")]
    Unsaved(String),
    /// 500. A fault of ours or of the machine's; the text is for the log, never for a page.
    #[error("{0}")]
    Internal(String),
}

pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// A fault of ours with its cause, for the log.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }

    /// One field that needs correcting.
    pub fn invalid(field: &'static str, message: impl Into<Message>) -> Self {
        Self::Invalid(Problems(vec![Problem { field, message: message.into() }]))
    }
}

/// A translation key with its arguments, worded where the reader's language is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    pub key: &'static str,
    pub args: Vec<(&'static str, String)>,
}

impl Message {
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl From<&'static str> for Message {
    fn from(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }
}

impl std::fmt::Display for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.key)?;
        self.args.iter().try_for_each(|(name, value)| write!(f, " {name}={value}"))
    }
}

/// One field of a form and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    pub field: &'static str,
    pub message: Message,
}

/// Everything wrong with one form, in the order of its fields.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl Problems {
    pub fn add(&mut self, field: &'static str, message: impl Into<Message>) {
        self.0.push(Problem { field, message: message.into() });
    }

    /// Takes a parsed value, or notes its problem and gives nothing.
    pub fn take<T>(&mut self, field: &'static str, parsed: Result<T, Message>) -> Option<T> {
        parsed.map_err(|message| self.add(field, message)).ok()
    }

    /// `Err(Invalid)` if anything was noted.
    pub fn check(self) -> Result<()> {
        if self.0.is_empty() { Ok(()) } else { Err(Error::Invalid(self)) }
    }
}

impl std::fmt::Display for Problems {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.iter().try_for_each(|p| write!(f, "[{}: {}]", p.field, p.message))
    }
}

/// `.found()?`: what is not there answers 404.
pub trait Found<T> {
    fn found(self) -> Result<T>;
}

impl<T> Found<T> for Option<T> {
    fn found(self) -> Result<T> {
        self.ok_or(Error::NotFound)
    }
}
