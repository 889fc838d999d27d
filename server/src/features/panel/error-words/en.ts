export const EN = {
  userGone: 'Your user is gone.',
} as const;
