import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';

/** Those that mail programs have; what a recipient does not have would look different from what was written. */
const FONT_FAMILIES = ['arial', 'calibri', 'georgia', 'helvetica', 'tahoma', 'times_new_roman', 'trebuchet_ms', 'verdana'] as const;
export type FontFamily = (typeof FONT_FAMILIES)[number];

/** As the check of the table has it. */
const SIZE = { least: 10, most: 18 } as const;
export const SIZES_PX = Array.from({ length: SIZE.most - SIZE.least + 1 }, (_, index) => SIZE.least + index);

const Family = z.enum(FONT_FAMILIES);

export const EmailFont = z.object({ family: Family, sizePx: z.int().min(SIZE.least).max(SIZE.most) }).meta({ id: 'EmailFont' });
export type EmailFont = z.infer<typeof EmailFont>;

export const EmailFontPage = EmailFont.extend({
  families: z
    .array(z.object({ family: Family, name: z.string(), css: z.string() }))
    .meta({ description: 'What can be chosen, with its name, which is the same in every language, and its value of font-family' }),
  sizesPx: z.array(z.int()),
  updatedAt: Timestamp.nullable().meta({ description: 'null: nobody has changed it' }),
  updatedBy: z.string().nullable(),
}).meta({ id: 'EmailFontPage' });
export type EmailFontPage = z.infer<typeof EmailFontPage>;
