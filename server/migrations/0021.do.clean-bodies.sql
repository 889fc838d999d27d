-- Words are cleaned once, when they come in. What was kept before this migration was cleaned whenever it was used, and still is:
-- rows of before say false, every row that is written from now on says true.
alter table sales_emails add column body_is_clean boolean not null default false;
alter table sales_emails alter column body_is_clean set default true;
