//! The screens of this module; one file each.

mod acknowledge;
mod email;
mod invitation;
mod invite;
mod own;
mod recovery;
mod second_factor;
mod sign_in;

use site::Routes;

const ENTER: &[&str] = &["accounts.sign_in"];
const OWN: &[&str] = &["accounts.see_own"];
const CHANGE: &[&str] = &["accounts.see_own", "accounts.change_own"];
const EMAIL_LINK: &[&str] = &["accounts.see_email_link", "accounts.confirm_email"];
const INVITED: &[&str] = &["accounts.see_invitation", "accounts.accept_invitation", "accounts.sign_in"];

pub fn routes() -> Routes {
    Routes::new()
        .get("/sign-in", ENTER, sign_in::show)
        .post("/sign-in", ENTER, sign_in::submit)
        .get("/sign-in/code", ENTER, sign_in::show_code)
        .post("/sign-in/code", ENTER, sign_in::submit_code)
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
        .get("/account/second-factor", CHANGE, second_factor::show)
        .post("/account/second-factor", CHANGE, second_factor::enable)
        .post("/account/second-factor/off", CHANGE, second_factor::disable)
        .get("/account/second-factor/codes", CHANGE, recovery::ask)
        .post("/account/second-factor/codes", CHANGE, recovery::renew)
        .post("/guardians/{guardian}/invite", &["accounts.invite_guardian"], invite::mail_guardian)
        .post("/guardians/{guardian}/letter", &["accounts.invite_guardian"], invite::letter_guardian)
        .post("/staff/{staff}/invite", &["accounts.invite_staff"], invite::mail_staff)
        .post("/staff/{staff}/letter", &["accounts.invite_staff"], invite::letter_staff)
}

/// The same doors for the installation's operators.
pub fn operator_routes() -> Routes {
    Routes::new()
        .get("/operator/sign-in", ENTER, sign_in::show)
        .post("/operator/sign-in", ENTER, sign_in::submit)
        .get("/operator/sign-in/code", ENTER, sign_in::show_code)
        .post("/operator/sign-in/code", ENTER, sign_in::submit_code)
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
        .get("/operator/account/second-factor", CHANGE, second_factor::show)
        .post("/operator/account/second-factor", CHANGE, second_factor::enable)
        .post("/operator/account/second-factor/off", CHANGE, second_factor::disable)
        .get("/operator/account/second-factor/codes", CHANGE, recovery::ask)
        .post("/operator/account/second-factor/codes", CHANGE, recovery::renew)
}
