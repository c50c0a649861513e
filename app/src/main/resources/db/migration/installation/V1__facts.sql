-- Facts of the whole installation; no commune's data, so no row-level security.
create table installation_fact (
  name  text primary key,
  value text not null
);

grant select, insert, update on installation_fact to ${app};
