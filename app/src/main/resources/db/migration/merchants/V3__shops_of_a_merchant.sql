-- What a shop says of itself, and since when it is closed for good: kept, because purchases were made there.
alter table establishment
  add column description text not null default '' check (length(description) <= 500),
  add column closed_at timestamptz;
