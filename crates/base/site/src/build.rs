//! Putting a house together from its modules: the binary does it once, every test does it anew.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use axum::Router;
use kernel::{Clock, Error, Random, Result};
use registry::{Declaration, Edition};
use store::keys::MasterSource;
use store::{DataFolder, Job, Location, Register, Schools, Tables};

use crate::routes::RouteInfo;
use crate::workers::Workers;
use crate::{Catalogue, Door, House, Limits, Module, Routes, measures, server};

/// What is the same for every module.
pub struct Plan<'a> {
    pub modules: Vec<Module>,
    pub editions: BTreeMap<String, Edition>,
    pub door: Door,
    pub folder: &'a Path,
    /// Who holds the master key.
    pub master: MasterSource,
    /// Where the control database lies; on PostgreSQL several processes may share the folder.
    pub control: Location,
    pub clock: Clock,
    pub random: Random,
    pub demo: bool,
    /// Refuse what an act reads without a declared purpose (tests); else note it in the security log (C095).
    pub strict: bool,
    pub url: String,
    /// Words in disguise, to see what was not translated and what breaks when words are long.
    pub pseudo: bool,
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
pub const HASHES_AT_ONCE: usize = 2;

pub fn build(plan: Plan) -> Result<Built> {
    let folder = DataFolder::open_beside(plan.folder, &plan.master, &plan.control, &plan.random)?;
    let mut migrations = Vec::new();
    let mut control_migrations = Vec::new();
    let mut declarations = store::declarations();
    let of = |module| move |declaration| Tables { module, declaration };
    let mut tables: Vec<Tables> = store::control_declarations().into_iter().map(of("store")).collect();
    let mut optional: BTreeMap<&'static str, Vec<_>> = BTreeMap::new();
    let mut control_declarations = store::control_declarations();
    let mut locales = vec![
        (kernel::Language::En, include_str!("../locales/en.ftl")),
        (kernel::Language::Nl, include_str!("../locales/nl.ftl")),
        (kernel::Language::Et, include_str!("../locales/et.ftl")),
        (kernel::Language::Ar, include_str!("../locales/ar.ftl")),
        (kernel::Language::Hi, include_str!("../locales/hi.ftl")),
    ];
    let mut nav = Vec::new();
    let mut deeds = Vec::new();
    let mut acts = Vec::new();
    let mut recipients = Vec::new();
    let mut measures = measures::all();
    let (mut settings, mut ways) = (Vec::new(), Vec::new());
    let mut jobs = Vec::new();
    let mut school = Routes::new();
    let mut root = Routes::new();
    for module in plan.modules {
        migrations.extend(module.migrations);
        control_migrations.extend(module.control_migrations);
        tables.extend(module.declarations.iter().chain(&module.control_declarations).copied().map(of(module.name)));
        if module.optional {
            optional.insert(module.name, module.declarations.clone());
        }
        declarations.extend(module.declarations);
        control_declarations.extend(module.control_declarations);
        locales.extend(module.locales);
        nav.extend(module.nav.into_iter().map(|item| (module.name, item)));
        deeds.extend(module.deeds.into_iter().map(|item| (module.name, item)));
        jobs.extend(module.jobs);
        acts.extend(module.acts);
        check_acts(module.name, &acts, &module.routes, &module.root_routes)?;
        if module.optional {
            school = school.merge(module.routes.of_optional(module.name));
        } else {
            school = school.merge(module.routes);
        }
        recipients.extend(module.recipients);
        measures.extend(module.measures);
        settings.extend(module.settings);
        ways.extend(module.ways);
        root = root.merge(module.root_routes);
    }
    check_editions(&plan.editions, &optional)?;
    let limits_clock = plan.clock.clone();
    let register = Register::new(tables, plan.strict);
    let schools = Schools::new(folder, plan.clock, plan.random, migrations, control_migrations, register);
    schools.control()?;
    let version = |edition| registry::notice_version(&declarations, Some(edition));
    let notice_versions = plan.editions.iter().map(|(name, edition)| (name.clone(), version(edition))).collect();
    let house = Arc::new(House {
        notice_versions,
        control_notice_version: registry::notice_version(&control_declarations, None),
        schools: Arc::new(schools),
        catalogue: Arc::new(if plan.pseudo { Catalogue::pseudo(&locales)? } else { Catalogue::new(&locales)? }),
        editions: plan.editions,
        declarations,
        control_declarations,
        nav,
        deeds,
        optional,
        acts,
        recipients,
        measures,
        settings,
        ways,
        door: plan.door,
        demo: plan.demo,
        url: plan.url,
        hashing: Workers::new(HASHES_AT_ONCE),
        limits: Limits::new(limits_clock),
        status: OnceLock::new(),
        certificate: OnceLock::new(),
    });
    house.answer();
    let (school_routes, root_routes) = (school.list.clone(), root.list.clone());
    let router = server::router(Arc::clone(&house), school, root)?;
    Ok(Built { house, router, jobs, school_routes, root_routes })
}

/// An edition may only list modules that are there to be listed.
fn check_editions(editions: &BTreeMap<String, Edition>, optional: &BTreeMap<&str, Vec<Declaration>>) -> Result<()> {
    for edition in editions.values() {
        if let Some(unknown) = edition.modules.on.iter().find(|name| !optional.contains_key(name.as_str())) {
            return Err(Error::Internal(format!(
                "edition {}: there is no module {unknown} that a school could do without; known are {}",
                edition.name,
                optional.keys().copied().collect::<Vec<_>>().join(", ")
            )));
        }
    }
    Ok(())
}

/// A route may only name acts that its module declares, or one before it in the list: a typing error would open nothing, but say so at start.
fn check_acts(module: &str, acts: &[store::ActInfo], routes: &Routes, root: &Routes) -> Result<()> {
    for route in routes.list.iter().chain(&root.list) {
        if let Some(unknown) = route.acts.iter().find(|name| !acts.iter().any(|act| act.name == **name)) {
            return Err(Error::Internal(format!(
                "module {module}: {} {} names the act {unknown}, which no module up to it declares",
                route.method, route.path
            )));
        }
    }
    Ok(())
}
