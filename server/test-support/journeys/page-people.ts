import type { OrgCertificate } from '../../src/features/orgs/index.ts';
import type { Rep } from '../../src/features/onboarding/repository.ts';

export const NOW = new Date('2026-11-02T09:30:00Z');
const DAY_MS = 86_400_000;

const ORG_NAME = 'Gemeinschaftsunternehmen für Verwaltungsdienstleistungen Aschaffenburg';

export const ORG = {
  orgId: '00D000000000001EAA',
  name: ORG_NAME,
  myDomainUrl: 'https://gemeinschaftsunternehmen-aschaffenburg.my.salesforce.com',
  lightningOrigin: 'https://gemeinschaftsunternehmen-aschaffenburg.lightning.force.com',
  registrationStep: 'done' as const,
};

/** With names that are as long as they get. */
export const REP: Rep = {
  orgId: ORG.orgId,
  id: '0198b1c6-0000-7000-8000-000000000001',
  email: 'maximiliane.hohenstein-schwarzenberg@verwaltungsdienstleistungen.example.com',
  name: 'Maximiliane Hohenstein-Schwarzenberg von der Leine',
  role: 'rep',
  state: 'activated',
  invitedAt: NOW,
  step: 'finish',
  salesforceUserId: '005000000000002AAA',
  signatureHtml: '<p><strong>Maximiliane</strong></p><ul><li>Verwaltungsdienstleistungen</li></ul>',
  mailboxAddress: 'maximiliane.hohenstein-schwarzenberg@verwaltungsdienstleistungen.example.com',
  mailboxProvider: 'google',
  mailboxScopes: ['https://www.googleapis.com/auth/gmail.readonly'],
  mailboxEndsAt: null,
  tiers: { google: 'headers', microsoft: 'headers' },
  salesforceState: 'connected',
  orgName: ORG_NAME,
  myDomainUrl: ORG.myDomainUrl,
  lightningOrigin: ORG.lightningOrigin,
};

/** One that is used, one that ends soon, one that was replaced, one that was revoked, and one that nobody has renewed. */
export const CERTIFICATES = [
  certificate({ number: 1, days: 700 }),
  certificate({ number: 2, days: 20 }),
  certificate({ number: 3, days: 10, active: false }),
  certificate({ number: 4, days: 10, active: false, revokedAt: NOW, revokedBy: REP.name }),
  certificate({ number: 5, days: -3, lastUsedAt: null, uploadedBy: null }),
] as const satisfies OrgCertificate[];

function certificate({ number, days, ...change }: { number: number; days: number } & Partial<OrgCertificate>): OrgCertificate {
  return {
    id: `0198b1c6-0000-7000-8000-00000000001${String(number)}`,
    pem: '',
    fingerprint: Array.from({ length: 32 }, (_, index) => ((index * 7 + number) % 256).toString(16).padStart(2, '0').toUpperCase()).join(
      ':',
    ),
    notBefore: new Date(NOW.getTime() - 100 * DAY_MS),
    notAfter: new Date(NOW.getTime() + days * DAY_MS),
    active: true,
    uploadedAt: new Date(NOW.getTime() - 100 * DAY_MS),
    uploadedBy: REP.name,
    lastUsedAt: NOW,
    revokedAt: null,
    revokedBy: null,
    ...change,
  };
}
