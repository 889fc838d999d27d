import { languageFor } from '../../platform/languages/index.ts';
import { isTimeZone, localeOf } from '../../platform/region.ts';
import { plainText } from '../../platform/rich-text/plain-text.ts';
import type { FieldDescription } from '../../providers/salesforce/index.ts';
import { inLanguage } from './words/index.ts';

/** How values are written for the people a rep writes to: as the rep has chosen, else as Salesforce says. */
export interface Reader {
  language: string | null;
  locale: string | null;
  timeZone: string | null;
}

export type Written = Pick<FieldDescription, 'type' | 'scale' | 'isHtml' | 'valueLabels'>;

/** What has no words: parts of addresses, files, and what the API itself does not describe. */
export const WORDLESS = new Set(['address', 'location', 'base64', 'anyType', 'complexvalue', 'json']);

/** Making one takes longer than a hundred uses of it. */
const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();
const MOST_FORMATS = 200;

/**
 * A value of Salesforce as people write it; null where there is none. `currency` is the record's, where the org has several: else an amount
 * is a number, because nothing says what of.
 */
export function valueWords(value: unknown, field: Written, reader: Reader, currency: string | null): string | null {
  if (typeof value === 'boolean') return sayIn(reader)(value ? 'yes' : 'no');
  if (typeof value === 'number') return numberWords(value, field, localeFor(reader), currency);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (!text) return null;
  const locale = localeFor(reader);
  switch (field.type) {
    case 'date':
      return moment(`${text}T00:00:00Z`, text, locale, { dateStyle: 'long', timeZone: 'UTC' });
    case 'datetime':
      return moment(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'), text, locale, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: zoneFor(reader),
      });
    case 'time':
      return moment(`1970-01-01T${text}`, text, locale, { timeStyle: 'short', timeZone: 'UTC' });
    case 'multipicklist':
      return text
        .split(';')
        .map((one) => field.valueLabels[one] ?? one)
        .join(', ');
    default:
      return field.isHtml ? plainText(text) || null : (field.valueLabels[text] ?? text);
  }
}

/** What stands for a company that nobody knows. */
export function yourCompany(reader: Reader): string {
  return sayIn(reader)('yourCompany');
}

function numberWords(value: number, { type, scale }: Written, locale: string, currency: string | null): string {
  if (type === 'currency') return amountWords(value, scale, locale, currency);
  const digits = { maximumFractionDigits: Math.min(scale, 20) };
  if (type === 'percent')
    return numberFormat(locale, { ...digits, style: 'percent', maximumFractionDigits: digits.maximumFractionDigits }).format(value / 100);
  return numberFormat(locale, digits).format(value);
}

/** A whole amount needs no cents. */
function amountWords(value: number, scale: number, locale: string, currency: string | null): string {
  const isWhole = Number.isInteger(value);
  if (currency && /^[A-Z]{3}$/.test(currency))
    return numberFormat(locale, {
      style: 'currency',
      currency,
      ...(isWhole ? { minimumFractionDigits: 0, maximumFractionDigits: 0 } : {}),
    }).format(value);
  const digits = isWhole ? 0 : Math.min(scale, 20);
  return numberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);
}

/** What is no moment stays as it is. */
function moment(iso: string, text: string, locale: string, style: Intl.DateTimeFormatOptions): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? text : dateFormat(locale, style).format(at);
}

function sayIn({ language, locale }: Reader) {
  return inLanguage(languageFor([language ?? locale ?? 'en']));
}

function localeFor({ language, locale }: Reader): string {
  return localeOf(locale) ?? localeOf(language) ?? 'en-US';
}

function zoneFor({ timeZone }: Reader): string {
  return timeZone && isTimeZone(timeZone) ? timeZone : 'UTC';
}

function remembered<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(make: () => Format, ...names: unknown[]): Format {
  const name = JSON.stringify(names);
  const format = (formats.get(name) as Format | undefined) ?? make();
  if (formats.size >= MOST_FORMATS) formats.clear();
  formats.set(name, format);
  return format;
}

function numberFormat(locale: string, style: Intl.NumberFormatOptions): Intl.NumberFormat {
  return remembered(() => new Intl.NumberFormat(locale, style), 'number', locale, style);
}

function dateFormat(locale: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return remembered(() => new Intl.DateTimeFormat(locale, style), 'date', locale, style);
}
