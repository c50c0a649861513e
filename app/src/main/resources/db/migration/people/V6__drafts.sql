-- What somebody had typed when their session ended: sealed, theirs alone, and gone half an hour later.
create table draft (
  commune_id int         not null,
  id         uuid        not null,
  person_id  uuid        not null,
  sealed     bytea       not null check (octet_length(sealed) <= 262144),
  kept_at    timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, person_id) references person (commune_id, id)
);

create index draft_by_person on draft (commune_id, person_id, kept_at);
create index draft_by_age on draft (commune_id, kept_at);

alter table draft enable row level security;
create policy commune on draft using (commune_id = current_setting('app.commune')::int);
grant select, insert, delete on draft to ${app};
