//! Putting a house together from its modules: the binary does it once, every test does it anew.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use axum::Router;
use kernel::{Clock, Error, Random, Result};
use registry::Edition;
use store::{DataFolder, Job, Schools};
use tokio::sync::Semaphore;

use crate::routes::RouteInfo;
use crate::{Catalogue, Door, House, Module, Routes, server};

/// What is the same for every module.
pub struct Plan<'a> {
    pub modules: Vec<Module>,
    pub editions: BTreeMap<String, Edition>,
    pub door: Door,
    pub folder: &'a Path,
    pub clock: Clock,
    pub random: Random,
    pub demo: bool,
    pub url: String,
}

/// A house with its router and its work.
pub struct Built {
    pub house: Arc<House>,
    pub router: Router,
    pub jobs: Vec<Job>,
    /// Every route under a school, for tests that walk them all.
    pub school_routes: Vec<RouteInfo>,
    pub root_routes: Vec<RouteInfo>,
}

/// Password hashes at once: each takes 19 MiB and a core for some 20 ms.
const HASHES_AT_ONCE: usize = 2;

pub fn build(plan: Plan) -> Result<Built> {
    let folder = DataFolder::open(plan.folder, &plan.random)?;
    let mut migrations = Vec::new();
    let mut control_migrations = Vec::new();
    let mut declarations = store::declarations();
    let mut locales = vec![
        (kernel::Language::En, include_str!("../locales/en.ftl")),
        (kernel::Language::Nl, include_str!("../locales/nl.ftl")),
        (kernel::Language::Et, include_str!("../locales/et.ftl")),
        (kernel::Language::Ar, include_str!("../locales/ar.ftl")),
        (kernel::Language::Hi, include_str!("../locales/hi.ftl")),
    ];
    let mut nav = Vec::new();
    let mut jobs = Vec::new();
    let mut school = Routes::new();
    let mut root = Routes::new();
    for module in plan.modules {
        migrations.extend(module.migrations);
        control_migrations.extend(module.control_migrations);
        declarations.extend(module.declarations);
        locales.extend(module.locales);
        nav.extend(module.nav);
        jobs.extend(module.jobs);
        check_acts(module.name, &module.acts, &module.routes, &module.root_routes)?;
        school = school.merge(module.routes);
        root = root.merge(module.root_routes);
    }
    let schools = Schools::new(folder, plan.clock, plan.random, migrations, control_migrations);
    schools.control()?;
    let house = Arc::new(House {
        schools: Arc::new(schools),
        catalogue: Arc::new(Catalogue::new(&locales)?),
        editions: plan.editions,
        declarations,
        nav,
        door: plan.door,
        demo: plan.demo,
        url: plan.url,
        hashing: Semaphore::new(HASHES_AT_ONCE),
    });
    let (school_routes, root_routes) = (school.list.clone(), root.list.clone());
    let router = server::router(Arc::clone(&house), school, root)?;
    Ok(Built { house, router, jobs, school_routes, root_routes })
}

/// A route may only name acts that its module declares: a typing error would open nothing, but say so at start.
fn check_acts(module: &str, acts: &[store::ActInfo], routes: &Routes, root: &Routes) -> Result<()> {
    for route in routes.list.iter().chain(&root.list) {
        if let Some(unknown) = route.acts.iter().find(|name| !acts.iter().any(|act| act.name == **name)) {
            return Err(Error::Internal(format!(
                "module {module}: {} {} names the act {unknown}, which the module does not declare",
                route.method, route.path
            )));
        }
    }
    Ok(())
}
