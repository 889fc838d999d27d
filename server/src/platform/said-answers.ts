import fp from 'fastify-plugin';
import { z } from 'zod';
import { noteLanguage, type Language, type Sentence } from './languages/index.ts';

/** In the schema of an answer: a route gives a sentence, and words leave. */
export const Said = z.string() as unknown as z.ZodType<Sentence, Sentence>;

/** Says the sentences of every answer in the language of its request, before the schema of the route looks at it. */
export const saidAnswers = fp(
  async (app) => {
    app.addHook('preSerialization', async (request, reply, answer: unknown) => {
      if (!hasSentence(answer)) return answer;
      noteLanguage(reply, request.answerLanguage);
      return inWords(answer, request.answerLanguage);
    });
  },
  { name: 'said-answers', dependencies: ['request-language'] },
);

function hasSentence(answer: unknown): boolean {
  if (typeof answer === 'function') return true;
  return partsOf(answer).some(hasSentence);
}

function partsOf(answer: unknown): unknown[] {
  if (Array.isArray(answer)) return answer;
  return isPlain(answer) ? Object.values(answer) : [];
}

function inWords(answer: unknown, language: Language): unknown {
  if (typeof answer === 'function') return (answer as Sentence)(language);
  if (Array.isArray(answer)) return answer.map((part) => inWords(part, language));
  if (!isPlain(answer)) return answer;
  return Object.fromEntries(Object.entries(answer).map(([name, part]) => [name, inWords(part, language)]));
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
