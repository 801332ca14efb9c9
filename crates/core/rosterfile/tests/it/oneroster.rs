//! OneRoster: the sample of another house, both versions as the specification has them, deliveries of changes, and
//! archives that mean ill.

use std::io::{Cursor, Write as _};

use super::*;
use proptest::prelude::*;
use rosterfile::read::propose;
use rosterfile::rows::{DropReason, Fault, Gender};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const MANIFEST: &str = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.users,bulk\nfile.roles,bulk\n\
                        file.classes,bulk\nfile.enrollments,bulk\nfile.demographics,bulk\nfile.orgs,bulk\n\
                        file.academicSessions,bulk\nfile.results,absent\n";
const ORGS: &str = "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\no1,,,School,school,,\n";
const SESSIONS: &str = "sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\n\
                        y,,,2025-2026,schoolYear,2025-08-01,2026-07-31,,2026\n\
                        t1,,,Autumn,term,2025-08-01,2025-12-20,y,2026\nt2,,,Spring,term,2026-01-01,2026-07-31,y,2026\n\
                        n,,,2026-2027,schoolYear,2026-08-01,2027-07-31,,2027\n";
const CLASSES: &str = "sourcedId,status,dateLastModified,title,grades,courseSourcedId,classType,schoolSourcedId,termSourcedIds\n\
                       c1,,,5A,05,,homeroom,o1,\"t1,t2\"\nc2,,,\"Arts, and \"\"crafts\"\"\",,,scheduled,o1,t2\n\
                       c3,,,Old,,,scheduled,o1,t1\nc4,,,Next,,,homeroom,o1,n\n";
const USERS: &str = "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,identifier,email,phone,agentSourcedIds,password\n\
                     s1,,,true,ida,Ida,van der Tree,1001,,,g1,secret1\ns2,,,true,ben,Ben,Tree,1002,,,,\n\
                     g1,,,true,ann,Anna,Tree,,anna@example.org,0612345678,\"s1,s2\",\nt1,,,true,bob,Bob,\"Bush\nJr\",T7,bob@example.org,,s2,\n";
const ROLES: &str = "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\n\
                     r1,,,s1,primary,student,,,o1,\nr2,,,s2,primary,student,,,o1,\nr3,,,g1,primary,parent,,,o1,\n\
                     r4,,,t1,primary,teacher,,,o1,\nr5,,,t1,secondary,parent,,,o1,\nr6,,,g1,secondary,teacher,2020-01-01,2021-01-01,o1,\n";
const DEMOGRAPHICS: &str = "sourcedId,status,dateLastModified,birthDate,sex,white,countryOfBirthCode\n\
                            s1,,,2015-02-28,female,true,NL\ns2,,,2014-13-01,unspecified,,\n";
const ENROLLMENTS: &str = "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n\
                           e1,,,c1,o1,s1,student,,,\ne2,,,c1,o1,t1,teacher,true,,\ne3,,,c2,o1,s2,student,,,\n\
                           e4,,,c3,o1,s1,student,,,\ne5,,,c2,o1,s1,student,,2026-03-01,\ne6,,,c1,o1,nobody,student,,,\n\
                           e7,,,c1,o1,s2,student,,,2025-10-01\n";

fn whole() -> Vec<SourceFile> {
    [
        ("manifest.csv", MANIFEST),
        ("orgs.csv", ORGS),
        ("academicSessions.csv", SESSIONS),
        ("classes.csv", CLASSES),
        ("users.csv", USERS),
        ("roles.csv", ROLES),
        ("demographics.csv", DEMOGRAPHICS),
        ("enrollments.csv", ENROLLMENTS),
    ]
    .map(|(name, text)| source(name, text))
    .to_vec()
}

fn zipped(files: &[SourceFile]) -> SourceFile {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        archive.start_file(file.name.as_str(), SimpleFileOptions::default()).unwrap();
        archive.write_all(&file.bytes).unwrap();
    }
    source("delivery.zip", archive.finish().unwrap().into_inner())
}

fn faults(roster: &Roster) -> Vec<(String, u64, Option<String>, Fault)> {
    roster
        .problems
        .iter()
        .map(|p| (p.place.file.clone(), p.place.row, p.place.column.clone(), p.fault.clone()))
        .collect()
}

#[test]
fn identifiers_that_are_citizen_numbers_are_dropped_and_the_column_is_named() {
    // All five pass the Dutch test of citizen numbers; none belongs to anybody that we know of.
    let numbers = ["111222333", "123456782", "100000009", "100000010", "100000022"];
    let users: String =
        numbers.iter().enumerate().map(|(n, number)| format!("s{n},student,Ida,Tree{n},{number}\n")).collect();
    let head = "sourcedId,role,givenName,familyName,identifier\n";
    let manifest = "propertyName,value\noneroster.version,1.1\nfile.users,bulk\n";
    let files = [source("manifest.csv", manifest), source("users.csv", format!("{head}{users}"))];
    let roster = read(&files, &options("NL")).unwrap();
    assert_eq!(roster.students.len(), 5);
    assert!(roster.students.iter().all(|student| student.number.is_none()));
    let dropped: Vec<_> = roster.dropped_columns.iter().map(|d| (d.column.as_str(), d.rows, d.why)).collect();
    assert_eq!(dropped, [("identifier", 5, DropReason::Forbidden)]);
}

#[test]
fn a_whole_delivery_is_read_by_roles_agents_classes_and_terms() {
    let roster = read(&whole(), &options("NL")).unwrap();
    assert_eq!((roster.format.as_str(), roster.year.as_deref()), ("OneRoster 1.2", Some("2025-2026")));
    assert_eq!(counts(&roster), [2, 3, 1, 2]);
    let ida = &roster.students[0];
    assert_eq!((ida.key.as_str(), ida.name.infix.as_str(), ida.name.surname.as_str()), ("s1", "van der", "Tree"));
    assert_eq!(
        (ida.number.as_deref(), ida.gender, &ida.groups),
        (Some("1001"), Some(Gender::Female), &vec!["c1".to_owned()])
    );
    assert_eq!(ida.born, chrono::NaiveDate::from_ymd_opt(2015, 2, 28));
    let bob = &roster.staff[0];
    assert_eq!((bob.name.surname.as_str(), bob.employee_id.as_deref()), ("Bush Jr", Some("T7")));
    let edges: Vec<_> = roster.guardians.iter().map(|g| (g.key.as_deref().unwrap(), g.student.as_str())).collect();
    assert_eq!(edges, [("g1", "s1"), ("g1", "s2"), ("t1", "s2")], "a teacher may be a parent");
    let groups: Vec<_> = roster.groups.iter().map(|g| (g.key.as_str(), g.name.as_str(), g.level.as_str())).collect();
    assert_eq!(groups, [("c1", "5A", "05"), ("c2", "Arts, and \"crafts\"", "")], "what is over or ahead is not there");
    let users = "enrollments.csv".to_owned();
    assert_eq!(
        faults(&roster),
        [
            ("classes.csv".to_owned(), 5, Some("termSourcedIds".to_owned()), Fault::NotYet("2026-08-01".to_owned())),
            ("demographics.csv".to_owned(), 3, Some("birthDate".to_owned()), Fault::NotADate("2014-13-01".to_owned())),
            (users.clone(), 6, Some("beginDate".to_owned()), Fault::NotYet("2026-03-01".to_owned())),
            (users, 7, Some("userSourcedId".to_owned()), Fault::UnknownPerson("nobody".to_owned())),
        ]
    );
    let dropped: Vec<_> = roster.dropped_columns.iter().map(|d| (d.column.as_str(), d.rows, d.why)).collect();
    assert_eq!(
        dropped,
        [
            ("username", 4, DropReason::NotDeclared),
            ("password", 1, DropReason::Forbidden),
            ("white", 1, DropReason::Forbidden),
            ("countryOfBirthCode", 1, DropReason::Forbidden)
        ]
    );
    assert!(!format!("{:?}{:?}{:?}", roster.students, roster.staff, roster.guardians).contains("secret1"));
    assert!(propose(&whole(), &options("NL")).unwrap().files.is_empty(), "its columns are fixed");
}

#[test]
fn an_archive_a_mark_and_semicolons_read_the_same() {
    let plain = read(&whole(), &options("NL")).unwrap();
    assert_eq!(read(&[zipped(&whole())], &options("NL")).unwrap(), plain);
    let mut marked = whole();
    for file in &mut marked {
        file.bytes.splice(0..0, *b"\xEF\xBB\xBF");
        file.name = file.name.to_uppercase();
    }
    let marked = read(&marked, &options("NL")).unwrap();
    assert_eq!((marked.students.len(), marked.guardians.len(), &marked.year), (2, 3, &plain.year));
    let utf16: Vec<u8> = std::iter::once(0xFEFF).chain(USERS.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let mut files = whole();
    files[4].bytes = utf16;
    assert_eq!(read(&files, &options("NL")).unwrap().students, plain.students);
}

#[test]
fn a_delivery_of_changes_says_what_goes_and_reaches_back() {
    let files = [
        ("manifest.csv", "propertyName,value\noneroster.version,1.1\nfile.users,delta\nfile.enrollments,delta\nfile.classes,absent\n"),
        (
            "users.csv",
            "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName,agentSourcedIds\n\
             s1,active,2026-01-01,true,o1,student,,Ida,Tree,g1\ns9,tobedeleted,2026-01-01,true,o1,student,,Old,One,\n\
             g2,active,2026-01-01,true,o1,guardian,,New,Guardian,s2\nx1,active,,true,o1,,,Some,Body,\n",
        ),
        (
            "enrollments.csv",
            "sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role\n\
             e1,tobedeleted,2026-01-01,c1,o1,s1,student\ne2,active,2026-01-01,c2,o1,t1,teacher\n",
        ),
    ]
    .map(|(name, text)| source(name, text));
    let roster = read(&files, &options("NL")).unwrap();
    let changes = roster.changes.as_ref().unwrap();
    assert_eq!(roster.format, "OneRoster 1.1");
    assert_eq!(changes.gone_people.iter().map(|(key, _)| key.as_str()).collect::<Vec<_>>(), ["s9"]);
    let moves: Vec<_> =
        changes.memberships.iter().map(|m| (m.person.as_str(), m.group.as_str(), m.teaches, m.ends)).collect();
    assert_eq!(moves, [("s1", "c1", false, true), ("t1", "c2", true, false)]);
    assert_eq!(changes.edges.iter().map(|(s, g, _)| (s.as_str(), g.as_str())).collect::<Vec<_>>(), [("s1", "g1")]);
    assert_eq!(roster.guardians.iter().map(|g| g.student.as_str()).collect::<Vec<_>>(), ["s2"]);
    assert_eq!(changes.unsorted.len(), 1);
    assert!(roster.problems.is_empty(), "{:?}", roster.problems);
}

#[test]
fn what_is_missing_or_wrong_is_said_by_file_and_column() {
    let without = |name: &str| whole().into_iter().filter(|file| file.name != name).collect::<Vec<_>>();
    assert_eq!(
        read(&without("users.csv"), &options("NL")),
        Err(Refusal::Promised { file: "manifest.csv".to_owned(), missing: "users.csv".to_owned() })
    );
    let roster = read(&without("manifest.csv"), &options("NL")).unwrap();
    assert!(roster.problems.iter().any(|p| p.fault == Fault::NoManifest) && roster.students.len() == 2);
    let changed = |name: &str, from: &str, to: &str| {
        let mut files = whole();
        let file = files.iter_mut().find(|file| file.name == name).unwrap();
        file.bytes = String::from_utf8(file.bytes.clone()).unwrap().replace(from, to).into_bytes();
        read(&files, &options("NL"))
    };
    assert_eq!(
        changed("manifest.csv", "version,1.2", "version,2.0"),
        Err(Refusal::Version { file: "manifest.csv".to_owned(), version: "2.0".to_owned() })
    );
    assert_eq!(
        changed("users.csv", "familyName", "famName"),
        Err(Refusal::NoColumn { file: "users.csv".to_owned(), column: "familyName".to_owned() })
    );
    let roster = changed("roles.csv", "primary,parent", "primary,pilot").unwrap();
    assert!(roster.problems.iter().any(|p| p.fault == Fault::UnknownRole("pilot".to_owned()) && p.place.row == 4));
    let mut extra = whole();
    extra.push(source("results.csv", "sourcedId,score\nr,9\n"));
    extra.push(source("lunch.csv", "who,what\na,b\n"));
    let roster = read(&extra, &options("NL")).unwrap();
    let unread: Vec<_> =
        roster.dropped_columns.iter().filter(|d| d.column == "*").map(|d| (d.file.as_str(), d.why)).collect();
    assert_eq!(unread, [("results.csv", DropReason::NotDeclared), ("lunch.csv", DropReason::Unknown)]);
}

#[test]
fn keys_that_are_citizen_numbers_are_refused() {
    let numbers = ["111222333", "123456782", "100000009", "100000010", "999999990"];
    let users: String = numbers.iter().map(|n| format!("{n},,,true,o1,student,u,A,B\n")).collect();
    let head = "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,givenName,familyName\n";
    let answer = read(&[source("users.csv", format!("{head}{users}"))], &options("NL"));
    assert_eq!(answer, Err(Refusal::ForbiddenKey { file: "users.csv".to_owned(), column: "sourcedId".to_owned() }));
}

#[test]
fn the_sample_of_another_house_is_read_with_words() {
    let Some(folder) = inputs("oneroster/oat-sa/data/samples/OneRosterv1p1BaseCSV") else { return };
    let files: Vec<_> = files_below(&folder).iter().map(|path| load(path)).collect();
    let roster = read_quickly(&files).unwrap();
    println!("{:?} {:?} {:?}", counts(&roster), faults(&roster), roster.dropped_columns);
    assert_eq!(roster.format, "OneRoster 1.1");
    assert_eq!(counts(&roster), [2, 0, 0, 3]);
    assert_eq!(roster.students[0].groups, ["class1", "class2"]);
    assert!(roster.problems.iter().all(|p| !p.place.file.is_empty() && p.place.row > 0));
}

// --- archives ---

fn why(file: SourceFile) -> &'static str {
    match read_quickly(&[file]) {
        Err(Refusal::Archive { why, .. }) => why,
        other => panic!("{other:?}"),
    }
}

#[test]
fn archives_that_mean_ill_are_refused() {
    let entry = |name: &str| zipped(&[source(name, USERS)]);
    for name in ["folder/users.csv", "../users.csv", "/etc/users.csv", "C:\\users.csv", "a\\b.csv", "folder/"] {
        assert_eq!(why(entry(name)), "nested", "{name}");
    }
    assert_eq!(why(zipped(&[zipped(&whole())])), "nested");
    let many: Vec<_> = (0..101).map(|n| source(&format!("{n}.csv"), "a,b\n1,2\n")).collect();
    assert_eq!(why(zipped(&many)), "many");
    let zeros = vec![b','; 40 << 20];
    assert_eq!(why(zipped(&[source("users.csv", zeros)])), "bomb");
    let mut cut = zipped(&whole());
    cut.bytes.truncate(200);
    assert_eq!(why(cut), "broken");
    // The flag of encryption, in the local heading and in the directory.
    let mut locked = entry("users.csv");
    let at = locked.bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    locked.bytes[6] |= 1;
    locked.bytes[at + 8] |= 1;
    assert_eq!(why(locked), "encrypted");
}

#[test]
fn an_archive_that_lies_about_its_sizes_is_no_way_around_the_limits() {
    let mut archive = zipped(&[source("users.csv", vec![b','; 8 << 20])]);
    let at = archive.bytes.windows(4).position(|four| four == b"PK\x01\x02").unwrap();
    archive.bytes[at + 24..at + 28].copy_from_slice(&10_u32.to_le_bytes());
    assert!(matches!(why(archive), "bomb" | "broken"));
}

fn damaged(mut bytes: Vec<u8>, damage: &[(prop::sample::Index, u8)]) -> Vec<u8> {
    for (at, byte) in damage {
        let at = at.index(bytes.len());
        bytes[at] = *byte;
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn damaged_archives_and_tables_never_panic(which in 0..9_usize, damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..30)) {
        let mut files = whole();
        match files.get_mut(which) {
            Some(file) => file.bytes = damaged(std::mem::take(&mut file.bytes), &damage),
            None => {
                let archive = zipped(&files);
                files = vec![source("x.zip", damaged(archive.bytes, &damage))];
            }
        }
        if let Ok(roster) = read(&files, &options("NL")) {
            prop_assert!(roster.students.iter().flat_map(|row| &row.groups).all(|key| roster.groups.iter().any(|g| g.key == *key)));
            prop_assert!(roster.guardians.iter().all(|row| roster.changes.is_some() || roster.students.iter().any(|s| s.key == row.student)));
            for problem in &roster.problems {
                prop_assert!(!problem.place.file.is_empty() && problem.place.row > 0, "{problem:?}");
            }
        }
    }

    #[test]
    fn tables_of_any_words_never_panic(cells in proptest::collection::vec("\\PC{0,8}|s1|c1|student|tobedeleted|2025-09-01", 1..80), delta in any::<bool>()) {
        let rows = |width: usize| cells.chunks(width).map(|row| row.join(",")).collect::<Vec<_>>().join("\n");
        let mode = if delta { "delta" } else { "bulk" };
        let files = [
            ("manifest.csv", format!("propertyName,value\noneroster.version,1.1\nfile.users,{mode}\n")),
            ("users.csv", format!("sourcedId,status,role,givenName,familyName,agentSourcedIds\ns1,,student,A,B,\n{}", rows(6))),
            ("classes.csv", format!("sourcedId,title,termSourcedIds\nc1,C,\n{}", rows(3))),
            ("academicSessions.csv", format!("sourcedId,title,type,startDate,endDate,parentSourcedId\n{}", rows(6))),
            ("enrollments.csv", format!("classSourcedId,userSourcedId,role,status\n{}", rows(4))),
            ("demographics.csv", format!("sourcedId,birthDate,sex\n{}", rows(3))),
        ];
        let _ = read(&files.map(|(name, text)| source(name, text)), &options("NL"));
    }
}
