import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import ts from 'typescript';
import { ERROR_AREAS, ERROR_CATALOGUE, ERROR_CODES } from './error-catalogue/index.ts';
import { AppError } from './errors.ts';
import { verbatim } from './languages/index.ts';

const SOURCES = new URL('..', import.meta.url).pathname;

/** The codes that some `new AppError(…)` of the product can have: its first argument, or what the compiler knows of that. */
function codesOfAppErrors(): Set<string> {
  const codes = new Set<string>();
  const computed = new Set<string>();
  for (const file of globSync('**/*.ts', { cwd: SOURCES })) {
    const text = readFileSync(`${SOURCES}${file}`, 'utf8');
    if (file.endsWith('.test.ts') || !text.includes('new AppError(')) continue;
    for (const code of codesIn(ts.createSourceFile(file, text, ts.ScriptTarget.Latest))) {
      if (ts.isStringLiteral(code)) codes.add(code.text);
      else computed.add(`${SOURCES}${file}`);
    }
  }
  // The compiler takes seconds for all of the sources
  const program = ts.createProgram([...computed], compilerOptions());
  for (const file of computed) addComputed(codes, program.getSourceFile(file), program.getTypeChecker());
  return codes;
}

function codesIn(source: ts.SourceFile): ts.Expression[] {
  return nodesOf(source).flatMap((node) => {
    const isAppError = ts.isNewExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'AppError';
    return isAppError && node.arguments?.[0] ? [node.arguments[0]] : [];
  });
}

/** What is typed as any code at all comes from a table: then every code counts that stands in this file where the type asks for a code. */
function addComputed(codes: Set<string>, source: ts.SourceFile | undefined, checker: ts.TypeChecker): void {
  assert.ok(source);
  const isAnyCode = (type: ts.Type | undefined): boolean => textsOf(type).length === ERROR_CODES.length;
  const types = codesIn(source).map((code) => checker.getTypeAtLocation(code));
  for (const type of types) if (!isAnyCode(type)) for (const text of textsOf(type)) codes.add(text);
  if (!types.some(isAnyCode)) return;
  for (const node of nodesOf(source)) if (ts.isStringLiteral(node) && isAnyCode(checker.getContextualType(node))) codes.add(node.text);
}

function textsOf(type: ts.Type | undefined): string[] {
  const types = type?.isUnion() ? type.types : [type];
  return types.flatMap((one) => (one?.isStringLiteral() ? [one.value] : []));
}

function nodesOf(node: ts.Node): ts.Node[] {
  const nodes = [node];
  ts.forEachChild(node, (child) => void nodes.push(...nodesOf(child)));
  return nodes;
}

function compilerOptions(): ts.CompilerOptions {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => assert.fail('tsconfig.json cannot be read') };
  return ts.getParsedCommandLineOfConfigFile(`${SOURCES}../tsconfig.json`, {}, host)?.options ?? {};
}

suite('The catalogue of errors', () => {
  test('Every code of it is a code that the service answers with', () => {
    const used = codesOfAppErrors();
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
    const more = new AppError('user_deactivated', { status: 409, title: verbatim('This user is deactivated.') });
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
    assert.ok(new AppError('validation_failed', { errors: [{ in: 'body', pointer: '/to', code: 'costum', detail: verbatim('No.') }] }));
  });
});
