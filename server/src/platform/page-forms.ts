import { parse } from 'node:querystring';
import formbody from '@fastify/formbody';
import multipart, { type MultipartValue, type MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { commonSentence } from './error-words/index.ts';
import { AppError } from './errors.ts';

/** A form of a page of ours has a handful of fields. */
const FORM_FIELDS = 30;
/** One certificate of a few KB and the token of the page; the whole body keeps to the limit of its route. */
const UPLOAD = { files: 1, fileSize: 12 * 1024, fields: 2, fieldNameSize: 100, fieldSize: 1024, parts: 3, headerPairs: 20 };

/**
 * Reads the forms of pages, with a file or without. A body that is broken or has more than any page of ours is refused as the sender's
 * fault.
 */
export const pageForms = fp(
  async (app) => {
    await app.register(formbody, { parser: parseForm });
    await app.register(multipart, { limits: UPLOAD });
    app.addHook('preValidation', async (request) => {
      if (request.isMultipart()) request.body = await readParts(request);
    });
  },
  { name: 'page-forms' },
);

function parseForm(text: string): Record<string, unknown> {
  if (text.split('&', FORM_FIELDS + 1).length > FORM_FIELDS) throw new AppError('too_large', { title: commonSentence('tooManyFields') });
  return parse(text);
}

/**
 * Fields and files by their name, each file read to its end. The parser names only its limits; whatever else it throws is a broken form.
 */
async function readParts(request: FastifyRequest): Promise<Record<string, MultipartValue | MultipartFile>> {
  const parts: Record<string, MultipartValue | MultipartFile> = {};
  try {
    for await (const part of request.parts()) {
      if (part.type === 'file') await part.toBuffer();
      parts[part.fieldname] = part;
    }
  } catch (error) {
    if (error instanceof Error && 'statusCode' in error) throw error;
    throw new AppError('bad_request', { title: commonSentence('formBroken') });
  }
  return parts;
}
