export const EN = {
  fileTooLarge:
    'This file has {size, number} MB, and one file may have {limit, number} MB. Put it where people can download it, and send the link.',
  uploadEnded: 'This way for the file is closed. Attach the file again.',
  fileEmpty: 'This file is empty.',
  endingRefused:
    'Mail providers do not take files that end in {ending}, because such files can carry viruses. Put it where people can download it, ' +
    'and send the link.',
  programRefused: 'This file is a program, whatever its name says. Mail providers do not take programs, because they can carry viruses.',
  fileDay: 'You have attached {limit, number} MB of files within a day, which is the most. Attach this one later.',
  filesTooLarge: 'The files of this email have {size, number} MB together, and {limit, number} MB fit. Take one out, or send a link to it.',
  filesTooLargeForOutlook:
    'The files of this email have {size, number} MB together, and {limit, number} MB fit: MSI Actions may send from your Outlook ' +
    'mailbox, but not prepare drafts there. Take one out, or send a link to it.',
} as const;
