//! The institution to take along: one JSON file with everything that is kept of it, and where its letters go
//! (C001, C002, C077).
//!
//! ```json
//! { "format": "homeroom-institution-1",
//!   "exported_at": "2026-11-02T09:00:00Z",
//!   "institution": { "trade_name", "email", "phone", "street", "postcode", "town",
//!                    "country": ISO 3166 alpha-2, "latitude", "longitude": degrees or null },
//!   "contact_persons": [ { "function", "call_name", "infix", "surname", "street", "postcode", "town",
//!                          "email", "phone": text or null } ],
//!   "licences": [ { "kind", "number", "issuer", "valid_until": "2027-01-31" or null,
//!                   "scan": { "media_type", "base64" } or null } ],
//!   "postal_addresses": [ { "of": "guardian", "household" or "staff", "name", "street", "number", "addition",
//!                           "postcode", "city", "country" } ] }
//! ```

use axum::response::IntoResponse as _;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use chrono::NaiveDate;
use kernel::{Error, PostalAddress, Result as Kernel};
use people::{address, contact, guardian, household, institution, licence, staff};
use serde::Serialize;
use site::{Cx, Result, attachment};
use store::{Allowed, Context, Read, Whole};

use crate::acts;

#[derive(Serialize)]
struct Export {
    format: &'static str,
    exported_at: String,
    institution: Institution,
    contact_persons: Vec<ContactPerson>,
    licences: Vec<Licence>,
    postal_addresses: Vec<Postal>,
}

#[derive(Serialize)]
struct Postal {
    of: &'static str,
    name: String,
    street: String,
    number: String,
    addition: String,
    postcode: String,
    city: String,
    country: String,
}

#[derive(Serialize)]
struct Institution {
    trade_name: String,
    email: String,
    phone: String,
    street: String,
    postcode: String,
    town: String,
    country: String,
    latitude: Option<f64>,
    longitude: Option<f64>,
}

#[derive(Serialize)]
struct ContactPerson {
    function: String,
    call_name: String,
    infix: String,
    surname: String,
    street: Option<String>,
    postcode: Option<String>,
    town: Option<String>,
    email: Option<String>,
    phone: Option<String>,
}

#[derive(Serialize)]
struct Licence {
    kind: String,
    number: String,
    issuer: String,
    valid_until: Option<NaiveDate>,
    scan: Option<Scan>,
}

#[derive(Serialize)]
struct Scan {
    media_type: String,
    base64: String,
}

/// The file. Its entry in the trail is on disk before the first byte leaves.
pub async fn export_institution(cx: Cx) -> Result {
    let (mut export, scans) = cx.read(acts::EXPORT_INSTITUTION.on(()), collect).await?;
    let context = cx.context();
    let json = cx
        .off_thread(move || {
            for (licence, scan) in export.licences.iter_mut().zip(scans) {
                licence.scan = scan.map(|scan| of_scan(&context, scan)).transpose()?;
            }
            serde_json::to_vec_pretty(&export).map_err(Error::internal)
        })
        .await?;
    let file = format!("institution-{}.json", cx.now().date());
    Ok((attachment("application/json", &file), json).into_response())
}

/// Everything but the files of the scans, and which these are.
fn collect(read: &Read, school: Allowed<Whole>) -> Kernel<(Export, Vec<Option<media::Model>>)> {
    let (licences, scans): (Vec<_>, Vec<_>) = licence::all(read, school)?.into_iter().unzip();
    let export = Export {
        format: "homeroom-institution-1",
        exported_at: read.now.to_utc().format("%Y-%m-%dT%H:%M:%SZ").to_string(),
        institution: of_institution(institution::find(read)?),
        contact_persons: contact::all(read, school)?.into_iter().map(of_contact).collect(),
        licences: licences.into_iter().map(of_licence).collect(),
        postal_addresses: addresses(read)?,
    };
    Ok((export, scans))
}

/// Every postal address with whose it is.
fn addresses(read: &Read) -> Kernel<Vec<Postal>> {
    let guardians = guardian::all_names(read)?;
    let staff = staff::all_names(read)?;
    let households = household::all_names(read)?;
    let mut all = Vec::new();
    for (id, address) in address::guardian::all(read)? {
        all.extend(guardians.get(&id).map(|name| of_address("guardian", name, address)));
    }
    for (id, address) in address::household::all(read)? {
        all.extend(households.get(&id).map(|name| of_address("household", name, address)));
    }
    for (id, address) in address::staff::all(read)? {
        all.extend(staff.get(&id).map(|name| of_address("staff", name, address)));
    }
    Ok(all)
}

fn of_address(of: &'static str, name: &str, address: PostalAddress) -> Postal {
    Postal {
        of,
        name: name.to_owned(),
        street: address.street,
        number: address.number,
        addition: address.addition,
        postcode: address.postcode,
        city: address.city,
        country: address.country,
    }
}

fn of_institution(row: institution::Model) -> Institution {
    let degrees = |millionths: Option<i64>| millionths.and_then(|n| institution::in_degrees(n).parse().ok());
    Institution {
        latitude: degrees(row.latitude),
        longitude: degrees(row.longitude),
        trade_name: row.trade_name,
        email: row.email,
        phone: row.phone,
        street: row.street,
        postcode: row.postcode,
        town: row.town,
        country: row.country,
    }
}

fn of_contact(row: contact::Model) -> ContactPerson {
    ContactPerson {
        function: row.function,
        call_name: row.call_name,
        infix: row.infix,
        surname: row.surname,
        street: row.street,
        postcode: row.postcode,
        town: row.town,
        email: row.email,
        phone: row.phone,
    }
}

fn of_licence(row: licence::Model) -> Licence {
    Licence { kind: row.kind, number: row.number, issuer: row.issuer, valid_until: row.valid_until, scan: None }
}

fn of_scan(context: &Context, scan: media::Model) -> Kernel<Scan> {
    Ok(Scan { base64: STANDARD.encode(context.media_bytes(&scan)?), media_type: scan.media_type })
}
