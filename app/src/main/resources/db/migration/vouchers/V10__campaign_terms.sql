-- The campaign's own life: more states than the spend path needs to know ('open' is the only one that lets spend).
alter table campaign drop constraint campaign_state_check;
alter table campaign add constraint campaign_state_check
  check (state in ('draft', 'voted', 'submitted', 'open', 'closed', 'settled', 'cancelled'));

alter table campaign
  add column decision_date   date,
  add column budget_year     int not null default 2026 check (budget_year between 2000 and 2200),
  add column proof_share     int not null default 500 check (proof_share between 0 and 1000),
  add column reminder_days   int not null default 30 check (reminder_days between 0 and 365),
  add column debtor_name     text not null default '' check (length(debtor_name) <= 70),
  add column debtor_iban     text not null default '' check (length(debtor_iban) <= 34),
  add column double_sign_cents bigint not null default 500000 check (double_sign_cents >= 0),
  add column steps_done      text[] not null default '{}',
  add column version         int not null default 0,
  add column voted_by        uuid,
  add column submitted_by    uuid,
  add column submitted_at    timestamptz,
  add constraint campaign_second_person check (opened_by is null or submitted_by is null or opened_by <> submitted_by);

-- The regulation's rules as data, in order.
create table campaign_rule (
  commune_id  int      not null,
  campaign_id uuid     not null,
  position    int      not null check (position >= 0),
  kind        text     not null
    check (kind in ('age-automatic', 'age-on-proof', 'resident-on', 'late-arrivals', 'protected-address')),
  from_age    int      check (from_age between 0 and 30),
  to_age      int      check (to_age between 0 and 30),
  reference   date,
  until       date,
  delivery    text     check (delivery in ('post', 'counter')),
  source      text     not null default '' check (length(source) <= 120),
  primary key (commune_id, campaign_id, position),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id)
);

-- What the public page and the letter say, per language.
create table campaign_text (
  commune_id  int  not null,
  campaign_id uuid not null,
  language    text not null check (language in ('fr', 'nl', 'de', 'en')),
  title       text not null default '' check (length(title) <= 120),
  letter      text not null default '' check (length(letter) <= 2000),
  primary key (commune_id, campaign_id, language),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id)
);

-- The regulation as a file; a new version is a new row, the newest counts.
create table campaign_document (
  commune_id  int         not null,
  id          uuid        not null,
  campaign_id uuid        not null,
  file_name   text        not null check (length(file_name) between 1 and 200),
  sha256      bytea       not null check (octet_length(sha256) = 32),
  content     bytea       not null check (octet_length(content) between 1 and 5242880),
  added_by    uuid        not null,
  added_at    timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, campaign_id, sha256),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id)
);

-- The age pyramid typed in for a dry run before any registry extract was read.
create table campaign_pyramid (
  commune_id  int  not null,
  campaign_id uuid not null,
  children    int[] not null check (cardinality(children) = 31),
  primary key (commune_id, campaign_id),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id)
);

-- Every act on a campaign, as the council may ask for it years later; append-only.
create table campaign_act (
  commune_id  int         not null,
  id          uuid        not null,
  campaign_id uuid        not null,
  act         text        not null,
  from_state  text        not null,
  to_state    text        not null,
  actor_id    uuid,
  reason      text        not null default '' check (length(reason) <= 500),
  from_day    date,
  to_day      date,
  budget_year int,
  at          timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id)
);

create index campaign_act_campaign on campaign_act (commune_id, campaign_id, at);

alter table campaign_rule enable row level security;
create policy commune on campaign_rule using (commune_id = current_setting('app.commune')::int);
alter table campaign_text enable row level security;
create policy commune on campaign_text using (commune_id = current_setting('app.commune')::int);
alter table campaign_document enable row level security;
create policy commune on campaign_document using (commune_id = current_setting('app.commune')::int);
alter table campaign_pyramid enable row level security;
create policy commune on campaign_pyramid using (commune_id = current_setting('app.commune')::int);
alter table campaign_act enable row level security;
create policy commune on campaign_act using (commune_id = current_setting('app.commune')::int);

grant select, insert, delete on campaign_rule to ${app};
grant select, insert, update on campaign_text, campaign_pyramid to ${app};
grant select, insert on campaign_document, campaign_act to ${app};
