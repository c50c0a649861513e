-- Somebody who works for several shops works for one of them at a time; the shop is the merchants' own, so no foreign key.
alter table web_session add column shop_id uuid;
