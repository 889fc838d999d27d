/** The verification email (ID-1). */
export const EN = {
  'letter.subject': 'Please verify your email address',
  'letter.intro': '{person} at {org} wants to send sales emails as {address}.',
  'letter.advice':
    'If you know about this, confirm that the address may be used. If not, do nothing: without you nothing is sent in its name.',
  'letter.validity': '{hours, plural, one {The link works for # hour.} other {The link works for # hours.}}',
  'letter.link': 'Verify: {link}',
  'letter.button': 'Look at the request',
} as const;
