import assert from 'node:assert/strict';
import { test } from 'node:test';
import { featureCircles, fileCircles, importsOf } from './circle-rules.ts';

function readAll(sources: Record<string, string>) {
  return Object.entries(sources).flatMap(([file, text]) => importsOf(file, text));
}
const ADVICE = 'Hand the value in, or give it a file of its own.';

test('Files that load each other are named by their shortest way round, whatever the kind of import', () => {
  for (const last of [
    "import { a } from '../a.ts';",
    "export * from '../a.ts';",
    "const late = await import('../a.ts');",
    "import { type A } from '../a.ts';",
  ])
    assert.deepEqual(
      fileCircles(
        readAll({
          'src/main.ts': "import './a.ts';",
          'src/a.ts': "import { b } from './b.ts'; import './long/c.ts';",
          'src/b.ts': "import './long/c.ts';",
          'src/long/c.ts': last,
        }),
      ),
      [`These files load each other: src/a.ts → src/long/c.ts → src/a.ts. ${ADVICE}`],
    );
});

test('A file that imports itself is a circle', () => {
  assert.deepEqual(fileCircles(readAll({ 'src/a.ts': "import './a.ts';" })), [
    `These files load each other: src/a.ts → src/a.ts. ${ADVICE}`,
  ]);
});

test('Files that know types of each other load nothing', () => {
  const types = ["import type { A } from './a.ts';", "export type { A } from './a.ts';", "type A = import('./a.ts').A;"];
  for (const text of types) assert.deepEqual(fileCircles(readAll({ 'src/a.ts': "import './b.ts';", 'src/b.ts': text })), []);
});

test('Each group of files that load each other is named once', () => {
  const pair = (one: string, two: string) => ({ [one]: `import './${two}';`, [two]: `import './${one}';` });
  assert.equal(fileCircles(readAll({ ...pair('a.ts', 'b.ts'), ...pair('c.ts', 'd.ts') })).length, 2);
});

test('Features that know each other are named, even by types and by different files', () => {
  const sources = {
    'src/features/orgs/one.ts': "import { people } from '../users/index.ts';",
    'src/features/orgs/two.ts': '',
    'src/features/users/people.ts': "import type { Mailbox } from '../mailboxes/index.ts';",
    'src/features/mailboxes/index.ts': "import { Org } from '../orgs/schemas.ts';",
  };
  assert.deepEqual(featureCircles(readAll(sources)), [
    'These features know each other: orgs → users → mailboxes → orgs. One of them asks for what it needs as a value.',
  ]);
});

test('A test of a feature may use the features that build on it', () => {
  const sources = {
    'src/features/orgs/orgs.test.ts': "import { people } from '../users/index.ts';",
    'src/features/users/people.ts': "import { org } from '../orgs/index.ts';",
  };
  assert.deepEqual(featureCircles(readAll(sources)), []);
});
