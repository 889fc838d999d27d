import type { Clock } from '../../platform/clock.ts';
import { AppError, invalidField } from '../../platform/errors.ts';
import type { Language } from '../../platform/languages/index.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { cleanLetter } from '../../platform/rich-text/clean-letter.ts';
import { plainText } from '../../platform/rich-text/plain-text.ts';
import { recordSecurityEvent } from '../../platform/security-events.ts';
import { commonSentence } from '../../platform/error-words/index.ts';
import { sentence } from './error-words/index.ts';
import { invitationEnd } from './invitation-period.ts';
import type { Inviter } from './invite-users.ts';
import { deleteWelcomeWords, findReader, findWelcomeWords, saveWelcomeWords } from './letter-repository.ts';
import type { WelcomeLetterPage, WelcomeLetterPreview } from './schemas.ts';
import { welcomeText } from './welcome-letter.ts';
import { ourWords, TOKENS, unknownTokens, type WelcomeWords } from './welcome-words.ts';
import { inLanguage } from './words/index.ts';

/** `language` is that of the admin who looks: our words are shown in it. People get the letter in their own. */
export interface WelcomeLetters {
  show(orgId: string, language: Language): Promise<WelcomeLetterPage>;
  /** From the next letter on. AppError 400 `validation_failed` for a token that nothing is known for, 413 `text_too_large`. */
  change(orgId: string, by: Inviter, words: WelcomeWords, language: Language): Promise<WelcomeLetterPage>;
  /** Back to our words. */
  reset(orgId: string, by: Inviter, language: Language): Promise<WelcomeLetterPage>;
  /** As the caller would get it, with words that need not be saved. Fails as `change` does. */
  preview(orgId: string, userId: string, words: WelcomeWords, language: Language): Promise<WelcomeLetterPreview>;
}

/** The words of the welcome email, which an admin may choose. The frame, the button and what is said of the link stay ours. */
export function createWelcomeLetters({ pool, clock }: { pool: Pool; clock: Clock }): WelcomeLetters {
  const note = (tx: Tx, orgId: string, by: Inviter, isOurs: boolean) =>
    recordSecurityEvent(tx, orgId, { kind: 'welcome_letter_changed', outcome: 'done', by, details: { isOurs }, at: clock.now() });

  return {
    show: (orgId, language) => inOrg(pool, orgId, (tx) => readPage(tx, orgId, language)),
    change: (orgId, by, words, language) =>
      inOrg(pool, orgId, async (tx) => {
        await saveWelcomeWords(tx, orgId, clean(words), { by: by.userId, now: clock.now() });
        await note(tx, orgId, by, false);
        return readPage(tx, orgId, language);
      }),
    reset: (orgId, by, language) =>
      inOrg(pool, orgId, async (tx) => {
        if (await deleteWelcomeWords(tx, orgId)) await note(tx, orgId, by, true);
        return readPage(tx, orgId, language);
      }),
    async preview(orgId, userId, words, language) {
      const cleaned = clean(words);
      const reader = await inOrg(pool, orgId, (tx) => findReader(tx, orgId, userId));
      if (!reader) throw new AppError('not_found', { title: commonSentence('userUnknown') });
      const { firstName, name: invitedBy, company } = reader;
      const expiresAt = invitationEnd(clock.now());
      return { ...welcomeText(inLanguage(language), cleaned, { firstName, invitedBy, company, expiresAt }), company };
    },
  };
}

async function readPage(tx: Tx, orgId: string, language: Language): Promise<WelcomeLetterPage> {
  const chosen = await findWelcomeWords(tx, orgId);
  const { subject, bodyHtml } = chosen ?? ourWords(inLanguage(language));
  const updatedAt = chosen?.updatedAt.toISOString() ?? null;
  return { subject, bodyHtml, isOurs: !chosen, updatedAt, updatedBy: chosen?.updatedBy ?? null, tokens: [...TOKENS] };
}

function clean({ subject, bodyHtml: typed }: WelcomeWords): WelcomeWords {
  const bodyHtml = cleanLetter(typed);
  for (const [pointer, text] of [
    ['/subject', subject],
    ['/bodyHtml', bodyHtml],
  ] as const) {
    const [unknown] = unknownTokens(text);
    const known = TOKENS.map((token) => `{{${token}}}`).join(', ');
    if (unknown !== undefined)
      throw invalidField(pointer, sentence('tokenUnknown', { token: `{{${plainText(unknown).slice(0, 50)}}}`, known }));
  }
  if (!plainText(bodyHtml).trim()) throw invalidField('/bodyHtml', sentence('letterEmpty'));
  return { subject, bodyHtml };
}
