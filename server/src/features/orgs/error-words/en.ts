export const EN = {
  proofNeeded:
    'Sign in with Salesforce again first. Changing what your org is trusted by needs a sign-in of the last {minutes, plural, one {# ' +
    'minute} other {# minutes}}, by a Salesforce administrator.',
  adminWithoutPermission:
    'Only a Salesforce administrator can change what your org is trusted by. You are an admin of MSI Actions, but Salesforce does not ' +
    'give you the permission "Modify All Data".',
  registered: '{org} is connected already. {admins} can invite you and change its settings.',
  thisOrg: 'This org',
  sessionEnded: 'The session of the panel has ended. Reload the page.',
  signedTokenNeeded: 'A session is given for a token that Salesforce signed.',
  keyTooShort: 'The key of this certificate has {bits} bits. At least {least} are needed.',
  certificateExpired: 'This certificate expired on {day}. Create a new one in Salesforce.',
  certificateNotYetValid: 'This certificate is valid only from {day}.',
  certificateNotActive: 'This certificate is not active any more.',
  certificateRevoked:
    'This certificate, or another with the same key, was revoked on {day}. Create a new one in Salesforce. If you are sure that nobody ' +
    'else has its key, sign in with Salesforce again, tick the box and upload it once more.',
  certificateRevokedBy:
    'This certificate, or another with the same key, was revoked on {day} by {who}. Create a new one in Salesforce. If you are sure ' +
    'that nobody else has its key, sign in with Salesforce again, tick the box and upload it once more.',
  originOfAnotherOrg: '{origin} does not belong to {org}, where you signed in. The address of {org} is {own}.',
} as const;
