import { ERROR_CODES, sentenceOf, type ErrorCode } from '../../src/platform/error-catalogue/index.ts';
import { answerPage } from '../../src/features/onboarding/admin-consent-routes.ts';
import { certificatePage, revocationPage } from '../../src/features/onboarding/certificate-pages.ts';
import { checklistPage } from '../../src/features/onboarding/checklist-page.ts';
import { pageOfService } from '../../src/features/onboarding/home-page.ts';
import { questionPage, verifiedPage } from '../../src/features/onboarding/identity-pages.ts';
import { leavingPage, type Page } from '../../src/features/onboarding/layout.ts';
import { activationPage, continuePage, signInPage, spentInvitationPage } from '../../src/features/onboarding/link-pages.ts';
import { connectOrgPage, orgDonePage, originPage } from '../../src/features/onboarding/org-pages.ts';
import { problemPage } from '../../src/features/onboarding/problem-page.ts';
import * as rep from '../../src/features/onboarding/rep-pages.ts';
import { signaturePage } from '../../src/features/onboarding/signature/signature-page.ts';
import { TOUR_PAGES, tourOfferPage, tourPage } from '../../src/features/onboarding/tour-pages.ts';
import type { SayPage } from '../../src/features/onboarding/words/index.ts';
import { CERTIFICATES, NOW, ORG, REP } from './page-people.ts';

const CSRF = 'csrf';
const SIGNED = '<p><b>Sam Rivera</b><br><a href="https://www.example.com">Example Corporation</a></p>';

/** Every page of the service outside Salesforce, in every state that its template knows, by a name that a file can have. */
export function pageStates(say: SayPage): [name: string, page: Page][] {
  return [...repStates(say), ...linkStates(say), ...orgStates(say), ...problemStates(say)];
}

function repStates(say: SayPage): [string, Page][] {
  const problem = told('consent_expired', say);
  const readsBodies = { ...REP, tiers: { google: 'bodies', microsoft: 'headers' } as const };
  const confirmation = { provider: 'google', address: 'sales@example.com', userAddress: REP.email, confirmation: 'c' };
  const tour = Array.from({ length: TOUR_PAGES }, (_, index): [string, Page] => [
    `tour-${String(index + 1)}`,
    tourPage(say, CSRF, index + 1),
  ]);
  return [
    ['api-access', rep.apiAccessPage(say, CSRF, REP)],
    ['welcome', rep.welcomePage(say, CSRF, REP)],
    ['welcome-nameless', rep.welcomePage(say, CSRF, { ...REP, name: null })],
    ['intro', rep.introPage(say, CSRF)],
    ['mailbox', rep.mailboxPage(say, CSRF, { ...REP, mailboxAddress: null })],
    ['mailbox-problem', rep.mailboxPage(say, CSRF, { ...readsBodies, mailboxAddress: null }, problem)],
    ['mailbox-another', { ...rep.mailboxPage(say, CSRF, REP), back: '/onboarding/setup?step=intro' }],
    ['mailbox-confirm', rep.confirmAddressPage(say, CSRF, confirmation)],
    ['connected', rep.connectedPage(say, REP)],
    ['connected-for-days', rep.connectedPage(say, { ...REP, mailboxEndsAt: NOW, step: 'done' })],
    ['signature', signaturePage(say, CSRF, REP)],
    ['signature-of-gmail', signaturePage(say, CSRF, readsBodies, { signatureHtml: SIGNED })],
    ['signature-not-in-gmail', signaturePage(say, CSRF, readsBodies, { missing: 'noGmailSignature' })],
    ['finish', rep.finishPage(say, CSRF, REP)],
    ['finish-without-mailbox', rep.finishPage(say, CSRF, { ...REP, name: null, mailboxAddress: null })],
    ['exit', rep.exitPage(say, REP)],
    ['exit-without-mailbox', rep.exitPage(say, { ...REP, mailboxAddress: null })],
    ['tour-offer', tourOfferPage(say, CSRF)],
    ...tour,
  ];
}

function linkStates(say: SayPage): [string, Page][] {
  const { email, orgName } = REP;
  const identity = { identityId: REP.id, userId: REP.id, address: 'sales@example.com', isVerified: false };
  const claim = { ...identity, personName: REP.name, personEmail: email, orgName };
  return [
    ['activate', activationPage(say, CSRF, { orgName, rep: { email, state: 'invited' }, ticket: 't' })],
    ['activate-again', activationPage(say, CSRF, { orgName, rep: { email, state: 'activated' }, ticket: null })],
    ['invitation-spent', spentInvitationPage(say, CSRF, 't')],
    ['sign-in', signInPage(say, CSRF)],
    ['continue', staying(continuePage(say, CSRF, 't', 'Google'))],
    ['leaving', staying(leavingPage(say, '/onboarding', 'Microsoft'))],
    ['identity', questionPage(say, CSRF, 't', claim)],
    ['identity-verified', verifiedPage(say, claim.address)],
    ['admin-consent', answerPage(say, 'given')],
    ['admin-consent-refused', answerPage(say, 'refused')],
    ['home', pageOfService(say)],
  ];
}

/** A page that would go on by itself, as long as it does not. */
function staying({ title, body }: Page): Page {
  return { title, body };
}

function orgStates(say: SayPage): [string, Page][] {
  const [active, expiring, ended, ...others] = CERTIFICATES;
  const admin = { org: ORG, isProven: true };
  const problem = (code: ErrorCode) => ({ problem: { code, title: told(code, say) } });
  const at = { certificates: CERTIFICATES, now: NOW };
  const fresh = { org: { ...ORG, registrationStep: 'certificate' as const }, isProven: true };
  const found = (state: 'done' | 'to_do' | 'unseen') => ({ state, text: say('checklist.left', { count: 3 }) });
  const checklist = {
    package: found('done'),
    permissionSets: found('to_do'),
    pages: found('unseen'),
    taskTypes: found('done'),
    activityFields: found('to_do'),
    firstRep: found('unseen'),
  };
  return [
    ['org', connectOrgPage(say, CSRF)],
    ['org-problem', connectOrgPage(say, CSRF, told('org_registered', say), 'https://acme.lightning.force.com/lightning/page/home')],
    ['org-origin', originPage(say, CSRF, { org: { ...ORG, registrationStep: 'origin', lightningOrigin: null }, isProven: true })],
    [
      'org-origin-of-another',
      originPage(say, CSRF, admin, { ...problem('lightning_address_of_another_org'), typed: 'https://other.example' }),
    ],
    ['org-origin-unproven', originPage(say, CSRF, { ...admin, isProven: false })],
    ['org-done', orgDonePage(say, ORG, 'https://sales-actions.example.com')],
    ['org-checklist', checklistPage(say, ORG, checklist)],
    ['certificates-first', certificatePage(say, CSRF, fresh, { certificates: [], now: NOW })],
    ['certificates', certificatePage(say, CSRF, admin, at)],
    ['certificates-revoked-again', certificatePage(say, CSRF, admin, { ...at, ...problem('certificate_revoked') })],
    ['certificates-unproven', certificatePage(say, CSRF, { ...admin, isProven: false }, { ...at, certificates: [active, ...others] })],
    ['revocation', revocationPage(say, CSRF, admin, expiring, at)],
    ['revocation-needed', revocationPage(say, CSRF, admin, active, { ...at, certificates: [active, ended] })],
    ['revocation-unproven', revocationPage(say, CSRF, { isProven: false }, expiring, at)],
  ];
}

/** One for each code, whether this page shows it today or not. */
function problemStates(say: SayPage): [string, Page][] {
  return ERROR_CODES.map((code) => [
    `problem-${code.replaceAll('_', '-')}`,
    problemPage(say, CSRF, { code, title: told(code, say), requestId: '0198b1c6-7d2e-7c4a-9d0e-3f5a6b7c8d9e' }),
  ]);
}

function told(code: ErrorCode, say: SayPage): string {
  return sentenceOf(code)(say.language);
}
