//! A provider that a school lets people sign in with.

use kernel::{Error, Found as _, Message, Problems, Result, Timestamp};
use openidconnect::url::Url;
use registry::Declared;
use sea_orm::entity::prelude::*;
use sea_orm::{IntoActiveModel, QueryOrder, Set};
use site::{Form, Way};
use store::{Allowed, Field, Read, Sealed, Whole, Work};

kernel::id!(ProviderId);

/// Longest of its texts, in characters.
const LIMIT: usize = 300;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Declared)]
#[sea_orm(table_name = "identity_provider")]
#[declared(whose = Nobody, purpose = Operation, basis = Edition, kept = School)]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    #[plain("a random identifier")]
    pub id: ProviderId,
    /// As the button on the door says it.
    #[plain("a provider's name")]
    pub name: String,
    #[plain("a provider's address")]
    pub issuer: String,
    #[plain("the school's name at the provider")]
    pub client_id: String,
    #[plain("the school's own secret, sealed")]
    pub client_secret: Sealed<String>,
    #[plain("whether staff may use it")]
    pub for_staff: bool,
    #[plain("whether guardians may use it")]
    pub for_guardians: bool,
    /// The claim `hd` (Google) or `tid` (Microsoft) must be this; empty: any.
    #[plain("a domain or tenant of the provider")]
    pub domain: String,
    /// A second factor given there counts here.
    #[plain("a choice of the school")]
    pub trusts_factor: bool,
    #[plain("when it was added")]
    pub created_at: Timestamp,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// What the form says of a provider.
#[derive(Clone, Debug)]
pub struct Details {
    pub name: String,
    pub issuer: String,
    pub client_id: String,
    /// None: as it was.
    pub secret: Option<String>,
    pub for_staff: bool,
    pub for_guardians: bool,
    pub domain: String,
    pub trusts_factor: bool,
}

impl Details {
    /// `may_plain`: a provider on this machine without TLS, for trying things out where Homeroom itself has none.
    pub fn parse(form: &Form, is_new: bool, may_plain: bool) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let mut text = |field: &'static str| {
            let text = kernel::text::clean(form.get(field));
            if text.is_empty() || text.chars().count() > LIMIT {
                problems.add(field, Message::from("provider-missing").with("limit", LIMIT));
            }
            text
        };
        let (name, client_id) = (text("provider_name"), text("client_id"));
        let domain = kernel::text::clean(form.get("domain"));
        let issuer = match form.get("preset") {
            "google" => Ok("https://accounts.google.com".to_owned()),
            "microsoft" => microsoft(&domain),
            _ => check_issuer(form.get("provider_issuer").trim(), may_plain),
        };
        let at = if form.get("preset") == "microsoft" { "domain" } else { "provider_issuer" };
        let issuer = problems.take(at, issuer);
        let secret = form.some("client_secret").map(str::to_owned);
        if is_new && secret.is_none() {
            problems.add("client_secret", Message::from("provider-missing").with("limit", LIMIT));
        }
        let (for_staff, for_guardians) = (form.is("for_staff"), form.is("for_guardians"));
        if !for_staff && !for_guardians {
            problems.add("for_staff", "provider-for-nobody");
        }
        match issuer {
            Some(issuer) if problems.0.is_empty() => {
                let trusts_factor = form.is("trusts_factor");
                Ok(Self { name, issuer, client_id, secret, for_staff, for_guardians, domain, trusts_factor })
            }
            _ => Err(problems),
        }
    }
}

/// Microsoft names a tenant's own issuer; `common` and `organizations` issue in the name of whichever tenant, which
/// no school can mean.
fn microsoft(tenant: &str) -> Result<String, Message> {
    match tenant.parse::<Uuid>() {
        Ok(tenant) => Ok(format!("https://login.microsoftonline.com/{tenant}/v2.0")),
        Err(_) => Err(Message::from("provider-tenant-wrong")),
    }
}

fn check_issuer(issuer: &str, may_plain: bool) -> Result<String, Message> {
    let url = Url::parse(issuer).map_err(|_| Message::from("provider-issuer-wrong"))?;
    let bare =
        url.query().is_none() && url.fragment().is_none() && url.username().is_empty() && url.password().is_none();
    if bare && is_safe(&url, may_plain) { Ok(issuer.to_owned()) } else { Err(Message::from("provider-issuer-wrong")) }
}

/// Over TLS; or on this very machine, where Homeroom itself is tried out without.
pub fn is_safe(url: &Url, may_plain: bool) -> bool {
    let is_here = matches!(url.host_str(), Some("127.0.0.1" | "localhost" | "[::1]"));
    match url.scheme() {
        "https" => url.host_str().is_some(),
        "http" => may_plain && is_here,
        _ => false,
    }
}

/// The school's own secret at the provider: no person's.
static SECRET: Field<String> = Field::secret("identity_provider", "client_secret");

/// The secret, for the exchange.
pub fn secret(read: &Read, provider: &Model) -> Result<String> {
    SECRET.open(read, provider.id.0, &provider.client_secret)
}

/// Somebody added this provider already.
fn taken(error: DbErr) -> Error {
    match Error::from(error) {
        Error::Conflict(_) => Error::invalid("client_id", "provider-taken"),
        other => other,
    }
}

pub fn create(work: &Work, _school: Allowed<Whole>, details: Details) -> Result<()> {
    let id = ProviderId(work.uuid());
    let row = Model {
        id,
        name: details.name,
        issuer: details.issuer,
        client_id: details.client_id,
        client_secret: SECRET.seal(work, id.0, &details.secret.unwrap_or_default())?,
        for_staff: details.for_staff,
        for_guardians: details.for_guardians,
        domain: details.domain,
        trusts_factor: details.trusts_factor,
        created_at: work.now,
    };
    Entity::insert(row.into_active_model()).exec_without_returning(work.db()).map_err(taken)?;
    Ok(())
}

/// Changes a provider. Another issuer is another provider: links with the former one's people end.
pub fn change(work: &Work, provider: Allowed<ProviderId>, details: Details) -> Result<()> {
    let before = find(work, provider)?;
    if before.issuer != details.issuer {
        crate::identity::remove_of(work, before.id)?;
    }
    let mut row = ActiveModel {
        id: Set(before.id),
        name: Set(details.name),
        issuer: Set(details.issuer),
        client_id: Set(details.client_id),
        for_staff: Set(details.for_staff),
        for_guardians: Set(details.for_guardians),
        domain: Set(details.domain),
        trusts_factor: Set(details.trusts_factor),
        ..Default::default()
    };
    if let Some(secret) = details.secret {
        row.client_secret = Set(SECRET.seal(work, before.id.0, &secret)?);
    }
    Entity::update(row).exec(work.db()).map_err(taken)?;
    Ok(())
}

/// Takes a provider away, with everybody's link to it.
pub fn remove(work: &Work, provider: Allowed<ProviderId>) -> Result<()> {
    Entity::delete_by_id(provider.id()).exec(work.db())?;
    Ok(())
}

pub fn find(read: &Read, provider: Allowed<ProviderId>) -> Result<Model> {
    Entity::find_by_id(provider.id()).one(read.db())?.found()
}

/// The provider that a button on the door names.
pub fn at_door(read: &Read, provider: ProviderId) -> Result<Model> {
    Entity::find_by_id(provider).one(read.db())?.found()
}

pub fn list(read: &Read) -> Result<Vec<Model>> {
    Ok(Entity::find().order_by_asc(Column::Name).all(read.db())?)
}

/// The buttons on the school's door.
pub(crate) fn ways(read: &Read) -> Result<Vec<Way>> {
    Ok(list(read)?.into_iter().map(|row| Way { href: format!("/oidc/{}", row.id), name: row.name }).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_issuer_is_reached_over_tls_and_on_this_machine_only_where_things_are_tried_out() {
        for (issuer, may_plain, expected) in [
            ("https://accounts.google.com", false, true),
            ("http://127.0.0.1:4000", true, true),
            ("http://127.0.0.1:4000", false, false),
            ("http://accounts.example.org", true, false),
            ("https://user:secret@example.org", false, false),
            ("https://example.org/?a=b", false, false),
            ("file:///etc/passwd", true, false),
            ("example.org", true, false),
        ] {
            assert_eq!(check_issuer(issuer, may_plain).is_ok(), expected, "{issuer}");
        }
    }

    #[test]
    fn microsoft_is_a_tenant_of_its_own() {
        let tenant = "9188040d-6c67-4c5b-b112-36a304b66dad";
        assert_eq!(microsoft(tenant), Ok(format!("https://login.microsoftonline.com/{tenant}/v2.0")));
        assert!(microsoft("common").is_err());
    }
}
