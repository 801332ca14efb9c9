//! `homeroom school`: found, list and show from the shell.

use clap::{Args, Subcommand};
use installation::entry;
use installation::found::{self, Draft, Plan};
use kernel::{Error, Result};
use site::{House, SchoolEntry};
use store::{Actor, Context};

use super::{Data, Output, open, print};

#[derive(Subcommand)]
pub enum SchoolCommand {
    /// Makes a school and prints its first administrator's one-time link.
    #[command(
        after_help = "Example:\n  homeroom school found \"De Kastanje\" --edition school --country NL --admin-name \"Anna Visser\" --admin-email anna@example.org"
    )]
    Found(FoundArgs),
    /// Lists the schools that live here.
    List(ListArgs),
    /// Shows one school: where it lives, its audit head.
    Show(ShowArgs),
}

#[derive(Args)]
pub struct FoundArgs {
    /// The school's name.
    name: String,
    #[command(flatten)]
    data: Data,
    /// Short name for the address; made from the name if left out.
    #[arg(long, default_value = "")]
    slug: String,
    #[arg(long, default_value = "school")]
    edition: String,
    /// ISO 3166 code, such as NL.
    #[arg(long)]
    country: String,
    /// en, nl, et, ar or hi; the country's own if left out.
    #[arg(long, default_value = "")]
    language: String,
    #[arg(long)]
    admin_name: String,
    #[arg(long)]
    admin_email: String,
    /// Where people reach this installation, for the link.
    #[arg(long, env = "HOMEROOM_URL", default_value = "http://localhost:8080")]
    url: String,
    #[command(flatten)]
    output: Output,
}

#[derive(Args)]
pub struct ListArgs {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

#[derive(Args)]
pub struct ShowArgs {
    slug: String,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

pub fn run(command: SchoolCommand) -> Result<()> {
    match command {
        SchoolCommand::Found(args) => found(&args),
        SchoolCommand::List(args) => list(&args),
        SchoolCommand::Show(args) => show(&args),
    }
}

fn found(args: &FoundArgs) -> Result<()> {
    let house = open(&args.data.data, false, args.url.clone())?.house;
    let draft = Draft {
        name: &args.name,
        slug: &args.slug,
        edition: &args.edition,
        country: &args.country,
        language: &args.language,
        admin_name: &args.admin_name,
        admin_email: &args.admin_email,
    };
    let plan = Plan::parse(&draft, &house.editions).map_err(Error::Invalid)?;
    let founded = found::found(&house.schools, &Actor::Shell, &plan)?;
    let link = format!("{}/s/{}/invite/{}", house.url, founded.school.slug, founded.invitation.token);
    if args.output.json {
        print(
            serde_json::json!({ "slug": founded.school.slug, "name": founded.school.name, "first_administrator": link }),
        );
    } else {
        print(format_args!(
            "{} stands. Its first administrator opens, within two weeks:\n\n  {link}\n",
            founded.school.name
        ));
    }
    Ok(())
}

fn list(args: &ListArgs) -> Result<()> {
    let house = open(&args.data.data, false, String::new())?.house;
    let rows = entry::own_context(&house.schools)?
        .read(installation::acts::SEE_SCHOOLS.on(()), |read, _| entry::list(read))?;
    if args.output.json {
        let rows: Vec<_> = rows
            .iter()
            .map(|r| serde_json::json!({ "slug": r.slug, "name": r.name, "edition": r.edition, "country": r.country }))
            .collect();
        print(serde_json::json!({ "schools": rows }));
    } else {
        for r in rows {
            print(format_args!("{:<24} {:<14} {} {}", r.slug, r.edition, r.country, r.name));
        }
    }
    Ok(())
}

fn show(args: &ShowArgs) -> Result<()> {
    let house = open(&args.data.data, false, String::new())?.house;
    let (school, context) = enter(&house, &args.slug)?;
    let head = context.database.audit_head()?.map(|head| head.to_string());
    let file = house.schools.file(school.id);
    if args.output.json {
        print(serde_json::json!({
            "slug": school.slug, "name": school.name, "edition": school.edition, "country": school.country,
            "file": file, "audit_head": head,
        }));
    } else {
        print(format_args!(
            "{} ({})\nedition  {}\ncountry  {}\nfile     {}",
            school.name,
            school.slug,
            school.edition,
            school.country,
            file.display()
        ));
        print(format_args!("head     {}", head.unwrap_or_else(|| "none yet".to_owned())));
    }
    Ok(())
}

/// A school by its slug, entered by the shell.
pub fn enter(house: &House, slug: &str) -> Result<(SchoolEntry, Context)> {
    let school = entry::find(&house.schools, slug)?
        .ok_or_else(|| Error::Internal(format!("no school here is called {slug}: see `homeroom school list`")))?;
    let context = Context { database: house.schools.get(school.id)?, ..entry::own_context(&house.schools)? };
    Ok((school, context))
}
