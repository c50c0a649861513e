-- What the commune pays its shops: a run per campaign, a line per shop, the purchases and refunds each line is made of.
create table reimbursement_run (
  commune_id       int         not null,
  id               uuid        not null,
  campaign_id      uuid        not null,
  number           int         not null check (number > 0),
  state            text        not null default 'proposed'
    check (state in ('proposed', 'approved', 'released', 'executed', 'cancelled')),
  created_at       timestamptz not null,
  created_by       uuid        not null,
  creator_name     text        not null,
  total_cents      bigint      not null check (total_cents > 0),
  lines            int         not null check (lines between 1 and 10000),
  approvals_needed int         not null check (approvals_needed in (1, 2)),
  debtor_name      text,
  debtor_iban      text,
  execute_on       date,
  released_at      timestamptz,
  released_by      uuid,
  file             bytea,
  file_sha256      text,
  executed_at      timestamptz,
  executed_on      date,
  executed_by      uuid,
  cancelled_at     timestamptz,
  cancelled_by     uuid,
  cancel_reason    text,
  primary key (commune_id, id),
  unique (commune_id, campaign_id, number),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id),
  check (released_by <> created_by),
  check ((state in ('released', 'executed')) = (file is not null)),
  check (num_nulls(file, file_sha256, released_at, released_by, debtor_name, debtor_iban, execute_on) in (0, 7)),
  check ((state = 'executed') = (executed_on is not null))
);

-- One proposal at a time: two would claim the same purchases.
create unique index reimbursement_run_open on reimbursement_run (commune_id, campaign_id)
  where state in ('proposed', 'approved');

create table reimbursement_line (
  commune_id    int    not null,
  id            uuid   not null,
  run_id        uuid   not null,
  campaign_id   uuid   not null,
  merchant_id   uuid   not null,
  merchant_name text   not null,
  amount_cents  bigint not null check (amount_cents > 0),
  attempt       int    not null check (attempt between 1 and 999),
  end_to_end_id text   not null check (length(end_to_end_id) <= 35),
  iban          text   not null,
  holder        text   not null,
  ogm           text   not null check (ogm ~ '^[0-9]{12}$'),
  oldest_day    date   not null,
  purchases     int    not null check (purchases >= 0),
  state         text   not null default 'in-run' check (state in ('in-run', 'paid', 'rejected', 'dropped')),
  reject_reason text,
  primary key (commune_id, id),
  unique (commune_id, end_to_end_id),
  unique (commune_id, run_id, merchant_id),
  foreign key (commune_id, run_id) references reimbursement_run (commune_id, id),
  check ((state = 'rejected') = (reject_reason is not null))
);

create index reimbursement_line_merchant on reimbursement_line (commune_id, merchant_id, campaign_id);

-- Which purchase or refund is in which line. A transfer is in one line that counts; lines rejected or dropped keep their rows.
create table reimbursement_item (
  commune_id   int         not null,
  line_id      uuid        not null,
  transfer_id  uuid        not null,
  at           timestamptz not null,
  day          date        not null,
  amount_cents bigint      not null check (amount_cents <> 0),
  kind         text        not null,
  counts       boolean     not null default true,
  primary key (commune_id, line_id, transfer_id),
  foreign key (commune_id, line_id) references reimbursement_line (commune_id, id)
);

create unique index reimbursement_item_once on reimbursement_item (commune_id, transfer_id) where counts;

-- Who signed: one person once, one step once.
create table reimbursement_approval (
  commune_id int         not null,
  run_id     uuid        not null,
  step       int         not null check (step in (1, 2)),
  person_id  uuid        not null,
  name       text        not null,
  at         timestamptz not null,
  primary key (commune_id, run_id, step),
  unique (commune_id, run_id, person_id),
  foreign key (commune_id, run_id) references reimbursement_run (commune_id, id)
);

alter table reimbursement_run enable row level security;
create policy commune on reimbursement_run using (commune_id = current_setting('app.commune')::int);
alter table reimbursement_line enable row level security;
create policy commune on reimbursement_line using (commune_id = current_setting('app.commune')::int);
alter table reimbursement_item enable row level security;
create policy commune on reimbursement_item using (commune_id = current_setting('app.commune')::int);
alter table reimbursement_approval enable row level security;
create policy commune on reimbursement_approval using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on reimbursement_run, reimbursement_line to ${app};
grant select, insert, update (counts) on reimbursement_item to ${app};
grant select, insert on reimbursement_approval to ${app};
