import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableProblems, writersOf } from './table-rules.ts';

const users = { file: 'features/users/repository.ts', text: 'insert into users (id) values ($1) on conflict do update set name = $2' };

const ONE_WRITER = 'One feature writes it; others ask that one through its index.ts, with the transaction.';

test('Two features that write one table are named, whichever is read first', () => {
  for (const text of [
    'update users set name = $1',
    'update users u\n  set name = $1',
    'delete from users where id = $1',
    'insert into users (id)',
  ]) {
    const other = { file: 'features/activities/repository.ts', text };
    for (const sources of [
      [users, other],
      [other, users],
    ])
      assert.deepEqual(tableProblems(writersOf(sources), {}), [`activities and users write the table users. ${ONE_WRITER}`]);
  }
});

test('A writer that is not among the allowed is named with the owner', () => {
  const writers = writersOf([{ file: 'features/activities/repository.ts', text: 'delete from users' }, users]);
  const problems = tableProblems(writers, { users: { owner: 'users', others: {} } });
  assert.deepEqual(problems, [`activities writes the table users of users. ${ONE_WRITER}`]);
});

test('Reading, locking and writing again on a conflict name no second writer', () => {
  const text = 'select id from users for no key update; on conflict (id) do update set name = 1';
  assert.deepEqual(tableProblems(writersOf([users, { file: 'features/panel/repository.ts', text }]), {}), []);
});

test('A second writer that is allowed and writes no more is named', () => {
  assert.deepEqual(tableProblems(writersOf([users]), { users: { owner: 'users', others: { panel: 'a reason' } } }), [
    'panel writes the table users no more. Take the line out of table-rules.ts.',
  ]);
});
