import type { FastifyInstance } from 'fastify';
import { createAssessBulkEmail } from './assess-bulk-email.ts';
import { createChangeBulkEmail } from './change-bulk-email.ts';
import { createCheckBulkEmail } from './check-bulk-email.ts';
import { ownWordsRoutes } from './own-words-routes.ts';
import { createPreviewPerson } from './preview-person.ts';
import { bulkEmailRoutes } from './routes.ts';
import { createSendBulkEmail } from './send-bulk-email.ts';
import { bulkSendRoutes } from './send-routes.ts';
import { createReadBulkEmails } from './show-bulk-email.ts';
import { createProgress } from './show-progress.ts';

type SendDependencies = Parameters<typeof createChangeBulkEmail>[0] &
  Parameters<typeof createAssessBulkEmail>[0] &
  Omit<Parameters<typeof createSendBulkEmail>[0], 'assessBulkEmail'>;
type Dependencies = SendDependencies & Parameters<typeof createReadBulkEmails>[0] & Parameters<typeof createPreviewPerson>[0];

/** What writes and sends emails to many people. */
export function createBulkEmails(use: SendDependencies) {
  const assessBulkEmail = createAssessBulkEmail(use);
  return {
    assessBulkEmail,
    changeBulkEmail: createChangeBulkEmail(use),
    sendBulkEmail: createSendBulkEmail({ ...use, assessBulkEmail }),
  };
}

/** Brings emails to many people into the panel's door. */
export async function installBulkEmails(app: FastifyInstance, use: Dependencies): Promise<void> {
  const { assessBulkEmail, changeBulkEmail, sendBulkEmail } = createBulkEmails(use);
  const drafts = { changeBulkEmail, readBulkEmails: createReadBulkEmails(use) };
  await app.register(bulkEmailRoutes, drafts);
  await app.register(ownWordsRoutes, drafts);
  await app.register(bulkSendRoutes, {
    checkBulkEmail: createCheckBulkEmail({ ...use, assessBulkEmail }),
    previewPerson: createPreviewPerson(use),
    sendBulkEmail,
    progress: createProgress(use),
  });
}
