-- A batch of letters: which households, in which order. The file itself is never stored: it is made again from the master key
-- whenever somebody who may takes it, so nothing here can be printed by a thief.
create table letter_batch (
  commune_id  int         not null,
  id          uuid        not null,
  campaign_id uuid        not null,
  kind        text        not null check (kind in ('pending', 'reprint')),
  state       text        not null check (state in ('checking', 'ready', 'failed')),
  reason      text,
  letters     int         not null check (letters > 0),
  vouchers    int         not null check (vouchers >= letters),
  pages       int         not null check (pages >= 2 * letters),
  checked     int         not null default 0 check (checked between 0 and letters),
  fault       text,
  created_by  uuid        not null,
  created_at  timestamptz not null,
  ready_at    timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id),
  check (kind <> 'reprint' or length(trim(reason)) > 0)
);

create index letter_batch_campaign on letter_batch (commune_id, campaign_id, created_at);
create index letter_batch_open on letter_batch (commune_id) where state = 'checking';

-- household_id and child_id name rows of the registry, which may go when an import is undone.
create table letter (
  commune_id   int         not null,
  id           uuid        not null,
  batch_id     uuid        not null,
  sequence     int         not null check (sequence > 0),
  household_id uuid        not null,
  vouchers     int         not null check (vouchers > 0),
  first_page   int         not null check (first_page > 0),
  language     text        not null check (language in ('fr', 'nl', 'de', 'en')),
  counter      boolean     not null,
  returned_at  timestamptz,
  primary key (commune_id, id),
  unique (commune_id, batch_id, sequence),
  foreign key (commune_id, batch_id) references letter_batch (commune_id, id)
);

create index letter_household on letter (commune_id, household_id);

create table letter_voucher (
  commune_id int  not null,
  letter_id  uuid not null,
  voucher_id uuid not null,
  place      int  not null check (place > 0),
  generation int  not null,
  primary key (commune_id, letter_id, voucher_id),
  foreign key (commune_id, letter_id) references letter (commune_id, id),
  foreign key (commune_id, voucher_id) references voucher (commune_id, id)
);

-- "Was this voucher's present code printed?" for every voucher of a campaign at once.
create index letter_voucher_voucher on letter_voucher (commune_id, voucher_id, generation);

alter table letter_batch enable row level security;
create policy commune on letter_batch using (commune_id = current_setting('app.commune')::int);
alter table letter enable row level security;
create policy commune on letter using (commune_id = current_setting('app.commune')::int);
alter table letter_voucher enable row level security;
create policy commune on letter_voucher using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on letter_batch, letter to ${app};
grant select, insert on letter_voucher to ${app};
