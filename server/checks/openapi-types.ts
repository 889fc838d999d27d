import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { openApiDocument } from '../src/openapi-document.ts';
import { projectRoot, runCheck } from './run-check.ts';

const TYPES = 'force-app/types/service.d.ts';
const HEADER = '// Generated from the service\'s OpenAPI document by "npm run types:service". Change the zod schemas instead.\n\n';

/** The types that the components compile against: each schema under its own name, and every path with its bodies and answers. */
async function generate(): Promise<{ source: string; schemas: number }> {
  const document = (await openApiDocument()) as OpenAPI3;
  const ast = await openapiTS(document, {
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    alphabetize: true,
    defaultNonNullable: false,
  });
  return { source: HEADER + astToString(ast), schemas: Object.keys(document.components?.schemas ?? {}).length };
}

await runCheck('service types', async () => {
  const file = fileURLToPath(new URL(TYPES, projectRoot));
  const { source, schemas } = await generate();
  const summary = `${TYPES}, ${schemas} schemas`;
  if (existsSync(file) && readFileSync(file, 'utf8') === source) return { problems: [], summary };
  if (process.argv.includes('--check'))
    return { problems: [`${TYPES} is not what the service's document says: run npm run types:service and commit the result`], summary };
  writeFileSync(file, source);
  return { problems: [], summary: `${summary}, rewritten` };
});
