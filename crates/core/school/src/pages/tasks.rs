//! What a role has to do: lines of its first page, each with its day, the page where the work is done, and a
//! button to tick it off (C002).

use axum::extract::Path;
use people::licence;
use site::{Cx, Result};
use store::{Read, Role};
use tasks::TaskId;

/// One line.
pub struct ToDo {
    pub id: TaskId,
    pub words: String,
    /// What it is about; a licence's name.
    pub about: String,
    pub due: String,
    pub is_late: bool,
    pub path: String,
    /// A guardian's task is done by doing it.
    pub may_tick: bool,
}

/// Roles that tasks are for.
const BUSY: [Role; 4] = [Role::Administrator, Role::Office, Role::Dpo, Role::Guardian];

/// What is open for the roles of who is signed in, the most urgent first.
pub async fn to_do(cx: &Cx) -> Result<Vec<ToDo>> {
    if !BUSY.iter().any(|role| cx.actor().is(*role)) {
        return Ok(Vec::new());
    }
    let look = |read: &Read, visible| {
        let open = tasks::open(read, visible)?;
        let licences: Vec<_> = open.iter().filter(|task| task.kind == licence::ENDS).map(|task| task.subject).collect();
        Ok((open, licence::names(read, &licences)?))
    };
    let (open, names) = cx.list(&tasks::SEE, look).await?;
    let today = cx.now().date();
    let line = |task: tasks::Model| ToDo {
        id: task.id,
        words: cx.say.say(&format!("task-{}", task.kind)),
        about: names.iter().find(|(id, _)| *id == task.subject).map(|(_, name)| name.clone()).unwrap_or_default(),
        due: cx.say.one(
            if task.due_on < today { "tasks-overdue" } else { "tasks-due" },
            "date",
            &cx.say.date(task.due_on),
        ),
        is_late: task.due_on < today,
        may_tick: task.role != Role::Guardian.word(),
        path: task.path,
    };
    Ok(open.into_iter().map(line).collect())
}

/// Ticks a task off; a second time changes nothing.
pub async fn tick_off(cx: Cx, Path((_, task)): Path<(String, String)>) -> Result {
    let task: TaskId = task.parse()?;
    cx.write(tasks::TICK_OFF.on(task), tasks::tick_off).await?;
    Ok(cx.done("/", "done-task-ticked-off"))
}
