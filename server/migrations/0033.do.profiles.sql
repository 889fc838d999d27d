-- `language` is what Salesforce says, as it writes it. What somebody chose stands beside it; null: as Salesforce says
alter table users
  add column language text,
  add column chosen_language text check (chosen_language in ('en', 'fr', 'de', 'ja', 'pt', 'es')),
  add column chosen_locale text,
  add column chosen_time_zone text;
