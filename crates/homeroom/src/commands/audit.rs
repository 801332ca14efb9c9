//! `homeroom audit`: checks a school's chain, also on a copy, also against a head that was kept.

use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::audit::Head;

use super::inside::Owner;
use super::screen::Screen;
use super::{Data, Output, school};
use crate::failure::Failure;

#[derive(Subcommand, Serialize, Deserialize)]
pub enum AuditCommand {
    /// Recomputes the whole chain. Exit code 1 if anything was changed, removed, moved or put in.
    #[command(
        after_help = "Examples:\n  homeroom audit verify kastanje\n  homeroom audit verify kastanje --head 1042:9f86d081…"
    )]
    Verify(VerifyArgs),
}

#[derive(Args, Serialize, Deserialize)]
pub struct VerifyArgs {
    /// The school's short name.
    school: String,
    /// A head kept earlier (`homeroom school show`): proves that nothing up to it was cut off.
    #[arg(long)]
    head: Option<String>,
    #[command(flatten)]
    #[serde(skip)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

impl AuditCommand {
    pub fn data(&self) -> &Data {
        let Self::Verify(args) = self;
        &args.data
    }

    pub fn output(&self) -> Output {
        let Self::Verify(args) = self;
        args.output
    }
}

pub fn run(command: &AuditCommand, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    let AuditCommand::Verify(args) = command;
    let kept = args.head.as_deref().map(str::parse::<Head>).transpose().map_err(|e| Failure::usage(e.to_string()))?;
    let (_, context) = school::enter(&owner.house, &args.school)?;
    let mut tell = |done: i64, of: i64| screen.progress("entries", done.unsigned_abs(), of.unsigned_abs());
    let verdict = context.database.verify_audit_telling(kept.as_ref(), &mut tell)?;
    if args.output.json {
        screen.print(&json!(verdict));
    } else {
        screen.print(&format_args!("{} entries", verdict.entries));
        if let Some(head) = &verdict.head {
            screen.print(&format_args!("head {head}"));
        }
    }
    match verdict.fault {
        Some(fault) => Err(Failure::found(format!("the audit chain is broken: {fault}"))),
        None => Ok(()),
    }
}
