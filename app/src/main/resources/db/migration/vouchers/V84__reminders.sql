-- Where a family asked to be reminded before a voucher ends. Purpose: three mails before the last day, nothing else; deleted with
-- the voucher's last day, or as soon as the family wants no more of them.
create table reminder_address (
  commune_id int         not null,
  id         uuid        not null,
  voucher_id uuid        not null,
  mail       bytea       not null,
  mail_hash  bytea       not null check (octet_length(mail_hash) = 32),
  language   text        not null check (language in ('fr', 'nl', 'de', 'en')),
  created_at timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, voucher_id, mail_hash),
  foreign key (commune_id, voucher_id) references voucher (commune_id, id)
);

alter table reminder_address enable row level security;
create policy commune on reminder_address using (commune_id = current_setting('app.commune')::int);

grant select, insert, delete on reminder_address to ${app};
