import type { Clock } from '../../platform/clock.ts';
import { AppError } from '../../platform/errors.ts';
import type { Language } from '../../platform/languages/index.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { checkPictures, takePictures } from '../email-pictures/index.ts';
import { sentence } from './error-words/index.ts';
import { orGone, templateGone } from './gone.ts';
import { firstCharacters, keptWords, type KeptWords } from './kept-words.ts';
import type { Person } from './person.ts';
import { countTemplates, findWords, insertTemplate, updateTemplate, waitForTurn } from './repository.ts';
import { MOST_TEMPLATES, type NewTemplate, type Template, type TemplateWords } from './schemas.ts';
import { refuseRestricted } from './share-template.ts';
import { holdToChange, showTemplate } from './show-template.ts';
import { inLanguage } from './words/index.ts';

export interface ChangeTemplates {
  /** TP-1: private. AppError 404 for a category that is gone; 409 `template_limit_reached`; 413, 422 for its body. */
  create(orgId: string, by: Person, template: NewTemplate): Promise<Template>;
  /** AppError 404; 403 `template_not_yours`; 409 `template_changed`, `template_archived`; 413, 422 for its body. */
  save(orgId: string, by: Person, id: string, words: TemplateWords): Promise<Template>;
  /** A private one of the person's own. AppError 404; 409 `template_archived`, `template_limit_reached`. */
  clone(orgId: string, by: Person, id: string, language: Language): Promise<Template>;
}

const LONGEST_NAME = 120;

/** What changes the words of templates. Of two who save the same version one has saved, and the other is told. */
export function createChangeTemplates({ pool, clock }: { pool: Pool; clock: Clock }): ChangeTemplates {
  const add = async (tx: Tx, orgId: string, by: Person, categoryId: string, words: KeptWords): Promise<Template> => {
    await waitForTurn(tx, orgId);
    if ((await countTemplates(tx, orgId)) >= MOST_TEMPLATES) throw new AppError('template_limit_reached');
    const id = await orGone(insertTemplate(tx, orgId, { ownerId: by.userId, categoryId, words, now: clock.now() }));
    if (id === null) throw new AppError('user_deactivated');
    return showTemplate(tx, orgId, by, id);
  };

  /** With pictures that are the person's own from now on. Those of `before` may stay in it. */
  const withOwnPictures = async (tx: Tx, orgId: string, by: Person, words: KeptWords, before: string[]): Promise<KeptWords> => {
    const now = clock.now();
    const bodyHtml = await takePictures(tx, orgId, { from: before, to: by.userId }, words.bodyHtml, now);
    await checkPictures((read) => read(tx), orgId, by.userId, bodyHtml, now);
    return { ...words, bodyHtml };
  };

  return {
    create(orgId, by, { categoryId, ...given }) {
      const words = keptWords(given);
      return inOrg(pool, orgId, async (tx) => add(tx, orgId, by, categoryId, await withOwnPictures(tx, orgId, by, words, [])));
    },

    save(orgId, by, id, { categoryId, version, ...given }) {
      const words = keptWords(given);
      return inOrg(pool, orgId, async (tx) => {
        const held = await holdToChange(tx, orgId, by, id);
        if (held.isArchived) throw new AppError('template_archived');
        if (held.version !== version) throw changedBy(held.savedByName);
        if (held.isShared && categoryId !== held.categoryId) await refuseRestricted(tx, orgId, by, categoryId);
        const kept = await withOwnPictures(tx, orgId, by, words, [held.savedBy]);
        await orGone(updateTemplate(tx, orgId, id, { savedBy: by.userId, categoryId, words: kept, now: clock.now() }));
        return showTemplate(tx, orgId, by, id);
      });
    },

    clone: (orgId, by, id, language) =>
      inOrg(pool, orgId, async (tx) => {
        const source = await findWords(tx, orgId, by, id);
        if (!source) throw templateGone();
        const { categoryId, isArchived, savedBy, ...words } = source;
        if (isArchived || categoryId === null) throw new AppError('template_archived');
        const name = firstCharacters(inLanguage(language)('copyOf', { name: words.name }), LONGEST_NAME);
        const now = clock.now();
        const bodyHtml = await takePictures(tx, orgId, { from: [savedBy], to: by.userId }, words.bodyHtml, now);
        return add(tx, orgId, by, categoryId, keptWords({ ...words, name, bodyHtml }));
      }),
  };
}

function changedBy(name: string | null): AppError {
  return name === null ? new AppError('template_changed') : new AppError('template_changed', { title: sentence('changedBy', { name }) });
}
