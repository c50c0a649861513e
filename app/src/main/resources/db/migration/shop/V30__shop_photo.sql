-- A merchant's picture of itself on its front, made anew from what was sent. A new picture is a new id.
create table shop_photo (
  commune_id  int         not null,
  merchant_id uuid        not null,
  id          uuid        not null,
  list        bytea       not null check (length(list) between 1 and 20000),
  page        bytea       not null check (length(page) between 1 and 120000),
  taken_at    timestamptz not null,
  primary key (commune_id, merchant_id)
);

-- compressed already
alter table shop_photo alter column list set storage external, alter column page set storage external;

alter table shop_photo enable row level security;
create policy commune on shop_photo using (commune_id = current_setting('app.commune')::int);
grant select, insert, update, delete on shop_photo to ${app};
