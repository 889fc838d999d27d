/** The welcome email. Its greeting and its two sentences are ours until an admin chooses others. */
export const EN = {
  'letter.from': '{company} via MSI Actions',
  'letter.subject': '{invitedBy} has invited you to MSI Actions at {company}',
  'letter.hello': 'Hello {firstName},',
  'letter.what':
    '{invitedBy} has invited you to MSI Actions at {company}. With it you write sales emails to leads and contacts inside Salesforce. ' +
    'They leave from your own mailbox, and Salesforce shows you who has answered.',
  'letter.start': 'Getting started takes about two minutes: you sign in with Salesforce and connect your Gmail or Outlook mailbox.',
  'letter.button': 'Get Started',
  'letter.link': '{button}: {link}',
  'letter.validity': 'The link is yours alone and works once, until {day}.',
  'letter.footer':
    'You get this email because {invitedBy} invited you to MSI Actions at {company}. If you did not expect it, you need do nothing.',
  'letter.footerOfAdmin':
    'You get this email because an admin invited you to MSI Actions at {company}. If you did not expect it, you need do nothing.',
  'nobody.firstName': 'there',
  'nobody.invitedBy': 'Your admin',
} as const;
