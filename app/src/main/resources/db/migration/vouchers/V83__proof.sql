-- Vouchers on proof: young people above the age without formality apply themselves. Names and addresses are here while the
-- application needs them, the documents encrypted, and both have an end (see retention in be.quartier.vouchers.proof).

-- A person whom no extract has named gets a voucher by an accepted application: there is no import then.
alter table registry_child alter column import_id drop not null;

create table proof_application (
  commune_id       int         not null,
  id               uuid        not null,
  campaign_id      uuid        not null,
  state            text        not null
    check (state in ('unconfirmed', 'received', 'asked', 'accepted', 'refused', 'appealed', 'upheld')),
  -- keyed hash of name, birth date and address under the campaign's key: the same person, however often somebody applies
  person_key       bytea       not null check (octet_length(person_key) = 16),
  by_parent        boolean     not null,
  parent_name      text        not null check (length(parent_name) <= 100),
  last_name        text        not null check (length(last_name) <= 80),
  first_name       text        not null check (length(first_name) <= 80),
  birth            date,
  street           text        not null check (length(street) <= 100),
  number           text        not null check (length(number) <= 10),
  box              text        not null check (length(box) <= 10),
  postcode         text        not null check (length(postcode) <= 4),
  town             text        not null check (length(town) <= 60),
  language         text        not null check (language in ('fr', 'nl', 'de', 'en')),
  kind             text        not null check (kind in ('enrolment', 'student-card', 'allowance', 'disability')),
  -- the address to answer to, sealed, and its keyed hash to find it by
  mail             bytea,
  mail_hash        bytea       check (octet_length(mail_hash) = 32),
  -- set when somebody signed in applied
  account_id       uuid,
  -- the secret of the page on which the applicant follows: a keyed hash alone, and until when it opens
  token_hash       bytea       not null check (octet_length(token_hash) = 16),
  token_generation int         not null default 1 check (token_generation > 0),
  token_until      timestamptz not null,
  created_at       timestamptz not null,
  received_at      timestamptz,
  -- the day until which whoever is asked now has to act: town hall or applicant, by state
  due_on           date,
  refusal          text,
  decided_by       uuid,
  decided_at       timestamptz,
  -- the day after which nothing can change any more
  final_on         date,
  child_id         uuid,
  voucher_id       uuid,
  emptied_at       timestamptz,
  primary key (commune_id, id),
  unique (commune_id, token_hash),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id),
  foreign key (commune_id, voucher_id) references voucher (commune_id, id),
  check ((state = 'accepted') = (voucher_id is not null)),
  check (state not in ('refused', 'upheld') or refusal is not null)
);

-- Nobody gets a second voucher of a campaign on proof, whatever arrives at the same moment.
create unique index proof_application_person on proof_application (commune_id, campaign_id, person_key)
  where state = 'accepted';
create unique index proof_application_child on proof_application (commune_id, child_id) where state = 'accepted';
create index proof_application_same on proof_application (commune_id, campaign_id, person_key);
create index proof_application_state on proof_application (commune_id, state, due_on);
create index proof_application_mail on proof_application (commune_id, mail_hash) where mail_hash is not null;

-- What happened to an application; append-only but for its words, which end with the personal data.
create table proof_event (
  commune_id     int         not null,
  id             uuid        not null,
  application_id uuid        not null,
  kind           text        not null
    check (kind in ('received', 'question', 'answer', 'accepted', 'refused', 'appeal', 'upheld', 'issued')),
  at             timestamptz not null,
  -- who in the town hall; null for the applicant
  actor_id       uuid,
  code           text        not null default '',
  words          text        not null default '' check (length(words) <= 2000),
  primary key (commune_id, id),
  foreign key (commune_id, application_id) references proof_application (commune_id, id)
);

create index proof_event_application on proof_event (commune_id, application_id, at);

-- The documents, sealed under the installation's master key; without the names their owners gave them.
create table proof_file (
  commune_id     int         not null,
  id             uuid        not null,
  application_id uuid        not null,
  place          int         not null check (place between 1 and 12),
  type           text        not null check (type in ('pdf', 'jpeg', 'png')),
  bytes          int         not null check (bytes > 0),
  content        bytea       not null check (octet_length(content) <= 5242880 + 64),
  sent_at        timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, application_id, place),
  foreign key (commune_id, application_id) references proof_application (commune_id, id)
);

alter table proof_application enable row level security;
create policy commune on proof_application using (commune_id = current_setting('app.commune')::int);
alter table proof_event enable row level security;
create policy commune on proof_event using (commune_id = current_setting('app.commune')::int);
alter table proof_file enable row level security;
create policy commune on proof_file using (commune_id = current_setting('app.commune')::int);

grant select, insert, update, delete on proof_application to ${app};
grant select, insert, update (words) on proof_event to ${app};
grant select, insert, delete on proof_file to ${app};
