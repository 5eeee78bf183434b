-- The application's role owns no table: what has to make and drop some by itself runs as their owner.
alter function ensure_probe_partitions(date, date) security definer set search_path = public, pg_temp;
alter function drop_probe_partitions(date) security definer set search_path = public, pg_temp;

-- Where pg-boss makes its own tables, as the application's role; that role may not make the schema itself.
create schema if not exists pgboss;
