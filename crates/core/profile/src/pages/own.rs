//! One's own profile: how to be called, a few words, how to be reached, and who sees each part (C178).

use askama::Template;
use kernel::{Found as _, Problems};
use school::profile::{self, AUDIENCES, BIO, BIO_LIMIT, Model, NAME, NAME_LIMIT, NOBODY, PICTURE, REACH, STAFF};
use site::{Cx, Field, Form, FormView, Result, Say};
use store::Read;
use uuid::Uuid;

use crate::acts::{CHANGE_OWN, SEE_OWN};

#[derive(Template)]
#[template(path = "profile.html")]
pub(super) struct ProfileView<'a> {
    say: &'a Say,
    picture: Option<String>,
    initials: String,
    form: Option<FormView>,
    upload: Option<FormView>,
    remove: String,
}

/// The person that the profile belongs to; a desk without one has none.
pub(super) fn person(cx: &Cx) -> Option<Uuid> {
    let person = cx.actor().person()?;
    person.staff.or(person.guardian).or(person.student)
}

/// How somebody may be reached, in the order of the form.
const WAYS: &[&str] = &["mail", "phone", "letter"];

pub(super) async fn page(cx: &Cx, typed: Option<Form>, problems: &Problems) -> Result {
    let parts = match person(cx) {
        Some(id) => cx.read(SEE_OWN.on(()), move |read: &Read, _| profile::parts(read, id)).await?,
        None => cx.read(SEE_OWN.on(()), |_, _| Ok(Vec::new())).await?,
    };
    let picture = parts.iter().find(|part| part.part == PICTURE);
    let form = typed.unwrap_or_else(|| filled(&parts));
    let is_somebody = person(cx).is_some();
    let view = ProfileView {
        say: &cx.say,
        picture: picture.map(|part| cx.href(&format!("/profiles/{}", part.id))),
        initials: initials(cx.name.as_deref().unwrap_or_default()),
        form: is_somebody.then(|| FormView::new(cx, "/profile", "form-save", &form, problems, fields(cx))),
        upload: is_somebody.then(|| {
            let fields = vec![
                Field::file("picture", media::PICTURES).why("profile_picture", "bytes").hint(),
                Field::choice("picture_audience", audiences(cx)).why("profile_part", "audience"),
            ];
            FormView::new(cx, "/profile/picture", "profile-upload", &form, problems, fields)
        }),
        remove: cx.href("/profile/picture/remove"),
    };
    if problems.0.is_empty() { cx.page("profile-title", &view) } else { cx.page_again("profile-title", &view) }
}

/// The first letters of the first and the last word.
fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let ends = [words.first(), words.last().filter(|_| words.len() > 1)];
    ends.into_iter().flatten().filter_map(|word| word.chars().next()).collect()
}

fn filled(parts: &[Model]) -> Form {
    let part = |word: &str| parts.iter().find(|part| part.part == word);
    let text = |word: &str| part(word).map(|part| part.text.clone()).unwrap_or_default();
    let audience = |word: &str| part(word).map_or(NOBODY, |part| part.audience.as_str()).to_owned();
    Form::default()
        .set("preferred_name", text(NAME))
        .set("name_audience", audience(NAME))
        .set("bio", text(BIO))
        .set("bio_audience", audience(BIO))
        .set("reach", text(REACH))
        .set("picture_audience", audience(PICTURE))
}

fn audiences(cx: &Cx) -> Vec<(String, String)> {
    AUDIENCES.iter().map(|word| ((*word).to_owned(), cx.say.say(&format!("profile-to-{word}")))).collect()
}

fn fields(cx: &Cx) -> Vec<Field> {
    let mut ways = vec![(String::new(), cx.say.say("profile-reach-any"))];
    ways.extend(WAYS.iter().map(|word| ((*word).to_owned(), cx.say.say(&format!("profile-reach-{word}")))));
    vec![
        Field::text("preferred_name").autocomplete("nickname").why("profile_part", "text").hint(),
        Field::choice("name_audience", audiences(cx)).why("profile_part", "audience"),
        Field::kind("bio", "textarea").why("profile_part", "text").hint(),
        Field::choice("bio_audience", audiences(cx)).why("profile_part", "audience"),
        Field::choice("reach", ways).why("profile_part", "text").hint(),
    ]
}

pub async fn show(cx: Cx) -> Result {
    page(&cx, None, &Problems::default()).await
}

/// The audience that was chosen; what is none of the words is nobody.
pub(super) fn audience(form: &Form, field: &str) -> &'static str {
    AUDIENCES.iter().copied().find(|word| *word == form.get(field)).unwrap_or(NOBODY)
}

pub async fn change(cx: Cx, form: Form) -> Result {
    let person = person(&cx).found()?;
    let mut problems = Problems::default();
    let name = problems.take("preferred_name", profile::plain(form.get("preferred_name"), NAME_LIMIT));
    let bio = problems.take("bio", profile::plain(form.get("bio"), BIO_LIMIT));
    let reach = WAYS.iter().copied().find(|word| *word == form.get("reach")).unwrap_or_default();
    let (Some(name), Some(bio)) = (name, bio) else { return page(&cx, Some(form), &problems).await };
    let kept = [
        (NAME, name, audience(&form, "name_audience")),
        (BIO, bio, audience(&form, "bio_audience")),
        (REACH, reach.to_owned(), STAFF),
    ];
    cx.write(CHANGE_OWN.on(()), move |work, _| {
        kept.iter().try_for_each(|(part, text, audience)| {
            if text.is_empty() {
                profile::remove(work, person, part)
            } else {
                profile::keep(work, person, part, text, audience).map(|_| ())
            }
        })
    })
    .await?;
    Ok(cx.done("/profile", "done-profile"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn initials_are_of_the_first_and_the_last_word() {
        assert_eq!(super::initials("Daan van der Berg"), "DB");
        assert_eq!(super::initials("Sukarno"), "S");
    }
}
