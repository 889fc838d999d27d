export const EN = {
  contentGone: 'Files that are not in the library any more: {names}. Take out the links to them.',
} as const;
