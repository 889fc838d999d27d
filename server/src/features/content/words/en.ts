/** The page of a content, as the recipients of an email see it. */
export const EN = {
  'frame.title': '{name} - {company}',
  'page.sender': 'Sent by {sender}',
  'page.tools': 'Pages and download',
  'page.pages': 'Pages: {count, number}',
  'page.place': 'Page {page, number} of {count, number}',
  'page.previous.button': 'Previous',
  'page.next.button': 'Next',
  'page.download.button': 'Download',
  'page.first': 'These are the first {shown, number} of {count, number} pages. Download the file to see all of them.',
  'page.preparing': 'The pages are being prepared. Look again in a moment, or download the file now.',
  'page.again.button': 'Look Again',
  'page.downloadOnly': 'This file is not shown here. Download it to look at it.',
  'page.locked': 'This file has a password, so it is not shown here. Download it and open it with the password.',
  'telling.tells': '{sender} learns when you open this, which pages you look at, and whether you download it.',
  'telling.stop.button': 'Do Not Tell',
  'telling.quiet': '{sender} learns nothing of what you do here, as you have chosen in this browser.',
  'telling.start.button': 'Tell Again',
  'telling.browser': 'Your browser asks not to be tracked, so {sender} learns nothing of what you do here.',
  'telling.own': 'You have used this browser as a member of {company}, so what you do here is not counted.',
  'telling.look':
    'This is how recipients see it. What you do here is not counted, and neither are files from emails of {company} that you open in ' +
    'this browser from now on.',
  'gone.title': 'This file is not here',
  'gone.text': 'It was removed, or the link is not complete. Ask whoever sent it to you.',
  'trouble.title': 'That did not work',
  'trouble.text': 'Try again in a few minutes.',
} as const;
