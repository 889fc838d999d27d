import { ProviderError } from '../../platform/provider-error.ts';
import type { Api } from './connection.ts';
import { WORDS } from './error-words/index.ts';
import { toLongId } from './ids.ts';

/** Goes into an address unescaped where records are written one by one, so nothing else may be in it. */
const SAFE_EXTERNAL_ID = /^[A-Za-z0-9_-]{1,255}$/;
/** What one call takes: https://developer.salesforce.com/docs, "sObject Collections". */
export const MOST_RECORDS_PER_CALL = 200;

export type RecordFields = Readonly<Record<string, string | number | boolean | null>>;
/** The id of the record, or why this one was refused; the others of the call are written all the same. */
export type WrittenRecord = string | ProviderError;

/** A record as jsforce takes it. */
type SentRecord = Record<string, string | number | boolean | null>;

interface SaveResult {
  id?: string | null | undefined;
  success: boolean;
  /** The API calls it `statusCode`, jsforce's types `errorCode`. */
  errors?: readonly { statusCode?: string; errorCode?: string; message?: string }[];
}

/**
 * Writes up to 200 records under our own keys, each for itself. Repeating the call with the same keys changes the same records, so it may
 * be repeated after every failure of kind `transient`. Answers in the order of the records. Throws ProviderError when the call as a whole
 * failed, and a TypeError for a key with other characters than letters, digits, _ and -.
 */
export async function upsertRecords(
  api: Api,
  object: string,
  externalIdField: string,
  records: readonly { key: string; fields: RecordFields }[],
): Promise<WrittenRecord[]> {
  if (records.some(({ key }) => !SAFE_EXTERNAL_ID.test(key))) throw new TypeError('An external id may hold letters, digits, _ and - only.');
  const sent = records.map(({ key, fields }): SentRecord => ({ ...fields, [externalIdField]: key }));
  const written = await write(api, sent, async (connection) => connection.upsert(object, sent, externalIdField));
  return written.map((one) => existingRecord(one) ?? one);
}

/**
 * Makes up to 200 records that Salesforce cannot recognise when they come again: after a failure of kind `uncertain` look for them before
 * trying again. Answers in the order of the records. Throws ProviderError when the call as a whole failed.
 */
export function createRecords(api: Api, object: string, records: readonly RecordFields[]): Promise<WrittenRecord[]> {
  const sent = records.map((fields): SentRecord => ({ ...fields }));
  return write(api, sent, async (connection) => connection.create(object, sent));
}

/**
 * Changes up to 200 records that are there, and never makes one: `not_found` for each that was deleted. Repeating it is harmless. Answers
 * in the order of the records. Throws ProviderError when the call as a whole failed.
 */
export function updateRecords(
  api: Api,
  object: string,
  records: readonly { id: string; fields: RecordFields }[],
): Promise<WrittenRecord[]> {
  const sent = records.map(({ id, fields }) => ({ ...fields, Id: toLongId(id) }));
  return write(api, sent, async (connection) => connection.update(object, sent));
}

async function write(
  api: Api,
  sent: readonly object[],
  call: (connection: Api['connection']) => Promise<readonly SaveResult[]>,
): Promise<WrittenRecord[]> {
  if (sent.length > MOST_RECORDS_PER_CALL) throw new TypeError(`One call writes at most ${String(MOST_RECORDS_PER_CALL)} records.`);
  if (sent.length === 0) return [];
  const results = await api.call(call);
  if (results.length !== sent.length) throw new ProviderError('invalid', WORDS.recordsUnsaid, { provider: 'salesforce' });
  return results.map((result) => (result.success && result.id ? toLongId(result.id) : refusalOf(api, result)));
}

function refusalOf(api: Api, { errors }: SaveResult): ProviderError {
  const [first] = errors ?? [];
  const error = new Error(first?.message ?? WORDS.refusedWithoutReason);
  return api.failureOf(Object.assign(error, { errorCode: first?.statusCode ?? first?.errorCode ?? 'UNKNOWN_EXCEPTION' }));
}

/** Of two writers with one key the slower is told which record exists already: that is the one we wanted. */
function existingRecord(written: WrittenRecord): string | null {
  if (!(written instanceof ProviderError) || written.vendorCode !== 'DUPLICATE_VALUE') return null;
  const id = /record with id:\s*([a-zA-Z0-9]{15,18})/.exec(written.message)?.[1];
  return id ? toLongId(id) : null;
}
