create table campaign (
  commune_id           int         not null,
  id                   uuid        not null,
  name                 text        not null check (length(name) between 1 and 120),
  state                text        not null default 'draft' check (state in ('draft', 'proposed', 'open', 'closed')),
  decision_ref         text        not null,
  regulation_version   text        not null,
  budget_cents         bigint      not null check (budget_cents >= 0),
  amount_cents         bigint      not null check (amount_cents > 0),
  reference_date       date        not null,
  valid_from           date        not null,
  valid_until          date        not null,
  purchase_limit_cents bigint      check (purchase_limit_cents > 0),
  day_limit_cents      bigint      check (day_limit_cents > 0),
  accepted_trades      text[]      not null default '{}',
  languages            text[]      not null default '{fr}',
  created_by           uuid,
  created_at           timestamptz not null,
  opened_by            uuid,
  opened_at            timestamptz,
  closed_by            uuid,
  closed_at            timestamptz,
  primary key (commune_id, id),
  check (valid_until >= valid_from),
  check (opened_by is null or created_by is null or opened_by <> created_by)
);

-- The balance is the ledger's: the voucher's account there has the voucher's own id. Secrets are here only as keyed hashes.
create table voucher (
  commune_id  int         not null,
  id          uuid        not null,
  campaign_id uuid        not null,
  child_id    uuid,
  serial      int         not null check (serial > 0),
  generation  int         not null default 1 check (generation > 0),
  code_nonce  int         not null default 0,
  token_hash  bytea       not null check (octet_length(token_hash) = 16),
  code_hash   bytea       not null check (octet_length(code_hash) = 16),
  state       text        not null default 'active' check (state in ('active', 'blocked', 'expired', 'cancelled')),
  stamp       int         not null default 0,
  face_cents  bigint      not null check (face_cents > 0),
  -- null: the campaign's own dates
  valid_from  date,
  valid_until date,
  issued_at   timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, campaign_id, serial),
  unique (commune_id, token_hash),
  unique (commune_id, code_hash),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id)
) with (fillfactor = 95);

create index voucher_child on voucher (commune_id, child_id) where child_id is not null;

-- Secrets that were replaced: recognised, so that the shop is told why, and never valid again.
create table voucher_former_secret (
  commune_id int         not null,
  hash       bytea       not null check (octet_length(hash) = 16),
  voucher_id uuid        not null,
  generation int         not null,
  ended_at   timestamptz not null,
  primary key (commune_id, hash),
  foreign key (commune_id, voucher_id) references voucher (commune_id, id)
);

-- What people did to a voucher, money apart; append-only.
create table voucher_act (
  commune_id int         not null,
  id         uuid        not null,
  voucher_id uuid        not null,
  act        text        not null check (act in ('block', 'unblock', 'reissue', 'cancel', 'expire', 'extend')),
  reason     text        not null check (length(trim(reason)) > 0),
  actor_kind text        not null check (actor_kind in ('till', 'person', 'system')),
  actor_id   uuid,
  at         timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, voucher_id) references voucher (commune_id, id)
);

create index voucher_act_voucher on voucher_act (commune_id, voucher_id, at);

-- Which merchant may take which campaign's vouchers; payable_id names its account in the ledger.
create table acceptance (
  commune_id  int         not null,
  campaign_id uuid        not null,
  merchant_id uuid        not null,
  payable_id  uuid        not null,
  since       timestamptz not null,
  ended_at    timestamptz,
  primary key (commune_id, campaign_id, merchant_id),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id)
);

create index acceptance_merchant on acceptance (commune_id, merchant_id);

-- Typed codes that were wrong, by shop: five in ten minutes close typing for a quarter of an hour.
create table wrong_code (
  commune_id  int         not null,
  id          uuid        not null,
  merchant_id uuid        not null,
  at          timestamptz not null,
  primary key (commune_id, id)
);

create index wrong_code_merchant on wrong_code (commune_id, merchant_id, at);

alter table campaign enable row level security;
create policy commune on campaign using (commune_id = current_setting('app.commune')::int);
alter table voucher enable row level security;
create policy commune on voucher using (commune_id = current_setting('app.commune')::int);
alter table voucher_former_secret enable row level security;
create policy commune on voucher_former_secret using (commune_id = current_setting('app.commune')::int);
alter table voucher_act enable row level security;
create policy commune on voucher_act using (commune_id = current_setting('app.commune')::int);
alter table acceptance enable row level security;
create policy commune on acceptance using (commune_id = current_setting('app.commune')::int);
alter table wrong_code enable row level security;
create policy commune on wrong_code using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on campaign, acceptance to ${app};
grant select, insert, update on voucher to ${app};
grant select, insert on voucher_former_secret, voucher_act to ${app};
grant select, insert, delete on wrong_code to ${app};
