-- A list a merchant sent, between its preview and its confirmation. No personal data; forgotten after a week.
create table product_import (
  commune_id   int         not null,
  id           uuid        not null,
  merchant_id  uuid        not null,
  content      text        not null check (length(content) between 1 and 1000000),
  sent_at      timestamptz not null,
  confirmed_at timestamptz,
  primary key (commune_id, id)
);

create index product_import_sent on product_import (commune_id, sent_at);

alter table product_import enable row level security;
create policy commune on product_import using (commune_id = current_setting('app.commune')::int);
grant select, insert, update, delete on product_import to ${app};
