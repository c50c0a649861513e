-- Units promised to somebody: held until expires_at, then sold ('taken') or free again. units and quantities belong together by
-- position; of what was sold and came back, quantities say what is still sold. key: the caller's own, so that asking twice holds
-- once; request: what was asked, so that the same key with another wish is told apart. No personal data; what ended is deleted
-- after thirty days.
create table reservation (
  commune_id int         not null,
  id         uuid        not null,
  key        text        not null check (length(key) between 1 and 200),
  request    bytea       not null check (octet_length(request) = 32),
  units      uuid[]      not null,
  quantities bigint[]    not null,
  state      text        not null check (state in ('held', 'taken', 'released', 'expired')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  primary key (commune_id, id),
  unique (commune_id, key),
  check (cardinality(units) = cardinality(quantities) and cardinality(units) > 0),
  check ((state = 'held') = (ended_at is null))
);

create index reservation_due on reservation (commune_id, expires_at) where state = 'held';
create index reservation_ended on reservation (commune_id, ended_at) where state in ('released', 'expired');

alter table reservation enable row level security;
create policy commune on reservation using (commune_id = current_setting('app.commune')::int);

grant select, insert, update, delete on reservation to ${app};
