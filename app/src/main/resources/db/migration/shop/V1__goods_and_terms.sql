-- How a merchant sells in the shared shop; a merchant without a row has no shop front. published_at: since when it is open to
-- buyers. cut_off is local time in Brussels: what is ordered later counts for the next day.
create table shop_terms (
  commune_id          int         not null,
  merchant_id         uuid        not null,
  published_at        timestamptz,
  pickup              boolean     not null default true,
  delivery            boolean     not null default false,
  minimum_cents       bigint      not null default 0 check (minimum_cents between 0 and 100000000),
  preparation_minutes int         not null default 60 check (preparation_minutes between 0 and 43200),
  cut_off             time,
  -- what the merchant may put in place of what it lacks
  substitution        text        not null default 'never' check (substitution in ('never', 'on-consent', 'allowed')),
  -- how much more than ordered a weighed line may come to without a new consent, in percent
  weight_margin       int         not null default 10 check (weight_margin between 0 and 30),
  story               text        not null default '' check (length(story) <= 3000),
  updated_at          timestamptz not null,
  primary key (commune_id, merchant_id),
  check (pickup or delivery)
);

-- The ways a merchant lets itself be paid, in its own order of preference; position 0 is the one proposed. detail: the address
-- of its own payment page, for 'link'.
create table shop_payment (
  commune_id  int  not null,
  merchant_id uuid not null,
  modality    text not null check (modality in ('transfer', 'voucher', 'at-pickup', 'at-door', 'link', 'online')),
  position    int  not null check (position >= 0),
  detail      text not null default '' check (length(detail) <= 500),
  primary key (commune_id, merchant_id, modality),
  unique (commune_id, merchant_id, position),
  foreign key (commune_id, merchant_id) references shop_terms (commune_id, merchant_id)
);

-- A thing sold. Prices include VAT. season_*: month times 100 plus day, both or none, may run over New Year.
create table product (
  commune_id   int         not null,
  id           uuid        not null,
  merchant_id  uuid        not null,
  name         text        not null check (length(trim(name)) between 1 and 150),
  description  text        not null default '' check (length(description) <= 5000),
  language     text        not null check (language in ('fr', 'nl', 'de', 'en')),
  state        text        not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
  vat_permille int         not null check (vat_permille in (0, 60, 120, 210)),
  -- codes of the fourteen of Regulation (EU) 1169/2011, annex II
  allergens    text[]      not null default '{}',
  minimum_age  int         check (minimum_age in (16, 18)),
  storage      text        not null default 'ambient' check (storage in ('ambient', 'chilled', 'frozen')),
  season_from  int         check (season_from between 101 and 1231),
  season_until int         check (season_until between 101 and 1231),
  brand        text        not null default '' check (length(brand) <= 70),
  gtin         text        check (gtin ~ '^([0-9]{8}|[0-9]{12,14})$'),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (commune_id, id),
  check ((season_from is null) = (season_until is null))
);

create index product_merchant on product (commune_id, merchant_id, id);

-- What a basket holds: a size, a taste. unit 'kilogram': the price is for a kilogram and quantities are grams, in multiples of
-- step_grams; unit 'piece': quantities are pieces.
create table variant (
  commune_id    int    not null,
  id            uuid   not null,
  product_id    uuid   not null,
  position      int    not null default 0,
  name          text   not null default '' check (length(name) <= 80),
  sku           text   not null default '' check (length(sku) <= 60),
  unit          text   not null default 'piece' check (unit in ('piece', 'kilogram')),
  price_cents   bigint not null check (price_cents between 1 and 10000000),
  step_grams    int    check (step_grams between 1 and 100000),
  -- given back with the empty: a bottle, a crate
  deposit_cents bigint not null default 0 check (deposit_cents between 0 and 100000),
  -- what one piece weighs and takes in a delivery box
  weight_grams  int    not null default 0 check (weight_grams between 0 and 500000),
  volume_ml     int    not null default 0 check (volume_ml between 0 and 1000000),
  -- days between order and readiness, when made to order
  lead_days     int    not null default 0 check (lead_days between 0 and 60),
  ended_at      timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, product_id) references product (commune_id, id),
  check ((unit = 'kilogram') = (step_grams is not null))
);

create index variant_product on variant (commune_id, product_id, position);

-- Anything that can be sold out: the stock of a variant, the places of a delivery slot. One mechanism for all: see shop.stock.
create table reservable_unit (
  commune_id int    not null,
  id         uuid   not null,
  kind       text   not null check (kind in ('stock', 'slot')),
  -- free to promise: pieces, grams or places
  available  bigint not null check (available >= 0),
  primary key (commune_id, id)
) with (fillfactor = 80);

-- What one piece (or one gram) of a variant takes: one row for what has a stock, several for a bundle, none for what is made
-- to order.
create table variant_need (
  commune_id int  not null,
  variant_id uuid not null,
  unit_id    uuid not null,
  quantity   int  not null default 1 check (quantity between 1 and 1000),
  primary key (commune_id, variant_id, unit_id),
  foreign key (commune_id, variant_id) references variant (commune_id, id),
  foreign key (commune_id, unit_id) references reservable_unit (commune_id, id)
);

create index variant_need_unit on variant_need (commune_id, unit_id);

-- When bikes deliver: a window promised to the customer, open for orders until closes_at; its places are a reservable unit.
create table delivery_slot (
  commune_id int         not null,
  id         uuid        not null,
  from_at    timestamptz not null,
  to_at      timestamptz not null,
  closes_at  timestamptz not null,
  unit_id    uuid        not null,
  primary key (commune_id, id),
  foreign key (commune_id, unit_id) references reservable_unit (commune_id, id),
  check (closes_at <= from_at and from_at < to_at)
);

create index delivery_slot_closes on delivery_slot (commune_id, closes_at);

alter table shop_terms enable row level security;
create policy commune on shop_terms using (commune_id = current_setting('app.commune')::int);
alter table shop_payment enable row level security;
create policy commune on shop_payment using (commune_id = current_setting('app.commune')::int);
alter table product enable row level security;
create policy commune on product using (commune_id = current_setting('app.commune')::int);
alter table variant enable row level security;
create policy commune on variant using (commune_id = current_setting('app.commune')::int);
alter table reservable_unit enable row level security;
create policy commune on reservable_unit using (commune_id = current_setting('app.commune')::int);
alter table variant_need enable row level security;
create policy commune on variant_need using (commune_id = current_setting('app.commune')::int);
alter table delivery_slot enable row level security;
create policy commune on delivery_slot using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on shop_terms, product, variant, reservable_unit, delivery_slot to ${app};
grant select, insert, update, delete on shop_payment, variant_need to ${app};
