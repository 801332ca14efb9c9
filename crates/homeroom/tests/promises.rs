//! The promises, proven by the tests as by the shipped binary (law 7, C180).

use homeroom::commands::prove::house;
use promises::Status;

#[test]
fn no_promise_is_broken_and_the_list_is_whole() {
    let verdicts = promises::prove(&house, None);
    let ids: Vec<&str> = verdicts.iter().map(|verdict| verdict.id.as_str()).collect();
    let expected: Vec<String> = (1..=180).map(|n| format!("C{n:03}")).collect();
    assert_eq!(ids, expected);
    let broken: Vec<_> = verdicts.iter().filter(|v| v.status == Status::Fail).map(|v| format!("{}: {}", v.id, v.evidence)).collect();
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}
