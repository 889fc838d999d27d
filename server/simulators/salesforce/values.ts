import type { FieldValue } from './entities.ts';
import { SalesforceError } from './errors.ts';
import { parseId } from './ids.ts';
import type { FieldDefinition } from './schema/index.ts';

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

/** The way the REST API writes a time: 2026-08-01T10:00:00.000+0000. */
export function toDateTime(time: Date): string {
  return time.toISOString().replace('Z', '+0000');
}

/** Milliseconds since 1970 of any form of date or time that Salesforce takes; NaN for other text. */
export function timeOf(text: string): number {
  if (DATE.test(text)) return Date.parse(`${text}T00:00:00.000Z`);
  return DATE_TIME.test(text) ? Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2')) : Number.NaN;
}

/** Turns what a caller sent for a field into what is stored. Throws the SalesforceError that the platform gives for bad input. */
export function coerceValue(field: FieldDefinition, value: unknown): FieldValue {
  if (value === null || value === undefined || value === '') return field.type === 'boolean' ? false : null;
  switch (field.type) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw cannotDeserialize('boolean', value, field);
    case 'int':
    case 'double':
    case 'currency':
    case 'percent':
      return toNumber(field, value);
    case 'date':
    case 'datetime':
      return toTime(field, value);
    case 'id':
    case 'reference':
      return toReference(field, value);
    default:
      return toText(field, value);
  }
}

function toNumber(field: FieldDefinition, value: unknown): number {
  const number = typeof value === 'number' ? value : Number.NaN;
  if (Number.isNaN(number) || (field.type === 'int' && !Number.isInteger(number))) {
    throw cannotDeserialize(field.type === 'int' ? 'int' : 'double', value, field);
  }
  return number;
}

function toTime(field: FieldDefinition, value: unknown): string {
  const time = typeof value === 'string' ? timeOf(value) : Number.NaN;
  if (Number.isNaN(time)) throw cannotDeserialize(field.type, value, field);
  const stored = toDateTime(new Date(time));
  return field.type === 'date' ? stored.slice(0, 10) : stored;
}

function toReference(field: FieldDefinition, value: unknown): string {
  const id = parseId(value);
  if (!id)
    throw new SalesforceError('MALFORMED_ID', `${field.label}: id value of incorrect type: ${String(value)}`, { fields: [field.name] });
  return id;
}

function toText(field: FieldDefinition, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') throw cannotDeserialize('string', value, field);
  const text = String(value);
  if (field.length > 0 && text.length > field.length) {
    throw new SalesforceError('STRING_TOO_LONG', `${field.label}: data value too large: ${text} (max length=${field.length})`, {
      fields: [field.name],
    });
  }
  if (field.type === 'email' && !EMAIL.test(text)) {
    throw new SalesforceError('INVALID_EMAIL_ADDRESS', `${field.label}: invalid email address: ${text}`, { fields: [field.name] });
  }
  const chosen = field.type === 'multipicklist' ? text.split(';') : [text];
  const isListed = chosen.every((one) => field.picklistValues.some((choice) => choice.active && choice.value === one));
  if (field.type.endsWith('picklist') && field.restrictedPicklist && !isListed) {
    throw new SalesforceError(
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      `${field.label}: bad value for restricted picklist field: ${text}`,
      {
        fields: [field.name],
      },
    );
  }
  return text;
}

function cannotDeserialize(type: string, value: unknown, field: FieldDefinition): SalesforceError {
  const token = typeof value === 'string' ? 'VALUE_STRING' : typeof value === 'number' ? 'VALUE_NUMBER_INT' : 'START_OBJECT';
  return new SalesforceError(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${type} from ${token} value ${String(value)} or request may be missing a required field at ` +
      `[${field.name}]`,
  );
}
