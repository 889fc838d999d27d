import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableLines, tableUses } from './table-list.ts';

test('The list names the writers and readers of each table, SQL functions among them, and a writer once', () => {
  const code = [
    { file: 'features/users/repository.ts', text: 'update users u set name = $1; select 1 from users; delete from old_users' },
    { file: 'features/panel/repository.ts', text: 'select u.name from users u join orgs o on true' },
    { file: 'platform/jobs.ts', text: 'with some as (select 1) select 1 from some' },
  ];
  const migrations = [
    { file: '0001.sql', text: 'create table users (id int); create table if not exists orgs (id int); create table old_users (id int);' },
  ];
  const functions = [{ file: 'add_org.sql', text: '-- reads from users\ninsert into orgs (id) values (1)' }];
  assert.deepEqual(tableLines(tableUses(code, migrations, functions)), [
    'old_users                        written by users; also read by nobody',
    'orgs                             written by add_org(); also read by panel',
    'users                            written by users; also read by panel',
  ]);
});
