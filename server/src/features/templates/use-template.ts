import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import { inOrg, type Pool } from '../../platform/postgres.ts';
import { takePictures } from '../email-pictures/index.ts';
import { templateGone } from './gone.ts';
import type { Person } from './person.ts';
import { findWords } from './repository.ts';
import type { UsedTemplate } from './schemas.ts';

/** What compose takes over. Its pictures are copied to the person. AppError 404; 409 `template_archived`. */
export type UseTemplate = (orgId: string, by: Person, id: string) => Promise<UsedTemplate>;

export function createUseTemplate({ pool, clock }: { pool: Pool; clock: Clock }): UseTemplate {
  return function useTemplate(orgId, by, id) {
    return inOrg(pool, orgId, async (tx) => {
      const words = await findWords(tx, orgId, by, id);
      if (!words) throw templateGone();
      if (words.isArchived) throw new AppError('template_archived');
      const { name, subject, isNonCommercial, savedBy } = words;
      const bodyHtml = await takePictures(tx, orgId, { from: [savedBy], to: by.userId }, words.bodyHtml, clock.now());
      return { templateId: id, name, subject, bodyHtml, isNonCommercial };
    });
  };
}
