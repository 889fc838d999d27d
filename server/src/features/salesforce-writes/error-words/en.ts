export const EN = {
  recordUnsaid: 'Salesforce did not say what became of this record.',
  parentNotLogged: 'The activity that this belongs to is not in Salesforce.',
  noField: 'This org has no field for it.',
  taskDeleted: 'The task was deleted in Salesforce.',
  personDeleted: 'The person was deleted in Salesforce, and nothing is left that the task could stand on.',
} as const;
