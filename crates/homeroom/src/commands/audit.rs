//! `homeroom audit`: checks a school's chain, also on a copy, also against a head that was kept.

use clap::{Args, Subcommand};
use kernel::{Error, Result};
use store::audit::Head;

use super::{Data, Output, open, print, school};

#[derive(Subcommand)]
pub enum AuditCommand {
    /// Recomputes the whole chain. Exit code 1 if anything was changed, removed, moved or put in.
    #[command(
        after_help = "Examples:\n  homeroom audit verify kastanje\n  homeroom audit verify kastanje --head 1042:9f86d081…"
    )]
    Verify(VerifyArgs),
}

#[derive(Args)]
pub struct VerifyArgs {
    /// The school's short name.
    school: String,
    /// A head kept earlier (`homeroom school show`): proves that nothing up to it was cut off.
    #[arg(long)]
    head: Option<String>,
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    output: Output,
}

pub fn run(command: AuditCommand) -> Result<()> {
    let AuditCommand::Verify(args) = command;
    let kept = args.head.as_deref().map(str::parse::<Head>).transpose()?;
    let house = open(&args.data.data, false, String::new())?.house;
    let (_, context) = school::enter(&house, &args.school)?;
    let verdict = context.database.verify_audit(kept.as_ref())?;
    if args.output.json {
        print(serde_json::json!(verdict));
    } else {
        print(format_args!("{} entries", verdict.entries));
        if let Some(head) = &verdict.head {
            print(format_args!("head {head}"));
        }
    }
    match verdict.fault {
        Some(fault) => Err(Error::Internal(format!("the audit chain is broken: {fault}"))),
        None => Ok(()),
    }
}
