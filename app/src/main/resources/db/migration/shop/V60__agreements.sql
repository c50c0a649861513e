-- That this commune and a partner show each other's shops. Each commune writes its own row: signed_at and signed_by are its own
-- signature, offered_at the moment the partner told that it signed. The agreement counts while both communes have an open row that
-- is signed; what ended stays, so that one can say who agreed to what, from when until when.
create table shop_agreement (
  commune_id int         not null,
  id         uuid        not null,
  partner    int         not null check (partner <> commune_id),
  signed_at  timestamptz,
  signed_by  uuid,
  offered_at timestamptz,
  ended_at   timestamptz,
  primary key (commune_id, id),
  check ((signed_at is null) = (signed_by is null)),
  check (signed_at is not null or offered_at is not null)
);

create unique index shop_agreement_open on shop_agreement (commune_id, partner) where ended_at is null;

-- That a merchant of this commune lets a partner show its goods. Goods, stock and orders stay here.
create table shop_share (
  commune_id  int         not null,
  id          uuid        not null,
  merchant_id uuid        not null,
  partner     int         not null check (partner <> commune_id),
  since       timestamptz not null,
  given_by    uuid,
  ended_at    timestamptz,
  primary key (commune_id, id)
);

create unique index shop_share_open on shop_share (commune_id, partner, merchant_id) where ended_at is null;

alter table shop_agreement enable row level security;
create policy commune on shop_agreement using (commune_id = current_setting('app.commune')::int);
grant select, insert, update on shop_agreement to ${app};
alter table shop_share enable row level security;
create policy commune on shop_share using (commune_id = current_setting('app.commune')::int);
grant select, insert, update on shop_share to ${app};
