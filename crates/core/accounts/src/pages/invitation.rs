//! Accepting an invitation: the person chooses a password and is in.

use askama::Template;
use axum::extract::Path;
use kernel::{EmailAddress, Error, Problems};
use site::{Cx, Fault, Field, Form, FormView, Page, Result};
use store::Work;
use store::outbox;

use super::own::words;
use super::sign_in::first_factor;
use crate::account::{self, AccountId};
use crate::acts::{ACCEPT_INVITATION, SEE_INVITATION};
use crate::invitation::{self, Model};
use crate::notice::{self, What};
use crate::{acknowledgement, email_change, login, password};

#[derive(Template)]
#[template(path = "invitation.html")]
struct InvitationView {
    title: String,
    text: String,
    /// What the number on record is good for, with its last two digits.
    number: Option<String>,
    /// Address and words of the privacy notice.
    notice: Option<(String, String)>,
    form: FormView,
}

/// An invitation, and the number that its person can sign in with.
struct Invited {
    row: Model,
    number: Option<String>,
}

fn view(cx: &Cx, secret: &str, invited: &Invited, form: &Form, problems: &Problems) -> InvitationView {
    let email = Field::kind("email", "email").autocomplete("username").why("account", "email");
    let fields = vec![
        if invited.number.is_some() { email } else { email.required() },
        Field::kind("password", "password").autocomplete("new-password").required().hint().why("account", "password"),
        Field::tick("terms").required(),
    ];
    InvitationView {
        title: cx.say.say("invitation-title"),
        text: cx.say.one("invitation-text", "name", &invited.row.name),
        number: invited.number.as_ref().map(|number| {
            let end: String = number.chars().skip(number.len().saturating_sub(2)).collect();
            cx.say.one("invitation-number", "end", &end)
        }),
        notice: Some((cx.notice_href(), cx.say.say("acknowledge-read"))),
        form: FormView::new(cx, &format!("/invite/{secret}"), "invitation-button", form, problems, fields),
    }
}

/// The last part of the path: the same page stands under a school and under the installation.
type Token = Path<std::collections::HashMap<String, String>>;

fn secret(path: &Token) -> Result<String> {
    Ok(path.get("token").cloned().ok_or(Error::NotFound)?)
}

async fn find(cx: &Cx, secret: &str) -> Result<Invited> {
    let secret = secret.to_owned();
    cx.read(SEE_INVITATION.on(()), move |read, _| {
        let row = invitation::find(read, &secret)?;
        Ok(Invited { number: login::number(read, &row.standing())?, row })
    })
    .await
}

pub async fn show(cx: Cx, path: Token) -> Result {
    let secret = secret(&path)?;
    let invited = find(&cx, &secret).await?;
    let form = Form::default().set("email", invited.row.email.clone());
    cx.page("invitation-title", &view(&cx, &secret, &invited, &form, &Problems::default()))
}

/// Makes the account and signs in. The notice must be acknowledged (C023); an address is asked only of those
/// who have no number on record to sign in with (C052).
pub async fn accept(cx: Cx, path: Token, form: Form) -> Result<Page> {
    let secret = secret(&path)?;
    let invited = find(&cx, &secret).await?;
    let mut problems = Problems::default();
    let email = match form.some("email") {
        None if invited.number.is_some() => None,
        typed => problems.take("email", EmailAddress::parse(typed.unwrap_or_default())),
    };
    problems.take("password", password::check(form.get("password"), form.get("email"), invited.number.as_deref()));
    if !form.is("terms") {
        problems.add("terms", "terms-unticked");
    }
    if !problems.0.is_empty() {
        return cx.page_again("invitation-title", &view(&cx, &secret, &invited, &form, &problems));
    }
    let hash = password::hash_in_turn(&cx, form.get("password")).await?;
    let (own, notice, spent) = (cx.clone(), cx.notice_version()?, secret.clone());
    let made = cx
        .write(ACCEPT_INVITATION.on(()), move |work, _| {
            let invited = invitation::find(work, &spent)?;
            invitation::spend(work, &invited)?;
            let id = make(&own, work, &invited, email.as_ref(), hash)?;
            prove(&own, work, (&invited, &spent), id, email.as_ref())?;
            account::speak(work, id, own.say.language())?;
            acknowledgement::note(work, id, &notice)?;
            account::find(work, id)
        })
        .await;
    match made {
        Ok(account) => first_factor(&cx, account, "password").await,
        Err(Fault(Error::Invalid(problems))) => {
            cx.page_again("invitation-title", &view(&cx, &secret, &invited, &form, &problems))
        }
        Err(other) => Err(other),
    }
}

/// Who has an account already gets it back with a new password instead of a second one: the way in again for
/// those whom no mail reaches. Their second factor stays, and they are told.
fn make(
    cx: &Cx,
    work: &Work,
    invited: &Model,
    email: Option<&EmailAddress>,
    password: String,
) -> kernel::Result<AccountId> {
    let standing = invited.standing();
    let Some(known) = account::of_person(work, &standing)? else {
        return account::create(work, &invited.name, email, Some(password), &standing);
    };
    notice::tell(work, &known, What::Password, words(cx, &known, What::Password))?;
    account::renew(work, &known, email, password, &standing)?;
    Ok(known.id)
}

/// An address that the school did not mail to has still to be shown to reach its owner (C011).
fn prove(
    cx: &Cx,
    work: &Work,
    (invited, secret): (&Model, &str),
    account: AccountId,
    email: Option<&EmailAddress>,
) -> kernel::Result<()> {
    let Some(email) = email else { return Ok(()) };
    if invited.came_to(secret, email) {
        account::prove_email(work, account)?;
    }
    if EmailAddress::parse(&invited.email).is_ok_and(|mailed| mailed.key() == email.key()) {
        return email_change::give_up(work, account);
    }
    let token = email_change::ask(work, account, email)?;
    outbox::queue(work, super::email::link(cx, email, &token))
}

fn code_view(cx: &Cx, form: &Form, problems: &Problems) -> InvitationView {
    let field = Field::text("code").autocomplete("off").required();
    InvitationView {
        title: cx.say.say("invitation-code-title"),
        text: cx.say.say("invitation-code-text"),
        number: None,
        notice: None,
        form: FormView::new(cx, "/invite", "invitation-code-button", form, problems, vec![field]),
    }
}

pub async fn ask_code(cx: Cx) -> Result {
    cx.page("invitation-code-title", &code_view(&cx, &Form::default(), &Problems::default()))
}

/// The code of a letter leads to the same page as a link.
pub async fn take_code(cx: Cx, form: Form) -> Result {
    let code = form.get("code").trim().to_owned();
    match find(&cx, &code).await {
        Ok(_) => Ok(cx.go(&format!("/invite/{code}"))),
        Err(Fault(Error::NotFound)) => {
            let mut problems = Problems::default();
            problems.add("code", "invitation-code-wrong");
            cx.page_again("invitation-code-title", &code_view(&cx, &form, &problems))
        }
        Err(other) => Err(other),
    }
}
