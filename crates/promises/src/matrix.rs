//! Every route of the router, asked with somebody's ids in path, query and body.

use kernel::Result;
use site::routes::RouteInfo;
use testkit::Answer;

use crate::ground::{Ground, Seat};
use crate::world::{Family, World};

/// Forms that end the asker's own session, passkey or a link of theirs, come second after a password, or take long on
/// purpose: asked on their own elsewhere.
pub const APART: [&str; 11] = [
    "/sign-in/code/passkey",
    "/sign-in/code/passkey/begin",
    "/account/second-factor/passkeys/remove",
    "/account/links/end",
    "/account/providers/end",
    "/sign-out",
    "/sign-in",
    "/sign-in/code",
    "/account/password",
    "/account/sessions/end",
    "/account/sessions/end-all",
];

/// A route's path with the ids of `family`.
pub fn path(route: &RouteInfo, family: &Family) -> String {
    route
        .path
        .replace("{student}", &family.student.to_string())
        .replace("{guardian}", &family.guardian.to_string())
        .replace("{edge}", &family.edge.to_string())
        .replace("{household}", &family.household.to_string())
        .replace("{group}", &family.group.to_string())
        .replace("{staff}", &family.teacher.to_string())
        .replace("{contact}", &family.contact.to_string())
        .replace("{licence}", &family.licence.to_string())
        .replace("{media}", &family.media)
        .replace("{grant}", &family.grant.to_string())
        .replace("{provider}", &family.provider.to_string())
        .replace("{task}", &family.task.to_string())
        .replace("{round}", &family.round.to_string())
        .replace("{participant}", &family.participant.to_string())
        .replace("{appointment}", &family.appointment.to_string())
        .replace("{delivery}", &family.delivery)
        .replace("{import}", &family.import)
        .replace("{token}", &family.token)
        .replace("{link}", &family.token)
        .replace("{part}", &family.part.to_string())
        .replace("{proposal}", &family.proposal.to_string())
        .replace("{pair}", &family.pair.to_string())
        .replace("{merge}", &family.merge.to_string())
}

/// A good form for every route at once: each takes the fields it knows.
pub fn form(family: &Family) -> Vec<(&'static str, String)> {
    let fixed = [
        ("call_name", "Changed"),
        ("surname", "Changed"),
        ("relationship", "father"),
        ("sees", "yes"),
        ("enrolled_on", "2026-11-02"),
        ("left_on", "2026-11-02"),
        ("name", "Changed"),
        ("trade_name", "Changed"),
        ("institution_email", "changed@example.org"),
        ("language", "en"),
        ("code", "000000"),
        ("reason", "why"),
        ("hours", "4"),
    ];
    let mut form: Vec<_> = fixed.map(|(name, value)| (name, value.to_owned())).to_vec();
    form.push(("group", family.group.to_string()));
    form.push(("household", family.household.to_string()));
    form.push(("student", family.student.to_string()));
    form.push(("participant", family.participant.to_string()));
    form.push(("start", "0".to_owned()));
    form.push(("round", family.round.to_string()));
    form.push(("window", family.round.to_string()));
    form.push(("session", family.student.to_string()));
    form
}

/// What was asked, for the judge.
pub struct Asked {
    pub what: String,
    /// The path named a record.
    pub has_id: bool,
}

/// Asks one route with the ids of `family`, also in query and body.
pub fn ask(seat: &mut Seat, route: &RouteInfo, world: &World, family: &Family) -> Result<Answer> {
    let path = world.at(&path(route, family));
    if route.method == "GET" {
        return seat.get(&format!("{path}?group={}&q=zq&household={}", family.group, family.household));
    }
    if route.path == "/roster" {
        return seat.upload(&path, "l.csv", b"Leerlingnummer;Roepnaam;Achternaam\n7;Cor;Dam\n");
    }
    let form = form(family);
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    seat.post(&path, &fields)
}

/// Asks every route under the school, GET and POST, and gives each answer to `judge` with what was asked.
/// Returns how many were asked.
pub fn walk(
    ground: &Ground,
    world: &World,
    family: &Family,
    seat: &mut Seat,
    mut judge: impl FnMut(&Answer, &Asked) -> Result<()>,
) -> Result<usize> {
    let mut asked = 0;
    for route in ground.test.built.school_routes.iter().filter(|route| !APART.contains(&route.path)) {
        let answer = ask(seat, route, world, family)?;
        let has_id = route.path.contains('{');
        judge(&answer, &Asked { what: format!("{} {}", route.method, route.path), has_id })?;
        asked += 1;
    }
    Ok(asked)
}
