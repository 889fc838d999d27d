/** What every admin is told when something has changed in what the org is trusted by. */
export const EN = {
  'fact.org': 'Org',
  'fact.by': 'By',
  'fact.from': 'From',
  'fact.when': 'When',
  'fact.unknown': 'unknown',
  'fact.line': '{name}: {value}',
  'letter.opening': '{heading}.',
  'letter.link': 'Certificates: {link}',
  'letter.button': 'Look at the certificates',

  'certificate_uploaded.subject': 'A certificate was added for {org}',
  'certificate_uploaded.heading': 'A certificate was added',
  'certificate_uploaded.about': 'SHA-256 fingerprint',
  'certificate_uploaded.effect': 'From now on whoever holds the key of this certificate can sign people of your org in to MSI Actions.',
  'certificate_uploaded.advice':
    'If nobody of your company did this, revoke the certificate at once, and look in Salesforce who has administrator rights.',

  'certificate_revoked.subject': 'A certificate of {org} was revoked',
  'certificate_revoked.heading': 'A certificate was revoked',
  'certificate_revoked.about': 'SHA-256 fingerprint',
  'certificate_revoked.effect':
    'MSI Actions refuses everything that is signed with it. All panels were signed out and sign in again by themselves.',
  'certificate_revoked.advice':
    'If nobody of your company did this, look at the certificates, and look in Salesforce who has administrator rights.',

  'lightning_origin_changed.subject': 'The Lightning address of {org} was changed',
  'lightning_origin_changed.heading': 'The Lightning address was changed',
  'lightning_origin_changed.about': 'New address',
  'lightning_origin_changed.effect': 'MSI Actions answers browsers at this address only. Panels at another address stop working.',
  'lightning_origin_changed.advice':
    'If nobody of your company did this, change it back, and look in Salesforce who has administrator rights.',
} as const;
