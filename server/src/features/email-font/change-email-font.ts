import type { Clock } from '../../platform/clock.ts';
import { inOrg, type Pool, type Tx } from '../../platform/postgres.ts';
import { recordSecurityEvent, type Actor } from '../../platform/security-events.ts';
import { DEFAULT_FONT, FAMILIES } from './body-style.ts';
import { findEmailFont, saveEmailFont } from './repository.ts';
import { SIZES_PX, type EmailFont, type EmailFontPage, type FontFamily } from './schemas.ts';

export interface ChangeEmailFont {
  show(orgId: string): Promise<EmailFontPage>;
  /** Counts for the very next email, also for those that wait; what has left stays as it left. Leaves a security event. */
  change(orgId: string, font: EmailFont, by: Actor): Promise<EmailFontPage>;
}

const CHOICES = {
  families: Object.entries(FAMILIES).map(([family, { name, css }]) => ({ family: family as FontFamily, name, css })),
  sizesPx: SIZES_PX,
};

export function createChangeEmailFont({ pool, clock }: { pool: Pool; clock: Clock }): ChangeEmailFont {
  return {
    show: (orgId) => inOrg(pool, orgId, (tx) => showPage(tx, orgId)),
    change: (orgId, font, by) =>
      inOrg(pool, orgId, async (tx) => {
        const now = clock.now();
        const before = wordsFor(await showPage(tx, orgId));
        await saveEmailFont(tx, orgId, font, by.userId, now);
        const after = wordsFor(font);
        await recordSecurityEvent(tx, orgId, {
          kind: 'email_font_changed',
          outcome: 'done',
          by,
          about: after,
          details: { before, after },
          at: now,
        });
        return showPage(tx, orgId);
      }),
  };
}

async function showPage(tx: Tx, orgId: string): Promise<EmailFontPage> {
  const chosen = await findEmailFont(tx, orgId);
  if (!chosen) return { ...DEFAULT_FONT, ...CHOICES, updatedAt: null, updatedBy: null };
  return { ...chosen, ...CHOICES, updatedAt: chosen.updatedAt.toISOString() };
}

/** In all languages the same. */
function wordsFor({ family, sizePx }: EmailFont): string {
  return `${FAMILIES[family].name}, ${String(sizePx)} px`;
}
