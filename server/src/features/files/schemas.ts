import { z } from 'zod';

/** CT-1: a file that a rep adds to emails. It arrives as an ordinary file, and nobody learns whether it was opened. */
export const Attachment = z
  .object({
    id: z.uuid(),
    name: z.string().meta({ description: 'As recipients see it: cleaned of what file systems and mail programs do not take' }),
    type: z.string().meta({ description: 'A media type, as the name and the first bytes have it' }),
    size: z.int().meta({ description: 'Bytes' }),
  })
  .meta({ id: 'Attachment' });
export type Attachment = z.infer<typeof Attachment>;

export const FileName = z.string().min(1).max(1_000).meta({ description: 'The name of the file on the disk of the rep' });

export const FilePurpose = z
  .enum(['email', 'content'])
  .default('email')
  .meta({ description: 'What it is for: a file that is refused is refused in words of that' });
export type FilePurpose = z.infer<typeof FilePurpose>;

/** A file that a rep is about to add: it is refused before it is uploaded, where that is known. */
export const NewFile = z
  .object({ name: FileName, size: z.int().min(0).meta({ description: 'Bytes' }), purpose: FilePurpose })
  .meta({ id: 'NewFile' });

export const UploadLink = z
  .object({
    url: z.url().meta({
      description:
        'For 10 minutes it takes the bytes by POST, as application/octet-stream, and answers 201 with the Attachment, or with a problem. ' +
        'It names org and user, and needs no session',
    }),
  })
  .meta({ id: 'UploadLink' });
