-- The kinds of shop a commune tells apart; a new commune starts with the standard list.
create table trade (
  commune_id int  not null,
  code       text not null check (code ~ '^[a-z][a-z-]{1,30}$'),
  position   int  not null,
  name_fr    text not null,
  name_nl    text not null,
  name_de    text not null,
  name_en    text not null,
  primary key (commune_id, code)
);

create table merchant (
  commune_id      int         not null,
  id              uuid        not null,
  name            text        not null check (length(name) between 1 and 120),
  bce             text        not null check (bce ~ '^[01][0-9]{9}$'),
  trade           text        not null,
  state           text        not null default 'applied' check (state in ('applied', 'accepted', 'refused', 'suspended')),
  contact_name    text        not null check (length(contact_name) between 1 and 120),
  contact_mail    text        not null check (length(contact_mail) between 3 and 254),
  language        text        not null check (language in ('fr', 'nl', 'de', 'en')),
  applied_at      timestamptz not null,
  applied_by      uuid,
  decided_at      timestamptz,
  decided_by      uuid,
  decision_reason text,
  primary key (commune_id, id),
  foreign key (commune_id, trade) references trade (commune_id, code),
  check (state not in ('refused', 'suspended') or length(trim(decision_reason)) > 0)
);

-- One enterprise applies once; after a refusal it may try again.
create unique index merchant_bce on merchant (commune_id, bce) where state <> 'refused';

create table establishment (
  commune_id           int     not null,
  id                   uuid    not null,
  merchant_id          uuid    not null,
  name                 text    not null check (length(name) between 1 and 120),
  street               text    not null check (length(street) between 1 and 120),
  number               text    not null check (length(number) between 1 and 20),
  box                  text    not null default '' check (length(box) <= 20),
  postcode             text    not null check (length(postcode) between 4 and 10),
  town                 text    not null check (length(town) between 1 and 80),
  establishment_number text    check (establishment_number ~ '^[2-8][0-9]{9}$'),
  latitude             double precision check (latitude between -90 and 90),
  longitude            double precision check (longitude between -180 and 180),
  primary key (commune_id, id),
  foreign key (commune_id, merchant_id) references merchant (commune_id, id),
  check ((latitude is null) = (longitude is null))
);

create index establishment_merchant on establishment (commune_id, merchant_id);

-- Local time in Brussels; 1 is Monday. A day with a lunch break has two rows, a closed day none.
create table opening_hours (
  commune_id       int  not null,
  establishment_id uuid not null,
  weekday          int  not null check (weekday between 1 and 7),
  opens            time not null,
  closes           time not null,
  primary key (commune_id, establishment_id, weekday, opens),
  foreign key (commune_id, establishment_id) references establishment (commune_id, id),
  check (closes > opens)
);

-- Every account a merchant ever asked to be paid on. The one that counts at an instant is the latest that was approved,
-- not withdrawn, and effective by then; effective_at is never before the end of the cooling time.
create table merchant_account (
  commune_id    int         not null,
  id            uuid        not null,
  merchant_id   uuid        not null,
  iban          text        not null check (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  holder        text        not null check (length(holder) between 1 and 140),
  requested_at  timestamptz not null,
  requested_by  uuid,
  cooling_until timestamptz not null,
  approved_at   timestamptz,
  approved_by   uuid,
  payee_check   text        check (payee_check in ('match', 'close', 'not-checked')),
  effective_at  timestamptz,
  ended_at      timestamptz,
  ended_by      uuid,
  end_reason    text,
  primary key (commune_id, id),
  foreign key (commune_id, merchant_id) references merchant (commune_id, id),
  check ((approved_at is null) = (effective_at is null)),
  check (effective_at >= cooling_until),
  check (approved_by is null or requested_by is null or approved_by <> requested_by)
);

create index merchant_account_merchant on merchant_account (commune_id, merchant_id, effective_at);
create unique index merchant_account_waiting on merchant_account (commune_id, merchant_id)
  where approved_at is null and ended_at is null;

-- Which version of the contract was accepted, when, and under what name.
create table contract_acceptance (
  commune_id  int         not null,
  id          uuid        not null,
  merchant_id uuid        not null,
  version     text        not null,
  language    text        not null,
  accepted_at timestamptz not null,
  accepted_by text        not null check (length(accepted_by) between 1 and 120),
  primary key (commune_id, id),
  unique (commune_id, merchant_id, version),
  foreign key (commune_id, merchant_id) references merchant (commune_id, id)
);

-- A phone, tablet or cash register. Only a keyed hash of its token is kept.
create table till (
  commune_id   int         not null,
  id           uuid        not null,
  merchant_id  uuid        not null,
  name         text        not null check (length(name) between 1 and 60),
  token_hash   bytea       not null check (octet_length(token_hash) = 32),
  created_at   timestamptz not null,
  created_by   uuid,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  revoked_by   uuid,
  primary key (commune_id, id),
  unique (commune_id, token_hash),
  foreign key (commune_id, merchant_id) references merchant (commune_id, id)
);

create index till_merchant on till (commune_id, merchant_id);

-- A code of ten minutes that turns a device into a till, once.
create table till_pairing (
  commune_id  int         not null,
  id          uuid        not null,
  merchant_id uuid        not null,
  name        text        not null check (length(name) between 1 and 60),
  code_hash   bytea       not null check (octet_length(code_hash) = 32),
  created_at  timestamptz not null,
  created_by  uuid,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  till_id     uuid,
  primary key (commune_id, id),
  unique (commune_id, code_hash),
  foreign key (commune_id, merchant_id) references merchant (commune_id, id)
);

-- People who may work the till under their own name.
create table cashier (
  commune_id  int         not null,
  id          uuid        not null,
  merchant_id uuid        not null,
  person_id   uuid        not null,
  name        text        not null check (length(name) between 1 and 120),
  invited_at  timestamptz not null,
  invited_by  uuid,
  removed_at  timestamptz,
  removed_by  uuid,
  primary key (commune_id, id),
  foreign key (commune_id, merchant_id) references merchant (commune_id, id)
);

create unique index cashier_person on cashier (commune_id, merchant_id, person_id) where removed_at is null;

alter table trade enable row level security;
create policy commune on trade using (commune_id = current_setting('app.commune')::int);
alter table merchant enable row level security;
create policy commune on merchant using (commune_id = current_setting('app.commune')::int);
alter table establishment enable row level security;
create policy commune on establishment using (commune_id = current_setting('app.commune')::int);
alter table opening_hours enable row level security;
create policy commune on opening_hours using (commune_id = current_setting('app.commune')::int);
alter table merchant_account enable row level security;
create policy commune on merchant_account using (commune_id = current_setting('app.commune')::int);
alter table contract_acceptance enable row level security;
create policy commune on contract_acceptance using (commune_id = current_setting('app.commune')::int);
alter table till enable row level security;
create policy commune on till using (commune_id = current_setting('app.commune')::int);
alter table till_pairing enable row level security;
create policy commune on till_pairing using (commune_id = current_setting('app.commune')::int);
alter table cashier enable row level security;
create policy commune on cashier using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on trade, merchant, establishment, merchant_account, till, till_pairing, cashier to ${app};
grant select, insert on contract_acceptance to ${app};
grant select, insert, delete on opening_hours to ${app};
