import type { EmailConnection, Problem } from '../../../../force-app/types/service.d.ts';

export const AT = '2026-11-02T09:30:00.000Z';
export const LATER = '2026-11-30T09:30:00.000Z';
export const NAME = 'Maximiliane Hohenstein-Schwarzenberg von der Leine';
export const ADDRESS = 'maximiliane.hohenstein-schwarzenberg@verwaltungsdienstleistungen.example.com';
export const SUBJECT = 'Verwaltungsdienstleistungsvertrag für vierhundert Arbeitsplätze in Aschaffenburg und Umgebung';

export function idOf(number: number): string {
  return `0198b1c6-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export const FAILED: Problem = {
  type: 'about:blank',
  title: 'The service is being updated.',
  status: 503,
  code: 'unexpected',
  detail: 'Try again in a minute.',
  requestId: idOf(1),
};

export const CONNECTED: EmailConnection = {
  id: idOf(2),
  provider: 'google',
  address: ADDRESS,
  state: 'connected',
  stateReason: null,
  trouble: null,
  waitingEmails: 0,
  capabilities: { noticesReplies: true, readsBodies: false, settles: true },
  missingCapabilities: [],
  missingScopes: [],
  watch: { state: 'watching', lastAliveAt: AT },
};

/** A mailbox in each state that it can be in. */
export const CONNECTIONS: Record<string, EmailConnection> = {
  silent: { ...CONNECTED, watch: { state: 'silent', lastAliveAt: AT } },
  blocked: { ...CONNECTED, trouble: { kind: 'blocked', since: AT }, waitingEmails: 12 },
  full: { ...CONNECTED, provider: 'microsoft', trouble: { kind: 'full', since: AT }, waitingEmails: 1 },
  lacking: {
    ...CONNECTED,
    capabilities: { noticesReplies: false, readsBodies: false, settles: false },
    missingCapabilities: ['notice_replies', 'settle'],
    missingScopes: ['https://www.googleapis.com/auth/gmail.metadata'],
    watch: { state: 'off', lastAliveAt: null },
  },
  expired: { ...CONNECTED, state: 'reconnect_required', stateReason: 'expired', waitingEmails: 3 },
  stopped: { ...CONNECTED, provider: 'microsoft', state: 'reconnect_required', stateReason: 'stopped_by_admin' },
};
