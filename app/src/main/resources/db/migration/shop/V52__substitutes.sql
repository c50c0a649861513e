-- What the merchant may put in place of what it lacks: its terms as the customer saw them when ordering.
alter table merchant_order
  add column substitution text not null default 'never' check (substitution in ('never', 'on-consent', 'allowed'));

-- What a merchant puts in place of a line it lacks, as it is sold now. Its units are taken with the order's from the moment it is
-- proposed. asked: waits for the customer until answer_by, then the line is left out; given: put at once, as the terms allow.
create table order_substitute (
  commune_id        int         not null,
  line_id           uuid        not null,
  merchant_order_id uuid        not null,
  variant_id        uuid        not null,
  name              text        not null,
  unit              text        not null check (unit in ('piece', 'kilogram')),
  quantity          bigint      not null check (quantity > 0),
  price_cents       bigint      not null,
  deposit_cents     bigint      not null,
  vat_permille      int         not null,
  units             uuid[]      not null,
  taken             bigint[]    not null,
  amount_cents      bigint      not null check (amount_cents > 0),
  state             text        not null check (state in ('asked', 'agreed', 'declined', 'lapsed', 'given')),
  asked_at          timestamptz not null,
  answer_by         timestamptz not null,
  primary key (commune_id, line_id),
  foreign key (commune_id, line_id) references order_line (commune_id, id),
  foreign key (commune_id, merchant_order_id) references merchant_order (commune_id, id),
  foreign key (commune_id, variant_id) references variant (commune_id, id)
);

create index order_substitute_of on order_substitute (commune_id, merchant_order_id);
create index order_substitute_due on order_substitute (commune_id, answer_by) where state = 'asked';

alter table order_substitute enable row level security;
create policy commune on order_substitute using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on order_substitute to ${app};
