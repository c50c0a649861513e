-- Codes and links sent by mail, good once and for minutes. A row without person answers for an address nobody has, so that
-- known and unknown addresses are treated alike.
create table one_time_code (
  commune_id int not null references commune (commune_id),
  id         uuid not null,
  purpose    text not null check (purpose in ('sign-in', 'confirm', 'e-mail')),
  person_id  uuid,
  session_id uuid,
  code_hash  bytea not null check (octet_length(code_hash) = 32),
  link_hash  bytea not null check (octet_length(link_hash) = 32),
  address    bytea,
  return_to  text not null check (length(return_to) <= 512),
  expires_at timestamptz not null,
  tries      int not null default 0 check (tries between 0 and 5),
  used_at    timestamptz,
  primary key (commune_id, id),
  unique (commune_id, link_hash),
  check ((purpose = 'sign-in') = (session_id is null)),
  check ((purpose = 'e-mail') = (address is not null))
);

create index one_time_code_by_session on one_time_code (commune_id, session_id);
create index one_time_code_by_expiry on one_time_code (commune_id, expires_at);

alter table one_time_code enable row level security;
create policy commune on one_time_code using (commune_id = current_setting('app.commune')::int);
grant select, insert, update, delete on one_time_code to ${app};
