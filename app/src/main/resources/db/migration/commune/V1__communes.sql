-- The directory of communes: read by every commune to find each other, so no row-level security; written by the region.
create table commune (
  commune_id int primary key check (commune_id > 0),
  slug       text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  kind       text not null check (kind in ('commune', 'region')),
  name_fr    text not null,
  name_nl    text not null,
  name_de    text not null,
  name_en    text not null,
  languages  text[] not null check (cardinality(languages) between 1 and 4),
  postcodes  text[] not null default '{}'
);

create table commune_setting (
  commune_id int not null references commune (commune_id),
  name       text not null,
  value      text not null,
  primary key (commune_id, name)
);

alter table commune_setting enable row level security;
create policy commune on commune_setting using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on commune to ${app};
grant select, insert, update, delete on commune_setting to ${app};
