-- What the keeper of a PostgreSQL server does once for Homeroom: a login that can do nothing by itself, and a role that
-- may make schemas and roles, which the login takes while a school is founded.
CREATE ROLE homeroom LOGIN NOSUPERUSER NOINHERIT NOCREATEDB NOCREATEROLE;
CREATE ROLE homeroom_founder NOLOGIN CREATEROLE;
GRANT homeroom_founder TO homeroom;
CREATE DATABASE homeroom ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0;
GRANT CREATE ON DATABASE homeroom TO homeroom_founder;
\connect homeroom
REVOKE ALL ON SCHEMA public FROM PUBLIC;
