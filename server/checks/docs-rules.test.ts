import assert from 'node:assert/strict';
import { test } from 'node:test';
import { docsProblems } from './docs-rules.ts';

const project = { scripts: ['check', 'bench:panel'], isThere: (file: string) => ['docs/rules.md', 'server/src/app.ts'].includes(file) };

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
