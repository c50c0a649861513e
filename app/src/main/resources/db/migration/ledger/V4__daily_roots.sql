-- The state of the log as it was mailed to finance, one a day; never changed, so that it can be compared with the log later.
create table daily_root (
  commune_id int         not null,
  day        date        not null,
  size       bigint      not null check (size > 0),
  root       text        not null check (length(root) = 44),
  at         timestamptz not null,
  primary key (commune_id, day)
);

alter table daily_root enable row level security;
create policy commune on daily_root using (commune_id = current_setting('app.commune')::int);

grant select, insert on daily_root to ${app};
