//! `homeroom school`: found, list and show from the shell.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use installation::entry;
use installation::found::{self, Draft, Plan};
use kernel::{Error, Language};
use people::demographics::Keeps;
use serde::{Deserialize, Serialize};
use serde_json::json;
use site::{House, Say, SchoolEntry};
use store::{Actor, Context, Location};

use super::inside::Owner;
use super::screen::Screen;
use super::{Data, Output};
use crate::failure::Failure;

#[derive(Subcommand, Serialize, Deserialize)]
pub enum SchoolCommand {
    /// Makes a school and prints its first administrator's one-time link.
    #[command(
        after_help = "Example:\n  homeroom school found \"De Kastanje\" --edition school --country NL --admin-name \"Anna Visser\" --admin-email anna@example.org"
    )]
    Found(FoundArgs),
    /// Lists the schools that live here.
    #[command(after_help = "Examples:\n  homeroom school list\n  homeroom school list --json --data /var/lib/homeroom")]
    List(ListArgs),
    /// Shows one school: where it lives, its audit head.
    #[command(
        after_help = "Example:\n  homeroom school show kastanje\n\nKeep the head it prints outside this machine: `homeroom audit verify kastanje --head …` then proves\nthat nothing written before was cut off."
    )]
    Show(ShowArgs),
    /// Moves a school to another place: into a PostgreSQL database, or back into the data folder.
    #[command(
        after_help = "Examples:\n  homeroom school move kastanje --to postgres://homeroom@db.example/homeroom\n  homeroom school move kastanje --to sqlite:\n  homeroom school move kastanje --confirm\n\nWhile it moves people can read; who writes is told to try again. What it leaves behind is kept until --confirm."
    )]
    Move(MoveArgs),
    /// Writes a school's people and groups into a OneRoster 1.2 archive.
    #[command(after_help = "Example:\n  homeroom school export kastanje --oneroster kastanje.zip")]
    Export(ExportArgs),
}

#[derive(Args, Serialize, Deserialize)]
pub struct FoundArgs {
    /// The school's name.
    name: String,
    #[command(flatten)]
    #[serde(skip)]
    data: Data,
    /// Short name for the address; made from the name if left out.
    #[arg(long, default_value = "")]
    slug: String,
    /// nursery, coding-school, conferences, school or academy.
    #[arg(long, default_value = "school")]
    edition: String,
    /// ISO 3166 code, such as NL.
    #[arg(long)]
    country: String,
    /// en, nl, et, ar or hi; the country's own if left out.
    #[arg(long, default_value = "")]
    language: String,
    /// The first administrator.
    #[arg(long)]
    admin_name: String,
    /// Where the first administrator reads mail.
    #[arg(long)]
    admin_email: String,
    /// Where people reach this installation, for the link.
    #[arg(long, env = "HOMEROOM_URL", default_value = "http://localhost:8080")]
    pub url: String,
    /// Where its rows are put: sqlite: for the data folder, or postgres://login@host/database. Else where the
    /// installation's own data lie.
    #[arg(long, env = "HOMEROOM_LOCATION")]
    location: Option<String>,
    #[command(flatten)]
    output: Output,
}

#[derive(Args, Serialize, Deserialize)]
pub struct MoveArgs {
    /// The school's short name.
    slug: String,
    #[command(flatten)]
    #[serde(skip)]
    data: Data,
    /// Where it goes: postgres://login@host/database, or sqlite: for the data folder.
    #[arg(long, env = "HOMEROOM_MOVE_TO", required_unless_present = "confirm")]
    to: Option<String>,
    /// All is well: what the last move left behind is removed.
    #[arg(long, conflicts_with = "to")]
    confirm: bool,
    /// With --confirm, the database that a school left when it came back.
    #[arg(long, requires = "confirm")]
    from: Option<String>,
    #[command(flatten)]
    output: Output,
}

#[derive(Args, Serialize, Deserialize)]
pub struct ListArgs {
    #[command(flatten)]
    #[serde(skip)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

#[derive(Args, Serialize, Deserialize)]
pub struct ShowArgs {
    /// The school's short name.
    slug: String,
    #[command(flatten)]
    #[serde(skip)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

#[derive(Args, Serialize, Deserialize)]
pub struct ExportArgs {
    /// The school's short name.
    slug: String,
    /// The archive to write, in the format OneRoster 1.2; a file that exists is left alone.
    #[arg(long, value_name = "FILE", required = true)]
    #[serde(skip)]
    oneroster: PathBuf,
    #[command(flatten)]
    #[serde(skip)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

impl SchoolCommand {
    /// Where a file goes that the command hands over.
    pub fn out(&self) -> Option<PathBuf> {
        match self {
            Self::Export(args) => Some(args.oneroster.clone()),
            Self::Found(_) | Self::List(_) | Self::Show(_) | Self::Move(_) => None,
        }
    }

    pub fn data(&self) -> &Data {
        match self {
            Self::Found(args) => &args.data,
            Self::List(args) => &args.data,
            Self::Show(args) => &args.data,
            Self::Move(args) => &args.data,
            Self::Export(args) => &args.data,
        }
    }

    pub fn output(&self) -> Output {
        match self {
            Self::Found(args) => args.output,
            Self::List(args) => args.output,
            Self::Show(args) => args.output,
            Self::Move(args) => args.output,
            Self::Export(args) => args.output,
        }
    }
}

pub fn run(command: &SchoolCommand, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    match command {
        SchoolCommand::Found(args) => found(args, &owner.house, screen),
        SchoolCommand::List(args) => list(args, &owner.house, screen),
        SchoolCommand::Show(args) => show(args, &owner.house, screen),
        SchoolCommand::Move(args) => moved(args, &owner.house, screen),
        SchoolCommand::Export(args) => export(args, &owner.house, screen),
    }
}

fn moved(args: &MoveArgs, house: &House, screen: &mut dyn Screen) -> Result<(), Failure> {
    let (school, _) = enter(house, &args.slug)?;
    let Some(to) = &args.to else {
        let from = args.from.as_deref().map(str::parse).transpose()?;
        house.schools.confirm_move(school.id, from.as_ref())?;
        screen.print(&format_args!("What {} left behind is gone.", school.slug));
        return Ok(());
    };
    let moved = house.schools.move_to(school.id, &to.parse()?)?;
    if args.output.json {
        screen.print(&json!({ "slug": school.slug, "moved": moved }));
    } else {
        screen.print(&format_args!(
            "{} lies at {} now: {} rows of {} tables arrived as they were sent.\nWhat it left at {} is kept. When all is well: homeroom school move {} --confirm",
            school.slug, moved.to, moved.rows, moved.tables, moved.from, school.slug
        ));
    }
    Ok(())
}

fn found(args: &FoundArgs, house: &House, screen: &mut dyn Screen) -> Result<(), Failure> {
    let draft = Draft {
        name: &args.name,
        slug: &args.slug,
        edition: &args.edition,
        country: &args.country,
        language: &args.language,
        admin_name: &args.admin_name,
        admin_email: &args.admin_email,
    };
    let say = Say::new(house.catalogue.clone(), Language::En);
    let founded = Plan::parse(&draft, &house.editions)
        .map_err(Error::Invalid)
        .and_then(|plan| {
            let named = args.location.as_deref().map(str::parse).transpose()?;
            let location = named.unwrap_or_else(|| house.schools.home().clone());
            found::found_at(&house.schools, &Actor::Shell, &plan, &location)
        })
        .map_err(|error| Failure::worded(&say, error))?;
    let link = format!("{}/s/{}/invite/{}", house.url, founded.school.slug, founded.invitation.token);
    if args.output.json {
        screen.print(&json!({
            "slug": founded.school.slug, "name": founded.school.name, "first_administrator": link,
        }));
    } else {
        screen.print(&format_args!(
            "{} stands. Its first administrator opens, within two weeks:\n\n  {link}\n",
            founded.school.name
        ));
    }
    Ok(())
}

fn list(args: &ListArgs, house: &House, screen: &mut dyn Screen) -> Result<(), Failure> {
    let rows = entry::own_context(&house.schools)?
        .read(installation::acts::SEE_SCHOOLS.on(()), |read, _| entry::list(read))?;
    if args.output.json {
        let rows: Vec<_> = rows
            .iter()
            .map(|r| json!({ "slug": r.slug, "name": r.name, "edition": r.edition, "country": r.country }))
            .collect();
        screen.print(&json!({ "schools": rows }));
    } else {
        for r in rows {
            screen.print(&format_args!("{:<24} {:<14} {} {}", r.slug, r.edition, r.country, r.name));
        }
    }
    Ok(())
}

fn show(args: &ShowArgs, house: &House, screen: &mut dyn Screen) -> Result<(), Failure> {
    let (school, context) = enter(house, &args.slug)?;
    let head = context.database.audit_head()?.map(|head| head.to_string());
    let location = house.schools.location(school.id)?;
    let lies = match location {
        Location::Folder => house.schools.file(school.id).display().to_string(),
        Location::Postgres(_) => location.shown(),
    };
    if args.output.json {
        screen.print(&json!({
            "slug": school.slug, "name": school.name, "edition": school.edition, "country": school.country,
            "file": lies, "audit_head": head,
        }));
    } else {
        screen.print(&format_args!(
            "{} ({})\nedition  {}\ncountry  {}\nfile     {}\nhead     {}",
            school.name,
            school.slug,
            school.edition,
            school.country,
            lies,
            head.as_deref().unwrap_or("none yet")
        ));
    }
    Ok(())
}

fn export(args: &ExportArgs, house: &House, screen: &mut dyn Screen) -> Result<(), Failure> {
    let (school, context) = enter(house, &args.slug)?;
    let keeps = Keeps::of(house.edition(&school.edition)?, context.database.is_on("demographics"));
    let archive = roster::export::one_roster(&context, keeps)?;
    screen.deliver(&archive)?;
    if args.output.json {
        screen.print(&json!({ "slug": school.slug, "format": "OneRoster 1.2", "bytes": archive.len() }));
    } else {
        screen.print(&format_args!(
            "{} as OneRoster 1.2, {} bytes. It holds what the school knows of its people: keep it as carefully.",
            school.name,
            archive.len()
        ));
    }
    Ok(())
}

/// A school by its slug, entered by the shell.
pub fn enter(house: &House, slug: &str) -> Result<(SchoolEntry, Context), Failure> {
    let school = entry::find(&house.schools, slug)?
        .ok_or_else(|| Failure::refused(format!("no school here is called {slug}: see `homeroom school list`")))?;
    let context = Context { database: house.schools.get(school.id)?, ..entry::own_context(&house.schools)? };
    Ok((school, context))
}
