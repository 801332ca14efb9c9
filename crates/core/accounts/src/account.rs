//! An account: one person's way into one school.

use chrono::NaiveDate;
use kernel::{EmailAddress, Error, Found as _, Language, Result, Timestamp};
use people::{StaffId, StudentId, staff, student};
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, Set};
use store::{Read, Role, Work};

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
    #[data(Contact)]
    pub email: String,
    /// Lower case; unique in the school.
    #[data(Contact)]
    pub email_key: String,
    /// Argon2id in PHC form; none until the first password is chosen (C012).
    #[data(Credential)]
    pub password: Option<String>,
    #[data(Relationship, purpose = [SignIn, Access])]
    pub staff_id: Option<Uuid>,
    #[data(Relationship, purpose = [SignIn, Access])]
    pub guardian_id: Option<Uuid>,
    #[data(Relationship, purpose = [SignIn, Access])]
    pub student_id: Option<Uuid>,
    /// Base32; none while no second factor is set up.
    #[data(Credential)]
    pub totp_secret: Option<String>,
    /// The last time step used, so that a code works once.
    #[data(Credential)]
    pub totp_step: Option<i64>,
    /// Wrong passwords since the last good one (C015).
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
    pub fn language(&self) -> Option<Language> {
        self.language.as_deref().and_then(Language::parse)
    }
}

/// Makes an account; the address must be free in this school.
pub fn create(
    work: &Work,
    name: &str,
    email: &EmailAddress,
    password: Option<String>,
    standing: &Standing,
) -> Result<AccountId> {
    let row = Model {
        id: AccountId(work.uuid()),
        name: name.to_owned(),
        email: email.as_str().to_owned(),
        email_key: email.key(),
        password,
        staff_id: standing.staff,
        guardian_id: standing.guardian,
        student_id: standing.student,
        totp_secret: None,
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

/// The account that signs in with an address.
pub fn find_by_email(read: &Read, email_key: &str) -> Result<Option<Model>> {
    Ok(Entity::find().filter(Column::EmailKey.eq(email_key)).filter(Column::EndedAt.is_null()).one(read.db())?)
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

pub(crate) fn update(work: &Work, row: ActiveModel) -> Result<()> {
    Entity::update(row).exec(work.db())?;
    Ok(())
}

/// Ends the account; its sessions end with it.
pub fn end(work: &Work, account: AccountId) -> Result<()> {
    crate::session::end_all(work, account, None)?;
    update(work, ActiveModel { id: Set(account), ended_at: Set(Some(work.now)), ..Default::default() })
}
