import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';

interface ApiDocument {
  paths: Record<string, Record<string, { responses: Record<string, { $ref?: string; description?: string }> }>>;
  components: { responses: Record<string, { description: string }> };
}
interface Answered {
  method: string;
  url: string;
  status: number;
  code: string;
}

/** Fails when a route of the panel answers with a code that the API document does not name for it and the status. */
export function createAnswerCheck(app: FastifyInstance): (answered: Answered) => void {
  let routes: { pattern: RegExp; operations: ApiDocument['paths'][string] }[] | undefined;
  return function checkAnswer({ method, url, status, code }) {
    const document = app.swagger() as unknown as ApiDocument;
    // What names a thing by a word comes before what takes any word
    routes ??= Object.entries(document.paths)
      .sort(([one], [other]) => one.split('{').length - other.split('{').length)
      .map(([path, operations]) => ({ pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`), operations }));
    const path = url.split('?')[0] ?? '';
    const operation = routes.find(({ pattern, operations }) => pattern.test(path) && operations[method.toLowerCase()])?.operations[
      method.toLowerCase()
    ];
    if (!operation) return;
    const response = operation.responses[status] ?? {};
    const { description = '' } = response.$ref ? (document.components.responses[response.$ref.split('/').at(-1) ?? ''] ?? {}) : response;
    assert.ok(
      description.includes(`\`${code}\``),
      `${method} ${path} answered ${String(status)} ${code}, which its API document does not say. Add the code to config.problems of the route.`,
    );
  };
}
