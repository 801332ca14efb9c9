//! An account: one person's way into one school.

use chrono::NaiveDate;
use kernel::{EmailAddress, Error, Found as _, Language, Result, Timestamp};
use people::{StaffId, StudentId, staff, student};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, QuerySelect, Set};
use store::{Read, Role, Sealed, Work};

kernel::id!(AccountId);

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "account")]
#[declared(whose = User, purpose = SignIn, basis = Contract, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: AccountId,
    /// As shown in the corner of the page.
    #[data(Name)]
    pub name: String,
    /// None for whoever signs in by the number on their record (C052).
    #[data(Contact)]
    pub email: Option<String>,
    /// Lower case; unique in the school.
    #[data(Contact)]
    pub email_key: Option<String>,
    /// When a link or a code that was sent to the address came back. Only then it gets codes (C011, C014).
    #[data(Activity)]
    pub email_proven_at: Option<Timestamp>,
    /// Mobile number in E.164 that a code proved, for codes (C013); unique in the school.
    #[data(Contact)]
    pub phone: Option<String>,
    /// What the person's record said when the number was proven. Once the office writes another number there,
    /// the proven one gets no codes (C052).
    #[data(Contact)]
    pub phone_record: Option<String>,
    /// Argon2id in PHC form; none until the first password is chosen (C012).
    #[data(Credential)]
    pub password: Option<String>,
    #[data(Relationship, purpose = [SignIn, Access])]
    pub staff_id: Option<Uuid>,
    #[data(Relationship, purpose = [SignIn, Access])]
    pub guardian_id: Option<Uuid>,
    #[data(Relationship, purpose = [SignIn, Access])]
    pub student_id: Option<Uuid>,
    /// Where the release before kept what `totp_sealed` holds; emptied, and gone with the next release.
    #[data(Credential)]
    pub totp_secret: Option<String>,
    /// Base32, sealed (see [`crate::factor`]); none while no second factor is set up.
    #[data(Credential)]
    pub totp_sealed: Option<Sealed<String>>,
    /// The last time step used, so that a code works once.
    #[data(Credential)]
    pub totp_step: Option<i64>,
    /// Wrong passwords and second factors since the last sign-in (C015).
    #[data(Activity, purpose = [Security, SignIn], basis = LegitimateInterest)]
    pub failures: i64,
    #[data(Activity, purpose = [Security, SignIn], basis = LegitimateInterest)]
    pub cool_until: Option<Timestamp>,
    #[plain("a choice of language")]
    pub language: Option<String>,
    #[data(Activity)]
    pub created_at: Timestamp,
    #[data(Activity)]
    pub ended_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// A desk that an account may sit at; guardians and students need none, their person says it.
pub mod role {
    use registry::Declared;
    use sea_orm::entity::prelude::*;

    use super::AccountId;

    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
    #[sea_orm(table_name = "account_role")]
    #[declared(whose = User, purpose = SignIn, basis = Contract, kept = Account)]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        #[plain("a random identifier")]
        pub id: Uuid,
        #[data(Identifier)]
        pub account_id: AccountId,
        #[data(Employment)]
        pub role: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Whom an account stands for, and its desks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    pub staff: Option<Uuid>,
    pub guardian: Option<Uuid>,
    pub student: Option<Uuid>,
    pub roles: Vec<Role>,
}

impl Model {
    /// Whom the account stands for; its desks are in a table of their own.
    pub fn standing(&self) -> Standing {
        let (staff, guardian, student) = (self.staff_id, self.guardian_id, self.student_id);
        Standing { staff, guardian, student, roles: Vec::new() }
    }

    pub fn language(&self) -> Option<Language> {
        self.language.as_deref().and_then(Language::parse)
    }
}

/// Makes an account; an address must be free in this school.
pub fn create(
    work: &Work,
    name: &str,
    email: Option<&EmailAddress>,
    password: Option<String>,
    standing: &Standing,
) -> Result<AccountId> {
    let row = Model {
        id: AccountId(work.uuid()),
        name: name.to_owned(),
        email: email.map(|email| email.as_str().to_owned()),
        email_key: email.map(EmailAddress::key),
        email_proven_at: None,
        phone: None,
        phone_record: None,
        password,
        staff_id: standing.staff,
        guardian_id: standing.guardian,
        student_id: standing.student,
        totp_secret: None,
        totp_sealed: None,
        totp_step: None,
        failures: 0,
        cool_until: None,
        language: None,
        created_at: work.now,
        ended_at: None,
    };
    let id = row.id;
    Entity::insert(row.into_active_model()).exec_without_returning(work.db()).map_err(email_taken)?;
    for role in &standing.roles {
        give_role(work, id, *role)?;
    }
    Ok(id)
}

/// Somebody of this school signs in with the address already.
fn email_taken(error: impl Into<Error>) -> Error {
    match error.into() {
        Error::Conflict(_) => Error::invalid("email", "email-taken"),
        other => other,
    }
}

pub fn give_role(work: &Work, account: AccountId, role: Role) -> Result<()> {
    let row = role::Model { id: work.uuid(), account_id: account, role: role.word().to_owned() };
    role::Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(())
}

pub fn take_role(work: &Work, account: AccountId, role: Role) -> Result<()> {
    role::Entity::delete_many()
        .filter(role::Column::AccountId.eq(account))
        .filter(role::Column::Role.eq(role.word()))
        .exec(work.db())?;
    Ok(())
}

/// An account that has not ended.
pub fn find(read: &Read, account: AccountId) -> Result<Model> {
    Entity::find_by_id(account).filter(Column::EndedAt.is_null()).one(read.db())?.found()
}

/// The account that a person has already.
pub fn of_person(read: &Read, standing: &Standing) -> Result<Option<Model>> {
    let same = Condition::any()
        .add_option(standing.staff.map(|id| Column::StaffId.eq(id)))
        .add_option(standing.guardian.map(|id| Column::GuardianId.eq(id)))
        .add_option(standing.student.map(|id| Column::StudentId.eq(id)));
    if same.is_empty() {
        return Ok(None);
    }
    Ok(Entity::find().filter(same).filter(Column::EndedAt.is_null()).order_by_asc(Column::CreatedAt).one(read.db())?)
}

/// The names of accounts, of those that are known.
pub fn names(read: &Read, accounts: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
    Ok(Entity::find()
        .select_only()
        .columns([Column::Id, Column::Name])
        .filter(Column::Id.is_in(accounts.iter().copied()))
        .into_tuple()
        .all(read.db())?)
}

/// The desks of an account, with the roles that its persons bring. Who has left brings none (C016).
pub fn roles(read: &Read, account: &Model) -> Result<Vec<Role>> {
    let rows = role::Entity::find().filter(role::Column::AccountId.eq(account.id)).all(read.db())?;
    let mut roles: Vec<Role> = rows.iter().filter_map(|row| Role::parse(&row.role)).collect();
    if let Some(id) = account.staff_id
        && has_left(read, staff::left_on(read, StaffId(id))?)
    {
        roles.clear();
    }
    roles.extend(account.guardian_id.map(|_| Role::Guardian));
    if let Some(id) = account.student_id {
        roles.extend((!has_left(read, student::left_on(read, StudentId(id))?)).then_some(Role::Student));
    }
    roles.sort();
    roles.dedup();
    Ok(roles)
}

/// Whether the day of leaving has come.
fn has_left(read: &Read, day: Option<NaiveDate>) -> bool {
    day.is_some_and(|day| day <= read.today)
}

/// The address that the account signs in with from now on; not yet a proven one.
pub(crate) fn readdress(work: &Work, account: AccountId, email: &EmailAddress) -> Result<()> {
    let row = ActiveModel {
        id: Set(account),
        email: Set(Some(email.as_str().to_owned())),
        email_key: Set(Some(email.key())),
        email_proven_at: Set(None),
        ..Default::default()
    };
    Entity::update(row).exec(work.db()).map_err(email_taken)?;
    Ok(())
}

/// The name in the corner of the page, after the record's was corrected.
pub fn rename(work: &Work, account: AccountId, name: &str) -> Result<()> {
    update(work, ActiveModel { id: Set(account), name: Set(name.to_owned()), ..Default::default() })
}

/// Opens an account anew for the person whose it is: a fresh password, the address if one is given, every
/// session ended. The second factor stays.
pub fn renew(
    work: &Work,
    account: &Model,
    email: Option<&EmailAddress>,
    password: String,
    standing: &Standing,
) -> Result<()> {
    if let Some(email) = email {
        readdress(work, account.id, email)?;
    }
    set_password(work, account.id, password)?;
    crate::session::end_all(work, account.id, None)?;
    let held = role::Entity::find().filter(role::Column::AccountId.eq(account.id)).all(work.db())?;
    for role in standing.roles.iter().filter(|role| held.iter().all(|row| row.role != role.word())) {
        give_role(work, account.id, *role)?;
    }
    Ok(())
}

/// Replaces the password; the hash was made before the transaction.
pub fn set_password(work: &Work, account: AccountId, hash: String) -> Result<()> {
    update(
        work,
        ActiveModel {
            id: Set(account),
            password: Set(Some(hash)),
            failures: Set(0),
            cool_until: Set(None),
            ..Default::default()
        },
    )
}

/// The language of the screens, and of mails that nobody's page words.
pub fn speak(work: &Work, account: AccountId, language: Language) -> Result<()> {
    update(
        work,
        ActiveModel { id: Set(account), language: Set(Some(language.code().to_owned())), ..Default::default() },
    )
}

pub(crate) fn update(work: &Work, row: ActiveModel) -> Result<()> {
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// The address of the account is its owner's: something that was sent there came back.
pub fn prove_email(work: &Work, account: AccountId) -> Result<()> {
    update(work, ActiveModel { id: Set(account), email_proven_at: Set(Some(work.now)), ..Default::default() })
}

/// Ends the account; its sessions end with it, and its number is free for others.
pub fn end(work: &Work, account: AccountId) -> Result<()> {
    crate::session::end_all(work, account, None)?;
    let ended_at = Set(Some(work.now));
    let row =
        ActiveModel { id: Set(account), ended_at, phone: Set(None), phone_record: Set(None), ..Default::default() };
    update(work, row)
}
