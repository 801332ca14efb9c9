//! The installation signs with one key, which lies wrapped among the others.

use store::signing::is_signed;

use super::*;

#[test]
fn a_signature_is_of_these_bytes_and_of_this_key() {
    let folder = tempfile::tempdir().unwrap();
    let schools = open(folder.path()).unwrap();
    let signer = schools.signer().unwrap();
    let signature = signer.sign(b"a head");
    assert!(is_signed(&signer.public(), b"a head", &signature));
    assert!(!is_signed(&signer.public(), b"another head", &signature));
    assert!(!is_signed(&[7; 32], b"a head", &signature), "somebody else's key");
    assert!(!is_signed(&signer.public(), b"a head", &signature[..63]), "a signature cut short");
    let mut changed = signature;
    changed[3] ^= 1;
    assert!(!is_signed(&signer.public(), b"a head", &changed));
}

#[test]
fn the_key_is_the_same_after_a_restart_and_lies_there_wrapped() {
    let folder = tempfile::tempdir().unwrap();
    let public = open(folder.path()).unwrap().signer().unwrap().public();
    assert_eq!(open(folder.path()).unwrap().signer().unwrap().public(), public);
    let wrapped = std::fs::read_to_string(folder.path().join("keys/signing.key")).unwrap();
    assert!(!wrapped.contains(&hex::encode(public)), "not even the public half lies open");
}
