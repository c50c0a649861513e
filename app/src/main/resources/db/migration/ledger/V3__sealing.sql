-- Where the sealer stands: everything up to (watermark, after_id) of this database cluster is in the log. A restored backup
-- lives in a new cluster, whose transaction numbers begin anew; the number of the cluster tells the two apart.
alter table transfer add column cluster int not null default 0;
alter table log_head add column after_id uuid not null default '00000000-0000-0000-0000-000000000000';
alter table log_head add column cluster int not null default 0;
