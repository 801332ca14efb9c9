//! `homeroom demo`: a school with believable people, and a door that opens to any role with one click.
//! The door exists in demo mode only: its routes are not even built otherwise.

mod chance;
mod conferences;
mod door;
mod land;
mod names_ar;
mod names_en;
mod names_et;
mod names_hi;
mod names_nl;
mod names_ru;
mod papers;
pub mod people;
mod school;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use installation::entry;
use kernel::Error;
use site::House;

use crate::commands::screen::{Screen as _, Terminal};
use crate::commands::serve::{Mail, Server, bind};
use crate::commands::{Output, open_demo};
use crate::editions;
use crate::failure::Failure;

pub use door::module;
pub use school::{DemoSchool, make};

#[derive(Args)]
pub struct DemoArgs {
    /// nursery, coding-school, conferences, school or academy.
    #[arg(default_value = "school")]
    edition: String,
    /// How many students to make.
    #[arg(long, default_value_t = 240)]
    students: usize,
    /// ISO 3166 code; the edition's own country if left out.
    #[arg(long)]
    country: Option<String>,
    /// Keep the data in this folder; otherwise they go when the demo stops.
    // Not from the environment or a settings file: those name the folder of a real installation.
    #[arg(long)]
    data: Option<PathBuf>,
    /// Speak in disguise: what is not translated or too narrow shows (for tests of the screens).
    #[arg(long, hide = true)]
    pseudo: bool,
    /// Address to listen on; port 0 takes a free one.
    #[arg(long, env = "HOMEROOM_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    #[command(flatten)]
    mail: Mail,
    #[command(flatten)]
    output: Output,
}

pub async fn run(args: DemoArgs) -> Result<(), Failure> {
    let known = editions::all()?;
    if !known.contains_key(&args.edition) {
        let known: Vec<&str> = known.keys().map(String::as_str).collect();
        return Err(Failure::usage(format!(
            "no edition is called {}: choose one of {}",
            args.edition,
            known.join(", ")
        )));
    }
    let mut screen = Terminal::new(args.output);
    let (listener, url) = bind(args.listen).await?;
    let temporary = if args.data.is_none() { Some(tempfile::tempdir().map_err(Error::internal)?) } else { None };
    let folder = match (&args.data, &temporary) {
        (Some(kept), _) => kept.clone(),
        (None, Some(folder)) => folder.path().to_owned(),
        (None, None) => return Err(Failure::fault("no folder for the demo")),
    };
    let senders = args.mail.senders()?;
    let built = open_demo(&folder, url, args.pseudo)?;
    only_demo_schools(&built.house)?;
    let server = Server::new(listener, built, senders, None);
    screen.progress("making a school", 0, 0);
    let house = server.built.house.clone();
    let made = tokio::task::spawn_blocking(move || make(&house, &args.edition, args.country.as_deref(), args.students))
        .await
        .map_err(Error::internal)??;
    let url = &server.built.house.url;
    if args.output.json {
        screen.print(&made.json(url));
    } else {
        screen.print(&format_args!("{} is ready: {url}/demo", made.name));
        for account in &made.accounts {
            screen.print(&format_args!("  {:<14} {:<28} {}", account.role, account.name, made.enter(url, account)));
        }
    }
    Ok(server.serve().await?)
}

/// The demo's door lets anybody in as anybody, so it does not open on schools of real people.
fn only_demo_schools(house: &House) -> Result<(), Failure> {
    let rows = entry::own_context(&house.schools)?
        .read(installation::acts::SEE_SCHOOLS.on(()), |read, _| entry::list(read))?;
    match rows.iter().find(|row| !row.slug.starts_with(school::SLUG)) {
        Some(row) => Err(Failure::refused(format!(
            "{} holds the school {}, which is not the demo's, and the demo would let anybody in. Name another folder \
             with --data, or use `homeroom serve`; nothing was changed.",
            house.schools.folder.root().display(),
            row.slug
        ))),
        None => Ok(()),
    }
}
