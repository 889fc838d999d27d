import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docsProblems, glossaryProblems } from './docs-rules.ts';

const project = {
  scripts: ['check', 'bench:panel'],
  isThere: (file: string) => ['docs/rules.md', 'server/src/app.ts'].includes(file),
  files: ['server/src/app.ts', 'server/src/platform/rich-text/clean-body.ts', 'server/migrations/functions/known_recipients.sql'],
};

test('a page for readers names only commands, paths and links that are there', () => {
  const page = `Run \`npm run check\`, \`npm run bench:panel\` and [the rules](rules.md#top) of \`server/src/app.ts\`.
\`npm run bench:…\`, \`server/**/*.test.ts\`, \`server/src/features/<name>/\` and [a site](https://example.com) are left out.`;
  assert.deepEqual(docsProblems(page, 'docs/page.md', project), []);
});

test('a command, a path or a link that is not there is named', () => {
  const page = 'Run `npm run gone`, read [this](gone.md).\n\n```\nnode server/checks/gone.ts\n```\n';
  assert.deepEqual(docsProblems(page, 'docs/page.md', project), [
    'docs/page.md: package.json has no script "gone".',
    'docs/page.md: docs/gone.md is not there.',
    'docs/page.md: server/checks/gone.ts is not there.',
  ]);
});

test('a file may be named by the end of its path, and one that has moved or is gone is named', () => {
  const page = `\`app.ts\`, \`rich-text/clean-body.ts\`, \`platform/rich-text\`, \`known_recipients.sql\`; \`features/<name>/index.ts\`,
\`…-rules.ts\` and \`answer.json\` are left out. \`platform/clean-body.ts\`, \`body.ts\`, \`platform/gone\` and \`gone.sql\`
are not there.`;
  assert.deepEqual(docsProblems(page, 'docs/page.md', project), [
    'docs/page.md: platform/clean-body.ts is not there.',
    'docs/page.md: body.ts is not there.',
    'docs/page.md: platform/gone is not there.',
    'docs/page.md: gone.sql is not there.',
  ]);
});

test('the glossary has at most 40 terms', () => {
  const table = (terms: number): string => `| Term | Meaning |\n| ---- | ------- |\n${'| lane | A queue |\n'.repeat(terms)}`;
  assert.deepEqual(glossaryProblems(`${table(20)}\n## Others\n\n${table(20)}`), []);
  assert.deepEqual(glossaryProblems(table(41)), ['docs/glossary.md: 41 terms, at most 40 are allowed. Fold one into another.']);
});
