//! The fields of a postal address, as several forms ask them (C077).

use kernel::address::Typed;
use kernel::{PostalAddress, Problems};
use site::{Field, Form};

/// The six fields, with the reasons of `table`.
pub fn fields(table: &'static str) -> Vec<Field> {
    vec![
        Field::text("address_street").why(table, "street").autocomplete("address-line1"),
        Field::text("house_number").why(table, "number"),
        Field::text("house_addition").why(table, "addition").hint(),
        Field::text("address_postcode").why(table, "postcode").autocomplete("postal-code"),
        Field::text("city").why(table, "city").autocomplete("address-level2"),
        Field::text("country").why(table, "country").autocomplete("country").hint(),
    ]
}

/// Reads what was typed; all parts empty is no address. A country left empty is the school's.
pub fn read(form: &Form, home: &str, problems: &mut Problems) -> Option<PostalAddress> {
    let typed = Typed {
        street: form.get("address_street"),
        number: form.get("house_number"),
        addition: form.get("house_addition"),
        postcode: form.get("address_postcode"),
        city: form.get("city"),
        country: form.get("country"),
    };
    if typed.is_empty() { None } else { PostalAddress::parse(typed, home, problems) }
}

/// A form that shows this address; without one, the school's country.
pub fn filled(form: Form, address: Option<&PostalAddress>, home: &str) -> Form {
    let Some(address) = address else { return form.set("country", home) };
    form.set("address_street", &address.street)
        .set("house_number", &address.number)
        .set("house_addition", &address.addition)
        .set("address_postcode", &address.postcode)
        .set("city", &address.city)
        .set("country", &address.country)
}
