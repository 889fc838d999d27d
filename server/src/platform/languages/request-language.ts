import accepts from '@fastify/accepts';
import fp from 'fastify-plugin';
import { languageFor, type Language } from './languages.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** What to answer this request in: the first language of its Accept-Language (RFC 9110, 12.5.4) that we have. */
    readonly answerLanguage: Language;
  }
}

/** Gives every request its `answerLanguage`. */
export const requestLanguage = fp(
  async (app) => {
    await app.register(accepts);
    app.decorateRequest('answerLanguage', {
      getter() {
        return languageFor(this.languages());
      },
    });
  },
  { name: 'request-language' },
);
