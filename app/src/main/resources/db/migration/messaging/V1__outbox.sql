-- One row per message that leaves, or has to leave, this installation.
create table outbox_message (
  commune_id      int not null references commune (commune_id),
  id              uuid not null,
  key             text not null check (length(key) between 1 and 200),
  channel         text not null check (channel in ('mail', 'sms', 'whatsapp', 'letter')),
  kind            text not null check (kind in ('secret', 'notice', 'mailing', 'record')),
  recipient       text not null check (length(recipient) <= 500),
  recipient_hash  bytea not null check (length(recipient_hash) = 32),
  language        text not null check (language in ('fr', 'nl', 'de', 'en')),
  template        text not null,
  subject         text not null,
  body            text not null,
  html            text not null,
  state           text not null
    check (state in ('created', 'sending', 'sent', 'failed-temporary', 'failed-permanent', 'unknown')),
  attempts        int not null default 0 check (attempts >= 0),
  created_at      timestamptz not null,
  give_up_at      timestamptz not null,
  next_attempt_at timestamptz,
  lease_until     timestamptz,
  sent_at         timestamptz,
  reference       text,
  reason          text,
  primary key (commune_id, id),
  unique (commune_id, key),
  check ((state = 'sending') = (lease_until is not null)),
  check ((state in ('created', 'failed-temporary', 'unknown')) = (next_attempt_at is not null)),
  check ((state = 'sent') = (sent_at is not null))
);

-- The worker asks for the oldest message that is due: an index of those alone stays small however many have left.
create index outbox_due on outbox_message (commune_id, channel, next_attempt_at) where next_attempt_at is not null;
create index outbox_leased on outbox_message (commune_id, lease_until) where lease_until is not null;
create index outbox_recipient on outbox_message (commune_id, recipient_hash, created_at);
create index outbox_sent on outbox_message (commune_id, channel, sent_at) where sent_at is not null;
create index outbox_newest on outbox_message (commune_id, created_at desc, id desc);

-- Who asked not to receive mailings any more; the address itself is not kept.
create table mailing_refusal (
  commune_id     int not null references commune (commune_id),
  recipient_hash bytea not null check (length(recipient_hash) = 32),
  refused_at     timestamptz not null,
  primary key (commune_id, recipient_hash)
);

-- What the demonstration's mail server has received: it refuses nothing twice and shows whether anything came twice.
create table twin_delivery (
  commune_id  int not null references commune (commune_id),
  id          uuid not null,
  copies      int not null check (copies > 0),
  received_at timestamptz not null,
  primary key (commune_id, id)
);

alter table outbox_message enable row level security;
create policy commune on outbox_message using (commune_id = current_setting('app.commune')::int);
alter table mailing_refusal enable row level security;
create policy commune on mailing_refusal using (commune_id = current_setting('app.commune')::int);
alter table twin_delivery enable row level security;
create policy commune on twin_delivery using (commune_id = current_setting('app.commune')::int);

grant select, insert, update on outbox_message to ${app};
grant select, insert, delete on mailing_refusal to ${app};
grant select, insert, update on twin_delivery to ${app};
