-- The Merkle log over transfers (RFC 6962 hashes in C2SP tlog-tiles). Tiles hold hashes only; log_order says which
-- transfer each leaf is, 256 to a row, so that the audit can recompute every leaf.
create table log_head (
  commune_id int    not null primary key,
  size       bigint not null check (size >= 0),
  -- every transfer written by a transaction below this one is in the log
  watermark  xid8   not null
);

create table log_tile (
  commune_id int      not null,
  level      smallint not null check (level between 0 and 7),
  index      bigint   not null check (index >= 0),
  hashes     bytea    not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (commune_id, level, index)
);

create table log_order (
  commune_id int    not null,
  index      bigint not null check (index >= 0),
  transfers  uuid[] not null check (cardinality(transfers) between 1 and 256),
  primary key (commune_id, index)
);

-- Signed notes; never changed once written.
create table log_checkpoint (
  commune_id int         not null,
  size       bigint      not null check (size >= 0),
  note       text        not null,
  at         timestamptz not null,
  primary key (commune_id, size)
);

alter table log_head enable row level security;
create policy commune on log_head using (commune_id = current_setting('app.commune')::int);
alter table log_tile enable row level security;
create policy commune on log_tile using (commune_id = current_setting('app.commune')::int);
alter table log_order enable row level security;
create policy commune on log_order using (commune_id = current_setting('app.commune')::int);
alter table log_checkpoint enable row level security;
create policy commune on log_checkpoint using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on log_head, log_tile, log_order to ${app};
grant select, insert on log_checkpoint to ${app};
