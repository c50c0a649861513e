-- What the bank answered. The file itself is not kept: it speaks of other people's payments. Its digest makes it count once.
create table bank_answer (
  commune_id    int         not null,
  id            uuid        not null,
  sha256        bytea       not null check (octet_length(sha256) = 32),
  kind          text        not null check (kind in ('pain.002', 'camt.053')),
  file_name     text        not null check (length(file_name) <= 100),
  at            timestamptz not null,
  by_person     uuid        not null,
  foreign_items int         not null default 0 check (foreign_items >= 0),
  primary key (commune_id, id),
  unique (commune_id, sha256)
);

create index bank_answer_at on bank_answer (commune_id, at);

-- What one line of it came to; append-only. line_id is null when it was about a whole run.
create table bank_answer_effect (
  commune_id    int    not null,
  id            uuid   not null,
  answer_id     uuid   not null,
  run_id        uuid   not null,
  line_id       uuid,
  merchant_name text   not null,
  amount_cents  bigint not null,
  outcome       text   not null check (outcome in ('paid', 'returned', 'known', 'doubtful')),
  reason        text   check (length(reason) <= 100),
  primary key (commune_id, id),
  foreign key (commune_id, answer_id) references bank_answer (commune_id, id),
  foreign key (commune_id, run_id) references reimbursement_run (commune_id, id),
  foreign key (commune_id, line_id) references reimbursement_line (commune_id, id)
);

create index bank_answer_effect_answer on bank_answer_effect (commune_id, answer_id);

alter table bank_answer enable row level security;
create policy commune on bank_answer using (commune_id = current_setting('app.commune')::int);
alter table bank_answer_effect enable row level security;
create policy commune on bank_answer_effect using (commune_id = current_setting('app.commune')::int);

grant select, insert, update (foreign_items) on bank_answer to ${app};
grant select, insert on bank_answer_effect to ${app};
