export const EN = {
  accessEnded: 'Your admin has ended your access to MSI Actions. Ask your admin to give it back.',
  addressInUse:
    'The address {address} is in use for MSI Actions in another org. An address can be in one org at a time. Ask the admin of that org ' +
    'to end your access there, then try again.',
  noSeatLeft: 'All {count, plural, one {# seat} other {# seats}} are taken. Deactivate somebody first.',
  lastAdmin: 'The last admin cannot be deactivated.',
  addressTaken: 'Another user of this list has the address {address}, or is invited under it. Deactivate that user first.',
  salesforceUserUnknown: 'It is not known any more which Salesforce user had the address {address}. Invite the address to begin anew.',
  csvEmpty: 'This file is empty.',
  csvNoRows: 'This file has headings and no rows.',
  csvTooManyRows:
    'This file has more than {count, plural, one {# row} other {# rows}}. Take the people you want to invite into a file of their own.',
  csvUnreadable: 'This file cannot be read as CSV. Save it as CSV (UTF-8), then try again.',
  csvUnreadableLine: 'This file cannot be read as CSV: look at line {line}. Save it as CSV (UTF-8), then try again.',
  tokenUnknown: 'Nothing is known for {token}. These can be used: {known}.',
  letterEmpty: 'The email needs some words.',
} as const;
