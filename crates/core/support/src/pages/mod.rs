//! The screens of this module; one file each.

mod grants;
mod operator;

use site::Routes;

pub fn routes() -> Routes {
    Routes::new()
        .get("/support", &["support.see"], grants::list_grants)
        .post("/support", &["support.prepare", "support.see", "support.grant"], grants::grant_support)
        .get("/support/{grant}", &["support.see_grant"], grants::see_grant)
        .post("/support/{grant}/allow", &["support.allow"], grants::allow_request)
        .post("/support/{grant}/end", &["support.end"], grants::end_grant)
}

/// For operators, under `/operator`; what they touch of the school's database is there by acts of its own.
pub fn operator_routes() -> Routes {
    Routes::new()
        .get("/operator/support/{school}", &["support.see_own", "support.see_factors"], operator::show)
        .post("/operator/support/{school}", &["support.see_own", "support.see_factors", "support.ask"], operator::ask)
        .post(
            "/operator/support/{school}/enter",
            &["support.see_own", "support.see_factors", "support.step_up", "support.enter"],
            operator::enter,
        )
        .post("/operator/support/{school}/enter/begin", &["support.step_up"], operator::begin)
        .post("/operator/support/{school}/leave", &["support.step_up", "support.leave"], operator::leave)
}
