import { AppError } from '../../platform/errors.ts';
import { withScheme } from '../../platform/rich-text/web-addresses.ts';
import { sentence } from './error-words/index.ts';
import { escapedText, escapedValue } from './escapes.ts';
import type { Found } from './parse-fields.ts';
import type { FieldPart, LinkPart, Part } from './read-parts.ts';
import type { FieldProblem } from './schemas.ts';

export type FieldReason = FieldProblem['reason'];

/** What stands in the place of a field for one person. */
export type Outcome = { text: string } | { html: string } | { reason: FieldReason };

/** More than any body may have, reached before memory is. */
const LONGEST_RESULT = 1_000_000;
const LINK = /^(?:https?:\/\/[^/\s]|mailto:\S|tel:\S)/i;
const LINK_OF_VALUE = /^(?:https?:\/\/[^/\s]|mailto:\S)/i;
const BREAKS_AND_CONTROLS = /[\p{Cc}\u2028\u2029]+/gu;

/**
 * A text with what its fields come to, escaped for where each stands. `outcomeOf` is not asked about prompts, which stay; `tell` is told of
 * each field that stays as it was written, and why. AppError 413 `text_too_large`.
 */
export function writeParts(
  parts: readonly Part[],
  outcomeOf: (field: Found) => Outcome,
  tell: (field: Found, reason: FieldReason) => void,
): string {
  const written: string[] = [];
  let length = 0;
  for (const part of parts) {
    const text =
      typeof part === 'string' ? part : part.kind === 'link' ? writeLink(part, outcomeOf, tell) : writeField(part, outcomeOf, tell);
    length += text.length;
    if (length > LONGEST_RESULT) throw new AppError('text_too_large', { title: sentence('tooLarge') });
    written.push(text);
  }
  return written.join('');
}

function writeField(
  { field, place, before, after, raw }: FieldPart,
  outcomeOf: (field: Found) => Outcome,
  tell: (field: Found, reason: FieldReason) => void,
): string {
  if (field.kind === 'prompt') return raw;
  // A picture has one address for everybody: it gets no value, and does not leave with a field either
  const outcome: Outcome = place === 'picture' ? { reason: 'not_a_link' } : outcomeOf(field);
  if ('reason' in outcome || ('html' in outcome && place !== 'text')) {
    tell(field, 'reason' in outcome ? outcome.reason : 'not_available');
    return raw;
  }
  if ('html' in outcome) return `${before}${outcome.html}${after}`;
  if (place === 'subject') return outcome.text.replace(BREAKS_AND_CONTROLS, ' ');
  if (place === 'attribute') return escapedValue(outcome.text.replace(BREAKS_AND_CONTROLS, ' '));
  return `${before}${lines(outcome.text).map(escapedText).join('<br />')}${after}`;
}

function lines(text: string): string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/).map((line) => line.replace(BREAKS_AND_CONTROLS, ' '));
}

function writeLink(
  { pieces, raw }: LinkPart,
  outcomeOf: (field: Found) => Outcome,
  tell: (field: Found, reason: FieldReason) => void,
): string {
  let address = '';
  let stays = false;
  let isLink = true;
  for (const [index, piece] of pieces.entries()) {
    if (typeof piece === 'string') {
      address += piece;
      continue;
    }
    const outcome = piece.kind === 'prompt' ? null : outcomeOf(piece);
    if (!outcome || 'reason' in outcome || 'html' in outcome) {
      if (outcome) tell(piece, 'reason' in outcome ? outcome.reason : 'not_a_link');
      stays = true;
    } else if (index > 0) address += partOfAddress(address, outcome.text);
    else {
      address = withScheme(outcome.text)
        .replace(/[\s\p{Cc}]+/gu, '%20')
        .replaceAll('{', '%7B');
      // What somebody wrote in a record does not choose what a click starts
      isLink = LINK_OF_VALUE.test(address);
    }
  }
  if (stays) return raw;
  if (isLink && LINK.test(address) && URL.canParse(address)) return escapedValue(address);
  for (const piece of pieces) if (typeof piece !== 'string') tell(piece, 'not_a_link');
  return raw;
}

/** A value inside an address cannot leave its place there. */
function partOfAddress(before: string, value: string): string {
  const words = value.trim().toWellFormed();
  // Of a number, what phones dial: without blanks and brackets, and up to an extension
  if (/^tel:/i.test(before)) return (/^[^\p{L}]*/u.exec(words)?.[0] ?? '').replace(/[^\d+]/g, '');
  const encoded = encodeURIComponent(words);
  return /^mailto:[^?]*$/i.test(before) ? encoded.replaceAll('%40', '@') : encoded;
}
