-- Double entry. An account's id is made from its book, kind and owner (AccountId), so that no look-up is needed to name it.
-- Only guarded accounts (a voucher's) keep a balance in their row; every other balance is a sum over transfers, so that
-- two spends never wait for a shared row.
create table account (
  commune_id    int         not null,
  id            uuid        not null,
  book_id       uuid        not null,
  kind          text        not null
    check (kind in ('budget', 'campaign', 'voucher', 'merchant-payable', 'in-bank-file', 'paid')),
  owner_id      uuid,
  opened_at     timestamptz not null,
  balance_cents bigint      check (balance_cents >= 0),
  -- changes whenever what its owner may do changes: a posting made with an older stamp is not taken
  stamp         int         not null default 0,
  -- what left the account on its last day of movement (Europe/Brussels), for limits per day
  out_day       date,
  out_day_cents bigint      not null default 0 check (out_day_cents >= 0),
  primary key (commune_id, id)
) with (fillfactor = 80);

create index account_book on account (commune_id, book_id, kind) where kind <> 'voucher';

-- Append-only: the application's role can neither change nor delete a row. The id is made from the client's idempotency
-- key, so the primary key is what refuses a second entry for the same key, for as long as the entry exists.
-- No foreign key to account: it would lock the shared account of a merchant on every spend. The audit checks it instead.
create table transfer (
  commune_id          int         not null,
  id                  uuid        not null,
  book_id             uuid        not null,
  debit_id            uuid        not null,
  credit_id           uuid        not null,
  amount_cents        bigint      not null check (amount_cents > 0),
  reason              text        not null,
  at                  timestamptz not null,
  actor_kind          text        not null check (actor_kind in ('till', 'person', 'system')),
  actor_id            uuid,
  origin_id           uuid,
  guarded_after_cents bigint      check (guarded_after_cents >= 0),
  request_hash        bytea       not null check (octet_length(request_hash) = 32),
  note                text,
  -- the writing transaction: the sealer reads in this order and only below the oldest transaction still running
  xact                xid8        not null default pg_current_xact_id(),
  primary key (commune_id, id),
  check (debit_id <> credit_id)
);

create index transfer_debit on transfer (commune_id, debit_id, at);
create index transfer_credit on transfer (commune_id, credit_id, at);
create index transfer_xact on transfer (commune_id, xact, id);
create index transfer_origin on transfer (commune_id, origin_id) where origin_id is not null;

alter table account enable row level security;
create policy commune on account using (commune_id = current_setting('app.commune')::int);
alter table transfer enable row level security;
create policy commune on transfer using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on account to ${app};
grant select, insert on transfer to ${app};
