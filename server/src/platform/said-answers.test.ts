import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { asEnglish, fromEnglish } from './english-sentences.ts';
import { commonSentence } from './error-words/index.ts';
import { requestLanguage } from './languages/index.ts';
import { Said, saidAnswers } from './said-answers.ts';
import { serializerCompiler } from './serializers.ts';

describe('An answer with sentences in it', () => {
  let app: FastifyInstance;
  const kept = asEnglish(commonSentence('letterPause'));
  before(async () => {
    app = Fastify();
    app.setSerializerCompiler(serializerCompiler);
    await app.register(requestLanguage);
    await app.register(saidAnswers);
    const Rows = z.object({ rows: z.array(z.object({ reason: Said.nullable(), at: z.string() })) });
    const reasons = [kept, 'FIELD_CUSTOM: Fill in the campaign.', null];
    app.get('/rows', { schema: { response: { 200: Rows } } }, async () => ({
      rows: reasons.map((reason) => ({ reason: fromEnglish(reason), at: 'now' })),
    }));
    app.get('/plain', async () => ({ at: new Date(0), list: [1, null] }));
  });
  after(() => app.close());
  const ask = (url: string, language: string) => app.inject({ url, headers: { 'accept-language': language } });

  test('leaves as words in the language of its request, and words of others as they are', async () => {
    const answer = await ask('/rows', 'ja');
    assert.deepEqual(
      answer.json<{ rows: { reason: string | null }[] }>().rows.map(({ reason }) => reason),
      ['このアドレスへのメールを送信しています。1 分待ってから、もう一度要求してください。', 'FIELD_CUSTOM: Fill in the campaign.', null],
    );
    assert.deepEqual([answer.headers['content-language'], answer.headers.vary], ['ja', 'Accept-Language']);
    const english = (await ask('/rows', 'nl')).json<{ rows: { reason: string | null }[] }>();
    assert.equal(english.rows[0]?.reason, kept);
  });

  test('differs from one without: that leaves as it is', async () => {
    const answer = await ask('/plain', 'ja');
    assert.deepEqual(answer.json(), { at: '1970-01-01T00:00:00.000Z', list: [1, null] });
    assert.equal(answer.headers['content-language'], undefined);
  });
});
