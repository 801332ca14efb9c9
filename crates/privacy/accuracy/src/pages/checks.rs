//! Who has not confirmed their data this year, and when the school asks (C164).

use askama::Template;
use kernel::{Problems, text::ascii_digits};
use school::pages::form_page::sorted;
use site::{Cx, Field, Form, FormView, Result, Say};
use store::Read;

use crate::{acts, check, schedule};

#[derive(Template)]
#[template(path = "checks.html")]
struct ChecksView<'a> {
    say: &'a Say,
    base: String,
    asked: String,
    left: Vec<(String, String, String)>,
    form: FormView,
}

pub async fn list_checks(cx: Cx) -> Result {
    page(&cx, None, &Problems::default()).await
}

async fn page(cx: &Cx, typed: Option<Form>, problems: &Problems) -> Result {
    let look = |read: &Read, visible| Ok((check::unanswered(read, visible)?, schedule::find(read)?));
    let ((left, asked), plan) = cx.list(&acts::LIST_CHECKS, look).await?;
    let form = typed.unwrap_or_else(|| {
        Form::default()
            .set("check_month", plan.month.to_string())
            .set("check_day", plan.day.to_string())
            .set("check_weeks", plan.weeks.to_string())
    });
    let months = (1..=12).map(|n| (n.to_string(), cx.say.say(&format!("month-{n}")))).collect();
    let fields = vec![
        Field::choice("check_month", months).why("data_check", "asked_at"),
        Field::text("check_day").numeric().why("data_check", "asked_at"),
        Field::text("check_weeks").numeric().hint().why("data_check", "reminded_at"),
    ];
    let view = ChecksView {
        say: &cx.say,
        base: cx.href(""),
        asked: cx.say.count("checks-asked", asked),
        left: left
            .into_iter()
            .map(|(person, row)| {
                let asked = cx.say.date(row.asked_at.date());
                (format!("/guardians/{}", person.id), person.name().full(), asked)
            })
            .collect(),
        form: FormView::new(cx, "/checks", "form-save", &form, problems, fields),
    };
    if problems.0.is_empty() { cx.page("checks-title", &view) } else { cx.page_again("checks-title", &view) }
}

pub async fn plan_checks(cx: Cx, form: Form) -> Result {
    match sorted(plan(&cx, &form).await)? {
        Ok(()) => Ok(cx.done("/checks", "done-checks-planned")),
        Err(problems) => page(&cx, Some(form), &problems).await,
    }
}

async fn plan(cx: &Cx, form: &Form) -> Result<()> {
    let mut problems = Problems::default();
    let mut number = |field: &'static str, most: i64| {
        let typed = ascii_digits(form.get(field).trim()).parse::<i64>().ok().filter(|n| (1..=most).contains(n));
        if typed.is_none() {
            problems.add(field, kernel::Message::from("number-out-of-range").with("most", most));
        }
        typed.unwrap_or(1)
    };
    let (month, day, weeks) =
        (number("check_month", 12), number("check_day", 31), number("check_weeks", schedule::LONGEST));
    problems.check()?;
    cx.write(acts::PLAN_CHECKS.on(()), move |work, school| schedule::set(work, school, month, day, weeks)).await
}
