//! Searching and paging: what SQLite and PostgreSQL would do differently is fenced here.

use kernel::Result;
use sea_orm::sea_query::{ExprTrait, LikeExpr, SimpleExpr};
use sea_orm::{ColumnTrait, DatabaseConnection, EntityTrait, PaginatorTrait, QueryOrder, QuerySelect, Select};

/// Rows whose folded `column` holds a word that begins with each word of `text` (also folded).
/// Folded columns are lower case on both back ends, so `LIKE` means the same on both.
pub fn matches(column: impl ColumnTrait, text: &str) -> sea_orm::Condition {
    let folded = kernel::text::fold(text);
    folded.split(' ').filter(|word| !word.is_empty()).fold(sea_orm::Condition::all(), |all, word| {
        // A backslash would be written differently to each engine.
        let escaped = word.replace('!', "!!").replace('%', "!%").replace('_', "!_");
        let begins: SimpleExpr = column.into_expr().like(LikeExpr::new(format!("{escaped}%")).escape('!'));
        let inside: SimpleExpr = column.into_expr().like(LikeExpr::new(format!("% {escaped}%")).escape('!'));
        all.add(begins.or(inside))
    })
}

/// One page of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paging {
    /// From 1.
    pub page: u64,
    pub size: u64,
}

impl Paging {
    pub const SIZE: u64 = 50;

    pub fn page(page: Option<u64>) -> Self {
        Self { page: page.unwrap_or(1).clamp(1, 1_000_000), size: Self::SIZE }
    }

    pub fn offset(self) -> u64 {
        (self.page - 1) * self.size
    }
}

/// The rows of one page and how many there are in all.
#[derive(Clone, Debug)]
pub struct Page<T> {
    pub rows: Vec<T>,
    pub total: u64,
    pub paging: Paging,
}

impl<T> Page<T> {
    pub fn last(&self) -> u64 {
        Ord::max(self.total.div_ceil(self.paging.size), 1)
    }
}

/// The page of `query` that `paging` asks for. `by` decides the order; its last column is unique, so that no
/// row stands on two pages.
pub fn page<E>(db: &DatabaseConnection, query: Select<E>, by: [E::Column; 2], paging: Paging) -> Result<Page<E::Model>>
where
    E: EntityTrait,
    E::Model: Send + Sync,
{
    let total = query.clone().count(db)?;
    let ordered = by.into_iter().fold(query, QueryOrder::order_by_asc);
    let rows = ordered.offset(paging.offset()).limit(paging.size).all(db)?;
    Ok(Page { rows, total, paging })
}
