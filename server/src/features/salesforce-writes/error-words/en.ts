export const EN = {
  emailUnknown: 'You have not sent such an email.',
} as const;
