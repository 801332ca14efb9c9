//! An operator under a support grant walks every route of the school: what the office reads opens, nothing is ever
//! written (C031).

use axum::http::StatusCode;
use kernel::Timestamp;
use site::{OperatorIdentity, Visit};
use store::{Actor, Context, Role, Support};
use uuid::Uuid;

use crate::raw;

/// The door of a house whose every operator visits under this grant.
const GRANT: Uuid = Uuid::from_u128(0x018f_0000_0000_7000_8000_0000_0000_abcd);

fn visits(_: &Context, _: &OperatorIdentity) -> kernel::Result<Option<Visit>> {
    Ok(Some(Visit { grant: GRANT, until: Timestamp(i64::MAX / 2) }))
}

fn is_operator(_: &Context, _: &str, _: &str) -> kernel::Result<Option<OperatorIdentity>> {
    let (account, session) = (Uuid::from_u128(1), Uuid::from_u128(2));
    Ok(Some(OperatorIdentity { account, session, name: "Op".to_owned(), must: None }))
}

#[tokio::test]
async fn under_a_grant_the_offices_pages_open_and_nothing_is_written() {
    let door = site::Door { visit: visits, identify_operator: is_operator, ..homeroom::modules::door() };
    let test = testkit::Test::new(homeroom::modules::all(), homeroom::editions::all().unwrap(), door).unwrap();
    let world = crate::world::found(&test, "Kastanje", "Kas");
    let other = crate::world::found(&test, "Linde", "Lin");
    let before = raw::state(&world.school.context);
    let mut office = world.browser(Role::Office);
    let mut operator = world.school.visitor().with_cookie(&test.house().cookie("operator"), "token");
    let mut opened = Vec::new();
    for route in &test.built.school_routes {
        let part = |part: &str| match part.strip_prefix('{').and_then(|p| p.strip_suffix('}')) {
            Some(kind) => world.id(&other, kind, crate::world::Relation::Own),
            None => part.to_owned(),
        };
        let path = world.school.at(&route.path.split('/').map(part).collect::<Vec<_>>().join("/"));
        let is_public = route.path.starts_with("/sign-in")
            || route.path.starts_with("/invite")
            || route.path.starts_with("/privacy")
            || route.path.starts_with("/oidc")
            || route.path.starts_with("/account/email/")
            || route.path == "/sign-out";
        if is_public {
            continue;
        }
        if route.method == "POST" {
            let answer = operator.post(&path, &[("call_name", "Changed")]).await.unwrap();
            // Some forms are read, or name a record that is looked for, before anything else.
            assert!(answer.status.is_client_error(), "POST {path}: {}", answer.status);
            continue;
        }
        let answer = operator.get(&path).await.unwrap();
        if answer.status == StatusCode::OK {
            // A stream of events, a file to print and a picture show nothing that could carry one.
            let is_page =
                !route.path.ends_with("/live") && !route.path.ends_with(".pdf") && !route.path.starts_with("/logo/");
            assert!(!is_page || answer.shows("under a support grant"), "{path} has no banner");
            assert_eq!(office.get(&path).await.unwrap().status, StatusCode::OK, "{path} is not for the office");
            opened.push(route.path);
        } else {
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "GET {path}");
        }
    }
    for path in ["/", "/students", "/students/{student}", "/guardians/{guardian}", "/groups/{group}", "/conferences"] {
        assert!(opened.contains(&path), "{path} does not open: {opened:?}");
    }
    for path in ["/institution/export", "/account", "/settings", "/support", "/groups/{group}/emergency", "/roster"] {
        assert!(!opened.contains(&path), "{path} opens");
    }
    for ((table, now), (_, then)) in raw::state(&world.school.context).into_iter().zip(before) {
        if !["account", "account_role", "acknowledgement", "invitation", "email_change"].contains(&table.as_str()) {
            assert_eq!(now, then, "{table} has changed");
        }
    }
    let noted = raw::look(&world.school.context, |db| raw::rows(db, "audit"));
    let under = noted.iter().filter(|row| row.contains(&format!("'support {GRANT}'"))).count();
    assert!(under >= opened.len(), "{under} entries for {} pages", opened.len());
}

/// Whatever a rule may say one day: the store takes no write from such an actor.
#[test]
fn the_store_refuses_every_write_under_a_grant() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let actor = Actor::Support(Support { operator: Uuid::from_u128(1), grant: GRANT });
    static CARELESS: store::Act<()> =
        store::Act::write_school("careless.write", &[registry::Purpose::Operation], &[Role::Support]);
    let refused = school.context.as_actor(actor).write(CARELESS.on(()), |_, _| Ok(()));
    assert!(matches!(refused, Err(kernel::Error::Forbidden)), "{refused:?}");
}
