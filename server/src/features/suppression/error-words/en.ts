export const EN = {
  optedOut: '{who} has opted out of email.',
  optOutUnknown:
    'Your Salesforce rights do not show whether {who} said no to email. Ask your admin to let you see the field Email Opt Out, or to ' +
    'decide in the settings of MSI Actions what happens then.',
} as const;
