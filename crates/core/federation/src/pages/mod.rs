//! The screens of this module; one file each.

mod door;
pub mod own;
mod providers;

use site::Routes;

pub fn routes() -> Routes {
    const ENTER: &[&str] = &["federation.sign_in"];
    const CALLBACK: &[&str] = &["federation.sign_in", "accounts.sign_in"];
    const OWN: &[&str] = &["federation.see_own"];
    const LINK: &[&str] = &["federation.see_own", "federation.change_own", "accounts.see_own", "accounts.change_own"];
    Routes::new()
        .get("/oidc/{provider}", ENTER, door::leave)
        .get("/oidc/callback", CALLBACK, door::come_back)
        .get("/account/providers", OWN, own::show)
        .post("/account/providers", LINK, own::link)
        .post("/account/providers/end", LINK, own::unlink)
        .get("/providers", &["providers.see"], providers::list_providers)
        .post("/providers", &["providers.see", "providers.create"], providers::create_provider)
        .get("/providers/{provider}", &["providers.see_one"], providers::edit_provider)
        .post("/providers/{provider}", &["providers.see_one", "providers.change"], providers::change_provider)
        .post("/providers/{provider}/remove", &["providers.remove"], providers::remove_provider)
}
