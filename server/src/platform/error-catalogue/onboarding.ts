import type { ErrorEntry } from './entry.ts';

/** On the way to an account: links, sign-ins and invitations. */
export const ONBOARDING_ERRORS = {
  page_out_of_date: { status: 403, remedy: 'start_again', title: 'This page is out of date. Go back, reload it and try again.' },
  link_unknown: {
    status: 404,
    remedy: 'start_again',
    title: 'Part of this link is missing. Open it again from the email or the panel, without changing it.',
  },
  link_expired: { status: 410, remedy: 'start_again', title: 'This link has expired.' },
  link_used: { status: 410, remedy: 'start_again', title: 'This link works once.' },
  consent_expired: {
    status: 400,
    remedy: 'start_again',
    title: 'This consent has expired or was already used. Start it again.',
  },
  too_many_sign_ins: {
    status: 429,
    remedy: 'wait',
    title: 'Many sign-ins were begun from your network and not finished. Try again in ten minutes.',
  },

  org_unknown: { status: 404, remedy: 'ask_admin', title: 'This Salesforce org is not connected to MSI Actions.' },
  org_registered: { status: 409, remedy: 'ask_admin', title: 'This org is connected already. An admin of it can invite you.' },
  invitation_expired: { status: 409, remedy: 'ask_admin', title: 'Your invitation has expired. Ask your admin to send it again.' },
  wrong_email: { status: 409, remedy: 'ask_admin', title: 'Your Salesforce address is not the one that the invitation went to.' },
  already_linked: {
    status: 409,
    remedy: 'ask_admin',
    title: 'Your Salesforce user belongs to another account already. Ask your admin to end one of the two.',
  },
  wrong_salesforce_org: {
    status: 409,
    remedy: 'start_again',
    title: 'You are signed in to another Salesforce org. Sign in to the org that invited you, then try again.',
  },
  wrong_salesforce_user: {
    status: 409,
    remedy: 'start_again',
    title: 'This account belongs to another Salesforce user. Sign in to Salesforce as that user, then try again.',
  },
  email_unverified: {
    status: 409,
    remedy: 'start_again',
    title: 'Salesforce has not verified your address yet. Verify it in your Salesforce settings, then try again.',
  },
  address_in_use: { status: 409, remedy: 'ask_admin', title: 'This address is in use for MSI Actions in another org.' },
  in_other_instance: { status: 409, remedy: 'ask_admin', title: 'Your address is in use for MSI Actions in another org.' },

  salesforce_access_denied: {
    status: 409,
    remedy: 'start_again',
    title: 'Nothing was connected, because access to Salesforce was not allowed. You can start again whenever you like.',
  },
  salesforce_app_blocked: {
    status: 409,
    remedy: 'ask_salesforce_admin',
    title:
      'Your Salesforce org does not allow MSI Actions yet. Ask your Salesforce admin to install the package and to allow the app under ' +
      'Connected Apps OAuth Usage, then try again.',
  },
  salesforce_my_domain: {
    status: 409,
    remedy: 'start_again',
    title: 'Your org can be signed in to only at its own address. Sign in to Salesforce there first, then come back and try again.',
  },
  salesforce_sign_in_failed: {
    status: 502,
    remedy: 'start_again',
    title: 'Salesforce could not finish the sign-in. Try again in a moment.',
  },
} as const satisfies Record<string, ErrorEntry>;
