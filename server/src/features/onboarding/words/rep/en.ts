/** The rep's way in, from the link in the welcome email to the exit choice, and the questions that a link of an email asks. */
export const EN = {
  'activate.title': 'Activate your account',
  'activate.again': 'Welcome back',
  'activate.org': '{org} uses MSI Actions to send sales emails from inside Salesforce.',
  'activate.account': 'Your account is <strong>{address}</strong>.',
  'activate.button': 'Activate Account with Salesforce',
  'activate.next':
    'Next, Salesforce asks you to allow MSI Actions. We look up the people you work with and log your emails and tasks, and can never ' +
    'do more than you can yourself. We change nothing else, and we never see your Salesforce password.',
  'signIn.button': 'Continue with Salesforce',

  'spent.title': 'This link no longer works',
  'spent.why': 'It has already been used, or you were sent a newer one.',
  'spent.signIn': 'If this is your account, sign in with Salesforce to carry on where you left off.',
  'spent.tell': 'If you did not use this link yourself, tell your admin.',

  'resume.title': 'Continue where you left off',
  'resume.signIn': 'Sign in with Salesforce to carry on with your setup. Everything you have done so far is saved.',
  'resume.invitation': 'No invitation yet? Ask your MSI Actions admin for one.',

  'continue.title': 'Continue',
  'continue.from': 'You came here from Salesforce.',
  'continue.setup.button': 'Continue to Setup',

  'apiAccess.title': 'One permission is missing',
  'apiAccess.missing': 'Your Salesforce user does not have the permission <strong>API Enabled</strong>.',
  'apiAccess.effect':
    'Your account stays active. Without this permission, MSI Actions cannot look up the people you email or log your emails.',
  'apiAccess.ask': 'Ask your Salesforce admin to do one of these:',
  'apiAccess.profile': 'tick <strong>API Enabled</strong> in your profile, under Administrative Permissions, or',
  'apiAccess.permissionSet': 'assign you a permission set that has <strong>API Enabled</strong>.',
  'apiAccess.button': 'Check Again',
  'apiAccess.later': 'You are signed in as {address}. You can close this window and come back later from the panel in Salesforce.',

  'welcome.title': 'Welcome, {name}',
  'welcome.connected': 'Salesforce is connected.',
  'welcome.steps': 'Three short steps to go: choose your mailbox, allow MSI Actions to send from it, and add your signature.',
  'welcome.button': 'Start',

  'intro.title': 'How it works',
  'intro.sending':
    'You email leads and contacts right from their record in Salesforce. Each email is sent from your own mailbox, in your name, and ' +
    'replies come straight back to you.',
  'intro.logging': 'Every email is logged in Salesforce as a task, so your team can see it.',
  'next.button': 'Next',

  'mailbox.title': 'Which mailbox do you use?',
  'mailbox.provider': 'Your email provider',
  'mailbox.signIn': 'Next, you sign in to your mailbox as {address}. We never see your password. Your admin has chosen what we ask for:',
  'mailbox.connected': '{address} is connected.',
  'mailbox.keep': 'Keep {address}',
  'mailbox.instead': 'Or connect another mailbox instead:',
  'tier.send': 'permission to send, and nothing else. We read nothing in your mailbox.',
  'tier.headers':
    'permission to send, and to see who has replied. We read who wrote to whom and when, and why an email of yours came back. We never ' +
    'read what people write.',
  'tier.bodies':
    'permission to send, and to read emails. We read bounce reports and automatic replies to your sales emails, and a reply when you ' +
    'answer it from Salesforce. We keep nothing else from your mailbox.',
  'tier.of': '{vendor}: {tier}',

  'confirm.title': 'Is this the right mailbox?',
  'confirm.addresses':
    'You signed in to the mailbox <strong>{address}</strong>. Your MSI Actions account is <strong>{userAddress}</strong>.',
  'confirm.effect': 'If you connect it, your sales emails are sent from {address}, and replies arrive there.',
  'confirm.yes': 'Connect {address}',
  'confirm.no.button': 'Choose Another Mailbox',

  'connected.title': 'Your email is connected',
  'connected.address': 'Your sales emails will be sent from <strong>{address}</strong>.',
  'connected.close': 'You can close this window and carry on in Salesforce.',
  'connected.button': 'Continue',
  'connected.endsByItself':
    'Google will end this connection on {day}, because the app is still in testing there. You will have to connect again then. Tell ' +
    'your admin: it stops once the app is published at Google.',

  'finish.title': 'You are all set',
  'finish.salesforce': 'Salesforce',
  'finish.person': '{name}, {org}',
  'finish.mailbox': 'Mailbox',
  'finish.noMailbox': 'Not connected yet',
  'finish.button': 'Finish',

  'tour.offer': 'Take a short tour?',
  'tour.what': 'Three short pages show you around the panel in Salesforce.',
  'tour.start.button': 'Start Tour',
  'tour.skip.button': 'Not Now',
  'tour.1.title': 'The panel',
  'tour.1.text':
    'Open a lead, contact, account or opportunity. The MSI Actions panel is on the page, with a button for what you do most: Send Sales ' +
    'Email.',
  'tour.1.picture': 'The panel on a lead: the button Send Sales Email and the menu with all actions',
  'tour.2.title': 'After you press Send',
  'tour.2.text': 'The window closes right away, and you have a few seconds to undo. A row in the panel then shows where your email is.',
  'tour.2.picture': 'A row of the panel with an email that leaves in a moment, and the button Undo',
  'tour.3.title': 'Nothing gets lost',
  'tour.3.text':
    'Open a row to see what happened. If your mailbox does not respond, the row says so, and you decide: Check Again, Mark as Sent or ' +
    'Send Again.',
  'tour.3.picture': 'An opened row: the email, and what happened to it',
  'tour.page': 'Page {number} of {pages}',
  'tour.done.button': 'Done',

  'exit.title': 'Ready to sell',
  'exit.ready': 'MSI Actions is set up. Open a lead or contact in Salesforce to send your first email.',
  'exit.readyFor': 'MSI Actions is set up for <strong>{address}</strong>. Open a lead or contact in Salesforce to send your first email.',
  'exit.open.button': 'Open MSI Actions',
  'exit.launch.button': 'Launch Salesforce',

  'identity.title': 'Allow sending from this address?',
  'identity.question': '<strong>{person}</strong> at {org} wants to send sales emails as <strong>{address}</strong>.',
  'identity.button': 'Yes, Allow It',
  'identity.ifNot': 'If you do not know about this, close this page. Nothing is sent from this address unless you allow it.',
  'identity.verified': 'The address is verified',
  'identity.usable': 'Sales emails can now be sent as <strong>{address}</strong>. You can close this page.',

  'adminConsent.given': 'Allowed for everyone',
  'adminConsent.everyone': 'Everyone in your organization can now use MSI Actions with Outlook.',
  'adminConsent.carryOn':
    'Your reps can connect their mailboxes without asking for approval. You can close this window and carry on in Salesforce.',
  'adminConsent.refused': 'Nothing was changed',
  'adminConsent.notGiven': 'The permission for your organization was not given.',
  'adminConsent.startAgain':
    'Only a Microsoft administrator can give it. Close this window, and start again from the settings in Salesforce.',
} as const;
