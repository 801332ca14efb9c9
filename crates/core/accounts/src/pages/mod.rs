//! The screens of this module; one file each.

mod acknowledge;
mod email;
mod invitation;
mod invite;
mod letter;
mod letters;
mod links;
mod one_time;
mod own;
pub mod passkeys;
mod prove;
mod recovery;
mod second_factor;
pub(crate) mod settings;
mod sign_in;

/// Beginning a session after another way in than the password has proven who it is.
pub mod entering {
    pub use super::own::{is_proven, load, words};
    pub use super::sign_in::{Entered, enter, first_factor, place};
}

use site::Routes;

const ENTER: &[&str] = &["accounts.sign_in", "accounts.find_login", "accounts.see_door"];
const OWN: &[&str] = &["accounts.see_own"];
const CHANGE: &[&str] = &["accounts.see_own", "accounts.change_own"];
const SETTINGS: &[&str] = &["accounts.see_settings"];
const LINK: &[&str] = &["accounts.see_own", "accounts.change_own", "accounts.link"];
const EMAIL_LINK: &[&str] = &["accounts.see_email_link", "accounts.confirm_email"];
const INVITED: &[&str] = &["accounts.see_invitation", "accounts.accept_invitation", "accounts.sign_in"];
const GROUP_LETTERS: &[&str] = &["accounts.see_uninvited", "accounts.invite_guardian"];

pub fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", ENTER, sign_in::show)
        .post("/sign-in", ENTER, sign_in::submit)
        .get("/sign-in/code", ENTER, sign_in::show_code)
        .post("/sign-in/code", ENTER, sign_in::submit_code)
        .get("/sign-in/send", ENTER, one_time::ask)
        .post("/sign-in/send", ENTER, one_time::send)
        .get("/sign-in/sent", ENTER, one_time::show)
        .post("/sign-in/sent", ENTER, one_time::submit)
        .post("/sign-in/sent/again", ENTER, one_time::again)
        .post("/sign-in/passkey/begin", ENTER, passkeys::begin_entry)
        .post("/sign-in/passkey", ENTER, passkeys::enter_alone)
        .post("/sign-in/code/passkey/begin", ENTER, passkeys::begin_second)
        .post("/sign-in/code/passkey", ENTER, passkeys::enter_second)
        .post("/sign-out", CHANGE, sign_in::sign_out)
        .get("/invite", INVITED, invitation::ask_code)
        .post("/invite", INVITED, invitation::take_code)
        .get("/invite/{token}", INVITED, invitation::show)
        .post("/invite/{token}", INVITED, invitation::accept)
        .get("/account", OWN, own::show)
        .get("/account/email", OWN, email::show)
        .post("/account/email", CHANGE, email::ask)
        .get("/account/email/{link}", EMAIL_LINK, email::ask_confirm)
        .post("/account/email/{link}", EMAIL_LINK, email::confirm)
        .post("/account/password", CHANGE, own::change_password)
        .post("/account/language", CHANGE, own::change_language)
        .post("/account/notices", CHANGE, own::read_notices)
        .get("/account/notice", CHANGE, acknowledge::show)
        .post("/account/notice", CHANGE, acknowledge::submit)
        .post("/account/sessions/end", CHANGE, own::end_session)
        .post("/account/sessions/end-others", CHANGE, own::end_other_sessions)
        .get("/account/number", OWN, prove::show_number)
        .post("/account/number", CHANGE, prove::ask_number)
        .post("/account/number/remove", CHANGE, prove::remove_number)
        .post("/account/address", CHANGE, prove::ask_address)
        .get("/account/prove", CHANGE, prove::show)
        .post("/account/prove", CHANGE, prove::submit)
        .post("/account/prove/again", CHANGE, prove::again)
        .get("/account/second-factor", CHANGE, second_factor::show)
        .post("/account/second-factor", CHANGE, second_factor::enable)
        .post("/account/second-factor/off", CHANGE, second_factor::disable)
        .get("/account/second-factor/codes", CHANGE, recovery::ask)
        .post("/account/second-factor/codes", CHANGE, recovery::renew)
        .get("/account/second-factor/passkeys", OWN, passkeys::show)
        .post("/account/second-factor/passkeys", CHANGE, passkeys::add)
        .post("/account/second-factor/passkeys/begin", CHANGE, passkeys::begin_adding)
        .post("/account/second-factor/passkeys/remove", CHANGE, passkeys::remove)
        .post("/account/sessions/end-all", CHANGE, settings::end_all_sessions)
        .get("/settings", SETTINGS, settings::show)
        .get("/account/links", OWN, links::show)
        .post("/account/links", LINK, links::link)
        .post("/account/links/code", CHANGE, links::make_code)
        .post("/account/links/end", LINK, links::unlink)
        .post("/guardians/{guardian}/invite", &["accounts.invite_guardian"], invite::mail_guardian)
        .post("/guardians/{guardian}/letter", &["accounts.invite_guardian"], invite::letter_guardian)
        .post("/staff/{staff}/invite", &["accounts.invite_staff"], invite::mail_staff)
        .post("/staff/{staff}/letter", &["accounts.invite_staff"], invite::letter_staff)
        .get("/groups/{group}/letters", GROUP_LETTERS, letters::ask)
        .post("/groups/{group}/letters", GROUP_LETTERS, letters::make)
}

/// The same doors for the installation's operators.
pub fn operator_routes() -> Routes {
    Routes::new()
        .get("/operator/sign-in", ENTER, sign_in::show)
        .post("/operator/sign-in", ENTER, sign_in::submit)
        .get("/operator/sign-in/code", ENTER, sign_in::show_code)
        .post("/operator/sign-in/code", ENTER, sign_in::submit_code)
        .post("/operator/sign-in/passkey/begin", ENTER, passkeys::begin_entry)
        .post("/operator/sign-in/passkey", ENTER, passkeys::enter_alone)
        .post("/operator/sign-in/code/passkey/begin", ENTER, passkeys::begin_second)
        .post("/operator/sign-in/code/passkey", ENTER, passkeys::enter_second)
        .post("/operator/sign-out", CHANGE, sign_in::sign_out)
        .get("/operator/invite/{token}", INVITED, invitation::show)
        .post("/operator/invite/{token}", INVITED, invitation::accept)
        .get("/operator/account", OWN, own::show)
        .get("/operator/account/email", OWN, email::show)
        .post("/operator/account/email", CHANGE, email::ask)
        .get("/operator/account/email/{link}", EMAIL_LINK, email::ask_confirm)
        .post("/operator/account/email/{link}", EMAIL_LINK, email::confirm)
        .post("/operator/account/password", CHANGE, own::change_password)
        .post("/operator/account/language", CHANGE, own::change_language)
        .post("/operator/account/notices", CHANGE, own::read_notices)
        .get("/operator/account/notice", CHANGE, acknowledge::show)
        .post("/operator/account/notice", CHANGE, acknowledge::submit)
        .post("/operator/account/sessions/end", CHANGE, own::end_session)
        .post("/operator/account/sessions/end-others", CHANGE, own::end_other_sessions)
        .post("/operator/account/sessions/end-all", CHANGE, settings::end_all_sessions)
        .get("/operator/settings", SETTINGS, settings::show)
        .get("/operator/account/second-factor", CHANGE, second_factor::show)
        .post("/operator/account/second-factor", CHANGE, second_factor::enable)
        .post("/operator/account/second-factor/off", CHANGE, second_factor::disable)
        .get("/operator/account/second-factor/codes", CHANGE, recovery::ask)
        .post("/operator/account/second-factor/codes", CHANGE, recovery::renew)
        .get("/operator/account/second-factor/passkeys", OWN, passkeys::show)
        .post("/operator/account/second-factor/passkeys", CHANGE, passkeys::add)
        .post("/operator/account/second-factor/passkeys/begin", CHANGE, passkeys::begin_adding)
        .post("/operator/account/second-factor/passkeys/remove", CHANGE, passkeys::remove)
}
