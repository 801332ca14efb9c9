//! One file per screen.

mod own;
mod picture;

use site::Routes;

const CHANGE: &[&str] = &["profiles.own", "profiles.change"];

pub fn routes() -> Routes {
    Routes::new()
        .get("/profile", &["profiles.own"], own::show)
        .post("/profile", CHANGE, own::change)
        .post("/profile/picture", CHANGE, picture::upload)
        .post("/profile/picture/remove", CHANGE, picture::remove)
        .get("/profiles/{part}", &["profiles.see"], picture::show)
}
