import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filesToHold, longLines } from './columns-rules.ts';

test('a line of more than 140 columns is named, and one of 140 is not, whatever its characters weigh', () => {
  const text = [`// ${'x'.repeat(137)}`, `// ${'x'.repeat(138)}`, '日😀'.repeat(70)].join('\n');
  assert.deepEqual(longLines(text, 'server/src/a.ts'), ['server/src/a.ts:2: 141 columns, at most 140 are allowed.']);
});

test('a regular expression that cannot be broken may be longer in the files that the check names, and nowhere else', () => {
  const expression = `  /${'a|'.repeat(80)}b/i;`;
  const named = 'server/src/features/reply-tracking/classify/bounce-words.ts';
  assert.deepEqual(longLines(expression, named), []);
  assert.equal(longLines(expression, 'server/src/a.ts').length, 1);
  assert.equal(longLines(`const words = '${'a'.repeat(140)}';`, named).length, 1);
});

test('what is generated, installed or may not change is not held to the width', () => {
  const component = 'force-app/main/panel/lwc/panel/panel';
  const held = [`${component}.ts`, `${component}.html`, `${component}.css`, 'force-app/test/seed.js', 'server/local-world/bootstrap.mjs'];
  const others = [`${component}.js`, 'force-app/types/service.d.ts', 'server/src/assets/page.css', 'server/migrations/0001.do.orgs.sql'];
  const sql = 'server/migrations/functions/accept_sales_emails.sql';
  assert.deepEqual(filesToHold([...held, ...others, sql, 'server/node_modules/a/index.ts']), [...held, sql]);
});
