import type { ErrorEntry } from './entry.ts';

/** Who is calling, and what they may do. */
export const ACCESS_ERRORS = {
  session_invalid: { status: 401, remedy: 'new_session', title: 'The session of the panel is not valid. Reload the page.' },
  session_expired: { status: 401, remedy: 'new_session', title: 'The session of the panel has expired.' },
  panel_token_invalid: {
    status: 401,
    remedy: 'new_session',
    title:
      'The sign-in from Salesforce could not be checked. Reload the page. If it stays so, ask your admin whether this org and its ' +
      'certificate are connected to MSI Actions.',
  },
  panel_token_expired: { status: 401, remedy: 'new_session', title: 'The sign-in from Salesforce has expired. Reload the page.' },
  panel_token_replayed: { status: 401, remedy: 'new_session', title: 'This sign-in from Salesforce was used before. Reload the page.' },
  panel_token_wrong_audience: {
    status: 401,
    remedy: 'ask_admin',
    title: 'The server address in the settings of the package is not the address of this service. Ask your admin.',
  },
  certificate_expired: {
    status: 401,
    otherStatus: 400,
    remedy: 'ask_admin',
    title: 'The certificate of your Salesforce org has expired. Ask your admin to upload a new one.',
  },
  push_not_trusted: { status: 401, remedy: 'change_request', title: 'This push does not come from Google.' },
  user_deactivated: {
    status: 401,
    otherStatus: 409,
    remedy: 'ask_admin',
    title: 'Your admin has ended your access to MSI Actions.',
  },
  not_activated: {
    status: 403,
    remedy: 'start_again',
    title: 'Activate MSI Actions first: the link is in your invitation, and in the panel.',
  },
  not_invited: { status: 403, otherStatus: 404, remedy: 'ask_admin', title: 'Your admin has not invited you to MSI Actions yet.' },
  admins_only: { status: 403, remedy: 'ask_admin', title: 'Only an admin can do this.' },
  admin_permission_missing: {
    status: 403,
    remedy: 'ask_salesforce_admin',
    title:
      'You are an admin here, but Salesforce does not let you administer MSI Actions. Ask your Salesforce admin for the permission set ' +
      'MSI Actions Admin.',
  },
  package_outdated: {
    status: 403,
    remedy: 'ask_salesforce_admin',
    title: 'The MSI Actions package in your Salesforce org is too old for this page. Ask your Salesforce admin to update the package.',
  },
  permission_denied: { status: 403, remedy: 'ask_salesforce_admin', title: 'The vendor does not allow you to do this.' },

  own_access: { status: 409, remedy: 'ask_admin', title: 'You cannot end your own access. Another admin can.' },
  last_admin: { status: 409, remedy: 'change_request', title: 'The last admin cannot be removed. Make somebody else an admin first.' },
  already_active: { status: 409, remedy: 'read_again', title: 'This user is active already.' },
  no_seat_left: { status: 409, remedy: 'change_request', title: 'All seats are taken. Deactivate somebody first.' },
  address_taken: {
    status: 409,
    remedy: 'change_request',
    title: 'Another user of this list has this address, or is invited under it. Deactivate that user first.',
  },
  salesforce_user_unknown: {
    status: 409,
    remedy: 'change_request',
    title: 'It is not known any more which Salesforce user had this address. Invite the address again.',
  },
} as const satisfies Record<string, ErrorEntry>;
