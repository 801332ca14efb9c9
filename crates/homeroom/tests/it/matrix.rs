//! Every route × role × relation. What must be let through is written here by hand, apart from the acts, so
//! that a wrong act and a wrong test would have to agree.

use axum::http::StatusCode;
use site::{Module, Routes};
use store::Role;
use testkit::{Answer, Browser, Test};

use crate::matrix_routes::EXPECTED;
use crate::matrix_routes::Who::{self, *};
use crate::world::{Relation, World, found};
use crate::{matrix_evenings, raw};

/// Routes whose form names another record: an id of elsewhere there must not be let through either.
const NAMED_IN_FORM: &[&str] = &[
    "/students/new",
    "/students/{student}/move",
    "/students/{student}/place",
    "/households/{household}/members",
    "/staff/{staff}/groups",
];

/// Every route under a school, with who is let through.
fn routes() -> impl Iterator<Item = &'static (&'static str, &'static str, Who)> {
    EXPECTED.iter().chain(matrix_evenings::EXPECTED)
}

fn names_another(path: &str) -> bool {
    NAMED_IN_FORM.contains(&path) || matrix_evenings::NAMED_IN_FORM.contains(&path)
}

fn is_let_through(who: Who, role: Role, path: &str, relation: Relation) -> bool {
    let has_id = path.contains('{');
    let here = !has_id || relation.is_in_this_school();
    let desk = matches!(role, Role::Administrator | Role::Office);
    let is_taught = role == Role::Teacher && matches!(relation, Relation::Own | Relation::SameGroup);
    match who {
        Desk => desk && here,
        Administrator => role == Role::Administrator && here,
        Officers => matches!(role, Role::Administrator | Role::Dpo) && here,
        Taught => is_taught,
        DeskOrTaught => (desk && here) || is_taught,
        Child => role == Role::Guardian && relation == Relation::Own,
        Families => role == Role::Guardian && matches!(relation, Relation::Own | Relation::SameGroup),
        Somebody => matches!(role, Role::Teacher | Role::Guardian | Role::Student),
        Shown => match role {
            Role::Administrator | Role::Office | Role::Teacher => here,
            Role::Guardian | Role::Student => matches!(relation, Relation::Own | Relation::SameGroup),
            _ => false,
        },
        Oneself => role == Role::Student,
        ChildOrOneself => matches!(role, Role::Guardian | Role::Student) && relation == Relation::Own,
        SignedIn => role != Role::Visitor,
        Everybody => here,
    }
}

fn expected(method: &str, path: &str) -> Who {
    let found = routes().find(|(m, p, _)| *m == method && *p == path);
    found.unwrap_or_else(|| panic!("{method} {path} is new: write into EXPECTED who may")).2
}

/// The ids of a path, filled in.
fn filled(pattern: &str, world: &World, other: &World, relation: Relation) -> String {
    let part = |part: &str| match part.strip_prefix('{').and_then(|p| p.strip_suffix('}')) {
        Some(kind) => world.id(other, kind, relation),
        None => part.to_owned(),
    };
    pattern.split('/').map(part).collect::<Vec<_>>().join("/")
}

/// Plausible fields for any form of the house, with the ids of that relation.
fn fields(world: &World, other: &World, relation: Relation) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = [
        ("call_name", "Nova"),
        ("surname", "Newly"),
        ("relationship", "mother"),
        ("email", "nova@example.org"),
        ("phone", "0612345678"),
        ("login", "nova@example.org"),
        ("mobile", "0612345678"),
        ("left_on", "2026-11-02"),
        ("enrolled_on", "2026-11-02"),
        ("group_name", "5D"),
        ("household_name", "Newly, Elm Street"),
        ("first_day", "2027-08-01"),
        ("ended_on", "2026-11-02"),
        ("sees", "yes"),
        ("books", "yes"),
        ("trade_name", "Made Anew"),
        ("institution_email", "office@example.org"),
        ("function", "general"),
        ("licence_kind", "Fire safety"),
        ("licence_number", "17"),
        ("issuer", "The town"),
        ("valid_until", "2027-11-02"),
        ("password", "correct horse battery"),
        ("old_password", "not this one"),
        ("language", "nl"),
        ("terms", "yes"),
        ("code", "000000"),
        ("map/students.csv/class", "group"),
        ("module", "roster"),
        ("switch", "on"),
        ("hours", "4"),
        ("provider_name", "Elsewhere"),
        ("client_id", "homeroom"),
        ("provider_issuer", "http://127.0.0.1:9"),
        ("client_secret", "sealed"),
        ("for_staff", "yes"),
        ("theme", "dark"),
        ("reason", "It is wrong"),
        ("other", "The name is misspelt"),
        ("answer/other", "accept"),
        ("check_month", "9"),
        ("check_day", "15"),
        ("check_weeks", "4"),
        ("stays", "first"),
    ]
    .map(|(name, value)| (name.to_owned(), value.to_owned()))
    .to_vec();
    for kind in ["student", "guardian", "group", "household", "staff", "edge", "delivery"] {
        fields.push((kind.to_owned(), world.id(other, kind, relation).replace("%27", "'")));
    }
    fields.extend(matrix_evenings::fields(world, other, relation));
    fields.push(("session".to_owned(), NO_SESSION.to_owned()));
    fields
}

const NO_SESSION: &str = "018f0000-0000-7000-8000-00000000beef";

async fn ask(browser: &mut Browser, method: &str, path: &str, form: &[(String, String)]) -> Answer {
    let answer = match method {
        "GET" => browser.get(path).await,
        _ if path.ends_with("/roster") => browser.upload(path, &[("pupils.csv", b"id,first name\n9,Zed\n")]).await,
        _ => {
            let form: Vec<(&str, &str)> = form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            browser.post(path, &form).await
        }
    };
    answer.unwrap()
}

/// Neither shown nor done.
fn is_refused(world: &World, role: Role, answer: &Answer) -> bool {
    match answer.status {
        StatusCode::NOT_FOUND | StatusCode::FORBIDDEN => true,
        StatusCode::SEE_OTHER => role == Role::Visitor && answer.location() == world.school.at("/sign-in"),
        _ => false,
    }
}

/// Let through: a page, a step on, or the same form with what to correct. A session, a passkey or an invitation
/// that is nobody's is not found by anybody.
fn is_done(path: &str, answer: &Answer) -> bool {
    let of_nobody = [
        "/account/sessions/end",
        "/account/second-factor/passkeys/remove",
        "/account/links/end",
        "/account/providers/end",
    ];
    let nobodys = of_nobody.contains(&path) && answer.status == StatusCode::NOT_FOUND;
    // The door's own page, after a proof that proves nothing.
    let refused_at_door = path.starts_with("/sign-in") && answer.status == StatusCode::UNAUTHORIZED;
    let done = [StatusCode::OK, StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY];
    nobodys || refused_at_door || done.contains(&answer.status)
}

/// Surnames and contacts that this role never meets in its school.
fn hidden_from(world: &World, other: &World, role: Role) -> Vec<String> {
    let [first, second, _] = &world.families;
    let [own_teacher, _] = &world.staff_canaries;
    let (child, parent) = (&first.canaries[0], &first.canaries[1]);
    let met: Vec<&String> = match role {
        Role::Administrator | Role::Office => return other.canaries(),
        Role::Teacher => vec![own_teacher, child, parent, &second.canaries[0], &second.canaries[1]],
        Role::Guardian => vec![own_teacher, child, parent, &first.contact],
        Role::Student => vec![own_teacher, child, parent],
        _ => Vec::new(),
    };
    let own = world.canaries().into_iter().filter(|canary| !met.contains(&canary));
    own.chain(other.canaries()).collect()
}

/// What must hold for one role, walked over every route and relation.
async fn walk(role: Role, dress: impl Fn(&World, &World) -> Browser) {
    let test = crate::house();
    let mut world = found(&test, "Kastanje", "Kas");
    let other = found(&test, "Linde", "Lin");
    let hidden = hidden_from(&world, &other, role);
    let elsewhere = raw::state(&other.school.context);
    let before = raw::state(&world.school.context);
    let mut faults = Vec::new();
    let mut routes = test.built.school_routes.clone();
    routes.sort_by_key(|route| route.method);
    let mut asked = 0;
    let mut reader = dress(&world, &other);
    for route in &routes {
        let who = expected(route.method, route.path);
        let in_path = if route.path.contains('{') { &Relation::ALL[..] } else { &[Relation::Own] };
        let in_form = if route.method == "POST" { &Relation::ALL[3..] } else { &[] };
        let pairs =
            in_path.iter().map(|path| (*path, Relation::Own)).chain(in_form.iter().map(|form| (Relation::Own, *form)));
        for (path, form) in pairs {
            let mut fresh = None;
            let browser = if route.method == "GET" {
                &mut reader
            } else {
                world.mend(route.path);
                // A session of its own: some orders end the one they came with.
                fresh.insert(if route.path.starts_with("/account") || route.path == "/sign-out" {
                    dress(&world, &other)
                } else {
                    reader.clone()
                })
            };
            let url = world.school.at(&filled(route.path, &world, &other, path));
            let answer = ask(browser, route.method, &url, &fields(&world, &other, form)).await;
            asked += 1;
            let case =
                format!("{} {} as {role}, id {path:?}, form {form:?}: {}", route.method, route.path, answer.status);
            let through = is_let_through(who, role, route.path, path);
            let form_is_ours = form.is_in_this_school() || !names_another(route.path);
            if answer.status.is_server_error() {
                faults.push(format!("{case}: a fault of ours"));
            } else if through && form_is_ours && !is_done(route.path, &answer) {
                faults.push(format!("{case}: must be let through"));
            } else if through && !form_is_ours && matches!(answer.status, StatusCode::OK | StatusCode::SEE_OTHER) {
                faults.push(format!("{case}: the form names a record of elsewhere"));
            } else if !through && !is_refused(&world, role, &answer) {
                faults.push(format!("{case} {}: must be refused", answer.location()));
            }
            let met = hidden.iter().find(|canary| answer.shows(canary) || answer.location().contains(canary.as_str()));
            if let Some(canary) = met {
                faults.push(format!("{case}: shows {canary}"));
            }
        }
    }
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    assert!(asked > 250, "{asked}");
    for ((table, now), (_, then)) in raw::state(&other.school.context).into_iter().zip(elsewhere) {
        // Each administrator whom this test makes there comes with one.
        if table == "acknowledgement" || table == "email_change" {
            continue;
        }
        assert_eq!(own_doing(now), own_doing(then), "{table} of the other school has changed");
    }
    if !matches!(role, Role::Administrator | Role::Office) {
        for (table, rows) in &before {
            let own = is_somebody(role) && OWN_DATA.contains(&table.as_str());
            if !own && !MADE_HERE.contains(&table.as_str()) {
                assert_eq!(
                    &raw::look(&world.school.context, |db| raw::rows(db, table)),
                    rows,
                    "{role} changed {table}"
                );
            }
        }
    }
}

/// Roles that stand for a person on record.
fn is_somebody(role: Role) -> bool {
    matches!(role, Role::Teacher | Role::Guardian | Role::Student)
}

/// What people change of their own, or propose (`own_data.rs` says whose rows these are).
const OWN_DATA: [&str; 8] =
    ["guardian", "staff", "history", "proposal", "proposal_field", "task", "profile_part", "profile_picture"];

/// Invitations and accounts are what this test itself makes, and who accepts one may.
const MADE_HERE: &[&str] = &[
    "sign_in_code",
    "passkey_challenge",
    "account_link",
    "account_setting",
    "federation_attempt",
    "identity_provider",
    "link_code",
    "support_grant",
    "invitation",
    "account",
    "account_device",
    "account_role",
    "account_notice",
    "email_change",
    "acknowledgement",
    "outbox",
    "delivery",
    "delivery_file",
    "edge",
    "teaching",
    "appointment",
];

/// Rows without what this test itself makes there: administrators to come from, and invitations to try.
fn own_doing(mut rows: Vec<String>) -> Vec<String> {
    rows.retain(|row| {
        !row.contains("'Desk administrator'") && !row.ends_with("'administrator'") && !row.contains("'Invited'")
    });
    rows
}

#[tokio::test]
async fn a_visitor_reaches_only_the_doors() {
    walk(Role::Visitor, |world, _| world.browser(Role::Visitor)).await;
}

#[tokio::test]
async fn an_administrator_reaches_everything_of_one_school() {
    walk(Role::Administrator, |world, _| world.browser(Role::Administrator)).await;
}

#[tokio::test]
async fn the_office_reaches_records_but_not_the_keys_of_the_house() {
    walk(Role::Office, |world, _| world.browser(Role::Office)).await;
}

#[tokio::test]
async fn a_teacher_reaches_only_assigned_groups() {
    walk(Role::Teacher, |world, _| world.browser(Role::Teacher)).await;
}

#[tokio::test]
async fn a_guardian_reaches_only_linked_children() {
    walk(Role::Guardian, |world, _| world.browser(Role::Guardian)).await;
}

#[tokio::test]
async fn a_student_reaches_only_their_own_record() {
    walk(Role::Student, |world, _| world.browser(Role::Student)).await;
}

#[tokio::test]
async fn a_data_protection_officer_reaches_no_record() {
    walk(Role::Dpo, |world, _| world.browser(Role::Dpo)).await;
}

#[tokio::test]
async fn an_administrator_of_another_school_is_a_visitor_here() {
    walk(Role::Visitor, |_, other| other.browser(Role::Administrator)).await;
}

#[tokio::test]
async fn a_session_of_another_school_under_this_schools_cookie_is_nobodys() {
    walk(Role::Visitor, |world, other| {
        let theirs = other.browser(Role::Administrator);
        let token = theirs.cookie(other.school.cookie_name()).unwrap().to_owned();
        theirs.with_cookie(world.school.cookie_name(), &token)
    })
    .await;
}

/// Positive control: where nobody gets through, refusals prove nothing.
#[tokio::test]
async fn every_route_lets_somebody_through() {
    let test = crate::house();
    let mut world = found(&test, "Kastanje", "Kas");
    let other = found(&test, "Linde", "Lin");
    let mut routes = test.built.school_routes.clone();
    routes.sort_by_key(|route| route.method);
    for route in &routes {
        let role = match expected(route.method, route.path) {
            Desk | DeskOrTaught => Role::Office,
            Administrator | Officers | SignedIn => Role::Administrator,
            Taught | Somebody => Role::Teacher,
            Shown => Role::Student,
            Child | Families | ChildOrOneself => Role::Guardian,
            Oneself => Role::Student,
            Everybody => Role::Visitor,
        };
        // These need a password, a code or a key that fits; `sign_in.rs`, `codes.rs`, `passkeys.rs` have them.
        const NEED_A_SECRET: &[&str] = &[
            "/account/links",
            "/account/links/end",
            "/account/providers",
            "/account/providers/end",
            "/sign-in",
            "/sign-in/sent",
            "/sign-in/passkey",
            "/sign-in/code/passkey",
            "/account/prove",
            "/account/second-factor/passkeys",
            "/account/second-factor/passkeys/begin",
            "/account/second-factor/passkeys/remove",
            "/invite",
            "/account/password",
            "/account/second-factor",
            "/account/second-factor/off",
            "/account/sessions/end",
            "/account/email",
            // These need a message that was given up, and a head that was kept: `undelivered.rs`, `heads.rs`.
            "/undelivered",
            "/privacy/trail/check",
        ];
        if route.method == "POST" && NEED_A_SECRET.contains(&route.path) {
            continue;
        }
        world.mend(route.path);
        let mut browser = world.browser(role);
        let url = world.school.at(&filled(route.path, &world, &other, Relation::Own));
        let answer = ask(&mut browser, route.method, &url, &fields(&world, &other, Relation::Own)).await;
        let done = matches!(answer.status, StatusCode::OK | StatusCode::SEE_OTHER)
            || (route.path.starts_with("/oidc/") && answer.status == StatusCode::UNPROCESSABLE_ENTITY);
        assert!(done, "{} {} as {role}: {} {}", route.method, route.path, answer.status, answer.body);
    }
}

#[test]
fn every_expected_route_is_there() {
    let test = crate::house();
    for (method, path, _) in routes() {
        let there = test.built.school_routes.iter().any(|route| route.method == *method && route.path == *path);
        assert!(there, "{method} {path} is gone: take it out of EXPECTED");
    }
    assert_eq!(test.built.school_routes.len(), routes().count());
}

#[test]
fn every_route_names_an_act() {
    let test = crate::house();
    let acts = homeroom::commands::access::all();
    for route in test.built.school_routes.iter().chain(&test.built.root_routes) {
        assert!(!route.acts.is_empty(), "{} {}", route.method, route.path);
        for act in route.acts {
            assert!(acts.iter().any(|known| known.name == *act), "{} {} names {act}", route.method, route.path);
        }
    }
}

async fn page() -> &'static str {
    "a page"
}

fn start_with(routes: Routes) -> Result<Test, kernel::Error> {
    let mut modules = homeroom::modules::all();
    modules.push(Module { name: "careless", routes, ..Module::default() });
    Test::new(modules, homeroom::editions::all().unwrap(), homeroom::modules::door())
}

#[test]
fn a_route_without_an_act_does_not_start() {
    let error = start_with(Routes::new().get("/careless", &[], page)).err().unwrap().to_string();
    assert!(error.contains("GET /careless names no act"), "{error}");
}

#[test]
fn a_route_with_an_act_nobody_declared_does_not_start() {
    let error = start_with(Routes::new().get("/careless", &["careless.see"], page)).err().unwrap().to_string();
    assert!(error.contains("careless.see"), "{error}");
}

/// Law 2: the handler reaches for an act that its route does not name.
#[tokio::test]
async fn a_handler_may_only_perform_the_acts_of_its_route() {
    async fn handler(cx: site::Cx) -> site::Result {
        cx.read(school::acts::SEE_INSTITUTION.on(()), |_, _| Ok(())).await?;
        Ok(cx.go("/"))
    }
    let mut modules = homeroom::modules::all();
    let acts = vec![school::acts::SEE_COUNTS.info()];
    let routes = Routes::new().get("/careless", &["school.counts"], handler);
    modules.push(Module { name: "careless", routes, acts, ..Module::default() });
    let test = Test::new(modules, homeroom::editions::all().unwrap(), homeroom::modules::door()).unwrap();
    let school = test.school("Kastanje", "school").unwrap();
    let answer = school.desk(Role::Administrator).unwrap().get(&school.at("/careless")).await.unwrap();
    assert_eq!(answer.status, StatusCode::INTERNAL_SERVER_ERROR);
}
