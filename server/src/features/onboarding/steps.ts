import { z } from 'zod';
import type { OnboardingStep } from '../users/index.ts';
import type { Page } from './layout.ts';
import { activationPage } from './link-pages.ts';
import * as pages from './rep-pages.ts';
import type { Rep } from './repository.ts';
import { signaturePage } from './signature/signature-page.ts';
import { tourOfferPage } from './tour-pages.ts';
import type { SayPage } from './words/index.ts';

const SHOWN = ['welcome', 'intro', 'mailbox', 'signature', 'finish', 'tour', 'done'] as const satisfies readonly OnboardingStep[];
type ShownStep = (typeof SHOWN)[number];

/** A step that a page asks for by its name. */
export const AskedStep = z.enum(SHOWN).optional().catch(undefined);

/** Buttons that only move on, and where to. The other steps end when something has really happened. */
export const NEXT = { welcome: 'intro', intro: 'mailbox', signature: 'finish', finish: 'tour', tour: 'done' } as const satisfies Partial<
  Record<OnboardingStep, OnboardingStep>
>;
export const MovableStep = z.enum(['welcome', 'intro', 'signature', 'finish', 'tour']);

/** Where a page of the way in is. Whoever has not come so far is shown the step that they have reached. */
export function addressOf(step: ShownStep): string {
  return `/onboarding/setup?step=${step}`;
}

/**
 * The page that a rep sees: of an earlier step when it is asked for, else of the step that they have reached. A missing permission comes
 * before everything else.
 */
export function pageOf(say: SayPage, csrf: string, rep: Rep, asked?: ShownStep): Page {
  const salesforceIsOut =
    rep.salesforceState === null || rep.salesforceState === 'reconnect_required' || rep.salesforceState === 'disconnected';
  if (rep.state !== 'activated' || salesforceIsOut) return activationPage(say, csrf, { orgName: rep.orgName, rep, ticket: null });
  if (rep.salesforceState === 'api_disabled') return pages.apiAccessPage(say, csrf, rep);
  const reached = rep.step === 'activate' ? 'welcome' : rep.step;
  const shown = asked && SHOWN.indexOf(asked) < SHOWN.indexOf(reached) ? asked : reached;
  const before = SHOWN[SHOWN.indexOf(shown) - 1];
  return { ...pageOfStep(say, csrf, rep, shown), ...(before ? { back: addressOf(before) } : {}) };
}

function pageOfStep(say: SayPage, csrf: string, rep: Rep, step: ShownStep): Page {
  switch (step) {
    case 'welcome':
      return pages.welcomePage(say, csrf, rep);
    case 'intro':
      return pages.introPage(say, csrf);
    case 'mailbox':
      return pages.mailboxPage(say, csrf, rep);
    case 'signature':
      return signaturePage(say, csrf, rep);
    case 'finish':
      return pages.finishPage(say, csrf, rep);
    case 'tour':
      return tourOfferPage(say, csrf);
    case 'done':
      return rep.mailboxAddress ? pages.exitPage(say, rep) : pages.mailboxPage(say, csrf, rep);
  }
}
