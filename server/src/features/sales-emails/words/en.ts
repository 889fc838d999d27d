/** What stands in the frame of a preview whose link is no longer good. */
export const EN = {
  'preview.title': 'Preview',
  'preview.expired': 'This preview has expired. Open the email again in Salesforce.',
} as const;
