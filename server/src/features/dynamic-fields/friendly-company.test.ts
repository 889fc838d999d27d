import assert from 'node:assert/strict';
import { test } from 'node:test';
import { friendlyCompany } from './friendly-company.ts';

test('a company is called without the legal form that a comma sets off, and by all else of its name', () => {
  const names = [
    'Globex, Inc.',
    'Globex, Co., Ltd.',
    'Globex, S.A. de C.V.',
    'Müller, GmbH & Co. KG',
    'Globex Inc.',
    'Inc., Globex',
    'Globex, Springfield',
    ', Inc.',
  ];
  assert.deepEqual(names.map(friendlyCompany), [
    'Globex',
    'Globex',
    'Globex',
    'Müller',
    'Globex Inc.',
    'Inc., Globex',
    'Globex, Springfield',
    ', Inc.',
  ]);
});
