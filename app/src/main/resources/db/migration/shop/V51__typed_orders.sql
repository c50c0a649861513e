-- How an order came: by the customer's own pages, or typed by staff for somebody who called, wrote or stood there. typed_by: who
-- typed it, so that they find the customer's link again; nobody else does.
alter table shop_order
  add column source text not null default 'web' check (source in ('web', 'phone', 'messenger', 'counter')),
  add column typed_by uuid,
  add check ((source = 'web') = (typed_by is null));
