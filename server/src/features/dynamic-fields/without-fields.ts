import { TAG } from '../../platform/rich-text/inline-look.ts';
import { hasFields, inert } from './parse-fields.ts';

const ATTRIBUTE = / (href|src|alt|title)="[^"]*"/g;
const ADDRESSES = new Set(['href', 'src']);

/** A cleaned text of somebody else, such as one that is quoted, in which nothing is a field. */
export function withoutFields(cleanHtml: string): string {
  if (!hasFields('', cleanHtml)) return cleanHtml;
  const pieces: string[] = [];
  let from = 0;
  for (const tag of cleanHtml.matchAll(TAG)) {
    pieces.push(inert(cleanHtml.slice(from, tag.index)));
    pieces.push(
      tag[0].replace(ATTRIBUTE, (text: string, name: string) => (ADDRESSES.has(name) ? text.replaceAll('{', '%7B') : inert(text))),
    );
    from = tag.index + tag[0].length;
  }
  return pieces.join('') + inert(cleanHtml.slice(from));
}
