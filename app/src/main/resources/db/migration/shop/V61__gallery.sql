-- More pictures: of a product, beside its first one, or of the merchant itself where product_id is null. alt: what is to be seen, in
-- the shop's own language, for who does not see it. Shown by position.
create table gallery_photo (
  commune_id  int         not null,
  id          uuid        not null,
  merchant_id uuid        not null,
  product_id  uuid,
  position    int         not null check (position between 0 and 100),
  alt         text        not null check (length(trim(alt)) between 1 and 200),
  list        bytea       not null check (length(list) between 1 and 20000),
  page        bytea       not null check (length(page) between 1 and 120000),
  taken_at    timestamptz not null,
  primary key (commune_id, id),
  foreign key (commune_id, product_id) references product (commune_id, id)
);

-- compressed already
alter table gallery_photo alter column list set storage external, alter column page set storage external;

create index gallery_photo_of on gallery_photo (commune_id, merchant_id, product_id, position);

alter table gallery_photo enable row level security;
create policy commune on gallery_photo using (commune_id = current_setting('app.commune')::int);
grant select, insert, update, delete on gallery_photo to ${app};
