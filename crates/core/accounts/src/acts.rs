//! What one can do with accounts, and who may.

use people::{GuardianId, StaffId};
use registry::Purpose;
use school::GroupId;
use store::{Act, ActInfo, Role, Rule};

const SIGN_IN: &[Purpose] = &[Purpose::SignIn, Purpose::Security];
const SECURITY: &[Purpose] = &[Purpose::Security, Purpose::SignIn];
/// A change of the record is told to whoever it concerns, at the addresses before and after.
const TELLING: &[Purpose] =
    &[Purpose::Security, Purpose::SignIn, Purpose::Administration, Purpose::FamilyContact, Purpose::Accountability];
/// Inviting reads how the school reaches the person.
const INVITING: &[Purpose] = &[Purpose::SignIn, Purpose::Administration, Purpose::FamilyContact];

const EVERYBODY: &[Role] = &[Role::Visitor, Role::Operator, Role::Account];
/// Whoever is signed in.
const OWNERS: &[Role] = &[Role::Operator, Role::Account];

/// Reads a session's account at every request, before anybody is known. Quiet: it is how the house knows.
pub static WHO: Act<()> = Act::read_school("accounts.who", SIGN_IN, &[Role::Visitor]).quiet();
pub static USE_SESSION: Act<()> = Act::write_school("accounts.use_session", SECURITY, &[Role::Visitor]).quiet();
/// Quiet in the audit chain; sign-ins and failures stand in the security log (C113).
pub static ENTER: Act<()> = Act::write_school("accounts.sign_in", SIGN_IN, EVERYBODY).quiet();
/// Whose address or number was typed at the door. The security log has the attempt.
pub static FIND_LOGIN: Act<()> = Act::read_school("accounts.find_login", SIGN_IN, EVERYBODY).quiet();
/// What stands on the door: the ways in that the school offers.
pub static SEE_DOOR: Act<()> = Act::read_school("accounts.see_door", SIGN_IN, EVERYBODY).quiet();
pub static SEE_INVITATION: Act<()> = Act::read_school("accounts.see_invitation", SIGN_IN, EVERYBODY).quiet();
pub static ACCEPT_INVITATION: Act<()> = Act::write_school("accounts.accept_invitation", SIGN_IN, EVERYBODY);

/// One's own account: password, second factor, sessions.
pub static SEE_OWN: Act<()> = Act::read_school("accounts.see_own", SIGN_IN, OWNERS).quiet();
pub static CHANGE_OWN: Act<()> = Act::write_school("accounts.change_own", SECURITY, OWNERS);

/// Everything that is set for who asks, whichever module sets it; a module whose settings serve another purpose
/// adds it here. Quiet: one's own.
pub static SEE_SETTINGS: Act<()> = Act::read_school("accounts.see_settings", SIGN_IN, OWNERS).quiet();
/// The other side of a link between two schools, by a code that its owner brought. Quiet: that somebody is at
/// two schools is theirs alone to know; they are told (C006).
pub static LINK: Act<()> = Act::write_school("accounts.link", SIGN_IN, &[Role::Visitor]).quiet();
/// Whoever opens the link that came to a new address (C011).
pub static SEE_EMAIL_LINK: Act<()> = Act::read_school("accounts.see_email_link", SIGN_IN, EVERYBODY).quiet();
pub static CONFIRM_EMAIL: Act<()> = Act::write_school("accounts.confirm_email", TELLING, EVERYBODY);

pub static INVITE_GUARDIAN: Act<GuardianId> =
    Act::write("accounts.invite_guardian", INVITING, &[Rule::any(Role::Administrator), Rule::any(Role::Office)]);
pub static INVITE_STAFF: Act<StaffId> =
    Act::write("accounts.invite_staff", INVITING, &[Rule::any(Role::Administrator)]);

/// Who of a group's families has no account yet; the letters themselves are [`INVITE_GUARDIAN`], one by one.
pub static SEE_UNINVITED: Act<GroupId> =
    Act::read("accounts.see_uninvited", INVITING, &[Rule::any(Role::Administrator), Rule::any(Role::Office)]);

/// The first administrator of a school, by who founds it; operators and accounts of the demo, by the shell.
pub static FOUND: Act<()> = Act::write_school("accounts.found", SIGN_IN, &[Role::Shell, Role::Operator]);
/// Quiet: it writes notices to owners of accounts; what it tells of stands in the trail already.
pub static TELL: Act<()> = Act::write_school("accounts.tell", TELLING, &[Role::Job]).quiet();
pub static FORGET: Act<()> = Act::write_school("accounts.forget", SECURITY, &[Role::Job]).quiet();

pub fn infos() -> Vec<ActInfo> {
    vec![
        WHO.info(),
        USE_SESSION.info(),
        ENTER.info(),
        FIND_LOGIN.info(),
        SEE_DOOR.info(),
        SEE_INVITATION.info(),
        ACCEPT_INVITATION.info(),
        SEE_OWN.info(),
        CHANGE_OWN.info(),
        SEE_SETTINGS.info(),
        LINK.info(),
        SEE_EMAIL_LINK.info(),
        CONFIRM_EMAIL.info(),
        INVITE_GUARDIAN.info(),
        INVITE_STAFF.info(),
        SEE_UNINVITED.info(),
        FOUND.info(),
        TELL.info(),
        FORGET.info(),
    ]
}
