import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readInvitationCsv } from './read-invitation-csv.ts';

function noTeam(): undefined {
  return undefined;
}

function problems(csv: string, chosen: { emailColumn?: number; roleColumn?: number | null } = {}) {
  return readInvitationCsv({ csv, ...chosen }, noTeam).rows.map(({ line, email, role, problem }) => [line, email, role, problem]);
}

describe('A file of people to invite', () => {
  test('is read with its headings, and each row that cannot be used says why at its line', () => {
    const csv = [
      '\uFEFFName;E-Mail;Role',
      'Kim Larsen;Kim.Larsen@acme.example;Admin',
      'Nobody;;',
      '"Blake; Sam";sam@acme.example;',
      'Wrong;not an address;rep',
      'Kim again;KIM.larsen@acme.example;',
      'Pat;pat@acme.example;king',
    ].join('\r\n');
    const { columns, emailColumn, roleColumn } = readInvitationCsv({ csv }, noTeam);
    assert.deepEqual([columns.map(({ name }) => name), emailColumn, roleColumn], [['Name', 'E-Mail', 'Role'], 1, 2]);
    assert.deepEqual(columns[0]?.samples, ['Kim Larsen', 'Nobody', 'Blake; Sam']);
    assert.deepEqual(problems(csv), [
      [2, 'kim.larsen@acme.example', 'admin', null],
      [3, '', 'rep', 'no_address'],
      [4, 'sam@acme.example', 'rep', null],
      [5, 'not an address', 'rep', 'not_an_address'],
      [6, 'KIM.larsen@acme.example', 'rep', 'repeated'],
      [7, 'pat@acme.example', 'rep', 'unknown_role'],
    ]);
  });

  test('needs no headings: the column with the addresses is found', () => {
    assert.deepEqual(problems('Kim,kim@acme.example\nSam,sam@acme.example\n'), [
      [1, 'kim@acme.example', 'rep', null],
      [2, 'sam@acme.example', 'rep', null],
    ]);
    assert.equal(readInvitationCsv({ csv: 'kim@acme.example' }, noTeam).columns[0]?.name, null);
  });

  test('is read by the columns that the admin chose', () => {
    const csv = 'Email,Other,Kind\nold@acme.example,new@acme.example,admin\n';
    assert.deepEqual(problems(csv, { emailColumn: 1, roleColumn: 2 }), [[2, 'new@acme.example', 'admin', null]]);
    assert.deepEqual(problems(csv, { emailColumn: 0, roleColumn: null }), [[2, 'old@acme.example', 'rep', null]]);
  });

  test('may name 100 people at once: those after them say so', () => {
    const rows = problems(Array.from({ length: 102 }, (_, index) => `p${String(index)}@acme.example`).join('\n'));
    assert.deepEqual(rows.map(([, , , problem]) => problem).filter(Boolean), ['too_many', 'too_many']);
  });

  test('that is none, is empty or is far too long is refused in words', () => {
    for (const [csv, words] of [
      ['Email\n"kim@acme.example', /cannot be read as CSV/],
      ['\n\n', /empty/],
      ['Email,Role\n', /no rows/],
      ['a@b.example\n'.repeat(1_002), /more than 1,000 rows/],
    ] as const)
      assert.throws(() => readInvitationCsv({ csv }, noTeam), { code: 'csv_unreadable', message: words });
  });
});
