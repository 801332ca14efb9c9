//! Founding a school: its database and key, its institution, its first administrator's invitation.

use accounts::account::Standing;
use accounts::invitation::{self, STANDS, Secrets};
use kernel::text::fold;
use kernel::{EmailAddress, Error, Language, Problems, Result};
use people::institution;
use registry::Edition;
use site::SchoolEntry;
use store::{Actor, Context, Location, Role, Schools, sorting};

use crate::acts::FOUND_SCHOOL;
use crate::entry::{self, Model};

/// What founding needs to know.
#[derive(Clone, Debug)]
pub struct Plan {
    pub name: String,
    pub slug: String,
    pub edition: String,
    /// ISO 3166 alpha-2.
    pub country: String,
    pub language: Language,
    pub admin_name: String,
    pub admin_email: EmailAddress,
}

/// Countries offered, with the language their schools start in.
pub const COUNTRIES: [(&str, Language); 12] = [
    ("NL", Language::Nl),
    ("BE", Language::Nl),
    ("EE", Language::Et),
    ("IN", Language::Hi),
    ("AE", Language::Ar),
    ("EG", Language::Ar),
    ("SA", Language::Ar),
    ("GB", Language::En),
    ("DE", Language::En),
    ("FR", Language::En),
    ("US", Language::En),
    ("CA", Language::En),
];

/// What was typed, before it is a plan.
#[derive(Clone, Debug, Default)]
pub struct Draft<'a> {
    pub name: &'a str,
    pub slug: &'a str,
    pub edition: &'a str,
    pub country: &'a str,
    pub language: &'a str,
    pub admin_name: &'a str,
    pub admin_email: &'a str,
}

impl Plan {
    /// Checks a draft; an empty slug is made from the name.
    pub fn parse(draft: &Draft, editions: &std::collections::BTreeMap<String, Edition>) -> Result<Self, Problems> {
        let mut problems = Problems::default();
        let name = kernel::text::clean(draft.name);
        if name.is_empty() {
            problems.add("school_name", "school-name-missing");
        }
        let slug = if draft.slug.trim().is_empty() { slug(&name) } else { draft.slug.trim().to_owned() };
        if slug != self::slug(&slug) || slug.len() < 2 {
            problems.add("slug", "slug-wrong");
        }
        if !editions.contains_key(draft.edition) {
            problems.add("edition", "edition-unknown");
        }
        let home = COUNTRIES.iter().find(|(code, _)| *code == draft.country);
        if home.is_none() {
            problems.add("country", "country-unknown");
        }
        let language = Language::parse(draft.language).or(home.map(|(_, language)| *language)).unwrap_or(Language::En);
        let admin_name = kernel::text::clean(draft.admin_name);
        if admin_name.is_empty() {
            problems.add("admin_name", "admin-name-missing");
        }
        let email = problems.take("admin_email", EmailAddress::parse(draft.admin_email));
        match email {
            Some(admin_email) if problems.0.is_empty() => Ok(Self {
                name,
                slug,
                edition: draft.edition.to_owned(),
                country: draft.country.to_owned(),
                language,
                admin_name,
                admin_email,
            }),
            _ => Err(problems),
        }
    }
}

/// `Basisschool De Kastanje` becomes `basisschool-de-kastanje`; at most 40 characters.
pub fn slug(name: &str) -> String {
    let words = fold(name);
    let plain: String =
        words.chars().map(|c| if c.is_ascii_lowercase() || c.is_ascii_digit() { c } else { '-' }).collect();
    let joined = plain.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    joined.chars().take(40).collect::<String>().trim_end_matches('-').to_owned()
}

/// A school that has just been founded, with its administrator's one-time link.
pub struct Founded {
    pub school: SchoolEntry,
    pub invitation: Secrets,
}

/// Makes the school where new schools are put. If anything fails, nothing of it stays.
pub fn found(schools: &Schools, founder: &Actor, plan: &Plan) -> Result<Founded> {
    found_at(schools, founder, plan, schools.home.get().unwrap_or(&Location::Folder))
}

/// The same at a place that is named.
pub fn found_at(schools: &Schools, founder: &Actor, plan: &Plan, location: &Location) -> Result<Founded> {
    let control = Context { actor: founder.clone(), ..entry::own_context(schools)? };
    // Most often told before anything is made; who comes at the same moment is told by the register itself.
    if entry::find(schools, &plan.slug)?.is_some() {
        return Err(Error::invalid("slug", "slug-taken"));
    }
    let database = schools.create_at(location)?;
    let id = database.id;
    let row = Model {
        id,
        slug: plan.slug.clone(),
        name: plan.name.clone(),
        edition: plan.edition.clone(),
        country: plan.country.clone(),
        language: plan.language.code().to_owned(),
        founded_at: schools.clock.now(),
    };
    let context = Context { database, ..control.clone() };
    let founded = context
        .write(accounts::acts::FOUND.on(()), |work, school| {
            sorting::choose(work, plan.language, false)?;
            institution::create(work, school, &plan.name, &plan.country, plan.admin_email.as_str())?;
            let standing = Standing { roles: vec![Role::Administrator], ..Standing::default() };
            invitation::create(work, &plan.admin_name, plan.admin_email.as_str(), &standing, STANDS)
        })
        .and_then(|invitation| {
            context.read_switches()?;
            let school = row.entry();
            control.write(FOUND_SCHOOL.on(()), |work, _| entry::create(work, row))?;
            Ok(Founded { school, invitation })
        });
    drop(context);
    if founded.is_err() {
        schools.discard(id)?;
    }
    founded
}

/// The one-time link that makes the first operator, if there is no operator yet (30 minutes).
pub fn first_operator(schools: &Schools) -> Result<Option<String>> {
    use sea_orm::{EntityTrait as _, PaginatorTrait as _};
    let context = entry::own_context(schools)?;
    let any = context.read(crate::acts::SEE_SCHOOLS.on(()), |read, _| {
        accounts::account::Entity::find().count(read.db()).map_err(Error::from)
    })?;
    if any > 0 {
        return Ok(None);
    }
    let secrets = context.write(crate::acts::INVITE_OPERATOR.on(()), |work, _| {
        let standing = Standing { roles: vec![Role::Operator], ..Standing::default() };
        invitation::create(work, "Operator", "", &standing, invitation::FIRST_LINK)
    })?;
    Ok(Some(secrets.token))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_becomes_an_address() {
        assert_eq!(slug("Basisschool De Kastanje"), "basisschool-de-kastanje");
        assert_eq!(slug("Tartu Õunapuu  Kool!"), "tartu-ounapuu-kool");
        assert_eq!(slug("مدرسة"), "");
    }
}
