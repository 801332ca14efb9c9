//! Every route of the router, asked with somebody's ids in path, query and body.

use kernel::Result;
use site::routes::RouteInfo;
use testkit::Answer;

use crate::ground::{Ground, Seat};
use crate::world::{Family, World};

/// Forms that end the asker's own session, or take long on purpose: asked on their own elsewhere.
const APART: [&str; 3] = ["/sign-out", "/sign-in", "/account/password"];

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
        .replace("{delivery}", &family.household.to_string())
        .replace("{token}", &family.student.to_string())
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
    ];
    let mut form: Vec<_> = fixed.map(|(name, value)| (name, value.to_owned())).to_vec();
    form.push(("group", family.group.to_string()));
    form.push(("household", family.household.to_string()));
    form.push(("student", family.student.to_string()));
    form.push(("session", family.student.to_string()));
    form
}

/// Asks every route under the school with the ids of `family`, GET and POST, ids also in query and body,
/// and gives each answer to `judge` with what was asked. Returns how many were asked.
pub fn walk(
    ground: &Ground,
    world: &World,
    family: &Family,
    seat: &mut Seat,
    mut judge: impl FnMut(&Answer, &str) -> Result<()>,
) -> Result<usize> {
    let form = form(family);
    let fields: Vec<(&str, &str)> = form.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let routes = ground.test.built.school_routes.iter().filter(|route| !APART.contains(&route.path));
    let mut asked = 0;
    for route in routes {
        let path = world.at(&path(route, family));
        let what = format!("{} {}", route.method, route.path);
        let answer = match route.method {
            "GET" => seat.get(&format!("{path}?group={0}&q=zq&household={1}", family.group, family.household))?,
            _ => seat.post(&path, &fields)?,
        };
        judge(&answer, &what)?;
        asked += 1;
    }
    Ok(asked)
}
