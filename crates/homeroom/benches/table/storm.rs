//! A thousand families sign in at once, the evening before the conferences: how near that comes to what the
//! machine can hash, and what everybody else notices of it (C012, C015).

use std::sync::Arc;
use std::time::{Duration, Instant};

use accounts::account::{self, Standing};
use accounts::acknowledgement;
use tokio::sync::oneshot;
use tokio::task::JoinSet;

use crate::line::{Goal, Line, Unit};
use crate::scene::{self, Scene};
use crate::{Size, load, machine};

const PASSWORD: &str = "a long and winding road";
/// Families that wait at the same moment.
const AT_ONCE: usize = 50;
/// Between two looks of somebody who is in already.
const PAUSE: Duration = Duration::from_millis(20);

pub fn measure(size: Size) -> Vec<Line> {
    let families = size.of(1_000, 60);
    let scene = Scene::new(240);
    let (path, teacher) = scene.class(30);
    let notice = scene.house.notice_version(&scene.entry).expect("a notice");
    let hash = accounts::password::hash(PASSWORD, &scene.house.schools.random).expect("a hash");
    scene.arrange(|work| {
        for n in 0..families {
            let email = scene::address(&format!("family{n}"))?;
            let id = account::create(work, "A Family", Some(&email), Some(hash.clone()), &Standing::default())?;
            acknowledgement::note(work, id, &notice)?;
        }
        Ok(())
    });
    let stage = scene.serve();
    let page = stage.server.page(&path, &teacher);
    let door = stage.server.page(&format!("/s/{}/sign-in", stage.slug), "").url;
    let (quiet_time, ceiling_time) = (Duration::from_secs(5), Duration::from_secs(size.of(5, 1) as u64));
    let runtime = load::runtime();
    let look = |time: Duration| {
        let page = page.clone();
        runtime.block_on(async {
            let (end, until) = oneshot::channel();
            let looking = tokio::spawn(load::visits(page, PAUSE, until));
            tokio::time::sleep(time).await;
            let _ = end.send(());
            looking.await.expect("looking ends")
        })
    };
    let quiet = look(quiet_time);
    let before = machine::argon2_each_second(ceiling_time);
    let (took, loud) = runtime.block_on(async {
        let (end, until) = oneshot::channel();
        let looking = tokio::spawn(load::visits(page.clone(), PAUSE, until));
        let took = all_sign_in(&door, families).await;
        let _ = end.send(());
        (took, looking.await.expect("looking ends"))
    });
    let after = machine::argon2_each_second(ceiling_time);
    eprintln!("storm: {families} in {took:?}, peak {:.0} MB", machine::peak_memory(stage.server.pid()));
    let p99 = |times: &[Duration]| times[times.len() * 99 / 100].as_secs_f64() * 1e3;
    vec![
        Line {
            what: "sign-ins of a storm, beside Argon2id alone",
            unit: Unit::EachSecond,
            ours: families as f64 / took.as_secs_f64(),
            limit: Some(f64::midpoint(before, after)),
            goal: Goal::Share(0.9),
        },
        Line {
            what: "p99 of a class list during the storm, beside before",
            unit: Unit::Millis,
            ours: p99(&loud),
            limit: Some(p99(&quiet)),
            goal: Goal::Times(3.0),
        },
    ]
}

/// Every family signs in with its own account; each must get in.
async fn all_sign_in(door: &str, families: usize) -> Duration {
    let (client, door): (_, Arc<str>) = (load::client(), door.into());
    let begun = Instant::now();
    let mut waiting = JoinSet::new();
    for first in 0..AT_ONCE {
        let (client, door) = (client.clone(), Arc::clone(&door));
        waiting.spawn(async move {
            for family in (first..families).step_by(AT_ONCE) {
                let login = format!("family{family}@example.org");
                let form = [("login", login.as_str()), ("password", PASSWORD)];
                let answer = client.post(&*door).form(&form).send().await.expect("an answer");
                assert_eq!(answer.status(), 303, "{login}");
            }
        });
    }
    waiting.join_all().await;
    begun.elapsed()
}
