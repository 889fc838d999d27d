import type { SalesActionDefinition } from '../panel/index.ts';

/** Send Sales Email in the panel's menu: to the person of the page, or to those chosen of an Account or Opportunity (PN-1). */
export const sendSalesEmailAction: SalesActionDefinition = {
  name: 'send_sales_email',
  group: 'email',
  order: 10,
  reachOn: { Lead: 'single', Contact: 'single', Account: 'group', Opportunity: 'group' },
  check: ({ people, mailboxState }) => {
    if (people.length === 0) return 'no_people';
    const withAddress = people.filter(({ email }) => email !== null);
    if (withAddress.length === 0) return 'no_email_address';
    const refusals = withAddress.map(({ refusal }) => refusal);
    // What the admin can change is said first
    if (refusals.every((refusal) => refusal !== null))
      return refusals.find((refusal) => refusal === 'opt_out_unknown') ?? refusals[0] ?? null;
    if (mailboxState === null || mailboxState === 'disconnected') return 'mailbox_missing';
    return mailboxState === 'reconnect_required' ? 'mailbox_reconnect_required' : null;
  },
};
