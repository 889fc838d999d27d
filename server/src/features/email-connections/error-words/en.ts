export const EN = {
  otherBrowser: 'This consent was begun in another browser. Start it again.',
  userGone: 'This user no longer exists.',
  questionExpired: 'This question has expired. Connect the mailbox again.',
  mailboxUnknown: 'There is no such mailbox.',
  onlyMicrosoftHasTenant: 'Only a Microsoft app has a tenant.',
  noOwnApp: 'Your org has no app of its own for this provider.',
  accessDenied: 'Nothing was connected, because the permission was not given.',
  adminApprovalNeeded: 'Your organization asks for an administrator’s approval of this app. Ask your administrator, then connect again.',
  scopeMissing: 'Nothing was connected: without the permission to send email, no sales email can leave. Connect again and leave it ticked.',
  noLastingPermission: 'Nothing was connected: the provider gave no lasting permission. Connect again.',
  addressNotVerified:
    'Nothing was connected: the provider has not verified the address of this account. Verify it there, then connect again.',
  providerFailed: 'The email provider could not finish the connection. Try again in a few minutes.',
} as const;
