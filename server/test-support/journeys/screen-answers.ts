import type {
  BounceReason,
  Certificate,
  EmailConnection,
  Identity,
  KillSwitch,
  LiveFeed,
  MailboxHealth,
  OrgTrust,
  Panel,
  Problem,
  Profile,
  Readiness,
  SalesAction,
  SalesEmailReason,
  SalesEmailRow,
  SalesEmailState,
  SecurityEvent,
  SendingForecast,
  TeamSmtpPage,
  User,
  UserList,
  WelcomeLetterPage,
} from '../../../force-app/types/service.d.ts';

/** What the service answers in states that are rare, or long to wait for. The types hold these to what it can answer. */

const AT = '2026-11-02T09:30:00.000Z';
const LATER = '2026-11-30T09:30:00.000Z';
const NAME = 'Maximiliane Hohenstein-Schwarzenberg von der Leine';
const ADDRESS = 'maximiliane.hohenstein-schwarzenberg@verwaltungsdienstleistungen.example.com';
const SUBJECT = 'Verwaltungsdienstleistungsvertrag für vierhundert Arbeitsplätze in Aschaffenburg und Umgebung';

function idOf(number: number): string {
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

const CONNECTED: EmailConnection = {
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

const ROW: SalesEmailRow = {
  id: idOf(30),
  subject: SUBJECT,
  state: 'queued',
  reason: null,
  limit: null,
  waitsUntil: null,
  createdAt: AT,
  sentAt: null,
  sentByMe: true,
  senderName: NAME,
  personId: '00Q000000000001EAA',
  personName: NAME,
  copiedTo: null,
  canUndo: false,
  refusedRecipients: [],
  responses: null,
  salesforce: null,
};
const NO_RESPONSE = {
  autoRepliedAt: null,
  bouncedAt: null,
  bounceKind: null,
  bounceReason: null,
  bounceReportRead: null,
  delayedAt: null,
  outOfOfficeUntil: null,
  repliedAt: null,
  repliedBy: null,
};

const REASONS: Partial<Record<SalesEmailState, SalesEmailReason[]>> = {
  scheduled: [],
  queued: [
    'undo_window',
    'mailbox_busy',
    'mailbox_rate_limited',
    'minute_limit',
    'daily_limit',
    'user_daily_limit',
    'org_limit',
    'domain_limit',
    'mailbox_reconnect_required',
    'mailbox_blocked',
    'mailbox_full',
    'provider_unavailable',
    'opt_out_unknown',
    'channel_unavailable',
    'sending_delayed',
  ],
  uncertain: ['no_answer_from_provider', 'cannot_look_in_sent_mail', 'server_keeps_no_copy'],
  failed: ['provider_refused', 'recipient_refused', 'sender_refused', 'message_too_large', 'recipient_opted_out', 'mailbox_disconnected'],
  cancelled: ['cancelled_by_user', 'user_deactivated', 'stopped_by_admin'],
  sent: ['found_in_sent_mail', 'marked_by_user'],
};
const BOUNCES: BounceReason[] = ['unknown_address', 'mailbox_full', 'refused_by_policy', 'taken_for_spam', 'unknown'];

/** An email in every state and for every reason, with what came back and what Salesforce said. */
function everyRow(): SalesEmailRow[] {
  const ofReasons = Object.entries(REASONS).flatMap(([state, reasons]) =>
    [null, ...reasons].map((reason): SalesEmailRow => ({
      ...ROW,
      state: state as SalesEmailState,
      reason,
      waitsUntil: state === 'scheduled' ? LATER : null,
    })),
  );
  const ofBounces = BOUNCES.map((bounceReason): SalesEmailRow => ({
    ...ROW,
    state: 'bounced',
    sentAt: AT,
    responses: { ...NO_RESPONSE, bouncedAt: AT, bounceKind: 'hard', bounceReason, bounceReportRead: bounceReason !== 'unknown' },
  }));
  const sent: SalesEmailRow = { ...ROW, state: 'sent', sentAt: AT };
  const others: SalesEmailRow[] = [
    { ...sent, responses: { ...NO_RESPONSE, repliedAt: AT, repliedBy: ADDRESS } },
    { ...sent, responses: { ...NO_RESPONSE, autoRepliedAt: AT, outOfOfficeUntil: '2026-12-01' } },
    { ...sent, responses: { ...NO_RESPONSE, delayedAt: AT } },
    { ...sent, sentByMe: false, copiedTo: { field: 'cc', personName: NAME } },
    {
      ...sent,
      salesforce: { state: 'failed', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', reason: 'A task needs a campaign.', taskId: null },
    },
    { ...sent, salesforce: { state: 'pending', code: null, reason: null, taskId: null } },
    { ...ROW, canUndo: true, reason: 'undo_window' },
    { ...ROW, state: 'failed', reason: 'recipient_refused', refusedRecipients: [ADDRESS] },
  ];
  return [...ofReasons, ...ofBounces, ...others].map((row, index) => ({ ...row, id: idOf(100 + index) }));
}

const ACTIONS: SalesAction[] = [
  { name: 'send_sales_email', group: 'email', reach: 'single', enabled: true, reason: null },
  { name: 'add_task', group: 'follow_up', reach: 'single', enabled: true, reason: null },
];
const PANEL: Panel = {
  readiness: 'ready',
  record: { id: '00Q000000000001EAA', name: NAME, objectName: 'Lead' },
  person: {
    id: '00Q000000000001EAA',
    objectName: 'Lead',
    name: NAME,
    firstName: 'Maximiliane',
    email: ADDRESS,
    company: 'Gemeinschaftsunternehmen für Verwaltungsdienstleistungen Aschaffenburg',
    title: 'Leiterin der Abteilung für Verwaltungsdienstleistungen',
    role: null,
    isPrimary: false,
    optedOut: false,
    refusal: null,
  },
  people: [],
  user: { email: ADDRESS, name: NAME, role: 'rep', panelTourDone: true },
  emailConnection: CONNECTED,
  actions: ACTIONS,
  refused: [],
  tabs: [{ name: 'sales_emails', count: 0, content: { salesEmails: [], drafts: [], cursor: null, total: 0 } }],
};

const NOT_READY: Exclude<Readiness, 'ready'>[] = [
  'not_invited',
  'not_activated',
  'stopped',
  'api_disabled',
  'salesforce_disconnected',
  'mailbox_missing',
  'mailbox_reconnect_required',
];
const ACTION_REASONS: NonNullable<SalesAction['reason']>[] = [
  'no_email_address',
  'opted_out',
  'address_opted_out',
  'opt_out_unknown',
  'no_people',
  'not_permitted',
];

function withReason(reason: NonNullable<SalesAction['reason']>): Panel {
  return {
    ...PANEL,
    actions: ACTIONS.map((action) => (action.name === 'send_sales_email' ? { ...action, enabled: false, reason } : action)),
  };
}
const everyState = everyRow();

export const PANELS: Record<string, Panel> = {
  ...Object.fromEntries(
    NOT_READY.map((readiness) => [
      readiness,
      { ...PANEL, readiness, emailConnection: CONNECTIONS['expired'] ?? null, tabs: [], actions: [] },
    ]),
  ),
  ...Object.fromEntries(ACTION_REASONS.map((reason) => [reason, withReason(reason)])),
  ...Object.fromEntries(Object.entries(CONNECTIONS).map(([name, emailConnection]) => [`mailbox-${name}`, { ...PANEL, emailConnection }])),
  tour: { ...PANEL, user: { email: ADDRESS, name: NAME, role: 'rep', panelTourDone: false } },
  refused: { ...PANEL, refused: [{ action: 'add_task', id: idOf(40), title: SUBJECT, reason: 'A task needs a campaign.' }] },
  'every-email': {
    ...PANEL,
    tabs: [
      {
        name: 'sales_emails',
        count: everyState.length,
        content: {
          salesEmails: everyState,
          drafts: [{ ...ROW, id: idOf(41), state: 'draft', recordId: '00Q000000000001EAA', updatedAt: AT }],
          cursor: 'more',
          total: everyState.length + 50,
        },
      },
    ],
  },
};

const ITEM: LiveFeed['items'][number] = {
  id: idOf(50),
  kind: 'email_replied',
  happenedAt: AT,
  isNew: true,
  isSettled: false,
  person: { id: '00Q000000000001EAA', name: NAME },
  record: { id: '00Q000000000001EAA', objectName: 'Lead' },
  salesEmailId: idOf(30),
  subject: SUBJECT,
};
const KINDS = ['email_replied', 'email_bounced', 'email_failed', 'mailbox_reconnect_required', 'salesforce_reconnect_required'] as const;
const FEED: LiveFeed = { cursor: null, isStopped: false, items: [], mailbox: null, newestAt: null, unseen: 0 };

export const FEEDS: Record<string, LiveFeed> = {
  empty: FEED,
  stopped: { ...FEED, isStopped: true },
  'every-kind': {
    ...FEED,
    cursor: 'more',
    unseen: KINDS.length,
    newestAt: AT,
    mailbox: { address: ADDRESS, provider: 'google', state: 'reconnect_required', stateReason: 'expired' },
    items: KINDS.map((kind, index) => ({
      ...ITEM,
      kind,
      id: idOf(50 + index),
      ...(kind.endsWith('required') ? { person: null, record: null, subject: null } : {}),
    })),
  },
};
