//! Schema of this crate; forward only. No foreign keys to people: the control database has none.

use kernel::Result;
use store::Migration;
use store::migrate::{
    Schema, at, bytes, flag, id, index, integer, key_uuid, maybe, part_of, table, text, unique, uuid,
};

pub fn migrations() -> Vec<Migration> {
    vec![
        Migration { name: "accounts/0001_accounts", up: accounts },
        Migration { name: "accounts/0002_told", up: told },
        Migration { name: "accounts/0003_codes_and_passkeys", up: codes_and_passkeys },
        Migration { name: "accounts/0004_links_and_settings", up: links_and_settings },
        Migration { name: "accounts/0005_email_change", up: email_change },
        Migration { name: "accounts/0006_sealed", up: sealed },
    ]
}

/// What an account shares with an app was readable to whoever read the rows; what a link points to was sealed another
/// way.
fn sealed(schema: &Schema) -> Result<()> {
    schema.add("account", maybe(bytes("totp_sealed")))?;
    schema.seal_texts("account", "totp_secret", "totp_sealed")?;
    schema.seal_anew("account_link", "sealed")
}

/// Numbers and addresses that were proven, one-time codes, passkeys and what a browser is asked with.
fn codes_and_passkeys(schema: &Schema) -> Result<()> {
    schema.add("account", maybe(text("phone")))?;
    schema.add("account", maybe(text("phone_record")))?;
    schema.add("account", maybe(at("email_proven_at")))?;
    schema.index(&unique("account", &["phone"]))?;

    let mut code = table("sign_in_code", vec![id(), maybe(uuid("account_id")), text("token_hash"), text("code_hash")]);
    code.col(text("asked_hash"))
        .col(text("channel"))
        .col(maybe(text("proves")))
        .col(maybe(text("network")))
        .col(at("created_at"))
        .col(integer("guesses"))
        .col(maybe(at("ended_at")));
    code.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&code)?;
    schema.index(&index("sign_in_code", &["token_hash"]))?;
    schema.index(&index("sign_in_code", &["asked_hash"]))?;

    let mut passkey = table("passkey", vec![id(), uuid("account_id"), text("name"), text("credential_id")]);
    passkey.col(text("public_key")).col(at("created_at")).col(maybe(at("used_at")));
    passkey.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&passkey)?;
    schema.index(&unique("passkey", &["credential_id"]))?;
    schema.index(&index("passkey", &["account_id"]))?;

    let mut challenge = table("passkey_challenge", vec![id(), maybe(uuid("account_id")), text("token_hash")]);
    challenge.col(text("kind")).col(text("state")).col(at("created_at"));
    challenge.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&challenge)?;
    schema.index(&index("passkey_challenge", &["token_hash"]))
}

/// Accounts at other schools, sealed; and since when choices stand.
fn links_and_settings(schema: &Schema) -> Result<()> {
    let mut link =
        table("account_link", vec![id(), uuid("account_id"), text("side_hash"), bytes("sealed"), at("since")]);
    link.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&link)?;
    schema.index(&index("account_link", &["account_id"]))?;
    schema.index(&unique("account_link", &["side_hash"]))?;

    let mut code = table("link_code", vec![id(), uuid("account_id"), text("hash"), at("created_at")]);
    code.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&code)?;
    schema.index(&unique("link_code", &["hash"]))?;

    let mut setting = table("account_setting", vec![id(), uuid("account_id"), text("name"), at("since")]);
    setting.foreign_key(&mut part_of("account_id", "account"));
    schema.create(&setting)?;
    schema.index(&unique("account_setting", &["account_id", "name"]))
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
