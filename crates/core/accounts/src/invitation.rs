//! Invitations: a link by mail, or a code on paper, that lets a person make their account once.

use kernel::clock::{DAY, MINUTE};
use kernel::{EmailAddress, Found as _, Result, Timestamp};
use people::GuardianId;
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{Condition, IntoActiveModel, QueryOrder, Set};
use store::{Read, Role, Work};

use crate::account::Standing;
use crate::session::fingerprint;

/// How long an invitation stands: two weeks.
pub const STANDS: i64 = 14 * DAY;
/// How long the first operator's link stands.
pub const FIRST_LINK: i64 = 30 * MINUTE;
/// Rows of one statement; each has twelve values, and both back ends take some ten thousand.
const AT_ONCE: usize = 200;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "invitation")]
#[declared(whose = User, purpose = SignIn, basis = Contract, kept = Account)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: Uuid,
    #[data(Credential)]
    pub token_hash: String,
    #[data(Credential)]
    pub code_hash: String,
    #[data(Name)]
    pub name: String,
    /// Where it was mailed; empty for a letter.
    #[data(Contact)]
    pub email: String,
    #[data(Relationship)]
    pub staff_id: Option<Uuid>,
    #[data(Relationship)]
    pub guardian_id: Option<Uuid>,
    #[data(Relationship)]
    pub student_id: Option<Uuid>,
    /// Words of the roles: `teacher`.
    #[data(Employment)]
    pub roles: String,
    #[data(Activity)]
    pub created_at: Timestamp,
    #[data(Activity)]
    pub expires_at: Timestamp,
    #[data(Activity)]
    pub used_at: Option<Timestamp>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn standing(&self) -> Standing {
        Standing {
            staff: self.staff_id,
            guardian: self.guardian_id,
            student: self.student_id,
            roles: self.roles.split(' ').filter_map(Role::parse).collect(),
        }
    }

    /// Whether whoever has this secret read it in a mail to that address. The code of a letter proves none.
    pub fn came_to(&self, secret: &str, address: &EmailAddress) -> bool {
        let mailed = EmailAddress::parse(&self.email).is_ok_and(|mailed| mailed.key() == address.key());
        mailed && self.token_hash == fingerprint(secret)
    }
}

/// The two ways to use an invitation; neither is stored.
pub struct Secrets {
    pub token: String,
    /// Twelve characters in groups of four.
    pub code: String,
}

/// Invites a person. Earlier unused invitations of the same person end.
pub fn create(work: &Work, name: &str, email: &str, standing: &Standing, stands: i64) -> Result<Secrets> {
    let same = Condition::any()
        .add_option(standing.staff.map(|id| Column::StaffId.eq(id)))
        .add_option(standing.guardian.map(|id| Column::GuardianId.eq(id)))
        .add_option(standing.student.map(|id| Column::StudentId.eq(id)));
    if !same.is_empty() {
        end_unused(work, same)?;
    }
    let (row, secrets) = new_row(work, name, email, standing, stands);
    Entity::insert(row.into_active_model()).exec_without_returning(work.db())?;
    Ok(secrets)
}

/// Invites many guardians by letter, in a few statements; the secrets are in the order of the guardians.
pub fn create_for_guardians(work: &Work, guardians: &[(GuardianId, String)], stands: i64) -> Result<Vec<Secrets>> {
    end_unused(work, Condition::all().add(Column::GuardianId.is_in(guardians.iter().map(|(id, _)| id.0))))?;
    let made = guardians.iter().map(|(id, name)| {
        let standing = Standing { guardian: Some(id.0), ..Standing::default() };
        new_row(work, name, "", &standing, stands)
    });
    let (rows, secrets): (Vec<Model>, Vec<Secrets>) = made.unzip();
    for rows in rows.chunks(AT_ONCE) {
        let rows = rows.iter().cloned().map(IntoActiveModel::into_active_model);
        Entity::insert_many(rows).exec_without_returning(work.db())?;
    }
    Ok(secrets)
}

fn end_unused(work: &Work, among: Condition) -> Result<()> {
    Entity::delete_many().filter(among).filter(Column::UsedAt.is_null()).exec(work.db())?;
    Ok(())
}

fn new_row(work: &Work, name: &str, email: &str, standing: &Standing, stands: i64) -> (Model, Secrets) {
    let token = work.random().token();
    let code = work.random().code(12);
    let roles: Vec<&str> = standing.roles.iter().map(|role| role.word()).collect();
    let row = Model {
        id: work.uuid(),
        token_hash: fingerprint(&token),
        code_hash: fingerprint(&code),
        name: name.to_owned(),
        email: email.to_owned(),
        staff_id: standing.staff,
        guardian_id: standing.guardian,
        student_id: standing.student,
        roles: roles.join(" "),
        created_at: work.now,
        expires_at: work.now.plus(stands),
        used_at: None,
    };
    (row, Secrets { token, code: grouped(&code) })
}

fn grouped(code: &str) -> String {
    let letters: Vec<char> = code.chars().collect();
    letters.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// The invitation behind a link's token or a letter's code; 404 if it is used, over or unknown.
pub fn find(read: &Read, secret: &str) -> Result<Model> {
    let code: String = secret.to_uppercase().chars().filter(char::is_ascii_alphanumeric).collect();
    let fits =
        Condition::any().add(Column::TokenHash.eq(fingerprint(secret))).add(Column::CodeHash.eq(fingerprint(&code)));
    Entity::find()
        .filter(fits)
        .filter(Column::UsedAt.is_null())
        .filter(Column::ExpiresAt.gt(read.now))
        .order_by_desc(Column::CreatedAt)
        .one(read.db())?
        .found()
}

/// It works once.
pub fn spend(work: &Work, invitation: &Model) -> Result<()> {
    Entity::update(ActiveModel { id: Set(invitation.id), used_at: Set(Some(work.now)), ..Default::default() })
        .exec(work.db())?;
    Ok(())
}
