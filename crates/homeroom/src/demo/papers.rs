//! What the demo's school and its host have written down of themselves: an address, contact persons, licences
//! of which one ends soon.

use chrono::Days;
use installation::entry::own_context;
use installation::host;
use kernel::{Error, PersonName, Result};
use people::contact::{self, GENERAL, OFFICER};
use people::{institution, licence};
use site::Host;
use store::{Allowed, Schools, Whole, Work};

pub fn file(work: &Work, school: Allowed<Whole>, country: &str) -> Result<()> {
    let (street, postcode, town, phone) = place(country);
    let institution = institution::Model {
        street: street.to_owned(),
        town: town.to_owned(),
        postcode: postcode.to_owned(),
        phone: phone.to_owned(),
        ..institution::find(work)?
    };
    institution::change(work, school, institution)?;
    for (function, call, surname) in [(GENERAL, "Robin", "Janssen"), (OFFICER, "Mira", "Sharma")] {
        let details = contact::Details {
            function: function.to_owned(),
            name: PersonName::parse(call, "", surname).map_err(|m| Error::Internal(m.to_string()))?,
            street: None,
            postcode: None,
            town: None,
            email: Some(format!("{}@example.org", call.to_lowercase())),
            phone: Some(phone.to_owned()),
        };
        contact::create(work, school, details)?;
    }
    for (kind, number, days) in [("Fire safety", "BV-2024-118", 20), ("Permit to run a school", "PS 31415", 400)] {
        let details = licence::Details {
            kind: kind.to_owned(),
            number: number.to_owned(),
            issuer: "Municipality".to_owned(),
            valid_until: work.today.checked_add_days(Days::new(days)),
        };
        licence::create(work, school, details, licence::Paper::Stays)?;
    }
    Ok(())
}

/// Street, postcode, town and number of the country's demo school.
fn place(country: &str) -> (&'static str, &'static str, &'static str, &'static str) {
    match country {
        "NL" | "BE" => ("Kastanjelaan 12", "3512AB", "Utrecht", "+31302345678"),
        "EE" => ("Toominga 12", "50410", "Tartu", "+3727345678"),
        "IN" => ("12 Neem Road", "411001", "Pune", "+912026345678"),
        "AE" | "EG" | "SA" => ("شارع النخيل 12", "", "القاهرة", "+20223456789"),
        _ => ("12 Maple Street", "", "Maple Hill", "+442079460123"),
    }
}

/// Who hosts the demo.
pub fn host(schools: &Schools) -> Result<()> {
    let own = Host {
        name: "Demo Hosting".to_owned(),
        address: "1 Server Street, Example Town".to_owned(),
        email: "privacy@example.org".to_owned(),
        phone: String::new(),
        officer: String::new(),
    };
    own_context(schools)?.write(installation::acts::CHANGE_HOST.on(()), |work, whole| host::change(work, whole, own))
}
