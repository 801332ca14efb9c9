//! `homeroom move-control`: the installation's own data to PostgreSQL, where several processes can share them, or back.

use clap::Args;
use store::Location;

use super::screen::{Screen as _, Terminal};
use super::{Data, Output, open};
use crate::failure::Failure;

#[derive(Args)]
pub struct MoveControlArgs {
    #[command(flatten)]
    data: Data,
    /// Where to: postgres://login@host/database, or sqlite: for the data folder.
    #[arg(long, value_name = "LOCATION")]
    to: String,
    #[command(flatten)]
    output: Output,
}

pub fn run(args: &MoveControlArgs) -> Result<(), Failure> {
    let to: Location = args.to.parse()?;
    let mut screen = Terminal::new(args.output);
    if to == Location::Folder && args.data.control()? == Location::Folder {
        return Err(Failure::usage("name with --control, or in the settings, where the data lie now"));
    }
    let house = open(&args.data, String::new())?.house;
    let moved = house.schools.move_control(&to)?;
    if args.output.json {
        screen.print(&serde_json::to_value(&moved).map_err(kernel::Error::internal)?);
        return Ok(());
    }
    let (tables, rows) = (moved.tables, moved.rows);
    let then = match to {
        Location::Folder => "Take `control` out of the settings before the next start.".to_owned(),
        Location::Postgres(_) => format!(
            "Before the next start say so in the settings: control = \"{}\" (with its password). What lay in the \
             folder is kept there as control.moved until you remove it.",
            moved.to
        ),
    };
    screen.print(&format_args!("Moved {tables} tables with {rows} rows from {} to {}. {then}", moved.from, moved.to));
    Ok(())
}
