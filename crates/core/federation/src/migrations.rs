//! Schema of this crate; forward only.

use kernel::Result;
use store::Migration;
use store::migrate::{Schema, at, bytes, flag, id, index, maybe, part_of, table, text, unique, uuid};

pub fn migrations() -> Vec<Migration> {
    vec![
        Migration { name: "federation/0001_providers", up: providers },
        Migration { name: "federation/0002_sealed", up: sealed },
    ]
}

fn sealed(schema: &Schema) -> Result<()> {
    schema.seal_anew("identity_provider", "client_secret")
}

fn providers(schema: &Schema) -> Result<()> {
    schema.create(&table(
        "identity_provider",
        vec![
            id(),
            text("name"),
            text("issuer"),
            text("client_id"),
            bytes("client_secret"),
            flag("for_staff"),
            flag("for_guardians"),
            text("domain"),
            flag("trusts_factor"),
            at("created_at"),
        ],
    ))?;
    schema.index(&unique("identity_provider", &["issuer", "client_id"]))?;

    let mut identity = table(
        "federated_identity",
        vec![
            id(),
            uuid("account_id"),
            uuid("provider_id"),
            text("issuer"),
            text("subject"),
            at("since"),
            maybe(at("last_at")),
        ],
    );
    identity.foreign_key(&mut part_of("account_id", "account"));
    identity.foreign_key(&mut part_of("provider_id", "identity_provider"));
    schema.create(&identity)?;
    schema.index(&unique("federated_identity", &["issuer", "subject"]))?;
    schema.index(&index("federated_identity", &["account_id"]))?;

    let mut attempt = table(
        "federation_attempt",
        vec![id(), uuid("provider_id"), text("browser_hash"), maybe(uuid("account_id")), at("created_at")],
    );
    attempt.foreign_key(&mut part_of("provider_id", "identity_provider"));
    schema.create(&attempt)?;
    schema.index(&unique("federation_attempt", &["browser_hash"]))
}
