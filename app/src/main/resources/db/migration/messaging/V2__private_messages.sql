-- A private message carries a link that opens one person's matter: its text is not kept once it has left.
alter table outbox_message drop constraint outbox_message_kind_check;
alter table outbox_message add constraint outbox_message_kind_check
  check (kind in ('secret', 'private', 'notice', 'mailing', 'record'));
