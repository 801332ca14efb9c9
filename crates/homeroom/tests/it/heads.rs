//! The signed head of a school's audit log: downloaded, mailed each day, and checked on the page and at the shell (C157).

use axum::http::StatusCode;
use kernel::clock::DAY;
use store::heads::SignedHead;
use store::outbox;
use testkit::School;

use crate::{raw, shell};
use store::Role;

fn mails(school: &School) -> Vec<outbox::Model> {
    let all = school.arrange(|work| outbox::newest(work, 50)).unwrap();
    all.into_iter().filter(|mail| mail.subject.starts_with("Head of the audit log")).collect()
}

#[tokio::test]
async fn an_officer_downloads_the_head_and_proves_the_log_by_it() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut officer = school.desk(Role::Dpo).unwrap();
    let page = officer.get(&school.at("/privacy/trail")).await.unwrap();
    assert!(page.shows(&school.at("/privacy/trail/head")) && page.shows("Signed under this key"), "{}", page.body);
    let file = officer.get(&school.at("/privacy/trail/head")).await.unwrap();
    assert!(file.headers["content-disposition"].to_str().unwrap().starts_with("attachment; filename=\"homeroom-head-"));
    let head: SignedHead = file.body.parse().unwrap();
    assert_eq!(head.school, school.entry.id);
    assert!(page.shows(&head.key.iter().map(|byte| format!("{byte:02x}")).collect::<String>()), "the key is shown");

    let check = school.at("/privacy/trail/check");
    let proven = officer.post(&check, &[("head", &file.body)]).await.unwrap();
    assert!(proven.shows("Proven") && !proven.shows("Not proven"), "{}", proven.body);
    let mail = format!("Dear Ada,\r\n\r\n{}\r\nRegards", file.body.replace('\n', "\r\n"));
    let by_file = officer.post_with_files(&check, &[], "head_file", &[("head.eml", mail.as_bytes())]).await.unwrap();
    assert!(by_file.shows("Proven") && !by_file.shows("Not proven"), "{}", by_file.body);

    let forged = file.body.replace(&format!("place {}", head.head.place), "place 1");
    let refused = officer.post(&check, &[("head", &forged)]).await.unwrap();
    assert!(refused.shows("Not proven") && refused.shows("signature does not fit"), "{}", refused.body);
    for nonsense in ["", "homeroom audit head 1", "<script>"] {
        let again = officer.post(&check, &[("head", nonsense)]).await.unwrap();
        assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(again.shows("no whole head"), "{}", again.body);
    }
    // Another school's head, of the same installation.
    let other = test.school("Linde", "school").unwrap();
    let elsewhere = other.desk(Role::Dpo).unwrap().get(&other.at("/privacy/trail/head")).await.unwrap();
    let refused = officer.post(&check, &[("head", &elsewhere.body)]).await.unwrap();
    assert!(refused.shows("of another school"), "{}", refused.body);

    // An intruder with the key cuts the end off.
    school.context.database.flush().unwrap();
    school.advance(kernel::clock::SECOND);
    let cut = format!("DELETE FROM audit WHERE place >= {}", head.head.place);
    school.arrange(|work| raw::run(work.db(), &cut)).unwrap();
    let broken = officer.post(&check, &[("head", &file.body)]).await.unwrap();
    assert!(broken.shows("Not proven"), "{}", broken.body);
}

#[tokio::test]
async fn who_wants_it_is_mailed_the_head_each_day_and_nobody_else() {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let mut administrator = school.desk(Role::Administrator).unwrap();
    let mut officer = school.desk(Role::Dpo).unwrap();
    school.run_due().unwrap();
    assert!(mails(&school).is_empty(), "nobody asked for it");
    let wish = school.at("/privacy/trail/mail");
    for _ in 0..2 {
        assert_eq!(officer.post(&wish, &[("mail", "yes")]).await.unwrap().status, StatusCode::SEE_OTHER);
    }
    school.advance(DAY);
    school.run_due().unwrap();
    school.run_due().unwrap();
    let [mail] = &mails(&school)[..] else { panic!("{:?}", mails(&school)) };
    let head: SignedHead = mail.body.parse().unwrap();
    let proven = school.context.database.verify_audit(Some(&head.head)).unwrap();
    assert_eq!(proven.fault, None);
    assert!(head.is_signed());
    // Signed in again a day later.
    let mut officer_page = officer.get(&school.at("/privacy/trail")).await.unwrap();
    if officer_page.status != StatusCode::OK {
        officer = school.desk(Role::Dpo).unwrap();
        officer_page = officer.get(&school.at("/privacy/trail")).await.unwrap();
    }
    assert_eq!(officer_page.status, StatusCode::OK);
    drop(administrator.get(&school.at("/privacy/trail")).await.unwrap());
    school.advance(DAY);
    school.run_due().unwrap();
    assert_eq!(mails(&school).len(), 2, "one a day");
}

#[tokio::test]
async fn the_shell_checks_a_kept_head_with_its_signature() {
    let here = tempfile::tempdir().unwrap();
    let here = here.path();
    let words = ["school", "found", "Oak", "--country", "NL", "--admin-name", "Ada", "--admin-email", "a@example.org"];
    assert!(shell::run(here, &words).status.success());
    let verdict = shell::json(here, &["audit", "verify", "oak", "--json"]);
    let (place, hash) = (verdict["head"]["place"].clone(), verdict["head"]["hash"].as_str().unwrap().to_owned());
    let kept = shell::run(here, &["audit", "verify", "oak", "--head", &format!("{place}:{hash}")]);
    assert!(kept.status.success(), "{kept:?}");
    // What the page gives out, made by the same installation.
    let data = here.join("data");
    let id = std::fs::read_dir(data.join("schools")).unwrap().next().unwrap().unwrap().file_name();
    let signed = {
        let random = kernel::Random::seeded(3);
        let folder = store::DataFolder::open(&data, &random).unwrap();
        let keys = store::keys::KeyRing::open(&data, &store::keys::MasterSource::File, &random).unwrap();
        let signer = store::signing::Signer::open(&keys, &random).unwrap();
        let key: String = signer.public().iter().map(|byte| format!("{byte:02x}")).collect();
        let text = format!(
            "homeroom audit head 1\nschool {}\nplace {place}\nhash {hash}\nat 2026-11-22T03:00:00Z\nkey {key}\n",
            id.to_string_lossy()
        );
        let signature: Vec<String> = signer.sign(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        drop(folder);
        format!("{text}signature {}\nsignature {}\n", signature[..32].concat(), signature[32..].concat())
    };
    std::fs::write(here.join("head.txt"), &signed).unwrap();
    let proven = shell::run(here, &["audit", "verify", "oak", "--head", "head.txt"]);
    assert!(proven.status.success() && shell::stdout(&proven).contains("this installation signed it"), "{proven:?}");
    std::fs::write(here.join("forged.txt"), signed.replace(&hash, &"0".repeat(64))).unwrap();
    let forged = shell::run(here, &["audit", "verify", "oak", "--head", "forged.txt"]);
    assert_eq!(forged.status.code(), Some(1));
    assert!(shell::stderr(&forged).contains("signature does not fit"), "{forged:?}");
    let foreign = shell::run(here, &["audit", "verify", "oak", "--head", "head.txt", "--key", &"07".repeat(32)]);
    assert!(shell::stderr(&foreign).contains("another key"), "{foreign:?}");
    let nothing = shell::run(here, &["audit", "verify", "oak", "--head", "nowhere.txt"]);
    assert_eq!(nothing.status.code(), Some(2));
}
