import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Language } from './languages.ts';

/** What to say a refusal in. An address that cannot be read is refused before its request has an `answerLanguage`: in English. */
export function refusalLanguage(request: Partial<FastifyRequest>): Language {
  return request.answerLanguage ?? 'en';
}

/** Says on an answer with words in which language they are. */
export function noteLanguage(reply: FastifyReply, language: Language): void {
  reply.header('content-language', language);
  varyByLanguage(reply);
}

/** A browser that keeps the answer asks again when its language changes (RFC 9110, 12.5.5). */
export function varyByLanguage(reply: FastifyReply): void {
  const others = [reply.getHeader('vary') ?? []].flat().map(String);
  if (!others.some((names) => /\baccept-language\b/i.test(names))) reply.header('vary', [...others, 'Accept-Language'].join(', '));
}
