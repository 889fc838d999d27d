/** What stands in an email in the place of a value. */
export const EN = {
  yes: 'yes',
  no: 'no',
  yourCompany: 'your company',
} as const;
