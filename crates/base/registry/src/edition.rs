//! An edition: one file of rules and periods for one kind of institution. Read at start; an unknown key or
//! a period that contradicts another is refused with its line.

use std::fmt;
use std::ops::Range;

use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::Kept;

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    pub name: String,
    pub words: Words,
    pub modules: Modules,
    pub roles: Roles,
    pub signin: SignIn,
    pub roster: Roster,
    pub retention: Keep,
    pub termination: Termination,
    pub notice: Notice,
    pub place: Place,
    pub ages: Ages,
    #[serde(default)]
    pub own: Own,
}

/// What people change of their own record at once; the rest they propose (C128).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Own {
    pub guardian: Vec<OwnField>,
    pub staff: Vec<OwnField>,
    pub student: Vec<OwnField>,
}

/// A field that an edition may give to the person whose it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OwnField {
    Phone,
    /// Changed at one's account, by a link to the new address (C011).
    Email,
    Address,
}

/// Which words the screens use: `student = "pupil"`, `group = "class"`.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    pub student: String,
    pub group: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Modules {
    pub on: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roles {
    pub list: Vec<String>,
}

/// Ways in and their limits (C017–C019).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignIn {
    pub methods: Vec<Method>,
    pub mfa: Vec<String>,
    pub idle_minutes_staff: i64,
    pub idle_minutes_family: i64,
    pub absolute_hours: i64,
}

/// A way in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Method {
    Password,
    /// A link or a letter that makes the account.
    Invitation,
    /// A one-time code to the address of the account.
    CodeMail,
    /// A one-time code to the mobile number that the account has proven (C013).
    CodeSms,
    Passkey,
}

impl SignIn {
    pub fn allows(&self, method: Method) -> bool {
        self.methods.contains(&method)
    }
}

/// What a roster may bring in (C040, C059) and on which basis (C106).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Roster {
    pub gender: GenderUse,
    pub keep_nationality: bool,
    pub facts: Vec<String>,
    pub basis_of_children: String,
}

/// What a gender is kept for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GenderUse {
    /// Neither asked nor kept.
    #[default]
    Nothing,
    /// On the office's page and nowhere else (C040).
    Administration,
    /// Counted in groups of ten or more and never shown of one person (C041).
    Statistics,
}

/// A retention period, in exactly one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(deny_unknown_fields, rename_all = "snake_case")]
pub enum Period {
    Hours(i64),
    Days(i64),
    Months(i64),
    Years(i64),
}

impl Period {
    /// For comparing; a month counts 30 days and a year 365.
    pub fn rough_hours(self) -> i64 {
        match self {
            Self::Hours(n) => n,
            Self::Days(n) => n * 24,
            Self::Months(n) => n * 24 * 30,
            Self::Years(n) => n * 24 * 365,
        }
    }

    /// The day on which what began on `day` is over; hours count as the days they have begun.
    pub fn after(self, day: NaiveDate) -> NaiveDate {
        let count = |n: i64| u64::try_from(n).unwrap_or(0);
        let months = |n: i64| day.checked_add_months(Months::new(u32::try_from(n).unwrap_or(u32::MAX)));
        let end = match self {
            Self::Hours(n) => day.checked_add_days(Days::new(count(n).div_ceil(24))),
            Self::Days(n) => day.checked_add_days(Days::new(count(n))),
            Self::Months(n) => months(n),
            Self::Years(n) => months(n.saturating_mul(12)),
        };
        end.unwrap_or(NaiveDate::MAX)
    }

    /// The first day that is kept still, on `day`. Hours count as whole days, upwards.
    pub fn before(self, day: NaiveDate) -> NaiveDate {
        let count = |n: i64| u64::try_from(n).unwrap_or_default();
        let months = |n: i64| day.checked_sub_months(Months::new(u32::try_from(n).unwrap_or(u32::MAX)));
        let start = match self {
            Self::Hours(n) => day.checked_sub_days(Days::new(count(n).div_ceil(24))),
            Self::Days(n) => day.checked_sub_days(Days::new(count(n))),
            Self::Months(n) => months(n),
            Self::Years(n) => months(n.saturating_mul(12)),
        };
        start.unwrap_or(NaiveDate::MIN)
    }

    /// The number and the unit's word, for `period-years = { $n -> … }`.
    pub fn parts(self) -> (i64, &'static str) {
        match self {
            Self::Hours(n) => (n, "hours"),
            Self::Days(n) => (n, "days"),
            Self::Months(n) => (n, "months"),
            Self::Years(n) => (n, "years"),
        }
    }
}

/// A number of days, or a period: `14`, `{ months = 1 }`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum MaterialNotice {
    Days(i64),
    Period(Period),
}

impl MaterialNotice {
    pub fn period(self) -> Period {
        match self {
            Self::Days(days) => Period::Days(days),
            Self::Period(period) => period,
        }
    }
}

/// The period of each retention class.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Keep {
    pub student_record: Spanned<Period>,
    pub guardian_record: Spanned<Period>,
    pub staff_record: Spanned<Period>,
    pub account: Spanned<Period>,
    pub session: Spanned<Period>,
    pub security_log: Spanned<Period>,
    pub audit: Spanned<Period>,
    pub import_file: Spanned<Period>,
    pub outbox: Spanned<Period>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Termination {
    pub export_days: i64,
    pub backup_days: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Notice {
    /// Notice before a material change of the privacy notice: days, or another period.
    pub material_days: MaterialNotice,
    pub rights_days: i64,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    pub jurisdiction: String,
    pub territory: Vec<String>,
    pub authority: String,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ages {
    pub consent_under: i64,
}

/// Why an edition's file is refused.
#[derive(Debug)]
pub struct EditionError {
    pub file: String,
    /// From 1.
    pub line: usize,
    pub reason: String,
}

impl fmt::Display for EditionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}, line {}: {}", self.file, self.line, self.reason)
    }
}

impl std::error::Error for EditionError {}

impl Edition {
    /// Reads and checks the text of `file`.
    pub fn parse(file: &str, text: &str) -> Result<Self, EditionError> {
        let refuse = |span: Option<Range<usize>>, reason: String| EditionError {
            file: file.to_owned(),
            line: span.map_or(1, |span| line_of(text, span.start)),
            reason,
        };
        let edition: Self = toml::from_str(text).map_err(|e| refuse(e.span(), e.message().to_owned()))?;
        edition.check().map_err(|(span, reason)| refuse(Some(span), reason))?;
        Ok(edition)
    }

    /// The period of a class; `None` where it ends with the school itself.
    pub fn period(&self, kept: Kept) -> Option<Period> {
        let keep = &self.retention;
        let period = match kept {
            Kept::StudentRecord => &keep.student_record,
            Kept::GuardianRecord => &keep.guardian_record,
            Kept::StaffRecord => &keep.staff_record,
            Kept::Account => &keep.account,
            Kept::Session => &keep.session,
            Kept::SecurityLog => &keep.security_log,
            Kept::Audit => &keep.audit,
            Kept::ImportFile => &keep.import_file,
            Kept::Outbox => &keep.outbox,
            Kept::School => return None,
        };
        Some(*period.get_ref())
    }

    /// Periods that contradict each other or a source's promise.
    fn check(&self) -> Result<(), (Range<usize>, String)> {
        let keep = &self.retention;
        let all = [
            &keep.student_record,
            &keep.guardian_record,
            &keep.staff_record,
            &keep.account,
            &keep.session,
            &keep.security_log,
            &keep.audit,
            &keep.import_file,
            &keep.outbox,
        ];
        for period in all {
            if period.get_ref().parts().0 < 0 {
                return Err((period.span(), "a period cannot be negative".to_owned()));
            }
        }
        let at_most = |period: &Spanned<Period>, limit: Period, why: &str| {
            if period.get_ref().rough_hours() > limit.rough_hours() {
                return Err((period.span(), format!("longer than {} {}, {why}", limit.parts().0, limit.parts().1)));
            }
            Ok(())
        };
        at_most(&keep.student_record, Period::Years(3), "which the notice promises as the limit (C144)")?;
        at_most(&keep.import_file, Period::Hours(24), "after which a source file is gone (C062)")?;
        at_most(&keep.guardian_record, *keep.student_record.get_ref(), "the student_record it belongs to")?;
        at_most(&keep.session, *keep.account.get_ref(), "the account it belongs to")
    }
}

fn line_of(text: &str, offset: usize) -> usize {
    text.get(..offset).unwrap_or_default().matches('\n').count() + 1
}
