//! The ORM's driver hook over our own connections. PostgreSQL joins here two issues later.
pub(crate) mod sqlite;
