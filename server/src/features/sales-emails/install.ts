import type { FastifyInstance } from 'fastify';
import type { ActionCatalogue, TabCatalogue } from '../panel/index.ts';
import { createBeginFollowUp } from './begin-follow-up.ts';
import { createCancelSalesEmail } from './cancel-sales-email.ts';
import { createChangeSchedule } from './change-schedule.ts';
import { createDecideUncertainEmail } from './decide-uncertain-email.ts';
import { createDraftAgain } from './draft-again.ts';
import { createDrafts } from './drafts.ts';
import { createListSalesEmails } from './list-sales-emails.ts';
import { createMaySee } from './may-see.ts';
import { salesEmailsTab } from './panel-tab.ts';
import { createPreviewDraft } from './preview-draft.ts';
import { createRetrySalesEmail } from './retry-sales-email.ts';
import { salesEmailRoutes } from './routes.ts';
import { createCheckSchedule } from './schedule.ts';
import { sendSalesEmailAction } from './sales-action.ts';
import { createSendNow } from './send-now.ts';
import { createSendSalesEmail } from './send-sales-email.ts';
import { createShowSalesEmail } from './show-sales-email.ts';

type Dependencies = Parameters<typeof createDrafts>[0] &
  Parameters<typeof createPreviewDraft>[0] &
  Parameters<typeof createBeginFollowUp>[0] &
  Parameters<typeof createSendSalesEmail>[0] &
  Parameters<typeof createListSalesEmails>[0] &
  Omit<Parameters<typeof createShowSalesEmail>[0], 'maySee'> &
  Parameters<typeof createMaySee>[0] &
  Parameters<typeof createRetrySalesEmail>[0] &
  Parameters<typeof createCancelSalesEmail>[0] &
  Parameters<typeof createDraftAgain>[0] &
  Parameters<typeof createDecideUncertainEmail>[0] & {
    salesActions: Pick<ActionCatalogue, 'registerSalesAction'>;
    panelTabs: Pick<TabCatalogue, 'registerPanelTab'>;
  };

/** Brings Send Sales Email into the panel: its line in the menu, its tab and its routes. */
export async function installSalesEmails(app: FastifyInstance, use: Dependencies): Promise<void> {
  use.salesActions.registerSalesAction(sendSalesEmailAction);
  use.panelTabs.registerPanelTab(salesEmailsTab);
  await app.register(salesEmailRoutes, {
    drafts: createDrafts(use),
    previewDraft: createPreviewDraft(use),
    beginFollowUp: createBeginFollowUp(use),
    sendSalesEmail: createSendSalesEmail(use),
    listSalesEmails: createListSalesEmails(use),
    showSalesEmail: createShowSalesEmail({ ...use, maySee: createMaySee(use) }),
    retrySalesEmail: createRetrySalesEmail(use),
    cancelSalesEmail: createCancelSalesEmail(use),
    draftAgain: createDraftAgain(use),
    decideUncertainEmail: createDecideUncertainEmail(use),
    changeSchedule: createChangeSchedule(use),
    sendNow: createSendNow(use),
    checkSchedule: createCheckSchedule(use),
  });
}
