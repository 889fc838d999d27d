export const EN = {
  fileTooLarge: 'This file is larger than the service accepts.',
  noBody: 'The request has no body.',
  badJson: 'The body of the request is not valid JSON.',
  mailServer: 'The mail server',
  vendorReconnect: '{vendor} no longer accepts the connection. Connect again.',
  vendorAdminAction: '{vendor} needs a change by your administrator first.',
  vendorPermission: '{vendor} does not allow you to do this.',
  vendorNotFound: '{vendor} does not have this, or you may not see it.',
  vendorSilent: '{vendor} did not answer in time. Try again in a moment.',
  vendorRefused: '{vendor} refused the request.',
  signInFromPanel: 'Sign in from the panel in Salesforce.',
  tooManyFields: 'This form has too many fields.',
  formBroken: 'The form did not arrive whole. Go back and try again.',
  cursorUnknown: 'This cursor is not one of ours. Read the list from its start.',
  compressed: 'The service does not take compressed content.',
  nulCharacter: 'A text has a character that cannot be kept (NUL). Take it out, then try again.',
  letterPause: 'The email to this address is on its way. Wait a minute before you ask for another.',
  letterRecipientDay:
    'This address has had {count, plural, one {# of these emails} other {# of these emails}} within a day. More would only be a burden.',
  letterRecipientMonth:
    'This address has had {count, plural, one {# of these emails} other {# of these emails}} within 30 days. More would only be a burden.',
  letterAskerDay: 'You have asked for as many of these emails as one person can in a day.',
  letterOrgDay:
    'Your org has asked for {count, plural, one {# of these emails} other {# of these emails}} within a day, which is the most.',
  htmlCharacters:
    'This text is too long: {count, plural, one {# character fits} other {# characters fit}}, formatting included. Shorten it, or send ' +
    'the rest as a link.',
  htmlTags:
    'This text has too much formatting: {count, plural, one {# tag fits} other {# tags fit}}. Paste it again as plain text, then format ' +
    'it anew.',
  htmlDepth:
    'This text is nested too deeply: {count, plural, one {# list, quote or table} other {# lists, quotes or tables}} inside one another ' +
    'fit. Paste it again as plain text, then format it anew.',
  htmlAttributes:
    'This text has too much formatting: {count, plural, one {# attribute fits} other {# attributes fit}}. Paste it again as plain text, ' +
    'then format it anew.',
  htmlStyles:
    'This text has too much formatting: {count, plural, one {# character of styles fits} other {# characters of styles fit}}. Paste it ' +
    'again as plain text, then format it anew.',
  recordId: 'A Salesforce record id has 15 or 18 letters and digits.',
  notAnAddress: 'This is not an email address.',
  addressTooLong: 'This address is too long: 64 characters fit before the @, and 254 in all.',
  addressNotPlain:
    'This address has letters before the @ that not every mail system can deliver to. Ask for an address in plain letters (a to z).',
  picturesLost:
    '{count, plural, one {# picture cannot be sent. Take it out, or paste it from a page on the web.} other {# pictures cannot be sent. ' +
    'Take them out, or paste them from a page on the web.}}',
  picturesLostNamed:
    '{count, plural, one {# picture cannot be sent ({names}). Take it out, or paste it from a page on the web.} other {# pictures ' +
    'cannot be sent ({names}). Take them out, or paste them from a page on the web.}}',
  userUnknown: 'This user does not exist.',
  userDeactivated: 'This user is deactivated. Reactivate first.',
  userGone: 'Your user is gone.',
  wrongObject: 'The panel works on leads, contacts, accounts and opportunities.',
  emailUnverified: 'Salesforce has not verified the address {address} yet. Verify it in your Salesforce settings, then try again.',
  emailNotYours: 'You have not sent such an email.',
  subjectNeeded: 'A subject is needed.',
  letterRefused: 'The mail server refused this address.',
  letterServerSilent: 'The mail server did not answer. We try again.',
} as const;
