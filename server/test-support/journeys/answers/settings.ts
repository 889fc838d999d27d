import type {
  Certificate,
  Identity,
  KillSwitch,
  MailboxHealth,
  OrgTrust,
  Profile,
  SecurityEvent,
  SendingForecast,
  TeamSmtpPage,
  User,
  UserList,
  WelcomeLetterPage,
} from '../../../../force-app/types/service.d.ts';
import { ADDRESS, AT, CONNECTED, CONNECTIONS, LATER, NAME, SUBJECT, idOf } from './common.ts';

const IDENTITY: Identity = {
  id: idOf(60),
  address: ADDRESS,
  name: NAME,
  channel: 'mailbox',
  isDefault: true,
  isMailbox: true,
  isUsable: true,
  signatureHtml: '<p>Maximiliane</p>',
  verifiedAt: AT,
  verificationSentAt: null,
  verificationError: null,
};
const SECOND: Identity = {
  ...IDENTITY,
  id: idOf(61),
  address: 'sales@example.com',
  isDefault: false,
  isMailbox: false,
  isUsable: false,
  signatureHtml: '',
  verifiedAt: null,
  verificationSentAt: AT,
  verificationError: '550 5.1.1 The address was not found',
};

const PROFILE: Profile = {
  email: ADDRESS,
  name: NAME,
  isStopped: false,
  language: { chosen: null, salesforce: 'de' },
  locale: { chosen: null, salesforce: 'de-DE' },
  timeZone: { chosen: null, salesforce: 'Europe/Berlin' },
  health: { channel: 'mailbox', mailbox: CONNECTED, replies: 'noticed', salesforce: 'connected' },
  identities: { canImportSignature: true, identities: [IDENTITY, SECOND], limit: 2, teamSmtp: true },
};

export const PROFILES: Record<string, Profile> = {
  ...Object.fromEntries(
    Object.entries(CONNECTIONS).map(([name, mailbox]) => [
      `mailbox-${name}`,
      { ...PROFILE, health: { ...PROFILE.health, mailbox, replies: mailbox.watch.state === 'silent' ? 'silent' : 'permission_missing' } },
    ]),
  ),
  'without-mailbox': {
    ...PROFILE,
    identities: { ...PROFILE.identities, canImportSignature: false, identities: [] },
    health: { channel: 'mailbox_needed', mailbox: null, replies: 'mailbox_needed', salesforce: 'api_disabled' },
  },
  'refused-server': { ...PROFILE, health: { ...PROFILE.health, channel: 'team_smtp_refused', salesforce: 'reconnect_required' } },
  'stopped-org': {
    ...PROFILE,
    isStopped: true,
    health: { ...PROFILE.health, mailbox: null, replies: 'mailbox_needed', salesforce: 'disconnected' },
  },
};

const MAILBOX: MailboxHealth = {
  id: idOf(3),
  provider: 'google',
  address: ADDRESS,
  userId: idOf(4),
  userName: NAME,
  state: 'connected',
  stateReason: null,
  trouble: null,
  waitingEmails: 0,
  watch: 'watching',
  lastAliveAt: AT,
  pushExpiresAt: LATER,
  found: { byPush: 12, byPoll: 3, byReconcile: 1 },
};

export const MAILBOXES: MailboxHealth[] = [
  MAILBOX,
  { ...MAILBOX, id: idOf(5), watch: 'silent', userName: null },
  { ...MAILBOX, id: idOf(6), provider: 'microsoft', trouble: { kind: 'blocked', since: AT }, waitingEmails: 40 },
  { ...MAILBOX, id: idOf(7), provider: 'microsoft', trouble: { kind: 'full', since: AT }, pushExpiresAt: null },
  { ...MAILBOX, id: idOf(8), state: 'reconnect_required', stateReason: 'password_changed', watch: 'off', lastAliveAt: null },
  { ...MAILBOX, id: idOf(9), provider: 'smtp', state: 'disconnected', stateReason: 'disconnected_by_user', watch: 'off' },
];

const USER: User = {
  id: idOf(10),
  email: ADDRESS,
  name: NAME,
  role: 'rep',
  state: 'activated',
  invitedAt: AT,
  activatedAt: AT,
  invitationSentAt: AT,
  invitationError: null,
  isInvitationExpired: false,
  lastActiveAt: AT,
  endedAccess: null,
  mailbox: { address: ADDRESS, provider: 'google', state: 'connected' },
  salesforce: 'connected',
};
const INVITED: User = { ...USER, state: 'invited', activatedAt: null, lastActiveAt: null, mailbox: null, salesforce: null };

/** Users in every state, one of them alone as admin. */
export const USERS: UserList = {
  apiAccessCheckedAt: AT,
  meId: idOf(10),
  mailboxTroubles: [
    { userId: idOf(13), kind: 'blocked' },
    { userId: idOf(14), kind: 'silent' },
  ],
  users: [
    { ...USER, role: 'admin' },
    { ...USER, id: idOf(11), salesforce: 'api_disabled' },
    { ...USER, id: idOf(12), salesforce: 'reconnect_required', mailbox: null, name: null },
    { ...USER, id: idOf(13) },
    { ...USER, id: idOf(14), mailbox: { address: ADDRESS, provider: 'microsoft', state: 'reconnect_required' } },
    { ...INVITED, id: idOf(15) },
    { ...INVITED, id: idOf(16), invitationSentAt: null, name: null },
    { ...INVITED, id: idOf(17), invitationError: '550 5.1.1 The address was not found', isInvitationExpired: false },
    { ...INVITED, id: idOf(18), isInvitationExpired: true },
    {
      ...USER,
      id: idOf(19),
      state: 'deactivated',
      endedAccess: {
        at: AT,
        finishedAt: null,
        reason: 'inactive_in_salesforce',
        grants: [
          { provider: 'google', address: ADDRESS, note: null, revokedAt: AT, shreddedAt: AT },
          { provider: 'microsoft', address: ADDRESS, note: 'vendor_has_no_revocation', revokedAt: null, shreddedAt: AT },
          { provider: 'salesforce', address: null, note: 'vendor_not_reached', revokedAt: null, shreddedAt: null },
        ],
      },
    },
  ],
};

const CERTIFICATE: Certificate = {
  id: idOf(20),
  fingerprint: Array.from({ length: 32 }, (_, index) => (index * 7).toString(16).padStart(2, '0').toUpperCase()).join(':'),
  uploadedAt: AT,
  uploadedBy: NAME,
  lastUsedAt: AT,
  expiresAt: '2028-11-02T00:00:00.000Z',
};

export const TRUST: OrgTrust = {
  lightningOrigin: 'https://gemeinschaftsunternehmen-aschaffenburg.lightning.force.com',
  changeUrl: 'https://sales-actions.example.com/onboarding/org/certificate',
  checklistUrl: 'https://sales-actions.example.com/onboarding/org/checklist',
  certificates: [CERTIFICATE, { ...CERTIFICATE, id: idOf(21), expiresAt: AT, lastUsedAt: null, uploadedBy: null }],
};

const GRANT = { provider: 'google', address: ADDRESS, ownerName: NAME, note: null, revokedAt: AT, shreddedAt: AT } as const;
const RUN = { id: idOf(22), pressedAt: AT, pressedBy: NAME, cancelledEmails: 1240 };

export const KILL_SWITCHES: Record<string, KillSwitch> = {
  'under-way': {
    stoppedAt: AT,
    lastRun: {
      ...RUN,
      finishedAt: null,
      grants: [GRANT, { ...GRANT, provider: 'salesforce', address: null, revokedAt: null, shreddedAt: null }],
    },
  },
  finished: {
    stoppedAt: AT,
    lastRun: {
      ...RUN,
      finishedAt: AT,
      grants: [
        GRANT,
        { ...GRANT, provider: 'microsoft', note: 'vendor_has_no_revocation', revokedAt: null },
        { ...GRANT, provider: 'salesforce', note: 'vendor_not_reached', address: null, ownerName: null, revokedAt: null },
        { ...GRANT, note: 'already_dead', revokedAt: null },
      ],
    },
  },
  lifted: { stoppedAt: null, lastRun: { ...RUN, finishedAt: AT, grants: [GRANT] } },
};

const EVENT: SecurityEvent = {
  id: idOf(23),
  kind: 'sign_in_refused',
  happenedAt: AT,
  outcome: 'refused',
  person: NAME,
  about: ADDRESS,
  reason: 'wrong_salesforce_org',
  salesforceUserId: '005000000000002AAA',
  ipAddress: '2001:db8:85a3::8a2e:370:7334',
};
export const EVENTS: SecurityEvent[] = [
  EVENT,
  { ...EVENT, id: idOf(24), kind: 'kill_switch_pressed', outcome: 'done', reason: null, about: null },
  { ...EVENT, id: idOf(25), kind: 'panel_token_replayed', person: null, ipAddress: null },
];

export const TEAM_SERVERS: Record<string, TeamSmtpPage> = {
  none: { server: null },
  refused: {
    server: {
      host: 'smtp.verwaltungsdienstleistungen.example.com',
      port: 587,
      security: 'starttls',
      username: ADDRESS,
      hasPassword: true,
      state: 'refused',
      stateCode: 'EAUTH',
      updatedAt: AT,
      updatedBy: NAME,
    },
  },
};

export const LETTER: WelcomeLetterPage = {
  subject: SUBJECT,
  bodyHtml: '<p>Hello {{first_name}},</p><p>{{invited_by}} of {{company}} invites you.</p>',
  isOurs: false,
  tokens: ['first_name', 'invited_by', 'company'],
  updatedAt: AT,
  updatedBy: NAME,
};

export const FORECASTS: Record<string, SendingForecast> = {
  none: { waiting: 0, boundBy: null, firstLeavesAt: null, lastLeavesAt: null, limit: null, tooManyWait: false },
  'too-many': { waiting: 12_000, boundBy: null, firstLeavesAt: null, lastLeavesAt: null, limit: null, tooManyWait: true },
  held: {
    waiting: 240,
    boundBy: 'daily_limit',
    firstLeavesAt: AT,
    lastLeavesAt: LATER,
    limit: { name: 'mailbox_per_day', count: 80, seconds: 86_400 },
    tooManyWait: false,
  },
};
