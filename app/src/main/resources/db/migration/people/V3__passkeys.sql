-- Passkeys: public keys only. The user handle a passkey carries names commune and person, so no look-up across communes.
create table passkey (
  commune_id         int not null,
  id                 uuid not null,
  person_id          uuid not null,
  credential_id      bytea not null,
  attestation        bytea not null,
  public_key         bytea not null,
  sign_count         bigint not null check (sign_count >= 0),
  backup_eligible    boolean not null,
  backup_state       boolean not null,
  label              text not null check (length(label) <= 80),
  created_at         timestamptz not null,
  last_used_at       timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, credential_id),
  foreign key (commune_id, person_id) references person (commune_id, id)
);

create index passkey_by_person on passkey (commune_id, person_id);

-- Challenges answered already, kept as long as their tickets live: an answer counts once.
create table passkey_answer (
  commune_id     int not null references commune (commune_id),
  challenge_hash bytea not null check (octet_length(challenge_hash) = 32),
  answered_at    timestamptz not null,
  primary key (commune_id, challenge_hash)
);

alter table passkey enable row level security;
alter table passkey_answer enable row level security;
create policy commune on passkey using (commune_id = current_setting('app.commune')::int);
create policy commune on passkey_answer using (commune_id = current_setting('app.commune')::int);
grant select, insert, update, delete on passkey to ${app};
grant select, insert, delete on passkey_answer to ${app};
