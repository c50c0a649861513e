-- The secret number that opens a till again after five idle minutes; id is the till's. Keyed hash: the number is short.
create table till_pin (
  commune_id    int         not null,
  id            uuid        not null,
  pin_hash      bytea       not null check (octet_length(pin_hash) = 32),
  wrong         int         not null default 0 check (wrong >= 0),
  last_wrong_at timestamptz,
  primary key (commune_id, id)
);

alter table till_pin enable row level security;
create policy commune on till_pin using (commune_id = current_setting('app.commune')::int);
grant select, insert, update on till_pin to ${app};
