import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import ts from 'typescript';
import { ERROR_AREAS, ERROR_CATALOGUE, ERROR_CODES } from './error-catalogue/index.ts';
import { AppError } from './errors.ts';

const SOURCES = new URL('..', import.meta.url).pathname;

/** The strings of every file that makes an AppError, apart from those that something is compared with. */
function stringsBesideAppErrors(): Set<string> {
  const strings = new Set<string>();
  const collect = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) && !ts.isBinaryExpression(node.parent)) strings.add(node.text);
    ts.forEachChild(node, collect);
  };
  for (const file of globSync('**/*.ts', { cwd: SOURCES })) {
    if (file.endsWith('.test.ts') || file.startsWith('platform/error-catalogue/')) continue;
    const text = readFileSync(`${SOURCES}${file}`, 'utf8');
    if (text.includes('new AppError(')) collect(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return strings;
}

suite('The catalogue of errors', () => {
  test('Every code of it is a code that the service answers with', () => {
    const used = stringsBesideAppErrors();
    assert.deepEqual(
      ERROR_CODES.filter((code) => !used.has(code)),
      [],
      'these codes are dead',
    );
  });

  test('A code stands in it once', () => {
    const all = Object.values(ERROR_AREAS).flatMap((area) => Object.keys(area));
    assert.deepEqual(all.sort(), [...ERROR_CODES]);
  });

  test('Each says in a sentence what is the matter', () => {
    for (const [code, { title, status }] of Object.entries(ERROR_CATALOGUE)) {
      assert.match(title, /^[A-Z].*\.$/, code);
      assert.ok(status >= 400 && status < 600, code);
    }
  });

  test('A failure has status and sentence of its code; a use case may say more', () => {
    const { status, title, extra } = new AppError('too_many_sign_ins', { retryAt: '2026-01-01T00:00:00Z' });
    assert.deepEqual([status, title], [429, ERROR_CATALOGUE.too_many_sign_ins.title]);
    assert.deepEqual(extra, { retryAt: '2026-01-01T00:00:00Z' });
    const more = new AppError('user_deactivated', { status: 409, title: 'This user is deactivated.' });
    assert.deepEqual(
      [more.status, more.title, more.message, more.extra],
      [409, 'This user is deactivated.', 'This user is deactivated.', {}],
    );
  });

  test('A code or a status that the catalogue does not have, and a kind of fault that nobody knows, do not compile', () => {
    // @ts-expect-error there is no such code
    assert.throws(() => new AppError('not_fuond'));
    // @ts-expect-error this code has one status
    assert.ok(new AppError('not_found', { status: 409 }));
    // @ts-expect-error this is not the other status of this code
    assert.ok(new AppError('user_deactivated', { status: 404 }));
    // @ts-expect-error there is no such kind
    assert.ok(new AppError('validation_failed', { errors: [{ in: 'body', pointer: '/to', code: 'costum', detail: 'No.' }] }));
  });
});
