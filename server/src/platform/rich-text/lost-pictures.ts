import { commonSentence } from '../error-words/index.ts';
import { AppError } from '../errors.ts';

/** Exactly as cleaning writes a picture: its values hold no quotes and no angle brackets. */
export const PICTURE = /<img((?: [a-z]+(?:="[^"]*")?)*) \/>/g;
const LONGEST_NAME = 100;

/** What a lost picture is called: its alternative text, or the name of its file; empty where there is neither. */
export function pictureName(alt: string | undefined, src: string): string {
  const address = src.trim().slice(0, 4_000);
  const file = /^(?:data|blob|cid):/i.test(address) ? '' : (/([^/\\?#]+)(?:[?#].*)?$/.exec(address)?.[1] ?? '');
  return (alt?.trim() || file).slice(0, LONGEST_NAME);
}

/** Whether there is no picture any more at an address of ours, or the sender may not use it. */
export type IsGone = (source: string) => boolean;
const NONE_IS_GONE: IsGone = () => false;

/**
 * The names of the pictures in a cleaned body that cannot be sent: only the rep's own browser or mail program had them, or they are gone.
 */
export function findLostPictures(cleanHtml: string, isGone = NONE_IS_GONE): string[] {
  return [...cleanHtml.matchAll(PICTURE)].flatMap(([, attributes = '']) => (isLost(attributes, isGone) ? [asText(altOf(attributes))] : []));
}

/** AppError 422 `picture_not_sendable`, naming them in `pictures`, when a cleaned body has pictures that would not arrive. */
export function refuseLostPictures(cleanHtml: string, isGone = NONE_IS_GONE): void {
  const pictures = findLostPictures(cleanHtml, isGone);
  if (pictures.length === 0) return;
  const names = pictures.filter(Boolean).join(', ');
  const count = pictures.length;
  const title = names ? commonSentence('picturesLostNamed', { count, names }) : commonSentence('picturesLost', { count });
  throw new AppError('picture_not_sendable', { title, pictures });
}

/** A cleaned body as it leaves: where a picture is lost its words stand, never an empty box. */
export function withoutLostPictures(cleanHtml: string): string {
  return cleanHtml.replace(PICTURE, (picture: string, attributes: string) =>
    isLost(attributes, NONE_IS_GONE) ? altOf(attributes) : picture,
  );
}

/** A cleaned text with the words of its pictures in their place: to load a stranger's picture tells the stranger that it was looked at. */
export function withoutPictures(cleanHtml: string): string {
  return cleanHtml.replace(PICTURE, (_picture: string, attributes: string) => altOf(attributes));
}

const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };
function asText(escaped: string): string {
  return escaped.replace(/&(?:lt|gt|quot|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

function isLost(attributes: string, isGone: IsGone): boolean {
  const source = valueOf(attributes, 'src');
  return !source || isGone(source);
}
function altOf(attributes: string): string {
  return valueOf(attributes, 'alt') ?? '';
}

function valueOf(attributes: string, wanted: string): string | undefined {
  for (const [, name, value] of attributes.matchAll(/ ([a-z]+)(?:="([^"]*)")?/g)) if (name === wanted) return value;
  return undefined;
}
