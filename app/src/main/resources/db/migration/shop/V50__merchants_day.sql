-- What a merchant's own pages ask all day: what is new, what ended in a period, what is still to be paid or given back.
create index merchant_order_new on merchant_order (commune_id, merchant_id, placed_at desc) where state = 'placed';
create index order_event_end on order_event (commune_id, at) where kind in ('delivered', 'refused', 'cancelled');
create index payment_leg_open on payment_leg (commune_id, merchant_order_id)
  where amount_cents - paid_cents + refunded_cents <> 0;
