export const EN = {
  tooManyPeople: 'One email goes to {limit, number} people at most. Choose fewer.',
  wrongPerson: 'Only leads and contacts get sales emails. Leave out the others.',
  unknown: 'There is no such email to many people. It may be discarded.',
  notSent: 'This email to many people is not sent yet.',
  notAmong: 'This person is not among those who get this email.',
} as const;
