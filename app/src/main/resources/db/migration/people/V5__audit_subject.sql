-- "Everything about this thing", newest first.
create index audit_trail_by_subject on audit_trail (commune_id, subject, id);
