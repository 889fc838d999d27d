import type { PanelTabDefinition } from '../panel/index.ts';
import { countRows } from './find-rows.ts';
import { listSalesEmails } from './list-sales-emails.ts';
import { SalesEmailList } from './schemas.ts';

/** The sales emails of a record in the panel. A rep who cannot send yet still sees those that are there. */
export const salesEmailsTab: PanelTabDefinition<SalesEmailList> = {
  name: 'sales_emails',
  order: 10,
  objects: ['Lead', 'Contact', 'Account', 'Opportunity'],
  content: SalesEmailList,
  count: (tx, visit) => countRows(tx, visit.orgId, visit),
  isShown: ({ readiness }, count) => readiness === 'ready' || readiness === 'mailbox_reconnect_required' || Boolean(count),
  async open(tx, visit) {
    const content = await listSalesEmails(tx, visit.orgId, visit, visit.now);
    return { count: content.total, content };
  },
};
