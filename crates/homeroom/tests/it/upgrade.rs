//! A data folder of the last release, opened by this one.

use std::fs;
use std::path::Path;

use super::shell::{Server, json, run, stdout};

/// A copy of the folder that release 0.1 left.
fn folder(here: &Path) {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let path = entry.unwrap().path();
            let target = to.join(path.file_name().unwrap());
            if path.is_dir() {
                copy(&path, &target);
            } else {
                fs::copy(&path, &target).unwrap();
            }
        }
    }
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/release-0.1/data"), &here.join("data"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        // As the release left it; what keeps the fixture keeps no such rights.
        fs::set_permissions(here.join("data/master.key"), fs::Permissions::from_mode(0o600)).unwrap();
    }
}

#[test]
fn a_folder_of_the_last_release_is_brought_up_and_a_copy_kept() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    folder(here);
    let school = "data/schools/01a202fe-efc2-787c-a965-f6b7184e0275/school.db";
    let before = fs::read(here.join(school)).unwrap();
    let audit = json(here, &["audit", "verify", "demo-school", "--json"]);
    assert!(audit["fault"].is_null() && audit["entries"].as_i64() > Some(0), "{audit}");
    let kept = here.join("data/before-upgrade").join(env!("CARGO_PKG_VERSION"));
    let mut copies: Vec<_> =
        fs::read_dir(&kept).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    copies.sort();
    let [control, own] = ["00000000-0000-0000-0000-000000000000", "01a202fe-efc2-787c-a965-f6b7184e0275"];
    assert_eq!(copies, [format!("{control}.db"), format!("{own}.db")]);
    assert!(fs::read(here.join(school)).unwrap() != before, "the school was not migrated");
    // The copies are a whole installation of before: put back, they are migrated once more.
    fs::copy(kept.join(format!("{control}.db")), here.join("data/control.db")).unwrap();
    fs::copy(kept.join(format!("{own}.db")), here.join(school)).unwrap();
    let again = json(here, &["audit", "verify", "demo-school", "--json"]);
    assert_eq!(again["entries"], audit["entries"]);
}

#[test]
fn a_server_brings_every_school_up_in_the_background() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    folder(here);
    let server = Server::start(here, &["serve", "--json", "--listen", "127.0.0.1:0"]);
    let kept = here.join("data/before-upgrade").join(env!("CARGO_PKG_VERSION"));
    let begun = std::time::Instant::now();
    while fs::read_dir(&kept)
        .map(|all| all.filter(|e| e.as_ref().unwrap().path().extension().is_some_and(|x| x == "db")).count())
        .unwrap_or(0)
        < 2
    {
        assert!(begun.elapsed().as_secs() < 20, "nobody looked at the school");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    let listed = stdout(&run(here, &["school", "list"]));
    assert!(listed.contains("demo-school"), "{listed}");
    drop(server);
}
