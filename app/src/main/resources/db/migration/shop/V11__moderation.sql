-- What appeared in the shop or changed there, for the town hall to look at afterwards: one open row a product, which keeps what
-- was said before the first change that nobody looked at. before_*: null for a product that is new.
create table product_change (
  commune_id         int         not null,
  id                 uuid        not null,
  product_id         uuid        not null,
  before_name        text,
  before_description text,
  picture            boolean     not null default false,
  changed_at         timestamptz not null,
  state              text        not null default 'waiting' check (state in ('waiting', 'seen', 'taken-down')),
  decided_at         timestamptz,
  decided_by         uuid,
  reason             text        check (length(reason) between 1 and 500),
  primary key (commune_id, id),
  foreign key (commune_id, product_id) references product (commune_id, id),
  check ((state = 'waiting') = (decided_at is null)),
  check ((state = 'taken-down') = (reason is not null))
);

create unique index product_change_waiting on product_change (commune_id, product_id) where state = 'waiting';
create index product_change_queue on product_change (commune_id, state, id);

alter table product_change enable row level security;
create policy commune on product_change using (commune_id = current_setting('app.commune')::int);
grant select, insert, update on product_change to ${app};
