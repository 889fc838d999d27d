import { z } from 'zod';
import { Timestamp } from '../../platform/schemas.ts';
import { FileName } from '../files/schemas.ts';

/** CT-2: what the recipients of an email did with a content that it links to. */
export const EmailContent = z
  .object({
    id: z.uuid(),
    name: z.string(),
    isTracked: z.boolean().meta({ description: 'False: nobody learns what recipients do with it' }),
    isGone: z.boolean().meta({ description: 'It was deleted, and recipients find nothing any more' }),
    pageCount: z.int().nullable().meta({ description: 'Null where its pages cannot be shown' }),
    opens: z.int(),
    downloads: z.int(),
    pages: z.array(z.int()).meta({ description: 'Which pages were looked at, each once' }),
    lastViewedAt: Timestamp.nullable(),
  })
  .meta({ id: 'EmailContent' });
export type EmailContent = z.infer<typeof EmailContent>;

/** CT-2: a file of the library, which emails link to. */
export const Content = z
  .object({
    id: z.uuid().meta({ description: 'Also that of its file' }),
    name: z.string().meta({ description: 'As recipients see it' }),
    type: z.string().meta({ description: 'A media type' }),
    size: z.int().meta({ description: 'Bytes' }),
    state: z.enum(['preparing', 'ready', 'no_pages']).meta({
      description: 'While its pages are being made, and where they cannot be, people can download it',
    }),
    stateReason: z.enum(['not_pdf', 'locked', 'damaged', 'too_long']).nullable().meta({ description: 'Why there are no pages' }),
    pageCount: z.int().nullable().meta({ description: 'Of the whole document; recipients see the first 200. Null where they see none' }),
    isShared: z.boolean().meta({ description: 'Whether colleagues can link to it' }),
    isMine: z.boolean(),
    ownerName: z.string(),
    createdAt: Timestamp,
    address: z.url().meta({
      description:
        'What words link to, so that the rep learns what recipients do with it; with `?tracked=no` behind it nobody learns. ' +
        'Each email that leaves has an address of its own in its place',
    }),
    people: z.int().meta({ description: 'Emails whose recipients have looked at it' }),
    lastViewedAt: Timestamp.nullable(),
  })
  .meta({ id: 'Content' });
export type Content = z.infer<typeof Content>;

export const ContentQuestion = z.object({
  search: z.string().max(200).default('').meta({ description: 'Words that its name has, all of them, whatever their case' }),
  scope: z.enum(['all', 'mine', 'shared']).default('all'),
});
export type ContentQuestion = z.infer<typeof ContentQuestion>;

export const ContentList = z
  .object({
    items: z.array(Content).meta({ description: 'Own and shared, the newest first' }),
    hasMore: z.boolean().meta({ description: 'Whether there are more than these 200' }),
  })
  .meta({ id: 'ContentList' });
export type ContentList = z.infer<typeof ContentList>;

export const NewContent = z.object({ fileId: z.uuid().meta({ description: 'An own file that was uploaded' }) }).meta({ id: 'NewContent' });

export const ContentChange = z
  .object({
    name: FileName.meta({ description: 'It keeps the ending of the file' }),
    isShared: z.boolean(),
  })
  .partial()
  .meta({ id: 'ContentChange' });
export type ContentChange = z.infer<typeof ContentChange>;

export const ContentViewLink = z
  .object({ url: z.url().meta({ description: 'For 10 minutes it opens the page that recipients see, and counts nothing' }) })
  .meta({ id: 'ContentViewLink' });
