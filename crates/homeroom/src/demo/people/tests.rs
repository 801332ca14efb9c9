use std::collections::{HashMap, HashSet};

use super::*;

const LANDS: [&str; 5] = ["NL", "EE", "IN", "AE", "US"];

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 23).unwrap()
}

#[test]
fn the_same_seed_makes_the_same_school_and_another_seed_another() {
    assert_eq!(generate("NL", 300, 7, today()), generate("NL", 300, 7, today()));
    assert_ne!(generate("NL", 300, 7, today()), generate("NL", 300, 8, today()));
}

#[test]
fn every_size_has_exactly_its_children_in_classes_of_at_most_24() {
    for size in [0, 1, 23, 24, 25, 200, 1000] {
        for land in LANDS {
            let school = generate(land, size, 1, today());
            assert_eq!(school.students.len(), size, "{land}");
            let mut seats: HashMap<&str, usize> = HashMap::new();
            for student in &school.students {
                *seats.entry(&student.groups[0]).or_default() += 1;
            }
            assert!(seats.values().all(|taken| *taken <= CLASS_SIZE));
            assert!(school.groups.iter().all(|group| seats.contains_key(group.key.as_str())));
            assert_eq!(school.groups.iter().map(|group| &group.key).collect::<HashSet<_>>().len(), seats.len());
        }
    }
}

#[test]
fn a_quarter_of_the_children_have_siblings_who_share_postcode_and_surname() {
    for land in ["NL", "EE", "IN", "US"] {
        let school = generate(land, 1000, 3, today());
        let mut children: HashMap<&str, Vec<&str>> = HashMap::new();
        for edge in &school.guardians {
            children.entry(edge.key.as_deref().unwrap()).or_default().push(&edge.student);
        }
        let by_key: HashMap<&str, &StudentRow> = school.students.iter().map(|s| (s.key.as_str(), s)).collect();
        let families: HashSet<Vec<&str>> = children.into_values().filter(|c| c.len() > 1).collect();
        let siblings: usize = families.iter().map(Vec::len).sum();
        assert!((180..=330).contains(&siblings), "{land}: {siblings}");
        let together = families.iter().filter(|c| {
            let first = by_key[c[0]];
            c.iter().all(|key| {
                let child = by_key[key];
                child.postcode == first.postcode
                    && feminine(&child.name.surname).trim_end_matches('а')
                        == feminine(&first.name.surname).trim_end_matches('а')
            })
        });
        assert!(together.count() * 10 > families.len() * 9, "{land}");
    }
}

#[test]
fn there_are_about_one_and_six_tenths_guardians_for_a_child_and_each_child_has_one() {
    for land in LANDS {
        let school = generate(land, 1000, 5, today());
        assert!((1500..=1700).contains(&school.guardians.len()), "{land}: {}", school.guardians.len());
        let guarded: HashSet<&str> = school.guardians.iter().map(|edge| edge.student.as_str()).collect();
        assert_eq!(guarded.len(), 1000);
    }
}

#[test]
fn a_guardian_of_two_children_is_the_same_person_in_both_rows() {
    let school = generate("NL", 1000, 5, today());
    let mut persons: HashMap<&str, &GuardianRow> = HashMap::new();
    for edge in &school.guardians {
        let first = persons.entry(edge.key.as_deref().unwrap()).or_insert(edge);
        assert_eq!((&first.name, &first.email, &first.phone), (&edge.name, &edge.email, &edge.phone));
    }
}

#[test]
fn mail_goes_to_example_domains_only_and_nobody_shares_an_address_or_a_number() {
    for land in LANDS {
        let school = generate(land, 1000, 9, today());
        let mut guardians: HashMap<&str, &GuardianRow> = HashMap::new();
        for edge in &school.guardians {
            guardians.insert(edge.key.as_deref().unwrap(), edge);
        }
        let mut mails: Vec<&str> = guardians.values().filter_map(|row| row.email.as_deref()).collect();
        mails.extend(school.students.iter().filter_map(|row| row.email.as_deref()));
        mails.extend(school.staff.iter().filter_map(|row| row.email.as_deref()));
        assert!(mails.iter().all(|mail| mail.ends_with("@example.org") || mail.ends_with("@example.com")));
        assert!(mails.iter().all(|mail| mail.is_ascii()));
        assert_eq!(mails.iter().collect::<HashSet<_>>().len(), mails.len());
        let phones: Vec<&str> = guardians.values().filter_map(|row| row.phone.as_deref()).collect();
        assert_eq!(phones.iter().collect::<HashSet<_>>().len(), phones.len(), "{land}");
    }
}

#[test]
fn children_are_of_the_age_for_their_class() {
    let school = generate("NL", 1000, 2, today());
    for student in &school.students {
        let group = school.groups.iter().find(|group| group.key == student.groups[0]).unwrap();
        let years = today().years_since(student.born.unwrap()).unwrap();
        let expected = group.level.parse::<u32>().unwrap() + 3;
        assert!((expected..=expected + 2).contains(&years), "{} in {}", years, group.name);
    }
    let young = generate("NL", 1000, 2, NaiveDate::from_ymd_opt(2026, 8, 1).unwrap());
    assert!(young.students.iter().all(|student| student.born.unwrap() < today()));
}

#[test]
fn postcodes_look_like_the_country() {
    let shape = |code: &str| -> String { code.chars().map(|c| if c.is_ascii_digit() { '9' } else { 'A' }).collect() };
    for (land, expected) in [("NL", "9999AA"), ("EE", "99999"), ("IN", "999999"), ("US", "99999")] {
        let school = generate(land, 200, 4, today());
        assert!(school.students.iter().all(|row| shape(row.postcode.as_deref().unwrap()) == expected), "{land}");
    }
}

#[test]
fn some_families_write_their_names_in_another_script_and_some_dutch_names_have_an_infix() {
    for land in ["NL", "EE", "IN"] {
        let school = generate(land, 1000, 6, today());
        let is_foreign = |row: &&StudentRow| row.name.surname.chars().any(|c| c > '\u{24f}');
        let foreign = school.students.iter().filter(is_foreign).count();
        assert!((20..=120).contains(&foreign), "{land}: {foreign}");
    }
    let dutch = generate("NL", 1000, 6, today());
    assert!(dutch.students.iter().filter(|row| !row.name.infix.is_empty()).count() > 150);
}

#[test]
fn every_class_has_its_teacher_and_subjects_have_theirs() {
    let school = generate("EE", 1000, 6, today());
    for group in &school.groups {
        assert!(school.staff.iter().any(|row| row.groups == [group.key.clone()]));
    }
    assert!(school.staff.len() > school.groups.len());
}

#[test]
fn keys_and_numbers_are_unique() {
    let school = generate("IN", 1000, 6, today());
    let keys: HashSet<_> = school.students.iter().map(|row| &row.key).collect();
    let numbers: HashSet<_> = school.students.iter().map(|row| &row.number).collect();
    assert_eq!((keys.len(), numbers.len()), (1000, 1000));
}

#[test]
fn a_thousand_children_take_no_time() {
    // The best of five, so that a busy machine does not fail it.
    let best = (0..5).map(|seed| {
        let started = std::time::Instant::now();
        assert_eq!(generate("NL", 1000, seed, today()).students.len(), 1000);
        started.elapsed()
    });
    assert!(best.min().unwrap() < std::time::Duration::from_millis(50));
}
