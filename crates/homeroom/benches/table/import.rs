//! A hundred thousand students come in by file through the real command, and the others go on working; then the
//! list of all of them ([`crate::students`]).

use std::fmt::Write as _;
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use crate::line::{Goal, Line, Unit};
use crate::scene::{self, Scene};
use crate::{Size, load, machine, students};

const PAUSE: Duration = Duration::from_millis(20);

pub fn measure(size: Size) -> Vec<Line> {
    let (many, few) = (size.of(100_000, 2_000), 1_000);
    let scene = Scene::new(30);
    let (path, teacher) = scene.class(30);
    let office = scene.office();
    // The copies have the same people, sessions included; each school has a cookie's name of its own.
    scene.duplicate(2);
    let stage = scene.serve();
    let at = |text: &str, slug: &str| text.replace(&stage.slug, slug);
    let other = stage.server.page(&at(&path, "demo-1"), &at(&teacher, "demo-1"));
    for (name, students) in [("many.csv", many), ("few.csv", few)] {
        std::fs::write(stage.file(name), roster(students)).expect("a file");
    }
    let rest = machine::memory(stage.server.pid());
    let (small, _, _) = import(stage.here(), &stage.server, "few.csv", "demo-2", None);
    let after_small = machine::peak_memory(stage.server.pid());
    let (large, quiet, loud) = import(stage.here(), &stage.server, "many.csv", &stage.slug, Some(&other));
    let peak = machine::peak_memory(stage.server.pid());
    eprintln!("import: {few} in {small:?}, {many} in {large:?}; {rest:.0} MB at rest, {after_small:.0} after {few}");
    let p99 = |times: &[Duration]| times[times.len() * 99 / 100].as_secs_f64() * 1e3;
    let mut lines = vec![
        Line {
            what: "import of 100,000 students with their guardians",
            unit: Unit::Seconds,
            ours: large.as_secs_f64(),
            limit: None,
            goal: Goal::AtMost(50.0),
        },
        Line {
            what: "most memory of the server that imports them",
            unit: Unit::Megabytes,
            ours: peak,
            limit: None,
            goal: Goal::AtMost(600.0),
        },
        Line {
            what: "p99 of another school's class list during it, beside before",
            unit: Unit::Millis,
            ours: p99(&loud),
            limit: Some(p99(&quiet)),
            goal: Goal::Times(1.5),
        },
    ];
    let list = |slug: &str| stage.server.page(&format!("/s/{slug}/students"), &at(&office, slug));
    lines.extend(students::measure(size, &stage.server, &list(&stage.slug), &list("demo-2")));
    lines
}

/// Runs the real command to its end; looks at another school's page before and during it.
fn import(
    here: &Path,
    server: &scene::Server,
    file: &str,
    slug: &str,
    other: Option<&load::Page>,
) -> (Duration, Vec<Duration>, Vec<Duration>) {
    let runtime = load::runtime();
    let look = |during: &mut dyn FnMut()| {
        let Some(page) = other.cloned() else {
            during();
            return Vec::new();
        };
        let (end, until) = oneshot::channel();
        let looking = runtime.spawn(load::visits(page, PAUSE, until));
        during();
        let _ = end.send(());
        runtime.block_on(looking).expect("looking ends")
    };
    let quiet = look(&mut || std::thread::sleep(Duration::from_secs(5)));
    let mut took = Duration::ZERO;
    let cpu = machine::cpu(server.pid());
    let loud = look(&mut || {
        let begun = Instant::now();
        let words = ["import", file, "--school", slug, "--apply", "--quiet", "--json"];
        let status = scene::homeroom(here, &words).stdout(Stdio::null()).status().expect("the command runs");
        assert!(status.success(), "{file} is not stored");
        took = begun.elapsed();
    });
    eprintln!("{file}: {took:?}, {:?} of processor time", machine::cpu(server.pid()) - cpu);
    (took, quiet, loud)
}

/// Two children a family, three fifths of them with a second guardian, 25 to a class.
fn roster(students: usize) -> String {
    let mut text = String::from(
        "Leerlingnummer;Roepnaam;Achternaam;Klas;Postcode;Ouder 1 naam;Ouder 1 e-mail;Ouder 2 naam;Ouder 2 telefoon\n",
    );
    for n in 0..students {
        let second = if n % 5 < 3 { format!("Piet Dam{n};06{n:08}") } else { ";".to_owned() };
        let (family, class) = (n / 2, n / 25);
        let code = 1_000 + family % 9_000;
        writeln!(text, "{n};Kind{n};Dam{family};{class}A;{code} AB;Anna Dam{family};a{family}@example.org;{second}")
            .expect("a string takes everything");
    }
    text
}
