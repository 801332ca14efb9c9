//! `homeroom doctor`: looks the installation over and says the fix for each fault.

use std::path::Path;
use std::sync::Arc;

use clap::Args;
use installation::entry;
use kernel::{Error, Language, Result};
use serde::{Deserialize, Serialize};
use serde_json::json;
use site::{House, Say};

use super::inside::{Owner, Sends};
use super::screen::Screen;
use super::serve::Mail;
use super::{Data, Output};
use crate::failure::Failure;

#[derive(Args, Serialize, Deserialize)]
pub struct DoctorArgs {
    #[command(flatten)]
    #[serde(skip)]
    pub data: Data,
    #[command(flatten)]
    #[serde(skip)]
    mail: Mail,
    #[command(flatten)]
    pub output: Output,
}

struct Finding {
    what: String,
    good: bool,
    fix: String,
}

fn good(what: String) -> Finding {
    Finding { what, good: true, fix: String::new() }
}

fn wrong(what: String) -> Finding {
    Finding { what, good: false, fix: "see the sentence itself".to_owned() }
}

pub fn run(args: &DoctorArgs, owner: &Owner, screen: &mut dyn Screen) -> Result<(), Failure> {
    let mut findings = settings(owner.config.as_deref(), owner.server_sends.is_some());
    findings.push(good(format!("the data folder {} opens", owner.house.schools.folder.root().display())));
    if owner.server_sends.is_some() {
        findings.push(good("a server is at work in it, and answered this".to_owned()));
    }
    findings.extend(server(&owner.house));
    findings.extend(schools(&owner.house, screen)?);
    findings.extend(ways_out(owner.server_sends.map_or_else(|| sends(args), Ok)));
    tell(findings, args.output, screen)
}

/// What the server at work says of its certificate, its disk, its age and its backups.
fn server(house: &House) -> Vec<Finding> {
    const ASKED: [&str; 9] = [
        "status-certificate",
        "status-no-certificate",
        "status-disk",
        "status-version",
        "status-backup",
        "status-backup-never",
        "status-kit",
        "status-kit-late",
        "status-no-kit",
    ];
    let say = Say::new(Arc::clone(&house.catalogue), Language::En);
    let found = house.status.get().map(|look| look(house)).unwrap_or_default();
    let asked = found.into_iter().filter(|finding| ASKED.contains(&finding.what));
    let plain = |words: String| words.replace(['\u{2068}', '\u{2069}'], "");
    asked
        .map(|finding| Finding {
            good: finding.fix.is_none(),
            what: plain(finding.what(&say)),
            fix: plain(finding.fix(&say).unwrap_or_default()),
        })
        .collect()
}

/// What there is to say when the folder does not open.
pub fn unopened(args: &DoctorArgs, failure: Failure, screen: &mut dyn Screen) -> Result<(), Failure> {
    let mut findings = settings(args.data.config.as_deref(), false);
    findings.push(wrong(failure.error));
    findings.extend(ways_out(sends(args)));
    tell(findings, args.output, screen)
}

fn settings(file: Option<&Path>, of_server: bool) -> Vec<Finding> {
    let Some(file) = file else {
        return vec![good("no settings file: flags, environment and defaults".to_owned())];
    };
    let whose = if of_server { "the server's settings" } else { "settings" };
    let mut findings = vec![good(format!("{whose} are read from {}", file.display()))];
    if is_open_secret(file) {
        findings.push(Finding {
            what: format!(
                "{} names a mail server or SMS gateway, and every account of this machine can read it",
                file.display()
            ),
            good: false,
            fix: "take the others' right to read it: chmod 600, as its owner".to_owned(),
        });
    }
    findings
}

/// A settings file that names a mail server or an SMS gateway may hold its password.
#[cfg(unix)]
fn is_open_secret(file: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    let open = std::fs::metadata(file).is_ok_and(|meta| meta.permissions().mode() & 0o004 != 0);
    open && std::fs::read_to_string(file).is_ok_and(|text| {
        text.lines().any(|line| ["smtp", "sms", "[sms"].iter().any(|word| line.trim().starts_with(word)))
    })
}

#[cfg(not(unix))]
fn is_open_secret(_: &Path) -> bool {
    false
}

fn schools(house: &House, screen: &mut dyn Screen) -> Result<Vec<Finding>> {
    let control = entry::own_context(&house.schools)?;
    let rows = control.read(installation::acts::SEE_SCHOOLS.on(()), |read, _| entry::list(read))?;
    let mut findings = vec![Finding {
        what: format!("schools founded: {}", rows.len()),
        good: !rows.is_empty(),
        fix: "found one: homeroom serve, or homeroom school found".to_owned(),
    }];
    for (n, row) in rows.iter().enumerate() {
        screen.progress("reading the audit chains", n as u64, rows.len() as u64);
        findings.push(match house.schools.visit(row.id).and_then(|database| database.verify_audit(None)) {
            Ok(verdict) => Finding {
                what: format!("{}: audit chain of {} entries", row.slug, verdict.entries),
                good: verdict.fault.is_none(),
                fix: "restore the last backup and keep this file as evidence".to_owned(),
            },
            Err(error) => wrong(format!("{}: {error}", row.slug)),
        });
    }
    Ok(findings)
}

fn sends(args: &DoctorArgs) -> Result<Sends, Failure> {
    // The mail client's pool wants a runtime around it, even to be dropped.
    let runtime = tokio::runtime::Builder::new_current_thread().build().map_err(Error::internal)?;
    let _inside = runtime.enter();
    args.mail.senders().map(|senders| Sends::of(&senders))
}

/// Mail is needed; text messages only where people sign in with codes by phone.
fn ways_out(sends: Result<Sends, Failure>) -> Vec<Finding> {
    let sends = match sends {
        Ok(sends) => sends,
        Err(failure) => return vec![wrong(failure.error)],
    };
    let mail = if sends.mail {
        good("mail can be sent".to_owned())
    } else {
        Finding {
            what: "no mail is sent".to_owned(),
            good: false,
            fix: "name a mail server with --smtp or HOMEROOM_SMTP; until then mail waits in the outbox".to_owned(),
        }
    };
    let sms = if sends.sms {
        good("text messages can be sent".to_owned())
    } else {
        good("no text messages are sent, so nobody gets sign-in codes by phone (see sms.url)".to_owned())
    };
    vec![mail, sms]
}

fn tell(findings: Vec<Finding>, output: Output, screen: &mut dyn Screen) -> Result<(), Failure> {
    let healthy = findings.iter().all(|finding| finding.good);
    if output.json {
        let rows: Vec<_> = findings
            .iter()
            .map(|f| json!({ "what": f.what, "good": f.good, "fix": if f.good { "" } else { f.fix.as_str() } }))
            .collect();
        screen.print(&json!({ "healthy": healthy, "findings": rows }));
    } else {
        for f in &findings {
            screen.print(&format_args!("{} {}", if f.good { "ok  " } else { "FIX " }, f.what));
            if !f.good {
                screen.print(&format_args!("     {}", f.fix));
            }
        }
    }
    if healthy { Ok(()) } else { Err(Failure::found("something needs fixing, see above")) }
}
