-- Somebody as an identity provider knows them, linked to an account. Only a keyed hash of provider and subject is kept, the
-- one that login_directory finds the commune by: a subject may be derived from a national number.
create table identity_link (
  commune_id   int not null,
  id           uuid not null,
  person_id    uuid not null,
  login_hash   bytea not null check (octet_length(login_hash) = 32),
  way          text not null check (length(way) between 1 and 40),
  created_at   timestamptz not null,
  last_used_at timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, login_hash),
  foreign key (commune_id, person_id) references person (commune_id, id)
);

create index identity_link_by_person on identity_link (commune_id, person_id);

-- Answers of the provider used already, kept as long as their tickets live: an answer counts once.
create table identity_answer (
  commune_id  int not null references commune (commune_id),
  answer_hash bytea not null check (octet_length(answer_hash) = 32),
  answered_at timestamptz not null,
  primary key (commune_id, answer_hash)
);

create index identity_answer_by_age on identity_answer (commune_id, answered_at);

alter table identity_link enable row level security;
alter table identity_answer enable row level security;
create policy commune on identity_link using (commune_id = current_setting('app.commune')::int);
create policy commune on identity_answer using (commune_id = current_setting('app.commune')::int);
grant select, insert, delete, update (last_used_at) on identity_link to ${app};
grant select, insert, delete on identity_answer to ${app};
