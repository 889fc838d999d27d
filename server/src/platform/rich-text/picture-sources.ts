import { PICTURE } from './lost-pictures.ts';

const SOURCE = / src="([^"]*)"/;

/** The addresses of the pictures in a cleaned text, as they stand there. */
export function pictureSources(cleanHtml: string): string[] {
  return [...cleanHtml.matchAll(PICTURE)].flatMap(([, attributes = '']) => SOURCE.exec(attributes)?.[1] ?? []);
}

/** A cleaned text whose pictures have other addresses, where `change` gives one. What it gives holds no quotes. */
export function withPictureSources(cleanHtml: string, change: (source: string) => string | null): string {
  return cleanHtml.replace(PICTURE, (picture: string) =>
    picture.replace(SOURCE, (attribute: string, source: string) => {
      const changed = change(source);
      return changed === null ? attribute : ` src="${changed}"`;
    }),
  );
}
