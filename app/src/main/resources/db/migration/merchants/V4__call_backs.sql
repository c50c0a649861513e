-- Shops that asked to be called about taking part. What tells who asked is here while the town hall needs it and has an end: see
-- retention in be.quartier.merchants.callbacks.
create table call_back (
  commune_id  int         not null,
  id          uuid        not null,
  state       text        not null default 'waiting' check (state in ('waiting', 'confirmed', 'declined')),
  -- moves with every change, so that two officers cannot answer on two different pages
  version     int         not null default 1,
  received_at timestamptz not null,
  -- the day by whose end somebody calls; moves with each promise to call again
  due_on      date        not null,
  bce         text        check (bce ~ '^[01][0-9]{9}$'),
  name        text        not null check (length(name) <= 120),
  trade       text        not null,
  street      text        not null check (length(street) <= 120),
  number      text        not null check (length(number) <= 20),
  box         text        not null default '' check (length(box) <= 20),
  postcode    text        not null check (length(postcode) <= 10),
  town        text        not null check (length(town) <= 80),
  contact     text        not null check (length(contact) <= 120),
  phone       text        not null check (length(phone) <= 30),
  mail        text        not null check (length(mail) <= 254),
  language    text        not null check (language in ('fr', 'nl', 'de', 'en')),
  moments     text[]      not null,
  sells       text        not null check (length(sells) <= 1000),
  wishes      text[]      not null,
  words       text        not null check (length(words) <= 1000),
  -- who says they are calling now, and until when that counts
  held_by     uuid,
  held_until  timestamptz,
  decided_at  timestamptz,
  decided_by  uuid,
  reason      text,
  merchant_id uuid,
  emptied_at  timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, trade) references trade (commune_id, code),
  foreign key (commune_id, merchant_id) references merchant (commune_id, id),
  check ((state = 'confirmed') = (merchant_id is not null)),
  check ((state = 'declined') = (reason is not null)),
  check (bce is not null or emptied_at is not null)
);

-- One enterprise waits once, whatever is sent at the same moment.
create unique index call_back_bce on call_back (commune_id, bce) where state = 'waiting';
create index call_back_due on call_back (commune_id, state, due_on);

-- What happened on each call; append-only but for its words, which end with the request's own.
create table call_back_event (
  commune_id   int         not null,
  id           uuid        not null,
  call_back_id uuid        not null,
  kind         text        not null
    check (kind in ('asked', 'corrected', 'reached', 'again', 'confirmed', 'declined')),
  at           timestamptz not null,
  -- who in the town hall; null for the shop itself
  actor_id     uuid,
  words        text        not null default '' check (length(words) <= 2000),
  due_on       date,
  primary key (commune_id, id),
  foreign key (commune_id, call_back_id) references call_back (commune_id, id)
);

create index call_back_event_of on call_back_event (commune_id, call_back_id, id);

-- A form kept for later: its answers sealed, found by the keyed hash of a mailed secret, gone on its day.
create table call_back_draft (
  commune_id int         not null,
  id         uuid        not null,
  token_hash bytea       not null check (octet_length(token_hash) = 32),
  answers    bytea       not null check (octet_length(answers) <= 40000),
  ends_at    timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, token_hash)
);

create index call_back_draft_ends on call_back_draft (commune_id, ends_at);

alter table call_back enable row level security;
create policy commune on call_back using (commune_id = current_setting('app.commune')::int);
alter table call_back_event enable row level security;
create policy commune on call_back_event using (commune_id = current_setting('app.commune')::int);
alter table call_back_draft enable row level security;
create policy commune on call_back_draft using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on call_back to ${app};
grant select, insert, update (words) on call_back_event to ${app};
grant select, insert, delete on call_back_draft to ${app};
