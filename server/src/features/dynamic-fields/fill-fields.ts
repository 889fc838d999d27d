import { setImmediate as nextTurn } from 'node:timers/promises';
import { AppError } from '../../platform/errors.ts';
import { checkHtml } from '../../platform/rich-text/capped-html.ts';
import { cleanBody } from '../../platform/rich-text/clean-body.ts';
import { sentence } from './error-words/index.ts';
import { meaningOf } from './field-names.ts';
import { inert, keyOf, type Found } from './parse-fields.ts';
import type { CheckFields, Filled, FilledText, FillEach, FillFields, TextToFill } from './ports.ts';
import { fieldsOf, readBody, readSubject, type Part } from './read-parts.ts';
import type { Circumstances, ReadValues, Value, Values } from './read-values.ts';
import type { FieldProblem } from './schemas.ts';
import { yourCompany } from './value-words.ts';
import { writeParts, type Outcome } from './write-parts.ts';

/** More than anybody writes; each may be a field of a query, and is told of each person where it has no value. */
const MOST_FIELDS = 200;
const SIGNATURE = keyOf('my_signature');

interface ReadText {
  subject: Part[];
  body: Part[];
  fields: Found[];
  /** As each field was written first. */
  spellings: ReadonlyMap<string, string>;
}

/** See `FillFields`. */
export function createFillFields({ readValues }: { readValues: ReadValues }): FillFields {
  return async function fillFields(orgId, userId, text) {
    const filled = await fill(readValues, orgId, userId, text, readText(text));
    for (const { bodyHtml } of filled.people) checkHtml(bodyHtml);
    return filled;
  };
}

/** See `CheckFields`. */
export function createCheckFields({ readValues }: { readValues: ReadValues }): CheckFields {
  return async function checkFields(orgId, userId, text) {
    const { subject, body, ...read } = readText({ ...text, bodyHtml: cleanBody(text.bodyHtml) });
    // What is said of a field is the same wherever it stands in such a place: 200 people are not written 200 emails
    const once = { ...read, subject: distinct(subject), body: distinct(body) };
    const { people, prompts } = await fill(readValues, orgId, userId, text, once);
    return { people: people.map(({ personId, personName, unresolved, blank }) => ({ personId, personName, unresolved, blank })), prompts };
  };
}

/** See `FillEach`. */
export function createFillEach({ readValues }: { readValues: ReadValues }): FillEach {
  return async function fillEach(orgId, userId, { recordId, identityId, texts }) {
    // Each is read again when it is filled in, and one is remembered: 200 long ones together would be a burden
    const fieldsOfEach: Found[][] = [];
    for (const text of texts) {
      fieldsOfEach.push(readText(text).fields);
      await nextTurn();
    }
    const personIds = texts.flatMap((text) => text.personIds);
    const values = await readValues(orgId, userId, { recordId, identityId, personIds }, keysOf(fieldsOfEach.flat()));
    const shown = new Map(values.people.map((person) => [person.id, person]));
    let last: { place: number; read: ReadText } | undefined;
    return texts.map((text, place) => {
      const fields = fieldsOfEach[place] ?? [];
      return {
        prompts: promptsOf({ fields }),
        fillFor(personId) {
          refuseTooMany({ fields });
          const person = shown.get(personId);
          if (!person) return null;
          if (last?.place !== place) last = { place, read: readText(text) };
          const filled = fillFor(person, last.read, values);
          checkHtml(filled.bodyHtml);
          return filled;
        },
      };
    });
  };
}

async function fill(readValues: ReadValues, orgId: string, userId: string, of: Circumstances, read: ReadText): Promise<Filled> {
  refuseTooMany(read);
  const values = await readValues(orgId, userId, of, keysOf(read.fields));
  return { people: values.people.map((person) => fillFor(person, read, values)), prompts: promptsOf(read) };
}

function refuseTooMany({ fields }: Pick<ReadText, 'fields'>): void {
  if (new Set(fields.map(placeOf)).size > MOST_FIELDS)
    throw new AppError('text_too_large', { title: sentence('tooManyFields', { limit: MOST_FIELDS }), limit: MOST_FIELDS });
}

function keysOf(fields: readonly Found[]): Set<string> {
  return new Set(fields.flatMap((field) => (field.kind === 'field' ? [field.key] : [])));
}

function promptsOf({ fields }: Pick<ReadText, 'fields'>): string[] {
  return [...new Set(fields.flatMap((field) => (field.kind === 'prompt' ? [field.written] : [])))];
}

function readText({ subject, bodyHtml }: Pick<TextToFill, 'subject' | 'bodyHtml'>): ReadText {
  const read = { subject: readSubject(subject), body: readBody(bodyHtml) };
  const fields = [...read.subject, ...read.body].flatMap(fieldsOf);
  return { ...read, fields, spellings: new Map(fields.toReversed().map((field) => [placeOf(field), field.written])) };
}

function distinct(parts: readonly Part[]): Part[] {
  const byPlace = new Map<string, Part>();
  for (const part of parts) {
    if (typeof part === 'string') continue;
    const { kind } = part;
    const hasDefault = kind === 'field' && part.field.kind === 'field' && part.field.fallback !== null;
    byPlace.set(kind === 'link' ? `link ${part.raw}` : `${part.place} ${String(hasDefault)} ${placeOf(part.field)}`, part);
  }
  return [...byPlace.values()];
}

function fillFor(person: { id: string; name: string }, { subject, body, spellings }: ReadText, values: Values): FilledText {
  const spellingOf = (field: Found): string => spellings.get(placeOf(field)) ?? field.written;
  const known = new Map<string, Value>();
  const valueOf = (key: string): Value => {
    const value = known.get(key) ?? values.valueOf(person.id, key);
    known.set(key, value);
    return value;
  };
  const blank = new Set<string>();
  const unresolved = new Map<string, FieldProblem>();

  const outcomeOf = (field: Found): Outcome => {
    if (field.kind === 'literal') return { text: field.text };
    if (field.kind !== 'field') return { reason: 'unreadable' };
    const value = valueOf(field.key);
    // What a record says is nobody's words to the product, now or when the email is written again
    if ('text' in value) return { text: inert(value.text) };
    if ('html' in value) return { html: writeParts(readBody(value.html), outcomeInSignature, tell) };
    if (field.fallback !== null) return { text: field.fallback };
    const meaning = meaningOf(field.key);
    if (meaning.kind !== 'person' || meaning.whenEmpty === 'stop') return value;
    blank.add(spellingOf(field));
    return { text: meaning.whenEmpty === 'blank' ? '' : yourCompany(values.reader) };
  };
  const outcomeInSignature = (field: Found): Outcome =>
    field.kind === 'field' && field.key === SIGNATURE ? { reason: 'unreadable' } : outcomeOf(field);
  const tell = (field: Found, reason: FieldProblem['reason']): void => {
    const problem = { field: spellingOf(field), reason };
    unresolved.set(JSON.stringify(problem), problem);
  };
  const filled = { subject: writeParts(subject, outcomeOf, tell), bodyHtml: writeParts(body, outcomeOf, tell) };
  return { personId: person.id, personName: person.name, ...filled, unresolved: [...unresolved.values()], blank: [...blank] };
}

/** Spellings of one field are told as one. */
function placeOf(field: Found): string {
  return field.kind === 'field' ? `field ${field.key}` : `${field.kind} ${field.written}`;
}
