//! `homeroom doctor`: looks the installation over and says the fix for each fault.

use clap::Args;
use installation::entry;
use kernel::{Error, Result};
use serde_json::json;

use super::serve::Mail;
use super::{Data, Output, open, print};

#[derive(Args)]
pub struct DoctorArgs {
    #[command(flatten)]
    data: Data,
    #[command(flatten)]
    mail: Mail,
    #[command(flatten)]
    output: Output,
}

struct Finding {
    what: String,
    good: bool,
    fix: &'static str,
}

pub fn run(args: &DoctorArgs) -> Result<()> {
    let mut findings = Vec::new();
    let mut find = |what: String, good: bool, fix: &'static str| findings.push(Finding { what, good, fix });
    match open(&args.data.data, false, String::new()) {
        Err(error) => find(error.to_string(), false, "see the sentence itself"),
        Ok(built) => {
            let schools = &built.house.schools;
            find(format!("the data folder {} opens", schools.folder.root().display()), true, "");
            let control = entry::own_context(schools)?;
            let rows = control.read(installation::acts::SEE_SCHOOLS.on(()), |read, _| entry::list(read))?;
            find(
                format!("{} schools are founded", rows.len()),
                !rows.is_empty(),
                "found one: homeroom serve, or homeroom school found",
            );
            for row in rows {
                let whole = schools.get(row.id).and_then(|database| database.verify_audit(None));
                match whole {
                    Ok(verdict) => find(
                        format!("{}: audit chain of {} entries", row.slug, verdict.entries),
                        verdict.fault.is_none(),
                        "restore the last backup and keep this file as evidence",
                    ),
                    Err(error) => find(format!("{}: {error}", row.slug), false, "see the sentence itself"),
                }
            }
        }
    }
    find(
        "mail can be sent".to_owned(),
        args.mail.mailer()?.is_some(),
        "name a mail server with --smtp or HOMEROOM_SMTP; until then mail waits in the outbox",
    );
    let healthy = findings.iter().all(|f| f.good);
    if args.output.json {
        let rows: Vec<_> = findings.iter().map(|f| json!({ "what": f.what, "good": f.good, "fix": f.fix })).collect();
        print(json!({ "healthy": healthy, "findings": rows }));
    } else {
        for f in &findings {
            print(format_args!("{} {}", if f.good { "ok  " } else { "FIX " }, f.what));
            if !f.good {
                print(format_args!("     {}", f.fix));
            }
        }
    }
    if healthy { Ok(()) } else { Err(Error::Internal("something needs fixing, see above".to_owned())) }
}
