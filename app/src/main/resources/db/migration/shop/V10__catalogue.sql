-- Trigrams find the word that was meant; the extension comes with PostgreSQL and the owner of a database may create it.
create extension if not exists pg_trgm;

-- The picture of a product as it is shown: made anew from what was sent, so nothing of the camera is left in it. list: for lists,
-- page: for the product's page, feed: for catalogues that ask for 500 by 500 at least. A new picture is a new row.
create table product_photo (
  commune_id int         not null,
  id         uuid        not null,
  product_id uuid        not null,
  list       bytea       not null check (length(list) between 1 and 20000),
  page       bytea       not null check (length(page) between 1 and 120000),
  feed       bytea       not null check (length(feed) between 1 and 400000),
  taken_at   timestamptz not null,
  primary key (commune_id, id),
  unique (commune_id, product_id),
  foreign key (commune_id, product_id) references product (commune_id, id)
);

-- compressed already
alter table product_photo alter column list set storage external, alter column page set storage external,
  alter column feed set storage external;

-- The words of what is published, as the dictionaries of its language stem them. weight 3: in its name, 2: in a variant or brand,
-- 1: elsewhere, its merchant and trade included. A list of one word is read from its end, a page at a time.
create table product_word (
  commune_id int      not null,
  word       text     collate "C" not null check (length(word) between 1 and 40),
  weight     smallint not null check (weight between 1 and 3),
  product_id uuid     not null,
  primary key (commune_id, word, weight, product_id),
  foreign key (commune_id, product_id) references product (commune_id, id)
);

create unique index product_word_product on product_word (commune_id, product_id, word);

-- Every word that was ever published, without accents, to guess what was meant by one that is nowhere.
create table search_word (
  commune_id int  not null,
  word       text collate "C" not null check (length(word) between 3 and 40),
  primary key (commune_id, word)
);

create index search_word_trigrams on search_word using gin (word gin_trgm_ops);

create index product_published on product (commune_id, id) where state = 'published';
create index product_name on product (commune_id, merchant_id, lower(name));

alter table product_photo enable row level security;
create policy commune on product_photo using (commune_id = current_setting('app.commune')::int);
alter table product_word enable row level security;
create policy commune on product_word using (commune_id = current_setting('app.commune')::int);
alter table search_word enable row level security;
create policy commune on search_word using (commune_id = current_setting('app.commune')::int);

grant select, insert, update, delete on product_photo to ${app};
grant select, insert, delete on product_word to ${app};
grant select, insert on search_word to ${app};

-- The words most like this one. It runs as the owner, because row-level security keeps the operator of trigrams from its index,
-- and keeps to the commune of the transaction by itself.
create function similar_words(asked text) returns setof text
  language sql stable security definer
  set search_path = public, pg_temp
  set pg_trgm.similarity_threshold = 0.34
as $$
  select word
  from search_word
  where commune_id = current_setting('app.commune')::int
    and word % asked
  order by similarity(word, asked) desc, word
  limit 3
$$;

revoke all on function similar_words(text) from public;
grant execute on function similar_words(text) to ${app};

-- A text in small letters without accents, whatever the locale of the database.
create function plain(words text) returns text
  language sql immutable
as $$
  select lower(replace(replace(replace(translate(words,
    'ÀÁÂÄÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝŸàáâäãåçèéêëìíîïñòóôöõùúûüýÿŒÆ’',
    'AAAAAACEEEEIIIINOOOOOUUUUYYaaaaaaceeeeiiiinooooouuuuyyœæ '), 'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'))
$$;

-- The stems of a text in a language, without accents: as it is written, and as it is written by who leaves accents out.
create function stems(language text, words text) returns setof text
  language sql immutable
as $$
  select distinct left(plain(lexeme), 40)
  from unnest(array[translate(words, 'ÀÁÂÄÃÅÇÈÉÊËÌÍÎÏÑÒÓÔÖÕÙÚÛÜÝŸ’', 'àáâäãåçèéêëìíîïñòóôöõùúûüýÿ '), plain(words)]) as written,
    unnest(tsvector_to_array(to_tsvector(
      case language when 'fr' then 'pg_catalog.french' when 'nl' then 'pg_catalog.dutch'
        when 'de' then 'pg_catalog.german' else 'pg_catalog.english' end::regconfig, written))) as lexeme
  where lexeme <> ''
$$;

-- Why the town hall took a product out of the shop, until its merchant changes it.
alter table product add column held_reason text check (length(held_reason) between 1 and 500);
