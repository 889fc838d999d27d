import type { Panel, SalesAction, SalesEmailRow } from '../../../../force-app/types/service.d.ts';
import { ActionReason, Readiness } from '../../../src/features/panel/schemas.ts';
import { BounceReason } from '../../../src/features/responses/schemas.ts';
import { SalesEmailReason, type SalesEmailState } from '../../../src/features/send-engine/schemas.ts';
import { ADDRESS, AT, CONNECTED, CONNECTIONS, LATER, NAME, SUBJECT, idOf } from './common.ts';

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
  threadId: null,
  canFollowUp: false,
  canReply: false,
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

/** Where an email stands that has this reason. */
const STATE_OF: Record<SalesEmailReason, SalesEmailState> = {
  undo_window: 'queued',
  mailbox_busy: 'queued',
  mailbox_rate_limited: 'queued',
  minute_limit: 'queued',
  daily_limit: 'queued',
  user_daily_limit: 'queued',
  org_limit: 'queued',
  domain_limit: 'queued',
  mailbox_reconnect_required: 'queued',
  mailbox_disconnected: 'queued',
  mailbox_blocked: 'queued',
  mailbox_full: 'queued',
  provider_unavailable: 'queued',
  provider_refused: 'failed',
  recipient_refused: 'failed',
  sender_refused: 'failed',
  message_too_large: 'failed',
  recipient_opted_out: 'failed',
  opt_out_unknown: 'failed',
  no_answer_from_provider: 'uncertain',
  cannot_look_in_sent_mail: 'uncertain',
  server_keeps_no_copy: 'uncertain',
  found_in_sent_mail: 'sent',
  not_in_sent_mail: 'queued',
  marked_by_user: 'sent',
  retried_by_user: 'queued',
  sent_now_by_user: 'queued',
  cancelled_by_user: 'cancelled',
  user_deactivated: 'cancelled',
  stopped_by_admin: 'cancelled',
  channel_unavailable: 'queued',
  sending_delayed: 'queued',
};

/** An email in every state and for every reason, with what came back and what Salesforce said. */
function everyRow(): SalesEmailRow[] {
  const ofStates = (['scheduled', 'queued', 'sending', 'uncertain', 'failed', 'cancelled'] as const).map((state): SalesEmailRow => ({
    ...ROW,
    state,
    waitsUntil: state === 'scheduled' ? LATER : null,
  }));
  const ofReasons = SalesEmailReason.options.map((reason): SalesEmailRow => ({ ...ROW, state: STATE_OF[reason], reason }));
  const ofBounces = BounceReason.options.map((bounceReason): SalesEmailRow => ({
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
  return [...ofStates, ...ofReasons, ...ofBounces, ...others].map((row, index) => ({ ...row, id: idOf(100 + index) }));
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

function withReason(reason: ActionReason): Panel {
  return {
    ...PANEL,
    actions: ACTIONS.map((action) => (action.name === 'send_sales_email' ? { ...action, enabled: false, reason } : action)),
  };
}
const everyState = everyRow();

export const PANELS: Record<string, Panel> = {
  ...Object.fromEntries(
    Readiness.options
      .filter((readiness) => readiness !== 'ready')
      .map((readiness) => [
        `not-ready-${readiness}`,
        { ...PANEL, readiness, emailConnection: CONNECTIONS['expired'] ?? null, tabs: [], actions: [] },
      ]),
  ),
  ...Object.fromEntries(ActionReason.options.map((reason) => [`no-action-${reason}`, withReason(reason)])),
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
