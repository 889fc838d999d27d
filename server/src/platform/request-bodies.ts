import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { commonSentence } from './error-words/index.ts';
import { AppError } from './errors.ts';

/** What a stranger may send: a form, a push, a consent on its way back. Routes raise it for callers who have proved who they are. */
export const STRANGERS_BODY_LIMIT = 16 * 1024;
/** Room for a signature of 100,000 characters, or for a hundred addresses. */
export const TEXT_BODY_LIMIT = 512 * 1024;
/** Room for a sales email of a million characters. The largest body of all. */
export const EMAIL_BODY_LIMIT = 4 * 1024 * 1024;

/**
 * What every body has to keep to, before any parser: it is not compressed, and one of several parts says how long it is, because the parser
 * of parts does not count. And what no text may have afterwards: the character NUL, which PostgreSQL cannot store.
 */
export const requestBodies = fp(
  async (app) => {
    // A text is taken as JSON or as a form; nothing here reads it plain
    app.removeContentTypeParser('text/plain');
    app.addHook('onRequest', async ({ headers, routeOptions }) => {
      const encoding = headers['content-encoding'] ?? 'identity';
      if (encoding.toLowerCase() !== 'identity') throw new AppError('unsupported_media_type', { title: commonSentence('compressed') });
      if (!headers['content-type']?.toLowerCase().startsWith('multipart/')) return;
      if (headers['content-length'] === undefined) throw new AppError('length_required');
      if (Number(headers['content-length']) > routeOptions.bodyLimit)
        throw new AppError('too_large', { title: commonSentence('fileTooLarge') });
    });
    app.addHook('preHandler', async (request) => {
      for (const [where, value] of [
        ['body', request.body],
        ['query', request.query],
        ['path', request.params],
      ] as const)
        if (hasNul(value)) throw nulRefused(where);
    });
    // Whatever else comes of a body that no route would take is not read to its end
    app.addHook('onSend', async (request, reply) => {
      if (!request.raw.complete && !isBounded(request)) reply.header('connection', 'close');
    });
  },
  { name: 'request-bodies' },
);

function isBounded({ headers }: FastifyRequest): boolean {
  return Number(headers['content-length'] ?? Infinity) <= EMAIL_BODY_LIMIT;
}

function nulRefused(where: string): AppError {
  const detail = commonSentence('nulCharacter');
  return new AppError('validation_failed', { title: detail, errors: [{ in: where, pointer: '', code: 'nul_character', detail }] });
}

/** Looks into lists and plain objects, not into files; without recursion, since a stranger chooses the depth. */
function hasNul(given: unknown): boolean {
  const seen = new Set<object>();
  const left = [given];
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === 'string' && value.includes('\0')) return true;
    if (typeof value !== 'object' || value === null || seen.has(value) || !(Array.isArray(value) || isPlain(value))) continue;
    seen.add(value);
    for (const [name, inside] of Object.entries(value)) left.push(name, inside);
  }
  return false;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype;
}
