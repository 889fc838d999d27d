import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { after, before, describe, test } from 'node:test';
import Fastify, { type FastifyInstance } from 'fastify';
import { validatorCompiler } from 'fastify-zod-openapi';
import { z } from 'zod';
import { commonSentence } from './error-words/index.ts';
import { AppError } from './errors.ts';
import { requestLanguage } from './languages/index.ts';
import { problemDetails, sendProblem } from './problem-details.ts';
import { ProviderError } from './provider-error.ts';
import { EmailAddress } from './schemas.ts';

describe('A refusal', () => {
  let app: FastifyInstance;
  const lines: string[] = [];
  before(async () => {
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines.push(chunk.toString());
        done();
      },
    });
    app = Fastify({
      logger: { level: 'info', stream },
      frameworkErrors: (error, request, reply) => void sendProblem(request, reply, error),
    });
    app.setValidatorCompiler(validatorCompiler);
    await app.register(requestLanguage);
    await app.register(problemDetails);
    app.get('/admins', async () => {
      throw new AppError('admins_only');
    });
    app.get('/letters', async () => {
      throw new AppError('letter_quota_reached', { title: commonSentence('letterRecipientDay', { count: 3 }) });
    });
    app.get('/vendor', async () => {
      throw new ProviderError('transient', 'upstream failed', { provider: 'smtp' });
    });
    app.post('/people', { schema: { body: z.object({ name: z.string().min(2), to: EmailAddress }) } }, async () => 'taken');
  });
  after(() => app.close());
  const ask = (url: string, language?: string) => app.inject({ url, headers: language ? { 'accept-language': language } : {} });
  const titleOf = async (url: string, language: string): Promise<string> => (await ask(url, language)).json<{ title: string }>().title;

  test('has the same code in every language, and its sentence in that of the reader', async () => {
    const english = await ask('/admins', 'en-US');
    const german = await ask('/admins', 'de');
    const { title: inEnglish, ...one } = english.json<Record<string, unknown>>();
    const { title: inGerman, ...other } = german.json<Record<string, unknown>>();
    assert.deepEqual([inEnglish, inGerman], ['Only an admin can do this.', 'Das kann nur ein Administrator tun.']);
    assert.deepEqual({ ...one, requestId: '' }, { ...other, requestId: '' });
    assert.deepEqual([english.headers['content-language'], german.headers['content-language']], ['en', 'de']);
    assert.equal(german.headers.vary, 'Accept-Language');
  });

  test('is in English for whoever reads a language that we do not have', async () => {
    for (const language of ['nl', 'zh-CN,nl;q=0.5', '*', ';;']) {
      assert.equal(await titleOf('/admins', language), 'Only an admin can do this.', language);
      assert.equal((await ask('/admins', language)).headers['content-language'], 'en');
    }
    assert.equal((await ask('/admins')).headers['content-language'], 'en');
  });

  test('has its values and its plural as the language has them', async () => {
    assert.match(await titleOf('/letters', 'fr-CA'), /a reçu 3 e-mails de ce type en un jour/);
    assert.match(await titleOf('/letters', 'ja'), /1 日にこのメールが 3 通送信/);
    assert.equal(await titleOf('/vendor', 'pt-PT'), 'O servidor de email não respondeu a tempo. Tente novamente em instantes.');
  });

  test('by the schema of a route names each field in that language, in our words or in those of the library', async () => {
    const asked = (payload: object, language: string) =>
      app.inject({ method: 'POST', url: '/people', payload, headers: { 'accept-language': language } });
    const spanish = (await asked({ name: 7, to: 'nobody' }, 'es-MX')).json<{
      title: string;
      errors: { pointer: string; detail: string }[];
    }>();
    assert.equal(spanish.title, 'Entrada inválida: se esperaba texto, recibido número');
    assert.deepEqual(
      spanish.errors.map(({ pointer, detail }) => [pointer, detail]),
      [
        ['/name', 'Entrada inválida: se esperaba texto, recibido número'],
        ['/to', 'Esta no es una dirección de correo.'],
      ],
    );
    const english = (await asked({ name: 7, to: 'nobody' }, 'en')).json<{ errors: { detail: string }[] }>();
    assert.deepEqual(
      english.errors.map(({ detail }) => detail),
      ['Invalid input: expected string, received number', 'This is not an email address.'],
    );
  });

  test('before any route is in that language too; of an address that cannot be read, in English', async () => {
    assert.equal(await titleOf('/nowhere', 'fr'), 'Il n’y a rien à cette adresse.');
    assert.equal(await titleOf('/%E0%A4%A', 'de'), 'The request is not valid.');
  });

  test('is in English in the log, whoever was told of it', async () => {
    lines.length = 0;
    assert.equal((await ask('/vendor', 'de')).json<{ code: string }>().code, 'mailbox_unavailable');
    const logged = lines.join('');
    assert.match(logged, /A request failed/);
    assert.doesNotMatch(logged, /Mailserver/);
    assert.equal(new AppError('admins_only').message, 'Only an admin can do this.');
  });
});
