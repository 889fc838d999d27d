/** Where each part of the local world answers. */
export type WorldUrls = Record<'service' | 'salesforce' | 'google' | 'microsoft' | 'prospect' | 'home', string>;

export interface Address {
  title: string;
  url: string;
  hint: string;
}

/** What a newcomer opens, in the order in which it makes sense. */
export function addressesFor({ service, salesforce, google, microsoft, prospect, home }: WorldUrls): Address[] {
  const login = (userId: string, to: string) => `${salesforce}/sim/login?as=${userId}&to=${encodeURIComponent(to)}`;
  const asRae = (to: string) => login('005000000000002AAA', to);
  return [
    {
      title: 'Welcome email of Rae Ortiz',
      url: `${prospect}/mailbox/rae@acme.example`,
      hint: 'start here: Get Started connects Salesforce and a mailbox',
    },
    {
      title: 'Welcome email of Noor Haddad',
      url: `${prospect}/mailbox/noor@acme.example`,
      hint: 'the second rep, whose mailbox is at Outlook',
    },
    {
      title: 'Registration of an org',
      url: `${service}/onboarding/org`,
      hint: 'how Acme was connected; sign in as Ines Vidal to connect Initech',
    },
    { title: 'Lead, Dana Whitfield', url: asRae('/lightning/r/Lead/00Q000000000001EAA/view'), hint: 'the panel on a Lead, as Rae' },
    { title: 'Contact, Omar Reyes', url: asRae('/lightning/r/Contact/003000000000001AAA/view'), hint: 'the panel on a Contact' },
    { title: 'Account, Globex', url: asRae('/lightning/r/Account/001000000000001AAA/view'), hint: 'asks for one contact' },
    { title: 'Opportunity, 40 seats', url: asRae('/lightning/r/Opportunity/006000000000001AAA/view'), hint: 'asks for one contact role' },
    {
      title: 'Lead in Salesforce Classic',
      url: asRae('/00Q000000000001EAA'),
      hint: 'the panel on a Classic page layout, in a frame',
    },
    {
      title: 'MSI Actions app, Select and Send',
      url: asRae('/lightning/n/MSI_Select_and_Send'),
      hint: 'one email to many people',
    },
    {
      title: 'MSI Actions app, Templates',
      url: asRae('/lightning/n/MSI_Templates'),
      hint: 'as a rep; an admin also decides who may share',
    },
    {
      title: 'MSI Actions app, Content',
      url: asRae('/lightning/n/MSI_Content'),
      hint: 'files that emails link to, and who opened them',
    },
    { title: 'MSI Actions app, Users', url: login('005000000000001AAA', '/lightning/n/MSI_Users'), hint: 'as the admin, Avery Stone' },
    {
      title: 'MSI Actions app, Settings',
      url: login('005000000000001AAA', '/lightning/n/MSI_Settings'),
      hint: 'mailbox, identities, limits, emergency stop',
    },
    { title: 'Mailbox of Dana', url: `${prospect}/mailbox/dana@globex.example`, hint: 'the other side: read, reply, bounce, open, click' },
    { title: "Rae's Gmail", url: `${google}/mail/rae@acme.example`, hint: 'Inbox and Sent' },
    { title: "Noor's Outlook", url: `${microsoft}/mail/noor@acme.example`, hint: 'Inbox and Sent' },
    { title: 'Every message that left', url: prospect, hint: 'the mail sink' },
    { title: 'API reference', url: `${service}/docs`, hint: 'OpenAPI 3.1' },
    { title: 'Home and clock', url: home, hint: 'these addresses, and a clock that can be moved forward' },
  ];
}
