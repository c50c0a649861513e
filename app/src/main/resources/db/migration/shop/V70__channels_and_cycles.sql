-- By which ways a merchant takes orders, and what the orders that close together must come to.
alter table shop_terms
  add column channels text[] not null default '{web,phone,messenger,counter}'
    check (cardinality(channels) > 0 and channels <@ '{web,phone,messenger,counter}'::text[]),
  add column order_phone text not null default '' check (length(order_phone) <= 30),
  add column order_page text not null default '' check (length(order_page) <= 500),
  add column cycle_minimum_cents bigint not null default 0 check (cycle_minimum_cents between 0 and 100000000);

-- An order cycle: the parts of one merchant that close at the same instant. Its minimum is what the terms said when the part was
-- placed; its state is decided once, when it closes.
alter table merchant_order
  add column cycle_closes_at timestamptz,
  add column cycle_minimum_cents bigint check (cycle_minimum_cents > 0),
  add column cycle_state text check (cycle_state in ('open', 'reached', 'missed')),
  add check ((cycle_closes_at is null) = (cycle_minimum_cents is null)
    and (cycle_closes_at is null) = (cycle_state is null));

create index merchant_order_cycle on merchant_order (commune_id, merchant_id, cycle_closes_at)
  where cycle_closes_at is not null;
create index merchant_order_closing on merchant_order (commune_id, cycle_closes_at)
  where state = 'placed' and cycle_state in ('open', 'missed');
