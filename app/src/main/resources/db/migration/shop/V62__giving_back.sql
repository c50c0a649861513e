-- Legs of which more is kept than they come to: few at any time, and looked for on every merchant's board.
create index payment_leg_over on payment_leg (commune_id, merchant_order_id)
  where paid_cents - refunded_cents > amount_cents;
