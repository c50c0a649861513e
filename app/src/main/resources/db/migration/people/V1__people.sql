-- The one look-up across communes: a keyed hash of a sign-in address gives the commune where its account lives. It holds
-- no commune's data and is read before the commune is known, so no row-level security.
create table login_directory (
  login_hash bytea primary key check (octet_length(login_hash) = 32),
  commune_id int not null references commune (commune_id)
);

-- An account, or (home_commune_id of another commune) the thin row of a guest whose account lives elsewhere.
create table person (
  commune_id      int not null references commune (commune_id),
  id              uuid not null,
  home_commune_id int not null,
  email_hash      bytea check (octet_length(email_hash) = 32),
  email_sealed    bytea,
  display_name    text not null check (length(display_name) between 1 and 120),
  language        text not null check (language in ('fr', 'nl', 'de', 'en')),
  created_at      timestamptz not null,
  closed_at       timestamptz,
  primary key (commune_id, id),
  unique (commune_id, email_hash),
  check ((email_hash is null) = (email_sealed is null)),
  check (home_commune_id = commune_id or email_hash is null)
);

create table role_grant (
  commune_id  int not null,
  id          uuid not null,
  person_id   uuid not null,
  role        text not null check (role in (
    'resident', 'neighbour', 'merchant', 'cashier', 'packer', 'courier', 'economy', 'finance', 'approver',
    'communication', 'moderator', 'association', 'admin', 'region', 'auditor')),
  merchant_id uuid,
  granted_at  timestamptz not null,
  primary key (commune_id, id),
  unique nulls not distinct (commune_id, person_id, role, merchant_id),
  foreign key (commune_id, person_id) references person (commune_id, id)
);

create index role_grant_by_role on role_grant (commune_id, role);

-- A browser that signed in. Keyed by the commune of the person's account; only a hash of the cookie is kept.
create table web_session (
  commune_id       int not null,
  id               uuid not null,
  secret_hash      bytea not null check (octet_length(secret_hash) = 32),
  person_id        uuid not null,
  method           text not null check (method in ('mail', 'passkey', 'oidc', 'demo')),
  started_at       timestamptz not null,
  last_seen_at     timestamptz not null,
  idle_minutes     int not null check (idle_minutes > 0),
  expires_at       timestamptz not null,
  second_factor_at timestamptz,
  fresh_at         timestamptz,
  identity_level   int not null default 0 check (identity_level between 0 and 999),
  device           text not null check (length(device) <= 80),
  ended_at         timestamptz,
  primary key (commune_id, id),
  unique (commune_id, secret_hash),
  foreign key (commune_id, person_id) references person (commune_id, id),
  check (expires_at > started_at)
);

create index web_session_by_person on web_session (commune_id, person_id);

-- Who did what. Rows are added and never change: the application's role may only insert and read.
create table audit_trail (
  commune_id int not null references commune (commune_id),
  id         uuid not null,
  at         timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'till', 'job', 'operator')),
  actor      text not null check (length(actor) between 1 and 80),
  action     text not null check (action ~ '^[a-z]+(\.[a-z0-9-]+)+$' and length(action) <= 80),
  subject    text not null check (length(subject) <= 120),
  details    jsonb not null,
  primary key (commune_id, id)
);

create index audit_trail_by_action on audit_trail (commune_id, action, id);
create index audit_trail_by_actor on audit_trail (commune_id, actor, id);

alter table person enable row level security;
alter table role_grant enable row level security;
alter table web_session enable row level security;
alter table audit_trail enable row level security;
create policy commune on person using (commune_id = current_setting('app.commune')::int);
create policy commune on role_grant using (commune_id = current_setting('app.commune')::int);
create policy commune on web_session using (commune_id = current_setting('app.commune')::int);
create policy commune on audit_trail using (commune_id = current_setting('app.commune')::int);

grant select, insert, delete on login_directory to ${app};
grant select, insert, update on person to ${app};
grant select, insert, delete, update (granted_at) on role_grant to ${app};
grant select, insert, update, delete on web_session to ${app};
grant select, insert on audit_trail to ${app};
