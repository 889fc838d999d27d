export const EN = {
  recordHidden: 'Your Salesforce rights do not show this record.',
  personHidden: 'Your Salesforce rights do not show this person.',
  slowDown: 'Salesforce asks us to slow down.',
} as const;
