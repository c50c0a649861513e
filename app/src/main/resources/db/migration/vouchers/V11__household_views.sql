-- Looks at single households, each with its reason; append-only. The household is a registry household, or the voucher
-- itself when it is to bearer, so there is no foreign key.
create table household_view (
  commune_id   int         not null,
  id           uuid        not null,
  campaign_id  uuid        not null,
  household_id uuid        not null,
  viewer_id    uuid        not null,
  reason       text        not null check (length(reason) between 15 and 500),
  at           timestamptz not null,
  until        timestamptz not null check (until > at),
  primary key (commune_id, id),
  foreign key (commune_id, campaign_id) references campaign (commune_id, id)
);

create index household_view_household on household_view (commune_id, household_id, at);
create index household_view_at on household_view (commune_id, at);

alter table household_view enable row level security;
create policy commune on household_view using (commune_id = current_setting('app.commune')::int);

grant select, insert on household_view to ${app};
