/** The families that an org may choose from: those that mail programs have, each with what stands in for it where it is missing. */
export const FONT_FAMILIES = {
  arial: 'Arial,Helvetica,sans-serif',
  calibri: 'Calibri,Carlito,Arial,sans-serif',
  georgia: 'Georgia,serif',
  helvetica: 'Helvetica,Arial,sans-serif',
  tahoma: 'Tahoma,Verdana,sans-serif',
  times_new_roman: "'Times New Roman',Times,serif",
  trebuchet_ms: "'Trebuchet MS',Tahoma,sans-serif",
  verdana: 'Verdana,Geneva,sans-serif',
} as const;
export type FontFamily = keyof typeof FONT_FAMILIES;

export interface EmailFont {
  family: FontFamily;
  sizePx: number;
}

/** What emails are written in until an admin has chosen. */
export const DEFAULT_FONT: EmailFont = { family: 'arial', sizePx: 14 };

/** The declarations of the block around a body. They hold no double quotes, so they stand in an attribute as they are. */
export function bodyStyleOf({ family, sizePx }: EmailFont): string {
  return `font-family:${FONT_FAMILIES[family]};font-size:${String(sizePx)}px;line-height:1.5`;
}
