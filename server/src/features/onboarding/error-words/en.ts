export const EN = {
  notInvited: 'Nobody has invited {address} yet. Ask your admin for an invitation.',
  orgUnknown: 'This Salesforce org is not connected to MSI Actions. Ask your admin.',
  wrongEmail:
    'Your Salesforce address is {own}, the invitation went to {invited}. Ask your admin for an invitation to the first, or sign in to ' +
    'Salesforce as the second.',
  alreadyLinked: 'Your Salesforce user belongs to the account {address} already. Ask your admin to end one of the two.',
  signInLinkExpired: 'This link worked for 15 minutes. Go back to the panel in Salesforce and press the button again.',
  panelLinkExpired: 'This link worked for one minute only. Go back to the panel in Salesforce and press the button again.',
  linkUsed: 'This link works once. Go back to the panel in Salesforce and press the button again.',
  pageUnknown: 'There is no such page. Open the link of your email, or the panel in Salesforce.',
  otherOrgForSettings: 'You are signed in to another Salesforce org. Sign in to the org whose settings you want to change, then try again.',
  notAnOrgAddress:
    'This is not the address of a Salesforce org. Copy it from the address bar while you are in Salesforce, or leave the field empty.',
} as const;
