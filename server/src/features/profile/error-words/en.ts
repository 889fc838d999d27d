export const EN = {
  localeUnknown: 'This locale is not known. Choose one from the list, such as en-GB.',
  timeZoneUnknown: 'This time zone is not known. Choose one from the list, such as Europe/Berlin.',
} as const;
