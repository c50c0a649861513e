-- A merchant's key at its payment provider, sealed with the master key together with whose it is; the last four characters are all
-- that is shown. 'test': it works, but moves no money; 'refused': the provider does not know it any more.
create table payment_key (
  commune_id  int         not null,
  merchant_id uuid        not null,
  sealed      bytea       not null,
  last_four   text        not null check (length(last_four) = 4),
  state       text        not null check (state in ('works', 'test', 'refused')),
  methods     text        not null default '' check (length(methods) <= 300),
  checked_at  timestamptz not null,
  primary key (commune_id, merchant_id)
);

-- One try to pay a leg at a provider. No personal data: who paid is known there, and to the merchant. asked: how many times its
-- state was asked; answered: which asking's answer counts, so that an older answer that comes late changes nothing. ask_at: when
-- it is asked next; null when nothing is expected any more.
create table online_payment (
  commune_id     int         not null,
  id             uuid        not null,
  leg_id         uuid        not null,
  merchant_id    uuid        not null,
  cents          bigint      not null check (cents > 0),
  state          text        not null check (state in ('wanted', 'open', 'pending', 'authorized', 'paid', 'failed', 'canceled',
                   'expired')),
  provider_id    text        check (length(provider_id) between 1 and 64),
  checkout       text        not null default '' check (length(checkout) <= 2000),
  refunded_cents bigint      not null default 0 check (refunded_cents between 0 and cents),
  asked          int         not null default 0,
  answered       int         not null default 0,
  asked_at       timestamptz,
  ask_at         timestamptz,
  created_at     timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, provider_id),
  foreign key (commune_id, leg_id) references payment_leg (commune_id, id),
  check (refunded_cents = 0 or state = 'paid')
);

create index online_payment_leg on online_payment (commune_id, leg_id);
create index online_payment_due on online_payment (commune_id, ask_at) where ask_at is not null;

-- Money of a leg on its way back. 'wanted': not yet accepted by the provider; 'made': accepted; 'failed': the provider does not
-- give it back, the merchant does; 'by-hand': the merchant did, by another way.
create table online_refund (
  commune_id  int         not null,
  id          uuid        not null,
  leg_id      uuid        not null,
  payment_id  uuid,
  cents       bigint      not null check (cents > 0),
  state       text        not null check (state in ('wanted', 'made', 'failed', 'by-hand')),
  provider_id text        check (length(provider_id) between 1 and 64),
  tries       int         not null default 0,
  try_at      timestamptz,
  created_at  timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, leg_id) references payment_leg (commune_id, id),
  foreign key (commune_id, payment_id) references online_payment (commune_id, id),
  check ((state = 'by-hand') = (payment_id is null)),
  check ((state = 'wanted') = (try_at is not null))
);

create index online_refund_leg on online_refund (commune_id, leg_id);
create index online_refund_payment on online_refund (commune_id, payment_id);
create index online_refund_due on online_refund (commune_id, try_at) where try_at is not null;

alter table payment_key enable row level security;
create policy commune on payment_key using (commune_id = current_setting('app.commune')::int);
alter table online_payment enable row level security;
create policy commune on online_payment using (commune_id = current_setting('app.commune')::int);
alter table online_refund enable row level security;
create policy commune on online_refund using (commune_id = current_setting('app.commune')::int);

grant select, insert, update, delete on payment_key to ${app};
grant select, insert, update on online_payment, online_refund to ${app};
