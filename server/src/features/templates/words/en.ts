/** Names that the service gives. */
export const EN = {
  firstCategory: 'General',
  copyOf: '{name} (copy)',
} as const;
