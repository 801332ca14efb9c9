//! Who points to a record: asked of the schema itself, so that a table of a module nobody here knows is not overlooked.

use kernel::{Error, Result};
use sea_orm::sea_query::{Alias, Expr, ExprTrait as _, Query};
use sea_orm::{ConnectionTrait as _, Statement};
use uuid::Uuid;

use crate::Read;

/// Tables with a column of this name hold ids of one kind of record: `student_id`, `group_id`. Gives each of `ids`
/// that some row of such a table holds, with the table.
pub fn referring(read: &Read, column: &'static str, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>> {
    let db = read.db();
    let mut found = Vec::new();
    for table in holders(read, column)? {
        let query = Query::select()
            .distinct()
            .column(Alias::new(column))
            .from(Alias::new(&table))
            .and_where(Expr::col(Alias::new(column)).is_in(ids.iter().copied()))
            .to_owned();
        for row in db.query_all(&query)? {
            found.push((row.try_get("", column).map_err(Error::internal)?, table.clone()));
        }
    }
    Ok(found)
}

/// The tables that have a column of this name.
pub(crate) fn holders(read: &Read, column: &'static str) -> Result<Vec<String>> {
    const HOLDERS: &str = "SELECT m.name AS name FROM sqlite_master AS m JOIN pragma_table_info(m.name) AS c \
                           WHERE m.type = 'table' AND c.name = ? ORDER BY m.name";
    let db = read.db();
    let holders = Statement::from_sql_and_values(db.get_database_backend(), HOLDERS, [column.into()]);
    db.query_all_raw(holders)?.iter().map(|row| row.try_get("", "name").map_err(Error::internal)).collect()
}
