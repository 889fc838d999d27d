export const EN = {
  'email.fileTooLarge':
    'This file has {size, number} MB, and one file may have {limit, number} MB. Put it where people can download it, and send the link.',
  uploadEnded: 'This upload took too long. Choose the file again.',
  fileEmpty: 'This file is empty.',
  'email.endingRefused':
    'Mail providers do not take files that end in {ending}, because such files can carry viruses. Put it where people can download it, ' +
    'and send the link.',
  'email.programRefused':
    'This file is a program, whatever its name says. Mail providers do not take programs, because they can carry viruses.',
  'email.fileDay': 'You have attached {limit, number} MB of files within a day, which is the most. Attach this one later.',
  'content.fileTooLarge':
    'This file has {size, number} MB, and one file may have {limit, number} MB. Make it smaller, for example with smaller pictures.',
  'content.endingRefused': 'Files that end in {ending} can carry viruses, so they cannot be content.',
  'content.programRefused': 'This file is a program, whatever its name says. Programs can carry viruses, so they cannot be content.',
  'content.fileDay': 'You have uploaded {limit, number} MB of files within a day, which is the most. Upload this one later.',
  filesTooLarge: 'The files of this email have {size, number} MB together, and {limit, number} MB fit. Take one out, or send a link to it.',
  filesTooLargeForOutlook:
    'The files of this email have {size, number} MB together, and {limit, number} MB fit: MSI Actions may send from your Outlook ' +
    'mailbox, but not prepare drafts there. Take one out, or send a link to it.',
} as const;
