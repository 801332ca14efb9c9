//! `homeroom audit`: checks a school's chain, also on a copy, also against a head that was kept.

use clap::{Args, Subcommand};
use serde::{Deserialize, Serialize};
use serde_json::json;
use store::audit::{Broken, Head, Verdict};
use store::heads::SignedHead;
use store::signing::public_key;

use super::inside::Owner;
use super::screen::Screen;
use super::{Data, Output, school};
use crate::failure::Failure;

#[derive(Subcommand, Serialize, Deserialize)]
pub enum AuditCommand {
    /// Recomputes the whole chain. Exit code 1 if anything was changed, removed, moved or put in.
    #[command(
        after_help = "Examples:\n  homeroom audit verify kastanje\n  homeroom audit verify kastanje --head homeroom-head-2026-11-22.txt\n  homeroom audit verify kastanje --head 1042:9f86d081…"
    )]
    Verify(VerifyArgs),
}

#[derive(Args, Serialize, Deserialize)]
pub struct VerifyArgs {
    /// The school's short name.
    school: String,
    /// A head kept earlier, as the file or the mail it came in, or PLACE:HASH: proves that nothing up to it was cut
    /// off. Of a signed one the signature is checked too.
    #[arg(long, value_name = "FILE", value_parser = kept)]
    head: Option<String>,
    /// The public key that the installation signed with, where the one in this data folder is another: 64
    /// hexadecimal digits.
    #[arg(long, value_name = "HEX")]
    key: Option<String>,
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

/// The text of a head. A file is read here, where its name means something.
fn kept(text: &str) -> Result<String, String> {
    if text.parse::<Head>().is_ok() {
        return Ok(text.to_owned());
    }
    std::fs::read_to_string(text).map_err(|e| format!("{text} is neither PLACE:HASH nor a file that can be read ({e})"))
}

pub fn run(command: &AuditCommand, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    let AuditCommand::Verify(args) = command;
    let (_, context) = school::enter(&owner.house, &args.school)?;
    let public = match &args.key {
        Some(text) => public_key(text)
            .ok_or_else(|| Failure::usage("--key is 64 hexadecimal digits, as a head shows them".to_owned()))?,
        None => owner.house.schools.signer()?.public(),
    };
    let (kept, is_signed) = match &args.head {
        None => (None, false),
        Some(text) => {
            if let Ok(head) = text.parse::<Head>() {
                (Some(head), false)
            } else {
                let signed: SignedHead = text.parse().map_err(|e: kernel::Error| Failure::usage(e.to_string()))?;
                let of = context.database.id;
                signed.check(of, &public).map_err(|why| Failure::found(format!("the head proves nothing: {why}")))?;
                (Some(signed.head), true)
            }
        }
    };
    let mut tell = |done: i64, of: i64| screen.progress("entries", done.unsigned_abs(), of.unsigned_abs());
    let verdict = context.database.verify_audit_telling(kept.as_ref(), public, &mut tell)?;
    if args.output.json {
        screen.print(&json!(verdict));
    } else {
        print(&verdict, is_signed, screen);
    }
    match verdict.fault {
        Some(Broken::Older(..)) => Err(Failure::found(verdict.fault.map(String::from).unwrap_or_default())),
        Some(fault) => Err(Failure::found(format!("the audit chain is broken: {fault}"))),
        None => Ok(()),
    }
}

fn print(verdict: &Verdict, is_signed: bool, screen: &mut dyn Screen) {
    screen.print(&format_args!("{} entries", verdict.entries));
    if verdict.removed > 0 {
        screen.print(&format_args!("{} of them removed by age, with a signed anchor in their place", verdict.removed));
    }
    if is_signed && verdict.fault.is_none() {
        screen.print(&"the kept head is in this chain, and this installation signed it");
    }
    if let Some(head) = &verdict.head {
        screen.print(&format_args!("head {head}"));
    }
}
