import { z } from 'zod';
import { PICTURE_TYPES } from './read-picture.ts';

export const NewPicture = z
  .object({
    content: z
      .string()
      .min(1)
      .meta({ description: `The bytes of the file in base64: ${PICTURE_TYPES.join(', ')}` }),
  })
  .meta({ id: 'NewPicture' });

export const Picture = z
  .object({
    src: z.url().meta({ description: 'For the body of an email of this rep. It leaves as a part of the message' }),
    width: z.int(),
    height: z.int(),
  })
  .meta({ id: 'Picture' });
export type Picture = z.infer<typeof Picture>;
