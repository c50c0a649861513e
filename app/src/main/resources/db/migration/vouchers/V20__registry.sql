-- The households and children of a campaign, as the civil registry gave them. The national register number is here only as
-- an HMAC under a key of the campaign, so children of two campaigns cannot be matched.
create table registry_household (
  commune_id        int         not null,
  id                uuid        not null,
  campaign_id       uuid        not null,
  -- HMAC of what the registry says of the household, with its address
  household_key     bytea       not null check (octet_length(household_key) = 16),
  language          text        not null check (language in ('fr', 'nl', 'de', 'en')),
  street            text        not null,
  number            text        not null,
  box               text        not null,
  postcode          text        not null check (postcode ~ '^[1-9][0-9]{3}$'),
  town              text        not null,
  district          text        not null,
  -- orders letters as a postman walks: postcode, street, number as a number, box
  postal_sort       text        not null collate "C",
  address_protected boolean     not null,
  created_at        timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, campaign_id, household_key),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id)
);

create index registry_household_sort on registry_household (commune_id, campaign_id, postal_sort, id);

-- One import of an extract: what was read, by whom, how far it is.
create table registry_import (
  commune_id   int         not null,
  id           uuid        not null,
  campaign_id  uuid        not null,
  file_name    text        not null check (length(file_name) <= 100),
  sha256       bytea       not null check (octet_length(sha256) = 32),
  scope        text        not null check (scope in ('full', 'newcomers')),
  state        text        not null
    check (state in ('preview', 'running', 'stopped', 'done', 'cancelled', 'lapsed', 'undone')),
  stopped_why  text,
  rows_total   int         not null check (rows_total >= 0),
  work_total   int         not null check (work_total >= 0),
  work_done    int         not null default 0 check (work_done between 0 and work_total),
  reference    date        not null,
  uploaded_by  uuid        not null,
  uploaded_at  timestamptz not null,
  confirmed_by uuid,
  confirmed_at timestamptz,
  ended_by     uuid,
  ended_at     timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id)
);

create index registry_import_campaign on registry_import (commune_id, campaign_id, uploaded_at);

-- One import at a time writes to a campaign.
create unique index registry_import_running on registry_import (commune_id, campaign_id)
  where state in ('running', 'stopped');

create table registry_child (
  commune_id     int         not null,
  id             uuid        not null,
  campaign_id    uuid        not null,
  household_id   uuid        not null,
  import_id      uuid        not null,
  niss_hash      bytea       not null check (octet_length(niss_hash) = 32),
  -- HMAC of name, birth date and address: the same person under another number
  likeness       bytea       not null check (octet_length(likeness) = 16),
  last_name      text        not null,
  first_name     text        not null,
  birth_year     int         not null,
  birth_month    int         not null check (birth_month between 0 and 12),
  birth_day      int         not null check (birth_day between 0 and 31),
  -- entitled: has or had a voucher; on-proof: an application decides; withdrawn: the town hall took it back
  standing       text        not null check (standing in ('entitled', 'on-proof', 'withdrawn')),
  -- set when a registry extract speaks of death or removal, or a full one no longer holds the child, until decided
  flagged        text        check (flagged in ('not-in-extract', 'died', 'left-the-register')),
  flagged_at     timestamptz,
  kept_at        timestamptz,
  -- a letter is to be made for this child's voucher
  letter_pending boolean     not null,
  created_at     timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, campaign_id, niss_hash),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id),
  foreign key (commune_id, household_id) references registry_household (commune_id, id),
  foreign key (commune_id, import_id) references registry_import (commune_id, id)
);

create index registry_child_household on registry_child (commune_id, household_id);
create index registry_child_import on registry_child (commune_id, import_id);
create index registry_child_likeness on registry_child (commune_id, campaign_id, likeness);
create index registry_child_flagged on registry_child (commune_id, campaign_id) where flagged is not null;

-- What an import found, kept for the history after its rows are gone.
create table registry_count (
  commune_id int  not null,
  import_id  uuid not null,
  kind       text not null check (kind in ('reason', 'note')),
  code       text not null,
  row_count  int  not null check (row_count >= 0),
  primary key (commune_id, import_id, kind, code),
  foreign key (commune_id, import_id) references registry_import (commune_id, id)
);

-- The rows of an extract between upload and confirmation; deleted with either outcome, or after a day.
create table registry_row (
  commune_id        int     not null,
  import_id         uuid    not null,
  place             int     not null,
  -- the line in the file; null for a child the file no longer holds
  line              int,
  verdict           text    not null,
  reason            text    not null,
  notes             int     not null,
  child_id          uuid,
  niss_hash         bytea,
  likeness          bytea,
  household_key     bytea,
  last_name         text,
  first_name        text,
  birth_year        int,
  birth_month       int,
  birth_day         int,
  counted_birth     date,
  street            text,
  number            text,
  box               text,
  postcode          text,
  town              text,
  district          text,
  postal_sort       text collate "C",
  language          text,
  address_protected boolean,
  done              boolean not null default false,
  primary key (commune_id, import_id, place),
  foreign key (commune_id, import_id) references registry_import (commune_id, id)
);

create index registry_row_verdict on registry_row (commune_id, import_id, verdict, place);

alter table registry_household enable row level security;
create policy commune on registry_household using (commune_id = current_setting('app.commune')::int);
alter table registry_child enable row level security;
create policy commune on registry_child using (commune_id = current_setting('app.commune')::int);
alter table registry_import enable row level security;
create policy commune on registry_import using (commune_id = current_setting('app.commune')::int);
alter table registry_count enable row level security;
create policy commune on registry_count using (commune_id = current_setting('app.commune')::int);
alter table registry_row enable row level security;
create policy commune on registry_row using (commune_id = current_setting('app.commune')::int);

grant select, insert, update, delete on registry_household, registry_child to ${app};
grant select, insert, update on registry_import to ${app};
grant select, insert, delete on registry_count to ${app};
grant select, insert, update, delete on registry_row to ${app};
