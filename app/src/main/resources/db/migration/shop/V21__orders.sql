-- What somebody ordered, of one merchant or many; what it took of the stock is the reservation with the key 'order-' and its id. contact: name, mail, phone and address, sealed; purpose: to prepare, hand over and
-- bring the goods and to write about them; erased ninety days after the last thing that happened. tracking_hash: keyed hash of the
-- token that opens the tracking page (the token itself is derived, never stored). key, request, answer: the same request gives the
-- same answer; answer holds no secret and no personal data.
create table shop_order (
  commune_id     int         not null,
  id             uuid        not null,
  key            text        not null check (length(key) between 1 and 300),
  request        bytea       not null check (octet_length(request) = 32),
  number         text        not null check (number ~ '^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$'),
  placed_at      timestamptz not null,
  slot_id        uuid,
  language       text        not null check (language in ('fr', 'nl', 'de', 'en')),
  person_id      uuid,
  contact        bytea,
  tracking_hash  bytea       not null check (octet_length(tracking_hash) = 32),
  placed_cents   bigint      not null check (placed_cents > 0),
  answer         text        not null,
  primary key (commune_id, id),
  unique (commune_id, key),
  unique (commune_id, tracking_hash),
  foreign key (commune_id, slot_id) references delivery_slot (commune_id, id)
);

create index shop_order_contact on shop_order (commune_id, placed_at) where contact is not null;
create index shop_order_slot on shop_order (commune_id, slot_id);

-- The part of an order that one merchant sells, with a life of its own. stamp goes up with each change. cancel_until: until then
-- the customer may cancel even what was accepted.
create table merchant_order (
  commune_id   int         not null,
  id           uuid        not null,
  order_id     uuid        not null,
  merchant_id  uuid        not null,
  state        text        not null check (state in ('placed', 'accepted', 'partly', 'refused', 'cancelled', 'ready', 'dropped',
                 'packed', 'out', 'delivered', 'settled')),
  stamp        int         not null default 0,
  placed_cents bigint      not null check (placed_cents > 0),
  total_cents  bigint      not null check (total_cents >= 0),
  ready_at     timestamptz not null,
  cancel_until timestamptz,
  note         text        not null default '' check (length(note) <= 300),
  placed_at    timestamptz not null,
  changed_at   timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, order_id, merchant_id),
  foreign key (commune_id, order_id) references shop_order (commune_id, id)
);

create index merchant_order_board on merchant_order (commune_id, merchant_id, placed_at desc);

-- A line as it was sold: name, price and VAT of that day. units and taken: what it took of the stock. delivered: what was weighed;
-- asked: more than the customer agreed to, waiting for their word. amount_cents: what the line costs now, deposit included.
create table order_line (
  commune_id        int    not null,
  id                uuid   not null,
  merchant_order_id uuid   not null,
  position          int    not null,
  variant_id        uuid   not null,
  name              text   not null,
  unit              text   not null check (unit in ('piece', 'kilogram')),
  quantity          bigint not null check (quantity > 0),
  price_cents       bigint not null,
  deposit_cents     bigint not null,
  vat_permille      int    not null,
  units             uuid[]   not null,
  taken             bigint[] not null,
  state             text   not null check (state in ('ordered', 'asked', 'refused')),
  delivered         bigint check (delivered > 0),
  asked             bigint check (asked > 0),
  amount_cents      bigint not null check (amount_cents >= 0),
  primary key (commune_id, id),
  unique (commune_id, merchant_order_id, position),
  foreign key (commune_id, merchant_order_id) references merchant_order (commune_id, id),
  foreign key (commune_id, variant_id) references variant (commune_id, id),
  check ((state = 'asked') = (asked is not null))
);

-- One way in which a merchant is paid for its part, straight to itself. amount: what it comes to now; paid and refunded: what was
-- given and given back. For 'voucher', hold_id is what the ledger keeps for it; for 'transfer', reference is the structured
-- communication.
create table payment_leg (
  commune_id        int    not null,
  id                uuid   not null,
  merchant_order_id uuid   not null,
  modality          text   not null check (modality in ('transfer', 'voucher', 'at-pickup', 'at-door', 'link', 'online')),
  amount_cents      bigint not null check (amount_cents >= 0),
  paid_cents        bigint not null default 0 check (paid_cents >= 0),
  refunded_cents    bigint not null default 0 check (refunded_cents >= 0),
  reference         text   not null default '',
  hold_id           uuid,
  primary key (commune_id, id),
  unique (commune_id, merchant_order_id, modality),
  foreign key (commune_id, merchant_order_id) references merchant_order (commune_id, id),
  check (refunded_cents <= paid_cents)
);

-- What happened to a merchant's part, for the tracking page; told_at: when those concerned were written to.
create table order_event (
  commune_id        int         not null,
  id                uuid        not null,
  merchant_order_id uuid        not null,
  kind              text        not null check (length(kind) between 1 and 30),
  detail            text        not null default '' check (length(detail) <= 200),
  at                timestamptz not null,
  told_at           timestamptz,
  primary key (commune_id, id),
  foreign key (commune_id, merchant_order_id) references merchant_order (commune_id, id)
);

create index order_event_of on order_event (commune_id, merchant_order_id, at);
create index order_event_untold on order_event (commune_id, at) where told_at is null;

alter table shop_order enable row level security;
create policy commune on shop_order using (commune_id = current_setting('app.commune')::int);
alter table merchant_order enable row level security;
create policy commune on merchant_order using (commune_id = current_setting('app.commune')::int);
alter table order_line enable row level security;
create policy commune on order_line using (commune_id = current_setting('app.commune')::int);
alter table payment_leg enable row level security;
create policy commune on payment_leg using (commune_id = current_setting('app.commune')::int);
alter table order_event enable row level security;
create policy commune on order_event using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on shop_order, merchant_order, order_line, payment_leg, order_event to ${app};
