export const EN = {
  addressUnknown: 'You have no such address.',
  gmailSilent: 'Gmail does not answer at the moment. Try again in a minute.',
  limitReached: 'You can have {count, plural, one {# address} other {# addresses}}, your mailbox among them. Remove one first.',
  ownAddressOnly: 'Your mailbox sends from its own address only. For other addresses your admin sets up a mail server of the team.',
  linkExpired: 'Links of verification emails work for 24 hours. Ask for a new one in the settings.',
  linkUnknown: 'This link is not complete, or the request was taken back. Open it again from the email.',
  notVerifiedByGoogle: 'Your mailbox cannot send from this address: Google has not verified it there.',
  isMailbox: 'This is your mailbox. Disconnect it instead.',
  nameNeeded: 'A name is needed.',
} as const;
