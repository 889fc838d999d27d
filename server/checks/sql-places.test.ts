import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sqlPlaceProblems } from './sql-places.ts';

const QUERY = 'await tx.query<{ id: string }>(`select id from users where org_id = $1`, [orgId])';

test('SQL outside a repository is named, unless it has a reason', () => {
  const sources = [
    { file: 'features/users/list-users.ts', text: QUERY },
    { file: 'features/users/repository.ts', text: QUERY },
    { file: 'features/users/letter-repository.ts', text: QUERY },
    { file: 'features/orgs/register-org.ts', text: 'await client.query(`SELECT Name FROM Organization`)' },
    { file: 'platform/jobs.ts', text: QUERY },
  ];
  assert.deepEqual(sqlPlaceProblems(sources, {}), [
    'users/list-users.ts holds SQL. It stands in the repository.ts of the feature, or with a reason in sql-places.ts.',
  ]);
  assert.deepEqual(sqlPlaceProblems(sources, { 'users/list-users.ts': 'a reason' }), []);
});

test('A reason that nothing needs any more is named', () => {
  assert.deepEqual(sqlPlaceProblems([], { 'users/list-users.ts': 'a reason' }), [
    'users/list-users.ts holds no SQL. Take its line out of sql-places.ts.',
  ]);
});
