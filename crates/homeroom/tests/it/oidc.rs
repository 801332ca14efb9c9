//! Sign-in through a provider: a small real one on loopback that signs with a key of its own, and everything that
//! must not let anybody in. The browser's tests drive a provider that others wrote (`tests/browser/oidc.mjs`).

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use accounts::account::Standing;
use accounts::acknowledgement;
use accounts::invitation;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Form, Json, Router};
use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use chrono::{DateTime, Duration, Utc};
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreIdToken, CoreIdTokenClaims, CoreJwsSigningAlgorithm};
use openidconnect::{
    Audience, AuthenticationMethodReference, EmptyAdditionalClaims, EndUserEmail, IssuerUrl, Nonce,
    PrivateSigningKey as _, StandardClaims, SubjectIdentifier,
};
use sha2::{Digest as _, Sha256};
use store::Role;
use testkit::{Answer, Browser, School, Test};

/// What the token of a code says; everything right unless a test says otherwise.
#[derive(Clone)]
struct Says {
    issuer: String,
    audience: String,
    nonce: String,
    subject: String,
    email: Option<&'static str>,
    is_verified: Option<bool>,
    /// Seconds from now.
    issued: i64,
    expires: i64,
    has_factor: bool,
    challenge: String,
}

struct Provider {
    issuer: String,
    key: CoreEdDsaPrivateSigningKey,
    /// Signs when `forged`: a key that the provider does not publish.
    codes: Mutex<BTreeMap<String, (Says, bool)>>,
    now: Mutex<DateTime<Utc>>,
}

fn key(seed: u8) -> CoreEdDsaPrivateSigningKey {
    // PKCS#8 of an Ed25519 key: a fixed head (RFC 8410) and 32 bytes.
    let mut der = vec![0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20];
    der.extend([seed; 32]);
    let pem = format!("-----BEGIN PRIVATE KEY-----\n{}\n-----END PRIVATE KEY-----\n", STANDARD.encode(der));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, None).unwrap()
}

async fn configuration(State(provider): State<Arc<Provider>>) -> Json<serde_json::Value> {
    let at = |path: &str| format!("{}{path}", provider.issuer);
    Json(serde_json::json!({
        "issuer": provider.issuer, "authorization_endpoint": at("/authorize"), "token_endpoint": at("/token"),
        "jwks_uri": at("/jwks"), "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA"],
    }))
}

async fn keys(State(provider): State<Arc<Provider>>) -> Json<serde_json::Value> {
    Json(serde_json::json!({ "keys": [provider.key.as_verification_key()] }))
}

async fn token(
    State(provider): State<Arc<Provider>>,
    Form(form): Form<BTreeMap<String, String>>,
) -> Result<Json<serde_json::Value>, StatusCode> {
    let (says, forged) = provider.codes.lock().unwrap().remove(&form["code"]).ok_or(StatusCode::BAD_REQUEST)?;
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&form["code_verifier"]));
    if challenge != says.challenge {
        return Err(StatusCode::BAD_REQUEST);
    }
    let now = *provider.now.lock().unwrap();
    let person = StandardClaims::new(SubjectIdentifier::new(says.subject))
        .set_email(says.email.map(|email| EndUserEmail::new(email.to_owned())))
        .set_email_verified(says.is_verified);
    let amr = says.has_factor.then(|| vec![AuthenticationMethodReference::new("mfa".to_owned())]);
    let claims = CoreIdTokenClaims::new(
        IssuerUrl::new(says.issuer).unwrap(),
        vec![Audience::new(says.audience)],
        now + Duration::seconds(says.expires),
        now + Duration::seconds(says.issued),
        person,
        EmptyAdditionalClaims {},
    )
    .set_nonce(Some(Nonce::new(says.nonce)))
    .set_auth_method_refs(amr);
    let other = key(9);
    let signer = if forged { &other } else { &provider.key };
    let token = CoreIdToken::new(claims, signer, CoreJwsSigningAlgorithm::EdDsa, None, None).unwrap();
    Ok(Json(serde_json::json!({ "access_token": "opaque", "token_type": "Bearer", "id_token": token.to_string() })))
}

impl Provider {
    async fn start(test: &Test) -> Arc<Self> {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let now = DateTime::from_timestamp_millis(test.clock.now().0).unwrap();
        let provider = Arc::new(Self {
            issuer: format!("http://{}", listener.local_addr().unwrap()),
            key: key(7),
            codes: Mutex::default(),
            now: Mutex::new(now),
        });
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(configuration))
            .route("/jwks", get(keys))
            .route("/token", post(token))
            .with_state(Arc::clone(&provider));
        tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        provider
    }

    /// What a code that the provider gave stands for.
    fn gives(&self, code: &str, says: Says, forged: bool) {
        self.codes.lock().unwrap().insert(code.to_owned(), (says, forged));
    }

    /// Everything right for the way that `sent` began.
    fn right(&self, sent: &Sent) -> Says {
        Says {
            issuer: self.issuer.clone(),
            audience: "homeroom".to_owned(),
            nonce: sent.of("nonce"),
            subject: "subject-1".to_owned(),
            email: Some("Zq@Example.org"),
            is_verified: Some(true),
            issued: 0,
            expires: 300,
            has_factor: false,
            challenge: sent.of("code_challenge"),
        }
    }
}

/// Where the browser was sent.
struct Sent(String);

impl Sent {
    fn of(&self, name: &str) -> String {
        let query = self.0.split('?').nth(1).unwrap();
        let found = query.split('&').find_map(|pair| pair.strip_prefix(&format!("{name}=")));
        found.unwrap_or_else(|| panic!("{name} in {}", self.0)).to_owned()
    }
}

struct Stage {
    test: Test,
    school: School,
    provider: Arc<Provider>,
    button: String,
}

/// A school with the provider for staff, and one account at an office that came by an invitation to zq@example.org.
async fn stage(fields: &[(&str, &str)]) -> Stage {
    let test = crate::house();
    let school = test.school("Kastanje", "school").unwrap();
    let provider = Provider::start(&test).await;
    let button = add(&school, &provider, fields).await;
    member(&school, Role::Office, "zq@example.org");
    Stage { test, school, provider, button }
}

async fn add(school: &School, provider: &Provider, fields: &[(&str, &str)]) -> String {
    let mut admin = school.desk(Role::Administrator).unwrap();
    let mut form = vec![
        ("provider_name", "Elsewhere"),
        ("provider_issuer", provider.issuer.as_str()),
        ("client_id", "homeroom"),
        ("client_secret", "zqsecret"),
        ("for_staff", "yes"),
    ];
    form.extend(fields);
    let kept = admin.post(&school.at("/providers"), &form).await.unwrap();
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    let door = school.visitor().get(&school.at("/sign-in")).await.unwrap().body;
    assert!(door.contains("Sign in with"), "{door}");
    let start = door.find(&school.at("/oidc/")).unwrap();
    door[start..].split('"').next().unwrap().to_owned()
}

/// Somebody with a desk who accepted the invitation that was mailed to this address.
fn member(school: &School, role: Role, email: &str) {
    school
        .arrange(|work| {
            let standing = Standing { roles: vec![role], ..Standing::default() };
            let secrets = invitation::create(work, "Zq Person", email, &standing, invitation::STANDS)?;
            let row = invitation::find(work, &secrets.token)?;
            invitation::spend(work, &row)?;
            let address = kernel::EmailAddress::parse(email).unwrap();
            let id = accounts::account::create(work, "Zq Person", Some(&address), None, &standing)?;
            accounts::account::prove_email(work, id)?;
            acknowledgement::note(work, id, &school.notice)
        })
        .unwrap();
}

impl Stage {
    /// Presses the button.
    async fn leaves(&self, browser: &mut Browser) -> Sent {
        let sent = browser.get(&self.button).await.unwrap();
        assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
        assert!(sent.location().starts_with(&format!("{}/authorize?", self.provider.issuer)), "{}", sent.location());
        let sent = Sent(sent.location().to_owned());
        assert_eq!(
            (sent.of("response_type"), sent.of("code_challenge_method")),
            ("code".to_owned(), "S256".to_owned())
        );
        sent
    }

    async fn comes_back(&self, browser: &mut Browser, code: &str, state: &str) -> Answer {
        browser.get(&self.school.at(&format!("/oidc/callback?code={code}&state={state}"))).await.unwrap()
    }

    /// The whole way with a token that says so.
    async fn goes(&self, says: impl FnOnce(Says) -> Says, forged: bool) -> (Browser, Answer) {
        let mut browser = self.school.visitor();
        let sent = self.leaves(&mut browser).await;
        self.provider.gives("code", says(self.provider.right(&sent)), forged);
        let answer = self.comes_back(&mut browser, "code", &sent.of("state")).await;
        (browser, answer)
    }

    async fn is_in(&self, browser: &mut Browser) -> bool {
        browser.get(&self.school.at("/account")).await.unwrap().status == StatusCode::OK
    }
}

#[tokio::test]
async fn who_was_invited_by_mail_to_a_verified_address_is_let_in_and_linked() {
    let stage = stage(&[]).await;
    let (mut browser, answer) = stage.goes(|says| says, false).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(stage.is_in(&mut browser).await);
    let told = browser.get(&stage.school.at("/settings")).await.unwrap();
    assert!(told.shows("Elsewhere"), "{}", told.body);
    // From now on the subject counts, whatever becomes of the address there.
    let (mut again, _) = stage.goes(|says| Says { email: None, is_verified: None, ..says }, false).await;
    assert!(stage.is_in(&mut again).await);
    let mails = crate::raw::look(&stage.school.context, |db| crate::raw::rows(db, "outbox"));
    assert!(mails.iter().any(|mail| mail.contains("another provider can now sign you in")), "{mails:?}");
    for secret in ["zqsecret", "opaque", "eyJ"] {
        assert_eq!(crate::raw::holds(&stage.school.context, secret), None, "{secret}");
    }
}

#[tokio::test]
async fn nobody_is_let_in_by_a_token_that_is_not_what_it_must_be() {
    let stage = stage(&[]).await;
    type Change = fn(Says) -> Says;
    let cases: [(&str, Change, bool); 11] = [
        ("an unverified address", |says| Says { is_verified: Some(false), ..says }, false),
        ("an address of which nothing is said", |says| Says { is_verified: None, ..says }, false),
        ("an address of nobody here", |says| Says { email: Some("who@example.org"), ..says }, false),
        ("no address and an unknown subject", |says| Says { email: None, ..says }, false),
        ("another nonce", |says| Says { nonce: "another".to_owned(), ..says }, false),
        ("another audience", |says| Says { audience: "somebody".to_owned(), ..says }, false),
        ("another issuer", |says| Says { issuer: "https://example.org".to_owned(), ..says }, false),
        ("expired beyond the skew", |says| Says { expires: -61, ..says }, false),
        ("issued later than the skew", |says| Says { issued: 61, ..says }, false),
        ("issued long ago", |says| Says { issued: -601, ..says }, false),
        ("signed by another key", |says| says, true),
    ];
    for (case, change, forged) in cases {
        let (mut browser, answer) = stage.goes(change, forged).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{case}: {}", answer.location());
        assert!(!stage.is_in(&mut browser).await, "{case}");
    }
    assert_eq!(crate::raw::count(&stage.school.context, "federated_identity"), 0);
    let (mut browser, _) = stage.goes(|says| Says { expires: -59, issued: -90, ..says }, false).await;
    assert!(stage.is_in(&mut browser).await, "within the skew");
}

#[tokio::test]
async fn the_way_back_is_for_the_browser_the_school_and_the_moment_that_began_it() {
    let stage = stage(&[]).await;
    let refused = |answer: &Answer| answer.status == StatusCode::UNPROCESSABLE_ENTITY;
    let mut browser = stage.school.visitor();

    let sent = stage.leaves(&mut browser).await;
    stage.provider.gives("one", stage.provider.right(&sent), false);
    let state = sent.of("state");
    assert!(refused(&stage.comes_back(&mut browser.clone(), "one", "wrong").await), "a wrong state");
    assert!(refused(&stage.comes_back(&mut browser, "one", &state).await), "the attempt was used up by the wrong one");

    let sent = stage.leaves(&mut browser).await;
    stage.provider.gives("two", stage.provider.right(&sent), false);
    assert!(refused(&stage.comes_back(&mut stage.school.visitor(), "two", &sent.of("state")).await), "another browser");
    let answer = stage.comes_back(&mut browser, "two", &sent.of("state")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert!(refused(&stage.comes_back(&mut browser, "two", &sent.of("state")).await), "replayed");

    let mut late = stage.school.visitor();
    let sent = stage.leaves(&mut late).await;
    stage.provider.gives("three", stage.provider.right(&sent), false);
    stage.test.clock.advance(10 * kernel::clock::MINUTE);
    assert!(refused(&stage.comes_back(&mut late, "three", &sent.of("state")).await), "after ten minutes");

    let other = stage.test.school("Linde", "school").unwrap();
    member(&other, Role::Office, "zq@example.org");
    add(&other, &stage.provider, &[]).await;
    let mut across = stage.school.visitor();
    let sent = stage.leaves(&mut across).await;
    let secret = across.cookie(&format!("{}.oidc", stage.school.cookie_name())).unwrap().to_owned();
    let mut across = across.with_cookie(&format!("{}.oidc", other.cookie_name()), &secret);
    stage.provider.gives("four", stage.provider.right(&sent), false);
    let path = other.at(&format!("/oidc/callback?code=four&state={}", sent.of("state")));
    assert!(refused(&across.get(&path).await.unwrap()), "another school's state");
}

#[tokio::test]
async fn the_second_factor_follows_unless_the_school_lets_the_providers_count() {
    let stage = stage(&[]).await;
    member(&stage.school, Role::Administrator, "boss@example.org");
    let says = |says| Says { email: Some("boss@example.org"), has_factor: true, subject: "boss".to_owned(), ..says };
    let (mut browser, _) = stage.goes(says, false).await;
    let led = browser.get(&stage.school.at("/students")).await.unwrap();
    assert!(led.location().ends_with("/account/second-factor"), "{} {}", led.status, led.location());

    let trusting = self::stage(&[("trusts_factor", "yes")]).await;
    member(&trusting.school, Role::Administrator, "boss@example.org");
    let (mut browser, _) = trusting.goes(|s| Says { has_factor: false, ..says(s) }, false).await;
    let led = browser.get(&trusting.school.at("/students")).await.unwrap();
    assert!(led.location().ends_with("/account/second-factor"), "without mfa: {}", led.location());
    let (mut browser, _) = trusting.goes(says, false).await;
    assert_eq!(browser.get(&trusting.school.at("/students")).await.unwrap().status, StatusCode::OK);
}

#[tokio::test]
async fn families_do_not_come_in_by_the_staffs_provider_and_an_unlinked_one_lets_nobody_in() {
    let stage = stage(&[]).await;
    let guardian = stage.school.guardian("Zq Parent", &[]).unwrap();
    let mut parent = stage.school.as_guardian(guardian).unwrap();
    let page = parent.get(&stage.school.at("/account/providers")).await.unwrap();
    assert!(!page.shows("Elsewhere"), "{}", page.body);

    let (mut browser, _) = stage.goes(|says| says, false).await;
    let own = browser.get(&stage.school.at("/account/providers")).await.unwrap().body;
    let id = own.split("name=\"link\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let gone = browser.post(&stage.school.at("/account/providers/end"), &[("link", id)]).await.unwrap();
    assert_eq!(gone.status, StatusCode::SEE_OTHER);
    let (mut again, _) = stage.goes(|says| Says { email: None, ..says }, false).await;
    assert!(!stage.is_in(&mut again).await);
}

#[tokio::test]
async fn who_is_signed_in_links_a_provider_after_proving_that_it_is_them() {
    let stage = stage(&[]).await;
    let school = &stage.school;
    let token = invitation_of(school);
    let mut browser = school.visitor();
    let joining = [("email", "other@example.org"), ("password", "zqhorse Battery staple"), ("terms", "yes")];
    let joined = browser.post(&school.at(&format!("/invite/{token}")), &joining).await.unwrap();
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.body);
    let provider = stage.button.rsplit('/').next().unwrap();
    let wrong = [("provider", provider), ("proof", "guess")];
    let refused = browser.post(&school.at("/account/providers"), &wrong).await.unwrap();
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = [("provider", provider), ("proof", "zqhorse Battery staple")];
    let led = browser.post(&school.at("/account/providers"), &right).await.unwrap();
    assert_eq!(led.status, StatusCode::OK, "{}", led.body);
    let start = led.body.find(&format!("{}/authorize", stage.provider.issuer)).unwrap();
    let sent = Sent(led.body[start..].split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&"));
    // The address there is nobody's here: the link is explicit.
    let says = Says { email: Some("private@example.org"), subject: "mine".to_owned(), ..stage.provider.right(&sent) };
    stage.provider.gives("code", says.clone(), false);
    let back = stage.comes_back(&mut browser, "code", &sent.of("state")).await;
    assert!(back.location().contains("done-provider-linked"), "{} {}", back.status, back.body);
    let (mut again, _) = stage.goes(|right| Says { email: None, subject: "mine".to_owned(), ..right }, false).await;
    assert!(stage.is_in(&mut again).await);
}

fn invitation_of(school: &School) -> String {
    let standing = Standing { roles: vec![Role::Office], ..Standing::default() };
    let create = |work: &store::Work| invitation::create(work, "Zq Other", "", &standing, invitation::STANDS);
    school.arrange(create).unwrap().token
}
