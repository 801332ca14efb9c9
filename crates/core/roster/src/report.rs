//! What an import did or would do, for people and for machines.

use kernel::Message;
use serde::Serialize;

use crate::fault;
use crate::plan::{Plan, Reach, Tally};
use crate::rows::{DropReason, DroppedColumn, Problem, Roster};

/// The report of `homeroom import --json` and of the preview page.
#[derive(Clone, Debug)]
pub struct Report {
    pub format: String,
    pub students: Tally,
    pub guardians: Tally,
    pub staff: Tally,
    pub groups: Tally,
    pub households: u64,
    pub dropped_columns: Vec<DroppedColumn>,
    pub problems: Vec<ReportProblem>,
    pub reach: Reach,
    /// The school already is as the file says.
    pub is_empty: bool,
}

#[derive(Clone, Debug)]
pub struct ReportProblem {
    pub file: String,
    pub row: u64,
    pub column: Option<String>,
    pub reason: Message,
    /// The row is left out.
    pub fatal: bool,
}

/// Why a column is not kept, and how many rows had it.
pub fn dropped(say: &site::Say, column: &DroppedColumn) -> String {
    let why = match column.why {
        DropReason::NotDeclared if column.column == "*" => "roster-dropped-unread",
        _ if column.column == "*" => "roster-dropped-table",
        DropReason::Forbidden => "roster-dropped-forbidden",
        DropReason::NotDeclared => "roster-dropped-undeclared",
        DropReason::Unknown => "roster-dropped-unknown",
    };
    say.count(why, column.rows)
}

impl Report {
    pub fn of(roster: &Roster, plan: &Plan) -> Self {
        Self {
            format: roster.format.clone(),
            students: plan.students,
            guardians: plan.guardians,
            staff: plan.staff,
            groups: plan.groups,
            households: plan.households,
            dropped_columns: roster.dropped_columns.clone(),
            problems: roster.problems.iter().chain(&plan.problems).map(problem).collect(),
            reach: plan.reach,
            is_empty: plan.is_empty(),
        }
    }

    /// The report as JSON, its reasons worded by `word`.
    pub fn json(&self, word: impl Fn(&Message) -> String) -> serde_json::Value {
        #[derive(Serialize)]
        struct Row<'a> {
            file: &'a str,
            row: u64,
            column: Option<&'a str>,
            reason: String,
            left_out: bool,
        }
        let problems: Vec<Row> = self
            .problems
            .iter()
            .map(|p| Row {
                file: &p.file,
                row: p.row,
                column: p.column.as_deref(),
                reason: word(&p.reason),
                left_out: p.fatal,
            })
            .collect();
        serde_json::json!({
            "format": self.format,
            "students": self.students,
            "guardians": self.guardians,
            "staff": self.staff,
            "groups": self.groups,
            "households": self.households,
            "guardians_reached": self.reach,
            "dropped_columns": self.dropped_columns,
            "problems": problems,
            "unchanged": self.is_empty,
        })
    }
}

fn problem(problem: &Problem) -> ReportProblem {
    ReportProblem {
        file: problem.place.file.clone(),
        row: problem.place.row,
        column: problem.place.column.clone(),
        reason: fault::message(&problem.fault),
        fatal: problem.fatal,
    }
}
