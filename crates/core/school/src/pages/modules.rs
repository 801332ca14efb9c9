//! The parts of Homeroom that a school may do without: what each holds, and its switch (C097).

use askama::Template;
use kernel::Error;
use registry::{Category, Data, Declaration};
use site::{Cx, Form, Result, Say};
use store::Work;

use crate::acts;

#[derive(Template)]
#[template(path = "modules.html")]
struct ModulesView<'a> {
    say: &'a Say,
    base: String,
    may_switch: bool,
    modules: Vec<Line>,
}

struct Line {
    name: &'static str,
    title: String,
    text: String,
    holds: String,
    is_on: bool,
}

pub async fn list_modules(cx: Cx) -> Result {
    cx.read(acts::SEE_MODULES.on(()), |_, _| Ok(())).await?;
    let listed = &cx.edition()?.modules.on;
    let offered = cx.house.optional.iter().filter(|(name, _)| listed.iter().any(|on| on == *name));
    let view = ModulesView {
        say: &cx.say,
        base: cx.href(""),
        may_switch: cx.actor().is(store::Role::Administrator),
        modules: offered.map(|(name, declarations)| line(&cx, name, declarations)).collect(),
    };
    cx.page("modules-title", &view)
}

fn line(cx: &Cx, name: &'static str, declarations: &[Declaration]) -> Line {
    let mut categories: Vec<Category> = Vec::new();
    for column in declarations.iter().flat_map(|declaration| declaration.columns) {
        if let Data::Personal(personal) = column.data
            && !categories.contains(&personal.category)
        {
            categories.push(personal.category);
        }
    }
    let words = categories.iter().map(|category| cx.say.say(&format!("category-{}", category.word())));
    Line {
        name,
        title: cx.say.say(&format!("module-{name}")),
        text: cx.say.say(&format!("module-{name}-text")),
        holds: cx.say.list(words),
        is_on: cx.uses(name),
    }
}

/// Switches one module; what it stored stays until its retention ends.
pub async fn switch_module(cx: Cx, form: Form) -> Result {
    let chosen = chosen(&cx, &form);
    let on = form.get("switch") == "on";
    cx.write(acts::SWITCH_MODULE.on(()), move |work: &Work, _| store::switch::set(work, chosen?, on)).await?;
    let context = cx.context();
    cx.off_thread(move || context.read_switches()).await?;
    Ok(cx.done("/modules", if on { "done-module-on" } else { "done-module-off" }))
}

/// A module that the school's edition offers, with a state that is one.
fn chosen(cx: &Cx, form: &Form) -> kernel::Result<&'static str> {
    if !matches!(form.get("switch"), "on" | "off") {
        return Err(Error::invalid("switch", "modules-state"));
    }
    let listed = |name: &str| cx.edition().is_ok_and(|edition| edition.modules.on.iter().any(|on| on == name));
    let known = cx.house.optional.keys().copied().find(|name| *name == form.get("module") && listed(name));
    known.ok_or_else(|| Error::invalid("module", "modules-unknown"))
}
