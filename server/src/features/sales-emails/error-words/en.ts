export const EN = {
  emailUnknown: 'There is no such email.',
  emailHidden: 'There is no such email, or you may not see it.',
  reconnectToSee: 'Connect your mailbox again: then we can see whether this email left.',
  draftUnknown: 'There is no such draft.',
  orgStopped: 'Your admin has stopped all sending. Nothing leaves until your admin lets people connect again.',
  identityNotVerified: 'You cannot send from this address yet. Choose another From, or verify the address in the settings.',
  teamSmtpMissing: 'Your team has no mail server for this address any more. Choose another From.',
  wrongPerson: 'An email goes to a lead or a contact.',
  subjectTooLong: 'With what its dynamic fields come to, this subject has more than {limit} characters. Shorten it.',
  bodyTooLong: 'This text is too long. Shorten it, and take out pasted pictures.',
} as const;
