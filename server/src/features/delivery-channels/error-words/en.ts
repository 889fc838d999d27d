export const EN = {
  portNotAllowed: 'Mail servers are reached at port 25, 465, 587 or 2525.',
  encryptionNeeded: 'Without encryption anybody on the way could read the password and the emails. Choose TLS or STARTTLS.',
  hostNotAllowed: 'This server is not on the public internet, so we cannot reach it.',
  signInNeeded: 'The mail server wants a user name and a password.',
  signInRefused: 'The mail server refused the user name or the password.',
  tlsFailed:
    'The server answered, but its certificate cannot be trusted or it speaks another kind of encryption. Check the name, the port and ' +
    'TLS or STARTTLS.',
  recipientRefused: 'The mail server refused the address that the test email goes to.',
  senderRefused: 'The mail server does not let your address send.',
  refusedToTalk: 'The mail server refused to talk to us, or does not offer the encryption you chose.',
  comeBackLater: 'The mail server asks to come back later.',
  uncertain: 'The mail server took the email but did not say so in time. See whether it has arrived.',
  unreachable: 'The mail server could not be reached, or broke off. Check its name and port.',
  refused: 'The mail server refused the test email.',
  taken: 'The mail server took the test email for {to}.',
  passwordNeeded: 'The password of this user is needed.',
  passwordOfOtherSettings: 'Type the password again: the one we keep was given for other settings.',
  hostNeeded: 'The name of the server is needed.',
  hostOnly: 'Only the name of the server, such as smtp.example.com.',
} as const;
