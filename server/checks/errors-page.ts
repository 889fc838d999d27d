import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { ERROR_AREAS, REMEDIES, type ErrorEntry } from '../src/platform/error-catalogue/index.ts';
import { projectRoot, runCheck } from './run-check.ts';

const PAGE = 'docs/errors.md';

const INTRODUCTION = `# Errors

Every failure is problem+json (RFC 9457) with these fields:

- \`code\`: one of this list. It stays the same from release to release, so compare with it.
- \`status\`: the one of the list. A second status is for the same refusal in another place, such as a page instead of a session.
  \`bad_request\` has the 4xx status that the framework gives.
- \`title\`: a sentence for people, to be shown unchanged, in the language that the request asks for (\`Accept-Language\`);
  here it is in English.
  Where more is known than the sentence of this list says, it says more.
- \`requestId\`: what the log knows the request by.
- \`retryAt\`: from when the same request may succeed.
- \`errors\`: the fields of the request that are wrong, and why.

The list is \`server/src/platform/error-catalogue\`; \`npm run docs:errors\` makes this page of it.
The OpenAPI document says what each route may answer: what the door answers on all of them, and what the route names as \`config.problems\`.
`;

/** The page as its list says it should be, in the format of the project. */
async function page(file: string): Promise<string> {
  const remedies = Object.entries(REMEDIES).map(([name, sentence]) => `| ${words(name)} | ${sentence} |`);
  const areas = Object.entries(ERROR_AREAS).map(([name, area]) => `## ${name}\n\n${table(area)}`);
  const text = [INTRODUCTION, ...areas, `## What the caller can do\n\n| Words | Mean |\n| --- | --- |\n${remedies.join('\n')}`].join(
    '\n\n',
  );
  return format(text, { ...(await resolveConfig(file)), parser: 'markdown' });
}

function table(area: Readonly<Record<string, ErrorEntry>>): string {
  const rows = Object.entries(area).map(([code, { status, otherStatus, title, remedy }]) => {
    const statuses = otherStatus === undefined ? String(status) : `${String(status)}, ${String(otherStatus)}`;
    return `| \`${code}\` | ${statuses} | ${title} | ${words(remedy)} |`;
  });
  return ['| Code | Status | Sentence | The caller can |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function words(remedy: string): string {
  return remedy.replaceAll('_', ' ');
}

await runCheck('errors page', async () => {
  const file = fileURLToPath(new URL(PAGE, projectRoot));
  const source = await page(file);
  const summary = `${PAGE}, ${String(source.split('\n').filter((line) => line.startsWith('| `')).length)} codes`;
  if (existsSync(file) && readFileSync(file, 'utf8') === source) return { problems: [], summary };
  if (process.argv.includes('--check'))
    return { problems: [`${PAGE} is not what the catalogue says: run npm run docs:errors and commit the result`], summary };
  writeFileSync(file, source);
  return { problems: [], summary: `${summary}, rewritten` };
});
