//! The protocol: where a provider is (discovery), the address to send people to, and what the answer proves
//! (OpenID Connect Core 1.0, Discovery 1.0; RFC 7636). Tokens live in this file only, and only while it runs.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use kernel::Timestamp;
use kernel::clock::{HOUR, MINUTE, SECOND};
use openidconnect::core::{
    CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreGenderClaim, CoreProviderMetadata,
};
use openidconnect::{
    AccessToken, AuthType, AuthorizationCode, ClientId, ClientSecret, CsrfToken, EmptyAdditionalClaims,
    EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce,
    OAuth2TokenResponse as _, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, SubjectIdentifier,
    TokenResponse as _, UserInfoClaims,
};
use parking_lot::Mutex;

use crate::attempt::Secrets;
use crate::provider::{self, is_safe};

/// Clocks of provider and school may differ by this much.
const SKEW: i64 = 60 * SECOND;
/// What a provider says of itself and its keys is asked again after this time.
const FRESH: i64 = HOUR;
/// Keys are asked for again because of an unknown one at most this often.
const AGAIN: i64 = MINUTE;
/// Providers remembered at once.
const REMEMBERED: usize = 64;
/// The longest answer that is read, bytes.
const LONGEST: usize = 256 << 10;

/// Why it did not work, for the security log and as the end of a translation key: `oidc-failed-WORD`. No token,
/// code or claim is ever in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Failure {
    /// The provider cannot be reached, or does not say what it must.
    #[error("unreachable")]
    Unreachable,
    /// It did not give a token for the code.
    #[error("code")]
    Code,
    /// The token is not what it must be: signature, issuer, audience, nonce, time.
    #[error("token")]
    Token,
    /// Somebody of another domain or tenant.
    #[error("domain")]
    Domain,
}

/// What a provider has proven of somebody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proven {
    pub subject: String,
    /// Only if the provider says it is verified.
    pub verified_email: Option<String>,
    /// The provider says that more than one factor was given.
    pub has_factor: bool,
}

/// A provider as the school knows it, with the opened secret, and the moment of asking.
#[derive(Clone, Debug)]
pub struct Asker {
    pub provider: provider::Model,
    pub secret: String,
    pub redirect: String,
    /// Whether a provider on this machine may be asked without TLS.
    pub may_plain: bool,
    pub now: Timestamp,
}

type Client = CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointSet, EndpointMaybeSet>;

/// By issuer: what a provider says of itself with its keys, and when it was asked.
type Known = BTreeMap<String, (Timestamp, Arc<CoreProviderMetadata>)>;

static KNOWN: LazyLock<Mutex<Known>> = LazyLock::new(Mutex::default);

impl Asker {
    /// The address at the provider to send the browser to.
    pub async fn address(&self, secrets: &Secrets) -> Result<String, Failure> {
        let client = self.client(&*self.metadata(FRESH).await?)?;
        let (state, nonce) = (secrets.state(), secrets.nonce());
        let verifier = PkceCodeVerifier::new(secrets.verifier());
        let (url, _, _) = client
            .authorize_url(
                CoreAuthenticationFlow::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .add_scope(Scope::new("email".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier))
            .url();
        Ok(url.into())
    }

    /// Exchanges the code and checks what came: signature, issuer, audience, nonce, times.
    pub async fn prove(&self, secrets: &Secrets, code: String) -> Result<Proven, Failure> {
        let metadata = self.metadata(FRESH).await?;
        let client = self.client(&metadata)?;
        let http = self.http();
        let answer = client
            .exchange_code(AuthorizationCode::new(code))
            .set_pkce_verifier(PkceCodeVerifier::new(secrets.verifier()))
            .request_async(&http)
            .await
            .map_err(|_| Failure::Code)?;
        let token = answer.id_token().ok_or(Failure::Token)?;
        let nonce = Nonce::new(secrets.nonce());
        let now = self.now;
        let check = |client: &Client| {
            let verifier = client
                .id_token_verifier()
                .set_time_fn(move || instant(now.plus(-SKEW)))
                .set_issue_time_verifier_fn(move |issued: DateTime<Utc>| {
                    let timely =
                        issued <= instant(now.plus(SKEW)) && issued >= instant(now.plus(-crate::attempt::STANDS));
                    if timely { Ok(()) } else { Err("issued at another time".to_owned()) }
                });
            token.claims(&verifier, &nonce).cloned().map_err(|_| Failure::Token)
        };
        let claims = match check(&client) {
            Ok(claims) => claims,
            // Its keys may have changed since they were read.
            Err(_) => check(&self.client(&*self.metadata(AGAIN).await?)?)?,
        };
        let others = unsigned_part(&token.to_string());
        self.check_domain(&others)?;
        let amr = claims.auth_method_refs().into_iter().flatten().any(|method| method.as_str() == "mfa");
        let acr = claims.auth_context_ref().is_some_and(|acr| acr.as_str().to_lowercase().contains("mfa"));
        let own = claims.email().map(|email| (email.to_string(), claims.email_verified().unwrap_or(false)));
        let (email, is_verified) = match own {
            Some(own) => own,
            None => self.told(&client, answer.access_token(), claims.subject()).await.unwrap_or_default(),
        };
        let is_verified = is_verified || self.is_owners_domain(&others);
        Ok(Proven {
            subject: claims.subject().to_string(),
            verified_email: Some(email).filter(|email| is_verified && !email.is_empty()),
            has_factor: amr || acr,
        })
    }

    /// The address that the provider tells when asked with the access token, where its token has none.
    async fn told(&self, client: &Client, token: &AccessToken, subject: &SubjectIdentifier) -> Option<(String, bool)> {
        let http = self.http();
        let asked = client.user_info(token.clone(), Some(subject.clone())).ok()?;
        let claims: UserInfoClaims<EmptyAdditionalClaims, CoreGenderClaim> = asked.request_async(&http).await.ok()?;
        let is_verified = claims.standard_claims().email_verified().unwrap_or(false);
        Some((claims.standard_claims().email()?.to_string(), is_verified))
    }

    /// Google says the organisation in `hd`, Microsoft the tenant in `tid`.
    fn check_domain(&self, claims: &serde_json::Value) -> Result<(), Failure> {
        let wanted = self.provider.domain.to_lowercase();
        let is = |name: &str| claims.get(name).and_then(|v| v.as_str()).is_some_and(|v| v.to_lowercase() == wanted);
        if wanted.is_empty() || is("hd") || is("tid") { Ok(()) } else { Err(Failure::Domain) }
    }

    /// Microsoft says in `xms_edov` that the tenant owns the address's domain; it has no `email_verified`.
    fn is_owners_domain(&self, claims: &serde_json::Value) -> bool {
        let says = claims.get("xms_edov");
        self.provider.issuer.starts_with("https://login.microsoftonline.com/")
            && says.is_some_and(|v| v.as_bool() == Some(true) || v.as_str() == Some("1") || v.as_i64() == Some(1))
    }

    fn client(&self, metadata: &CoreProviderMetadata) -> Result<Client, Failure> {
        let token = metadata.token_endpoint().cloned().ok_or(Failure::Unreachable)?;
        let redirect = RedirectUrl::new(self.redirect.clone()).map_err(|_| Failure::Unreachable)?;
        let secret = ClientSecret::new(self.secret.clone());
        let client = CoreClient::from_provider_metadata(
            metadata.clone(),
            ClientId::new(self.provider.client_id.clone()),
            Some(secret),
        )
        .set_redirect_uri(redirect)
        .set_token_uri(token);
        let methods = metadata.token_endpoint_auth_methods_supported();
        let is_basic = methods.is_none_or(|list| list.contains(&CoreClientAuthMethod::ClientSecretBasic));
        Ok(if is_basic { client } else { client.set_auth_type(AuthType::RequestBody) })
    }

    /// What the provider says of itself, asked for again if it is older than `fresh`.
    async fn metadata(&self, fresh: i64) -> Result<Arc<CoreProviderMetadata>, Failure> {
        let issuer = self.provider.issuer.clone();
        if let Some((at, known)) = KNOWN.lock().get(&issuer)
            && self.now < at.plus(fresh)
            && *at <= self.now
        {
            return Ok(Arc::clone(known));
        }
        let url = IssuerUrl::new(issuer.clone()).map_err(|_| Failure::Unreachable)?;
        let found = CoreProviderMetadata::discover_async(url, &self.http()).await.map_err(|error| {
            tracing::warn!(%error, "an identity provider cannot be reached");
            Failure::Unreachable
        })?;
        let found = Arc::new(found);
        let mut known = KNOWN.lock();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(issuer, (self.now, Arc::clone(&found)));
        Ok(found)
    }

    /// The way out, for what the provider declares of itself: over TLS, no redirect followed, ten seconds, a bounded
    /// answer.
    fn http(
        &self,
    ) -> impl Fn(HttpRequest) -> std::pin::Pin<Box<dyn Future<Output = Result<HttpResponse, Failure>> + Send>> + use<>
    {
        let may_plain = self.may_plain;
        move |request| Box::pin(send(request, may_plain))
    }
}

static WAY_OUT: LazyLock<Result<reqwest::Client, reqwest::Error>> = LazyLock::new(|| {
    // The binary did at its start; tests and proofs come here without.
    let _ = rustls::crypto::ring::default_provider().install_default();
    reqwest::Client::builder()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(Duration::from_secs(5))
        .timeout(Duration::from_secs(10))
        .user_agent("Homeroom")
        .build()
});

async fn send(request: HttpRequest, may_plain: bool) -> Result<HttpResponse, Failure> {
    let url = openidconnect::url::Url::parse(&request.uri().to_string()).map_err(|_| Failure::Unreachable)?;
    if !is_safe(&url, may_plain) {
        return Err(Failure::Unreachable);
    }
    let client = WAY_OUT.as_ref().map_err(|_| Failure::Unreachable)?;
    let request = reqwest::Request::try_from(request).map_err(|_| Failure::Unreachable)?;
    let mut answer = client.execute(request).await.map_err(|_| Failure::Unreachable)?;
    let mut built = openidconnect::http::Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        built = built.header(name, value);
    }
    let mut body = Vec::new();
    while let Some(part) = answer.chunk().await.map_err(|_| Failure::Unreachable)? {
        body.extend_from_slice(&part);
        if body.len() > LONGEST {
            return Err(Failure::Unreachable);
        }
    }
    built.body(body).map_err(|_| Failure::Unreachable)
}

fn instant(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(at.0).unwrap_or_default()
}

/// The claims of a token whose signature has been checked, those that no standard names too.
fn unsigned_part(token: &str) -> serde_json::Value {
    let part = token.split('.').nth(1).unwrap_or_default();
    URL_SAFE_NO_PAD.decode(part).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}
