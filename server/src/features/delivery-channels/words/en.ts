/** The email that tests the mail server of a team. */
export const EN = {
  'test.subject': 'Test of your mail server',
  'test.text': 'This email came through the mail server that your team sends sales emails with. It works.',
} as const;
