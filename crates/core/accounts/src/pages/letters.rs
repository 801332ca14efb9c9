//! Letters with a code for the families of a whole group, as one file: a first day needs hundreds.

use std::collections::HashMap;

use askama::Template;
use axum::extract::Path;
use kernel::{Language, PostalAddress};
use people::guardian::Named;
use people::{GuardianId, address, institution};
use school::{GroupId, group};
use site::{Cx, Form, Result, Say};
use store::{Allowed, Read, Work};

use super::letter::{self, Letter, is_writable};
use crate::acts::{INVITE_GUARDIAN, SEE_UNINVITED};
use crate::invitation::{self, STANDS};
use crate::uninvited;

#[derive(Template)]
#[template(path = "letters.html")]
struct LettersView<'a> {
    say: &'a Say,
    base: String,
    group: GroupId,
    name: String,
    count: String,
    is_empty: bool,
    /// How many have no address on record; none where everybody has one.
    without: Option<String>,
    /// Whose letters have to be printed one by one.
    apart: Vec<(GuardianId, String)>,
    spoken: Language,
}

/// Who would get a letter now.
struct Found {
    group: group::Model,
    guardians: Vec<(Named, Option<PostalAddress>)>,
}

impl Found {
    /// Those whom the PDF's fonts can address, and the others.
    fn split(self) -> (Vec<(Named, Option<PostalAddress>)>, Vec<Named>) {
        let is_ready =
            |(one, address): &(Named, Option<PostalAddress>)| is_writable(&one.name().full(), address.as_ref());
        let (ready, apart): (Vec<_>, Vec<_>) = self.guardians.into_iter().partition(is_ready);
        (ready, apart.into_iter().map(|(one, _)| one).collect())
    }
}

fn find(read: &Read, group: Allowed<GroupId>) -> kernel::Result<Found> {
    let guardians = with_addresses(read, uninvited::guardians(read, group)?)?;
    Ok(Found { group: group::find(read, group)?, guardians })
}

fn with_addresses(read: &Read, guardians: Vec<Named>) -> kernel::Result<Vec<(Named, Option<PostalAddress>)>> {
    let ids: Vec<GuardianId> = guardians.iter().map(|one| one.id).collect();
    let mut addresses: HashMap<GuardianId, PostalAddress> = address::guardian::of(read, &ids)?.into_iter().collect();
    Ok(guardians.into_iter().map(|one| (addresses.remove(&one.id), one)).map(|(address, one)| (one, address)).collect())
}

pub async fn ask(cx: Cx, Path((_, group)): Path<(String, String)>) -> Result {
    let id: GroupId = group.parse()?;
    let found = cx.read(SEE_UNINVITED.on(id), find).await?;
    page(&cx, id, found)
}

/// Makes the letters: a fresh code for each guardian without an account, all in one unit of work. Codes of earlier letters
/// end, as with a single one.
pub async fn make(cx: Cx, Path((_, group)): Path<(String, String)>, form: Form) -> Result {
    let id: GroupId = group.parse()?;
    let say = cx.say.speaking(letter::language(&cx, &form)?);
    let (ready, _) = cx.read(SEE_UNINVITED.on(id), find).await?.split();
    if ready.is_empty() {
        return Ok(cx.go(&format!("/groups/{id}/letters")));
    }
    let ids = ready.into_iter().map(|(one, _)| one.id).collect();
    let (sender, letters) = cx.write_all(&INVITE_GUARDIAN, ids, write).await?;
    letter::pdf(&cx, &say, &sender, &letters, "letters.pdf").await
}

fn write(work: &Work, guardians: Vec<Allowed<GuardianId>>) -> kernel::Result<(institution::Model, Vec<Letter>)> {
    // Who has made an account in the meantime gets none.
    let guardians = with_addresses(work, uninvited::still(work, &guardians)?)?;
    let named: Vec<(GuardianId, String)> = guardians.iter().map(|(one, _)| (one.id, one.name().full())).collect();
    let secrets = invitation::create_for_guardians(work, &named, STANDS)?;
    let letters = guardians
        .into_iter()
        .zip(secrets)
        .map(|((one, address), secrets)| Letter { name: one.name().full(), address, code: secrets.code })
        .collect();
    Ok((institution::find(work)?, letters))
}

fn page(cx: &Cx, id: GroupId, found: Found) -> Result {
    let name = found.group.name.clone();
    let (ready, apart) = found.split();
    let without = ready.iter().filter(|(_, address)| address.is_none()).count();
    let view = LettersView {
        say: &cx.say,
        base: cx.href(""),
        group: id,
        name,
        count: cx.say.count("letters-count", ready.len()),
        is_empty: ready.is_empty(),
        without: (without > 0).then(|| cx.say.count("letters-without-address", without)),
        apart: apart.into_iter().map(|one| (one.id, one.name().full())).collect(),
        spoken: cx.school()?.language,
    };
    cx.page("letters-title", &view)
}
