//! Schema of this crate; forward only. No foreign keys to people: the control database has none.

use kernel::Result;
use store::Migration;
use store::migrate::{Schema, at, flag, id, index, integer, key_uuid, maybe, part_of, table, text, unique, uuid};

pub fn migrations() -> Vec<Migration> {
    vec![
        Migration { name: "accounts/0001_accounts", up: accounts },
        Migration { name: "accounts/0002_told", up: told },
        Migration { name: "accounts/0003_email_change", up: email_change },
    ]
}

/// What accounts were told, which privacy notice they acknowledged, and the browsers they know.
fn told(schema: &Schema) -> Result<()> {
    let mut notice =
        table("account_notice", vec![id(), uuid("account_id"), at("at"), text("what"), maybe(at("told_at"))]);
    notice.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&notice)?;
    schema.index(&index("account_notice", &["account_id"]))?;

    let mut acknowledgement = table("acknowledgement", vec![id(), uuid("account_id"), text("notice"), at("at")]);
    acknowledgement.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&acknowledgement)?;
    schema.index(&index("acknowledgement", &["account_id"]))?;

    let mut device = table("account_device", vec![id(), uuid("account_id"), text("mark_hash"), at("last_at")]);
    device.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&device)?;
    schema.index(&unique("account_device", &["account_id", "mark_hash"]))
}

/// Addresses that wait for their link to be opened (C011).
fn email_change(schema: &Schema) -> Result<()> {
    let mut change =
        table("email_change", vec![key_uuid("account_id"), text("email"), text("token_hash"), at("expires_at")]);
    change.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&change)?;
    schema.index(&unique("email_change", &["token_hash"]))
}

fn accounts(schema: &Schema) -> Result<()> {
    let mut account = table(
        "account",
        vec![id(), text("name"), maybe(text("email")), maybe(text("email_key")), maybe(text("password"))],
    );
    for person in ["staff_id", "guardian_id", "student_id"] {
        account.col(maybe(uuid(person)));
    }
    account
        .col(maybe(text("totp_secret")))
        .col(maybe(integer("totp_step")))
        .col(integer("failures"))
        .col(maybe(at("cool_until")))
        .col(maybe(text("language")))
        .col(at("created_at"))
        .col(maybe(at("ended_at")));
    schema.create(&account)?;
    schema.index(&unique("account", &["email_key"]))?;

    let mut role = table("account_role", vec![id(), uuid("account_id"), text("role")]);
    role.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&role)?;
    schema.index(&unique("account_role", &["account_id", "role"]))?;

    let mut recovery = table("recovery_code", vec![id(), uuid("account_id"), text("hash"), maybe(at("used_at"))]);
    recovery.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&recovery)?;

    let mut session =
        table("session", vec![id(), uuid("account_id"), text("token_hash"), at("created_at"), at("last_at")]);
    session
        .col(flag("second_factor"))
        .col(flag("waiting"))
        .col(integer("guesses"))
        .col(text("agent"))
        .col(maybe(at("ended_at")));
    session.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&session)?;
    schema.index(&unique("session", &["token_hash"]))?;
    schema.index(&index("session", &["account_id"]))?;

    let mut invitation =
        table("invitation", vec![id(), text("token_hash"), text("code_hash"), text("name"), text("email")]);
    for person in ["staff_id", "guardian_id", "student_id"] {
        invitation.col(maybe(uuid(person)));
    }
    invitation.col(text("roles")).col(at("created_at")).col(at("expires_at")).col(maybe(at("used_at")));
    schema.create(&invitation)?;
    schema.index(&unique("invitation", &["token_hash"]))?;
    schema.index(&unique("invitation", &["code_hash"]))
}
