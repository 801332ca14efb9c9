//! `homeroom demo`: a school with believable people, and a door that opens to any role with one click.
//! The door exists in demo mode only: its routes are not even built otherwise.

mod chance;
mod door;
mod land;
mod names_ar;
mod names_en;
mod names_et;
mod names_hi;
mod names_nl;
mod names_ru;
pub mod people;
mod school;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use kernel::{Error, Result};

use crate::commands::serve::{Mail, bind, serve};
use crate::commands::{open, print};

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
    #[arg(long, env = "HOMEROOM_DATA")]
    data: Option<PathBuf>,
    #[arg(long, env = "HOMEROOM_LISTEN", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    #[command(flatten)]
    mail: Mail,
    /// Print one JSON line when ready.
    #[arg(long)]
    json: bool,
}

pub async fn run(args: DemoArgs) -> Result<()> {
    let (listener, url) = bind(args.listen).await?;
    let temporary = if args.data.is_none() { Some(tempfile::tempdir().map_err(Error::internal)?) } else { None };
    let folder = match (&args.data, &temporary) {
        (Some(kept), _) => kept.clone(),
        (None, Some(folder)) => folder.path().to_owned(),
        (None, None) => return Err(Error::Internal("no folder for the demo".to_owned())),
    };
    let built = open(&folder, true, url)?;
    let bar = (!args.json).then(|| indicatif::ProgressBar::new_spinner().with_message("making a school"));
    if let Some(bar) = &bar {
        bar.enable_steady_tick(std::time::Duration::from_millis(100));
    }
    let house = built.house.clone();
    let made = tokio::task::spawn_blocking(move || make(&house, &args.edition, args.country.as_deref(), args.students))
        .await
        .map_err(Error::internal)??;
    if let Some(bar) = bar {
        bar.finish_and_clear();
    }
    let mailer = args.mail.mailer()?;
    if args.json {
        print(made.json(&built.house.url));
    } else {
        print(format_args!("{} is ready: {}/demo", made.name, built.house.url));
        for account in &made.accounts {
            print(format_args!(
                "  {:<14} {:<28} {}",
                account.role,
                account.name,
                made.enter(&built.house.url, account)
            ));
        }
    }
    serve(listener, built, mailer).await
}
