export const EN = {
  notConnected: 'Salesforce is not connected.',
  refreshCutOff: 'A refresh was cut off, and showing its token again would end the grant. Connect Salesforce again.',
} as const;
