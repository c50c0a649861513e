-- Days on which a shop is closed besides its hours: holidays, works. Both days count. Past ones stay: they say why nobody bought.
create table closure (
  commune_id       int  not null,
  establishment_id uuid not null,
  id               uuid not null,
  from_on          date not null,
  until_on         date not null,
  note             text not null default '' check (length(note) <= 200),
  primary key (commune_id, establishment_id, id),
  foreign key (commune_id, establishment_id) references establishment (commune_id, id),
  check (until_on >= from_on and until_on <= from_on + 366)
);

alter table closure enable row level security;
create policy commune on closure using (commune_id = current_setting('app.commune')::int);
grant select, insert, delete on closure to ${app};
