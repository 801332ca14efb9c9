//! `homeroom access`: the role × act table, from the acts themselves.

use store::{ActInfo, Role};

use super::Output;
use super::screen::{Screen as _, Terminal};
use crate::modules;

pub fn run(output: Output) {
    let acts = all();
    let mut screen = Terminal::new(output);
    if output.json {
        screen.print(&serde_json::json!({ "acts": acts }));
    } else {
        screen.print(&table(&acts));
    }
}

/// Every act of every module, by name.
pub fn all() -> Vec<ActInfo> {
    let mut acts: Vec<ActInfo> = modules::all().into_iter().flat_map(|module| module.acts).collect();
    acts.sort_by_key(|act| act.name);
    acts
}

/// The table that a head teacher can read: an act, who may, on what.
pub fn table(acts: &[ActInfo]) -> String {
    let mut text = String::from("act: role (which records)\n");
    for act in acts {
        let trail = match act.trail {
            store::act::Trail::Strict => "audited first",
            store::act::Trail::Relaxed => "audited",
            store::act::Trail::Quiet => "not audited",
        };
        let purposes = act.purposes.iter().map(|purpose| purpose.word()).collect::<Vec<_>>().join(", ");
        let kinds = if act.kinds.is_empty() { "the school".to_owned() } else { act.kinds.join(" and ") };
        text.push_str(&format!("\n{}  [{}, {}, for {}]\n", act.name, kinds, trail, purposes));
        for role in Role::ALL {
            for (_, words) in act.who.iter().filter(|(who, _)| *who == role) {
                text.push_str(&format!("    {role}: {words}\n"));
            }
        }
    }
    text
}
