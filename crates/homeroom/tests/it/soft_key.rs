//! A passkey in software: what a browser and its authenticator answer, made of bytes (WebAuthn, 6.1 and 6.5).

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use ring::digest::{SHA256, digest};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair as _};
use serde_json::{Value, json};

const PRESENT: u8 = 0x01;
const VERIFIED: u8 = 0x04;
const ATTESTED: u8 = 0x40;

pub struct SoftKey {
    pair: EcdsaKeyPair,
    id: [u8; 16],
    /// Whose it is, as the site said.
    user: Vec<u8>,
    pub counter: u32,
    /// Whether it knows its owner's finger, face or PIN.
    pub verifies: bool,
    pub origin: &'static str,
}

impl SoftKey {
    /// Another one for each `n`.
    pub fn new(n: u8) -> Self {
        let random = SystemRandom::new();
        let document = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, document.as_ref(), &random).unwrap();
        Self { pair, id: [n; 16], user: Vec::new(), counter: 0, verifies: true, origin: "http://localhost" }
    }

    /// Relying party, flags and counter; each use counts.
    fn head(&mut self, party: &str, flags: u8) -> Vec<u8> {
        self.counter += 1;
        let verified = if self.verifies { VERIFIED } else { 0 };
        let mut head = digest(&SHA256, party.as_bytes()).as_ref().to_vec();
        head.push(flags | PRESENT | verified);
        head.extend_from_slice(&self.counter.to_be_bytes());
        head
    }

    fn client(&self, kind: &str, challenge: &Value) -> Vec<u8> {
        json!({ "type": kind, "challenge": challenge, "origin": self.origin, "crossOrigin": false })
            .to_string()
            .into_bytes()
    }

    /// The answer to what `begin` asks a new passkey for.
    pub fn made(&mut self, asked: &str) -> String {
        let asked: Value = serde_json::from_str(asked).unwrap_or_else(|_| panic!("no challenge: {asked}"));
        let asked = &asked["publicKey"];
        assert_eq!(asked["authenticatorSelection"]["residentKey"], "required");
        assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
        self.user = BASE64.decode(asked["user"]["id"].as_str().unwrap()).unwrap();
        let mut data = self.head(asked["rp"]["id"].as_str().unwrap(), ATTESTED);
        data.extend_from_slice(&[0; 16]);
        data.extend_from_slice(&[0, 16]);
        data.extend_from_slice(&self.id);
        let (x, y) = self.pair.public_key().as_ref()[1..].split_at(32);
        data.extend_from_slice(&[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]);
        data.extend_from_slice(x);
        data.extend_from_slice(&[0x22, 0x58, 0x20]);
        data.extend_from_slice(y);
        let mut object = b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".to_vec();
        object.push(u8::try_from(data.len()).unwrap());
        object.extend_from_slice(&data);
        let response = json!({
            "clientDataJSON": BASE64.encode(self.client("webauthn.create", &asked["challenge"])),
            "attestationObject": BASE64.encode(object),
        });
        self.answer(response)
    }

    /// The answer to what `begin` asks a known passkey for.
    pub fn used(&mut self, asked: &str) -> String {
        let asked: Value = serde_json::from_str(asked).unwrap_or_else(|_| panic!("no challenge: {asked}"));
        let asked = &asked["publicKey"];
        let data = self.head(asked["rpId"].as_str().unwrap(), 0);
        let client = self.client("webauthn.get", &asked["challenge"]);
        let signed = [data.as_slice(), digest(&SHA256, &client).as_ref()].concat();
        let signature = self.pair.sign(&SystemRandom::new(), &signed).unwrap();
        let response = json!({
            "clientDataJSON": BASE64.encode(client),
            "authenticatorData": BASE64.encode(data),
            "signature": BASE64.encode(signature),
            "userHandle": BASE64.encode(&self.user),
        });
        self.answer(response)
    }

    fn answer(&self, response: Value) -> String {
        let id = BASE64.encode(self.id);
        json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} }).to_string()
    }
}
