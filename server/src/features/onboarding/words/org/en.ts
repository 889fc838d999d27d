/** Connecting an org, what it is trusted by, and what is left to do after that: pages for its administrator. */
export const EN = {
  'connect.title': 'Connect your Salesforce org',
  'connect.needs': 'You need to be a Salesforce administrator, and the MSI Actions package must be installed.',
  'connect.address': 'Address of your Salesforce org (only for a sandbox, or if your org has a sign-in page of its own)',
  'connect.help': 'While you are in Salesforce, copy all of what stands in the address bar of your browser.',
  'connect.button': 'Sign In with Salesforce',
  'connect.reads':
    'We ask Salesforce who you are and whether you are an administrator, and connect with your own access. We change nothing in your ' +
    'org, and we never see your password.',
  'proof.again':
    'To change this, sign in with Salesforce again as an administrator. You then have {minutes} minutes. Every admin gets an email ' +
    'about the change.',

  'origin.title': 'Confirm your Lightning address',
  'origin.what': 'This is where your record pages are. The panel works at this address only.',
  'origin.current': 'Current address: <strong>{address}</strong>',
  'origin.label': 'Lightning address of {org}',
  'origin.anyway': 'Use this address anyway',
  'origin.button': 'Confirm',
  'origin.stops': 'As soon as you confirm, the panel stops working at any other address.',
  'origin.guessed':
    'We worked it out from your My Domain. Compare it with the address bar of a record page; you can paste all of that here.',

  'orgDone.title': '{org} is connected',
  'orgDone.first': 'You are the first admin.',
  'orgDone.left': 'Two things are left to do in Salesforce:',
  'orgDone.server': 'In the settings of the package, set the server address to <strong>{address}</strong>.',
  'orgDone.permissionSets':
    'Assign the permission set <strong>MSI Actions User</strong> to your reps, and <strong>MSI Actions Admin</strong> to yourself.',
  'orgDone.invite': 'Then invite your reps on the Users tab of the MSI Actions app.',
  'orgDone.checklist.button': 'Check What Is Left to Do',

  'goTo.ownMailbox.button': 'Set Up My Own Mailbox',
  'goTo.certificates.button': 'Certificates',
  'goTo.origin.button': 'Lightning Address',
  'goTo.checklist.button': 'Checklist',

  'certificates.first': 'Upload your certificate',
  'certificates.title': 'Certificates of {org}',
  'certificates.why':
    'Your org signs every visit to the panel with a certificate. To check the signature we need its public part, and nothing else.',
  'certificates.two':
    'Two can be active at once, so that you can replace one before it expires. A third one only ever replaces one that has expired or ' +
    'was never used.',
  'certificates.ended': 'No longer trusted ({count})',
  'upload.heading': 'Upload a certificate',
  'upload.open': 'In Salesforce Setup, open Certificate and Key Management.',
  'upload.create': 'Create a self-signed certificate, key size 2048 or more. The first one is named <strong>MSI_Panel</strong>.',
  'upload.download': 'Download the certificate. The file ends in .crt.',
  'upload.file': 'Certificate file (.crt or .pem)',
  'upload.trustAgain': 'Trust a revoked certificate again',
  'upload.button': 'Upload Certificate',
  'certificate.expired': 'Expired on {day}. Replace it now.',
  'certificate.expires':
    '{days, plural, one {Valid until {day}. Replace it within # day.} other {Valid until {day}. Replace it within # days.}}',
  'certificate.valid': 'Valid until {day}',
  'certificate.fingerprint': 'SHA-256 fingerprint',
  'certificate.uploaded': 'Uploaded',
  'certificate.used': 'Last used',
  'certificate.neverUsed': 'Never',
  'certificate.by': '{when} by {person}',
  'certificate.revoked': 'Revoked',
  'certificate.replaced': 'Replaced',
  'certificate.revoke.button': 'Revoke',
  'certificate.revokeThis': 'Revoke the certificate {fingerprint}',

  'revocation.title': 'Revoke this certificate?',
  'revocation.refused': 'Whatever is signed with it is refused at once.',
  'revocation.used':
    'It was last used on {when}: if your org still signs with it, the panel stops working for everybody until the setting in Salesforce ' +
    'names another one.',
  'revocation.panels': 'Every open panel signs in again by itself. Nobody has to type anything, and nothing that waits to be sent is lost.',
  'revocation.told': 'Every admin is told by email. To trust it again, somebody has to upload it once more.',
  'revocation.needed':
    'It cannot be revoked yet: no other certificate has signed a visit of your org lately. Upload a new one, name it in the setting in ' +
    'Salesforce, and open the panel once.',
  'revocation.button': 'Revoke Certificate',
  'revocation.keep.button': 'Keep It',

  'checklist.title': 'Checklist for {org}',
  'checklist.left': '{count, plural, =0 {Everything is done.} one {# line needs a look.} other {# lines need a look.}}',
  'checklist.button': 'Check Again',
  'checklist.listSeparator': ', ',
  'state.done': 'Done',
  'state.to_do': 'To do',
  'state.unseen': 'Cannot be seen',
  'object.Lead': 'Lead',
  'object.Contact': 'Contact',
  'object.Account': 'Account',
  'object.Opportunity': 'Opportunity',
  'line.package': 'Package',
  'line.package.open': 'Open Deployment Status',
  'line.permissionSets': 'Permission sets',
  'line.permissionSets.open': 'Open Permission Sets',
  'line.pages': 'Panel on the record pages',
  'line.pages.open': 'Open Lightning App Builder',
  'line.taskTypes': 'Task types',
  'line.taskTypes.open': 'Open fields of Task',
  'line.activityFields': 'Activity fields',
  'line.activityFields.open': 'Open fields of Activity',
  'line.firstRep': 'First person ready to send',
  'line.firstRep.open': 'Open the Users tab',

  'found.package': 'The package is in your org.',
  'found.noPackage': 'Deploy the package.',
  'found.noPermissionSets': 'Your org does not have the permission sets yet. They come with the package.',
  'found.permissionSets':
    'MSI Actions User: {users, plural, one {# person} other {# people}}. MSI Actions Admin: {admins, plural, one {# person} other {# ' +
    'people}}.',
  'found.unassigned':
    'MSI Actions User: {users, plural, one {# person} other {# people}}. MSI Actions Admin: {admins, plural, one {# person} other {# ' +
    'people}}. Assign MSI Actions User to your reps, and MSI Actions Admin to yourself.',
  'found.noPages': 'No page has the panel yet for: {objects}.',
  'found.pages': 'The panel has been opened on all four objects.',
  'found.unopened': 'We cannot see which page is active; check it here. Nobody has opened the panel yet on: {objects}.',
  'found.typeUnseen': 'Your Salesforce user cannot set the type of a task; check it here.',
  'found.types': 'Tasks can have the types Email, Call and Reply.',
  'found.missingTypes': 'Add these values to the field Type: {types}.',
  'found.fields': 'All {count} fields are there.',
  'found.missingFields': 'These fields are missing: {fields}. They come with the package.',
  'found.ready': '{count, plural, one {Ready to send: # person.} other {Ready to send: # people.}}',
  'found.nobodyReady': 'Nobody has connected Salesforce and a mailbox yet. Invite your reps.',
  'unseen.connection': 'We cannot see this: your connection to Salesforce has ended. Sign in with Salesforce again.',
  'unseen.api': 'We cannot see this: your Salesforce user may not use the API. Ask for the permission "API Enabled".',
  'unseen.permission': 'We cannot see this: your Salesforce user may not look at it. Check it here.',
  'unseen.noAnswer': 'We cannot see this: Salesforce did not answer. Check again in a minute.',
} as const;
