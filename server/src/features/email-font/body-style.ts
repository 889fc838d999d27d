import type { EmailFont, FontFamily } from './schemas.ts';

/** What each family is called, and in CSS, with what stands in for it where a mail program does not have it. */
export const FAMILIES: Readonly<Record<FontFamily, { name: string; css: string }>> = {
  arial: { name: 'Arial', css: 'Arial,Helvetica,sans-serif' },
  calibri: { name: 'Calibri', css: 'Calibri,Carlito,Arial,sans-serif' },
  georgia: { name: 'Georgia', css: 'Georgia,serif' },
  helvetica: { name: 'Helvetica', css: 'Helvetica,Arial,sans-serif' },
  tahoma: { name: 'Tahoma', css: 'Tahoma,Verdana,sans-serif' },
  times_new_roman: { name: 'Times New Roman', css: "'Times New Roman',Times,serif" },
  trebuchet_ms: { name: 'Trebuchet MS', css: "'Trebuchet MS',Tahoma,sans-serif" },
  verdana: { name: 'Verdana', css: 'Verdana,Geneva,sans-serif' },
};

/** What emails are written in until an admin has chosen. */
export const DEFAULT_FONT: EmailFont = { family: 'arial', sizePx: 14 };

const LINE_HEIGHT = '1.5';

/**
 * The declarations of the block around the words of an email; null: the font until an admin has chosen. They hold no double quotes, so they
 * stand in an attribute as they are.
 */
export function bodyStyleOf(font: EmailFont | null): string {
  const { family, sizePx } = font ?? DEFAULT_FONT;
  return `font-family:${FAMILIES[family].css};font-size:${String(sizePx)}px;line-height:${LINE_HEIGHT}`;
}
