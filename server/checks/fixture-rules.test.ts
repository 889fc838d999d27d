import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { checkFixtures } from './fixture-rules.ts';
import { projectRoot } from './run-check.ts';

const HELPERS = fileURLToPath(new URL('force-app/test', projectRoot));

/** One line of a component test each, and a piece of the sentence that is expected; null where the line is right. */
const LINES: [string, string | null][] = [
  [`row({ state: 'sent' });`, null],
  [`row({ stete: 'sent' });`, "'stete' does not exist"],
  [`row({ state: 'gone' });`, `"gone"' is not assignable`],
  [`row(JSON.parse('{}'));`, 'has no type'],
  [`serve({ 'GET /sales-emails': list(row()) });`, null],
  [`serve({ 'GET /sales-emails': { salesEmails: [], total: 0 } });`, 'cursor'],
  [`serve({ 'GET /sales-emails': { ...list(), total: '1' } });`, "'string' is not assignable to type 'number'"],
  [`serve({ 'GET /sales-emails': () => ({ salesEmails: [] }) });`, 'not assignable'],
  [`serve({ 'GET /sales-emails': new Answer(200, { total: 0 }) });`, 'not assignable'],
  [`serve({ 'GET /sales-emails': JSON.parse('{}') });`, 'has no type'],
  [`serve({ 'GET /sales-emals': list() });`, `'GET /sales-emals'' does not exist`],
  ['serve({ [`GET /sales-emails/${row().id}`]: list() });', 'is not known before the test runs'],
];

describe('Fixtures of component tests cannot drift from the service', () => {
  let folder: string;
  let problems: string[];

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'msi-actions-fixtures-'));
    const config = { extends: `${HELPERS}/tsconfig.json`, include: [`${HELPERS}/*.d.ts`, '*.test.js'], exclude: [] };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    const imports = `import { list, row } from '${HELPERS}/seed'; import { Answer, serve } from '${HELPERS}/service'; void Answer;`;
    writeFileSync(path.join(folder, 'drift.test.js'), [imports, ...LINES.map(([line]) => line)].join('\n'));
    ({ problems } = checkFixtures(path.join(folder, 'tsconfig.json')));
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const [index, [line, expected]] of LINES.entries()) {
    test(`${line} ${expected === null ? 'is right' : 'is refused'}`, () => {
      const found = problems.filter((problem) => problem.includes(`drift.test.js:${String(index + 2)}:`));
      if (expected === null) assert.deepEqual(found, []);
      else assert.ok(found.join('\n').includes(expected), found.join('\n') || 'nothing was found');
    });
  }
});
