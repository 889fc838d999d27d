import assert from 'node:assert/strict';
import { test } from 'node:test';
import { tableProblems, writersOf } from './table-rules.ts';

const users = { file: 'features/users/repository.ts', text: 'insert into users (id) values ($1) on conflict do update set name = $2' };

test('A feature that writes the table of another is named', () => {
  for (const text of [
    'update users set name = $1',
    'update users u\n  set name = $1',
    'delete from users where id = $1',
    'insert into users (id)',
  ])
    assert.deepEqual(tableProblems(writersOf([users, { file: 'features/panel/repository.ts', text }]), {}), [
      'panel writes the table users of users. Ask that feature through its index.ts, with the transaction.',
    ]);
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
