export { installSalesEmails } from './install.ts';
export { LOG_TO_SALESFORCE } from './log-to-salesforce.ts';
export { createPreviewLinks, type PreviewLinks } from './preview-links.ts';
export { previewRoutes } from './preview-routes.ts';
export { createSendSalesEmail } from './send-sales-email.ts';
export { createShowPreview } from './show-preview.ts';
