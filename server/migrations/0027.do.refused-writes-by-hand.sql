-- The panel asks for these with every record: what a rep added by hand and Salesforce did not take
create index refused_writes_by_hand on salesforce_writes (user_id, record_id)
  where state in ('failed', 'skipped') and mode = 'create' and fact_id is null and activity_id is null;
