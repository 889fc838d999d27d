export const EN = {
  taskUnknown: 'You have not added such a task.',
  notRefused: 'Salesforce has not refused such a task of yours.',
  personGone: 'This person is not on the record any more. Choose another.',
  assigneeInactive: 'A task can only be given to an active user of MSI Actions. Choose another.',
} as const;
