-- The window of the season: few products have one, and all of them are looked through by its page.
create index product_season on product (commune_id, id desc) where season_from is not null and state = 'published';
