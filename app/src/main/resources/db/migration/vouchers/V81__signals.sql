-- Patterns that deserve a look, by shop. campaign_id is nil when a signal is about no campaign in particular, so there is no
-- foreign key. Purpose: to find abuse of public money; settled signals are deleted a year after their last purchase.
create table signal (
  commune_id  int         not null,
  id          uuid        not null,
  campaign_id uuid        not null,
  kind        text        not null check (kind in
    ('whole-balances', 'serial-order', 'after-hours', 'shared-device', 'shop-household', 'code-guessing')),
  subject     text        not null check (length(subject) <= 80),
  merchant_id uuid        not null,
  till_id     uuid,
  score       int         not null check (score between 1 and 100),
  facts       bigint[]    not null,
  entries     uuid[]      not null check (cardinality(entries) <= 60),
  first_at    timestamptz not null,
  last_at     timestamptz not null,
  found_at    timestamptz not null,
  state       text        not null default 'open' check (state in ('open', 'asked', 'settled')),
  primary key (commune_id, id),
  unique (commune_id, campaign_id, kind, subject)
);

create index signal_waiting on signal (commune_id, score) where state <> 'settled';

-- Who looked, what they decided and why; added, never changed, and deleted with its signal.
create table signal_look (
  commune_id int         not null,
  id         uuid        not null,
  signal_id  uuid        not null,
  at         timestamptz not null,
  person_id  uuid        not null,
  decision   text        not null check (decision in ('nothing', 'block-till', 'ask')),
  note       text        not null check (length(note) between 5 and 500),
  primary key (commune_id, id),
  foreign key (commune_id, signal_id) references signal (commune_id, id)
);

create index signal_look_signal on signal_look (commune_id, signal_id);

-- On which device a till was opened, as a keyed hash of a cookie of its own: only to see one device used for two shops.
-- Deleted 400 days after, when the cookie ends.
create table till_device (
  commune_id  int         not null,
  till_id     uuid        not null,
  merchant_id uuid        not null,
  device_hash bytea       not null check (octet_length(device_hash) = 32),
  since       timestamptz not null,
  primary key (commune_id, till_id)
);

create index till_device_hash on till_device (commune_id, device_hash);
create index registry_household_address on registry_household (commune_id, campaign_id, postcode, lower(street));
create index wrong_code_at on wrong_code (commune_id, at);

alter table signal enable row level security;
create policy commune on signal using (commune_id = current_setting('app.commune')::int);
alter table signal_look enable row level security;
create policy commune on signal_look using (commune_id = current_setting('app.commune')::int);
alter table till_device enable row level security;
create policy commune on till_device using (commune_id = current_setting('app.commune')::int);

grant select, insert, update, delete on signal to ${app};
grant select, insert, delete on signal_look to ${app};
grant select, insert, delete on till_device to ${app};
