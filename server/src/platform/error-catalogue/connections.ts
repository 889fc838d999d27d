import type { ErrorEntry } from './entry.ts';

/** Mailboxes, mail servers, From addresses and Salesforce, as far as we are connected to them. */
export const CONNECTION_ERRORS = {
  org_stopped: {
    status: 409,
    remedy: 'ask_admin',
    title: 'Your admin has stopped MSI Actions for your whole org. Nothing can be connected until it is started again.',
  },
  access_ending: { status: 409, remedy: 'wait', title: 'Your earlier connections are still being ended. Try again in a minute.' },
  kill_switch_running: { status: 409, remedy: 'wait', title: 'Access is still being ended. Try again in a minute.' },
  name_differs: { status: 422, remedy: 'change_request', title: 'This is not the name of your org.' },

  salesforce_reconnect_required: { status: 409, remedy: 'connect', title: 'Connect Salesforce again: your connection has ended.' },
  salesforce_admin_action: {
    status: 409,
    remedy: 'ask_salesforce_admin',
    title: 'Salesforce needs a change by your administrator first.',
  },
  api_disabled: {
    status: 409,
    remedy: 'ask_salesforce_admin',
    title: 'Your Salesforce user may not use the API. Ask your Salesforce admin for the permission "API Enabled".',
  },
  salesforce_unavailable: { status: 503, otherStatus: 502, remedy: 'wait', title: 'Salesforce did not answer.' },

  mailbox_missing: { status: 409, remedy: 'connect', title: 'Connect your mailbox first.' },
  mailbox_reconnect_required: { status: 409, remedy: 'connect', title: 'Connect your mailbox again: the connection has ended.' },
  mailbox_admin_action: { status: 409, remedy: 'ask_admin', title: 'Your mailbox needs a change by your administrator first.' },
  mailbox_unavailable: { status: 503, otherStatus: 502, remedy: 'wait', title: 'Your mailbox does not answer at the moment.' },
  team_smtp_missing: { status: 409, remedy: 'ask_admin', title: 'Your team has no mail server. Your admin sets it up.' },

  identity_exists: { status: 409, remedy: 'change_request', title: 'You have this address already.' },
  identity_limit_reached: { status: 409, remedy: 'change_request', title: 'You have as many addresses as one can have. Remove one first.' },
  identity_not_verified: {
    status: 409,
    remedy: 'change_request',
    title: 'Verify this address first: the link is in the email we sent there.',
  },
  already_verified: { status: 409, remedy: 'read_again', title: 'This address is verified already.' },
  mailbox_identity_fixed: {
    status: 409,
    remedy: 'change_request',
    title: 'The name and the delivery channel of your mailbox cannot be changed here.',
  },
  channel_not_possible: { status: 409, remedy: 'connect', title: 'Nothing can be sent from this address at the moment.' },
  signature_import_unavailable: {
    status: 409,
    remedy: 'ask_admin',
    title: 'Signatures can be read from Gmail only, and only where your admin and you allow reading your mailbox.',
  },
  signature_missing: { status: 409, remedy: 'change_request', title: 'There is no signature for this address in Gmail.' },
} as const satisfies Record<string, ErrorEntry>;
