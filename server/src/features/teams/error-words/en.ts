export const EN = {
  everyoneIsTaken: 'The team Everyone is there already: everybody is in it. Choose another name.',
  nameTaken: 'There is a team {name} already. Choose another name.',
  teamGone: 'This team does not exist any more.',
  nameNeeded: 'A team needs a name.',
  nameUnseen: 'The name of a team is one line of characters that can be seen.',
  nameTooLong: 'The name of a team has at most 80 characters.',
} as const;
