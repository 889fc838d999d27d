export const EN = {
  wrongObject: 'The panel works on leads, contacts, accounts and opportunities.',
  recordHidden: 'Your Salesforce rights do not show this record.',
  personHidden: 'Your Salesforce rights do not show this person.',
  slowDown: 'Salesforce asks us to slow down.',
} as const;
